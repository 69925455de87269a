package chart

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func on(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t
}

// TestSeries draws three results by hand: the middle one a quarter of the way,
// without a margin.
func TestSeries(t *testing.T) {
	s := NewSeries([]Sample{
		{Day: on("2026-01-01"), Value: 10, Low: 0, High: 20, HasMargin: true},
		{Day: on("2026-01-11"), Value: 40},
		{Day: on("2026-02-10"), Value: 20, Low: 10, High: 30, HasMargin: true},
	}, 50)
	if want := "M3 80L26.5 20L97 60"; s.Line != want {
		t.Errorf("the line is %q, want %q", s.Line, want)
	}
	if s.Band != "" {
		t.Errorf("a band around single margins: %q", s.Band)
	}
	want := []Dot{{Point{3, 80}, 60, 100}, {Point{26.5, 20}, 20, 20}, {Point{97, 60}, 40, 80}}
	if !slices.Equal(s.Dots, want) {
		t.Errorf("the dots are %v", s.Dots)
	}
	if got := s.Values; len(got) != 6 || got[0] != (ValueTick{100, 0}) || got[5] != (ValueTick{0, 50}) {
		t.Errorf("the axis of values is %v", got)
	}
	if s.Y(50) != 0 {
		t.Errorf("the level is at %v", s.Y(50))
	}
}

func TestBandsRunBetweenMargins(t *testing.T) {
	margin := func(day string, v float64) Sample {
		return Sample{Day: on(day), Value: v, Low: v - 1, High: v + 1, HasMargin: true}
	}
	s := NewSeries([]Sample{margin("2026-01-01", 3), margin("2026-01-02", 3), {Day: on("2026-01-03"), Value: 3}, margin("2026-01-04", 3)})
	if strings.Count(s.Band, "M") != 1 || strings.Count(s.Band, "L") != 3 {
		t.Errorf("the band is %q", s.Band)
	}
}

func TestOneSampleIsOneDot(t *testing.T) {
	s := NewSeries([]Sample{{Day: on("2026-01-01"), Value: 14}})
	if s.Line != "" || s.Band != "" || len(s.Dots) != 1 || s.Dots[0].Point != (Point{50, 50}) || len(s.Days) != 1 || s.Days[0].X != 50 {
		t.Errorf("one sample is %+v", s)
	}
	if got := NewSeries(nil, 3); got.Dots != nil || got.Values != nil {
		t.Errorf("nothing is %+v", got)
	}
	if line, _ := Spark(s0(1)); line != "" {
		t.Errorf("one sample sparks %q", line)
	}
}

func s0(n int) []Sample {
	list := make([]Sample, n)
	for i := range list {
		list[i] = Sample{Day: on("2026-01-01").AddDate(0, 0, i), Value: float64(i)}
	}
	return list
}

func TestSpark(t *testing.T) {
	line, end := Spark(s0(3))
	if line != "M3 90L50 50L97 10" || end != (Point{97, 10}) {
		t.Errorf("%q ends at %v", line, end)
	}
}

func TestTicksAreRoundAndFew(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{
		{14.1, 48.2, "10 20 30 40 50"},
		{-97, 100, "-100 -50 0 50 100"},
		{4.85, 5.5, "4.8 5 5.2 5.4 5.6"},
		{0, 0.3, "0 0.1 0.2 0.3"},
		{2718900, 4500000, "2500000 3000000 3500000 4000000 4500000"},
		{1, 7, "0 2 4 6 8"},
	} {
		var got []string
		for _, v := range valueTicks(c.low, c.high, 5) {
			got = append(got, strconv.FormatFloat(v, 'f', -1, 64))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %v to %v: %v, want %s", c.low, c.high, got, c.want)
		}
	}
}

// TestTicksOfAnything draws ends of any size, also beyond what an integer or a
// sum can hold.
func TestTicksOfAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	ends := [][2]float64{{-1.7e308, 1.7e308}, {1e16, 1e16 + 2}, {1e300, 1.0000000001e300}, {0, 5e-324}}
	for range 2000 {
		a, b := r.NormFloat64()*1e3, r.NormFloat64()*1e-3
		ends = append(ends, [2]float64{min(a, a+b), max(a, a+b)})
	}
	for _, e := range ends {
		if e[0] == e[1] {
			continue
		}
		got := valueTicks(e[0], e[1], 5)
		if len(got) < 2 || len(got) > 6 || !slices.IsSorted(got) || got[0] > e[0] || got[len(got)-1] < e[1] {
			t.Fatalf("from %v to %v: %v", e[0], e[1], got)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ first, last, unit, want string }{
		{"2026-05-05", "2026-05-05", "day", "2026-05-05"},
		{"2026-05-05", "2026-05-25", "day", "2026-05-05 2026-05-12 2026-05-19"},
		{"2026-02-14", "2026-05-01", "month", "2026-03-01 2026-04-01 2026-05-01"},
		{"2025-12-31", "2026-09-30", "month", "2026-01-01 2026-04-01 2026-07-01"},
		{"2024-12-31", "2026-09-30", "month", "2025-01-01 2025-07-01 2026-01-01 2026-07-01"},
		{"2023-03-31", "2026-09-30", "year", "2024-01-01 2025-01-01 2026-01-01"},
		{"2003-03-31", "2026-09-30", "year", "2010-01-01 2020-01-01"},
	} {
		var got []string
		for _, d := range dayTicks(on(c.first), on(c.last), maxDays) {
			got = append(got, d.Day.Format(time.DateOnly))
			if d.Unit != c.unit {
				t.Errorf("%s to %s: a mark of a %s", c.first, c.last, d.Unit)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s to %s: %v, want %s", c.first, c.last, got, c.want)
		}
	}
}

// TestEveryTimeHasMarks looks for a time that gets none or too many.
func TestEveryTimeHasMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		first := on("1900-01-01").AddDate(0, 0, r.IntN(80000))
		last := first.AddDate(0, 0, int(float64(40000)*r.Float64()*r.Float64()*r.Float64()))
		if n := len(dayTicks(first, last, maxDays)); n < 1 || n > maxDays {
			t.Fatalf("%s to %s: %d marks", first, last, n)
		}
	}
}
