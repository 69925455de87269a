package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
)

// report is all that was measured.
type report struct {
	Machine conditions
	Runs    int
	Sizes   []size
}

// size is what was measured at one size.
type size struct {
	Pages   int
	Builds  []pair
	Servers *bothServed `json:",omitempty"`
}

// conditions say under which the numbers came about.
type conditions struct {
	Processors int
	Hugo       string
	InMemory   bool   // the files, on a tmpfs
	LoadBefore string // running and waiting processes, over 1, 5 and 15 minutes
	LoadAfter  string
}

func machine(memory bool) conditions {
	return conditions{Processors: runtime.NumCPU(), Hugo: hugoVersion, InMemory: memory, LoadBefore: load()}
}

// load returns the load averages, where the system tells them.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(data)); err == nil && len(fields) >= 3 {
		return strings.Join(fields[:3], " ")
	}
	return "unknown"
}

func (r report) print(w io.Writer, machine bool) error {
	if machine {
		return json.NewEncoder(w).Encode(r)
	}
	p := &printer{w: w}
	c := r.Machine
	p.line("stagecraft (this tree) and Hugo %s on the same generated pages", c.Hugo)
	p.line("%d processors, files %s", c.Processors, map[bool]string{true: "in memory (/dev/shm)", false: "on disk"}[c.InMemory])
	p.line("load before %s, after %s: above %d the wall times tell less than the processor times", c.LoadBefore, c.LoadAfter, c.Processors)
	for _, s := range r.Sizes {
		p.line("\n%-30s%12s%12s%10s", group(s.Pages)+" pages", "stagecraft", "Hugo", "ratio")
		p.builds(s.Builds)
		if s.Servers != nil {
			p.servers(*s.Servers)
		}
	}
	p.line("\nMedians of %d builds each, in turn; the ratio is the median of stagecraft/Hugo pair by pair.", r.Runs)
	p.line("A change: one sentence of a lesson is written, and the page asked for every %s until it shows.", pollEvery)
	p.line("In stagecraft's time is the quiet 50 ms that end a save; in Hugo's, its own wait for more changes.")
	return p.err
}

// printer prints lines until one fails.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) builds(pairs []pair) {
	row := func(name, format string, unit float64, value func(run) float64) {
		mine, other, ratio := middles(pairs, value)
		p.row(name, format, mine/unit, other/unit, ratio)
	}
	row("clean build: wall time", "%.2f s", 1, func(r run) float64 { return r.Wall })
	row("  processor time", "%.2f s", 1, func(r run) float64 { return r.CPU })
	row("  peak memory", "%.0f MB", 1e6, func(r run) float64 { return r.Peak })
	row("  HTML files written", "%.0f", 1, func(r run) float64 { return r.Pages })
	row("  all files written", "%.1f MB", 1e6, func(r run) float64 { return r.Bytes })
}

func (p *printer) servers(s bothServed) {
	row := func(name, format string, value func(served) float64) {
		mine, other := value(s.Stagecraft), value(s.Hugo)
		p.row(name, format, mine, other, mine/other)
	}
	row("server: first page after", "%.2f s", func(s served) float64 { return s.Start })
	row("  change shows, median", "%.0f ms", func(s served) float64 { return median(s.Seen) })
	row("  change shows, worst", "%.0f ms", func(s served) float64 { return slices.Max(s.Seen) })
	row("  peak memory", "%.0f MB", func(s served) float64 { return s.Peak / 1e6 })
}

func (p *printer) row(name, format string, mine, other, ratio float64) {
	p.line("  %-28s%12s%12s%10.2f", name, fmt.Sprintf(format, mine), fmt.Sprintf(format, other), ratio)
}

// group writes a number with commas between its thousands.
func group(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", group(n/1000), n%1000)
}
