package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// run is what one build cost and made.
type run struct {
	Wall  float64 // seconds
	CPU   float64 // seconds of all processors, the kernel's work included
	Peak  float64 // bytes of memory
	Pages float64 // HTML files
	Bytes float64 // of all files
}

// pair is a build of each, one right after the other.
type pair struct{ Stagecraft, Hugo run }

// builds lets the two build in turn, after one build of each that does not count.
func builds(ctx context.Context, both programs, s sites, runs int) ([]pair, error) {
	pairs := make([]pair, 0, runs+1)
	for i := range runs + 1 {
		fresh := filepath.Join(s.out, fmt.Sprint(i))
		mine, err := build(ctx, fresh+"-stagecraft", both.stagecraft, "build", "--site", s.stagecraft, "--out")
		if err != nil {
			return nil, err
		}
		other, err := build(ctx, fresh+"-hugo", both.hugo, "--source", s.hugo, "--noBuildLock", "--destination")
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, pair{mine, other})
	}
	return pairs[1:], nil
}

// build runs a command, whose last argument is the folder it writes.
func build(ctx context.Context, out, name string, args ...string) (run, error) {
	defer os.RemoveAll(out)
	cmd := exec.CommandContext(ctx, name, append(args, out)...)
	start := time.Now()
	if err := quiet(cmd); err != nil {
		return run{}, err
	}
	r := run{Wall: time.Since(start).Seconds(), Peak: peak(cmd.ProcessState)}
	r.CPU = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	return r, r.count(out)
}

// peak returns the most memory that an ended process had, in bytes.
func peak(state *os.ProcessState) float64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return float64(usage.Maxrss)
	}
	return float64(usage.Maxrss) * 1024 // Linux counts KiB
}

// count adds up what is in a folder.
func (r *run) count(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if filepath.Ext(path) == ".html" {
			r.Pages++
		}
		r.Bytes += float64(info.Size())
		return nil
	})
}

// median returns the middle of values, of which there is at least one.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half]
	}
	return (sorted[half-1] + sorted[half]) / 2
}

// middles returns the medians of a value for each program, and that of the
// ratios pair by pair, stagecraft's to Hugo's.
func middles(pairs []pair, value func(run) float64) (mine, other, ratio float64) {
	var a, b, ratios []float64
	for _, p := range pairs {
		a, b = append(a, value(p.Stagecraft)), append(b, value(p.Hugo))
		ratios = append(ratios, value(p.Stagecraft)/value(p.Hugo))
	}
	return median(a), median(b), median(ratios)
}
