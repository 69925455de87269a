package main

import (
	"strings"
	"testing"
)

func TestRatioIsThatOfThePairs(t *testing.T) {
	pairs := []pair{
		{run{Wall: 1}, run{Wall: 4}},
		{run{Wall: 9}, run{Wall: 18}}, // something else kept the machine busy
		{run{Wall: 1}, run{Wall: 5}},
	}
	if _, _, got := middles(pairs, func(r run) float64 { return r.Wall }); got != 0.25 {
		t.Errorf("got %v, want 0.25", got)
	}
}

func TestReportShowsBuildsAndServers(t *testing.T) {
	one := served{Start: 1, Seen: []float64{60, 70, 400}, Peak: 5e6}
	r := report{Runs: 1, Sizes: []size{{
		Pages:   10_000,
		Builds:  []pair{{run{Wall: 1.5, CPU: 2, Peak: 3e6, Pages: 4, Bytes: 5}, run{Wall: 3, CPU: 2, Peak: 6e6, Pages: 4, Bytes: 5}}},
		Servers: &bothServed{one, one},
	}}}
	var b strings.Builder
	if err := r.print(&b, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"10,000 pages", "1.50 s      3.00 s      0.50", "70 ms", "400 ms"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
