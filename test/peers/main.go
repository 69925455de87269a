// Command peers runs stagecraft and Hugo on the same pages and prints how long
// they take, how much memory they need and how soon a saved change shows.
//
//	make bench-peers                   1,000 and 10,000 pages
//	make bench-peers PAGES=100000      another size; several with commas
//	go run ./test/peers -json          a line of JSON; see -help for the rest
//
// In goes the number of pages; sitegen makes the handbook and convert the same
// pages for Hugo, whose theme draws what stagecraft's does less what Hugo does
// not know: backlinks, the tables a page gets from others, emotion curves, search
// data, the graph as JSON. Out comes a table, or a line of JSON. What must stay
// true:
//
//   - Whole processes are measured, by the kernel's own account of them.
//   - The two take turns, and a ratio is one of neighbours: what else the machine
//     does falls on both.
//   - Each build writes to a new path in memory (/dev/shm), where there is one.
//     A disk that has just lost many files makes new ones slowly.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"stagecraft/test/sitegen"
)

type options struct {
	pages []int
	runs  int
	edits int
	json  bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := command(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func command(ctx context.Context, args []string) error {
	opts := options{}
	flags := flag.NewFlagSet("peers", flag.ExitOnError)
	pages := flags.String("pages", "1000,10000", "`numbers` of pages, with commas")
	flags.IntVar(&opts.runs, "runs", 5, "builds of each program")
	flags.IntVar(&opts.edits, "edits", 50, "changes under each server; 0 leaves the servers out")
	flags.BoolVar(&opts.json, "json", false, "print a line of JSON for machines")
	into := flags.String("write", "", "only write the sites of -pages into the `folder`")
	flags.Parse(args)
	for text := range strings.SplitSeq(*pages, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 1 {
			return fmt.Errorf("-pages %s: want numbers with commas, as in -pages 1000,10000", *pages)
		}
		opts.pages = append(opts.pages, n)
	}
	if opts.runs < 1 || opts.edits < 0 {
		return fmt.Errorf("-runs must be at least 1, -edits at least 0")
	}
	if *into != "" {
		return writeSites(*into, opts.pages[0])
	}
	return compare(ctx, opts)
}

// compare measures all sizes and prints what it found.
func compare(ctx context.Context, opts options) error {
	work, memory, err := workFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	both, err := install(ctx, work)
	if err != nil {
		return err
	}
	r := report{Machine: machine(memory), Runs: opts.runs}
	for _, pages := range opts.pages {
		size, err := measure(ctx, both, work, pages, opts)
		if err != nil {
			return err
		}
		r.Sizes = append(r.Sizes, size)
	}
	r.Machine.LoadAfter = load()
	return r.print(os.Stdout, opts.json)
}

// workFolder makes a folder for the sites, in memory if it can.
func workFolder() (dir string, memory bool, err error) {
	if dir, err := os.MkdirTemp("/dev/shm", "stagecraft-peers-"); err == nil {
		return dir, true, nil
	}
	dir, err = os.MkdirTemp("", "stagecraft-peers-")
	return dir, false, err
}

// measure compares the two at one size.
func measure(ctx context.Context, both programs, work string, pages int, opts options) (size, error) {
	dir := filepath.Join(work, strconv.Itoa(pages))
	defer os.RemoveAll(dir)
	s := sites{stagecraft: filepath.Join(dir, "stagecraft"), hugo: filepath.Join(dir, "hugo"), out: filepath.Join(dir, "out")}
	if err := writeSitesElsewhere(ctx, dir, pages); err != nil {
		return size{}, err
	}
	result := size{Pages: pages}
	var err error
	if result.Builds, err = builds(ctx, both, s, opts.runs); err != nil {
		return size{}, err
	}
	if opts.edits > 0 && pages <= mostServed {
		result.Servers, err = servers(ctx, both, s, opts.edits)
	}
	return result, err
}

// mostServed is the size of the largest site that is served: above it the edits
// take longer than all builds.
const mostServed = 10_000

// sites are the same pages for both, and a folder for what they make of them.
type sites struct{ stagecraft, hugo, out string }

// writeSitesElsewhere writes the sites in another process. A child's peak of
// memory counts what its parent held when it was started, so this one has to
// stay small.
func writeSitesElsewhere(ctx context.Context, dir string, pages int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return quiet(exec.CommandContext(ctx, self, "-write", dir, "-pages", strconv.Itoa(pages)))
}

func writeSites(dir string, pages int) error {
	site := sitegen.Generate(pages, 1)
	if err := writeSite(filepath.Join(dir, "stagecraft"), site); err != nil {
		return err
	}
	converted, err := forHugo(site)
	if err != nil {
		return err
	}
	return writeSite(filepath.Join(dir, "hugo"), converted)
}

func writeSite(dir string, site sitegen.Site) error {
	for name, data := range site {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// quiet runs a command, whose output is part of the error.
func quiet(cmd *exec.Cmd) error {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("run %s: %w\n%s", filepath.Base(cmd.Path), err, out.Bytes())
	}
	return nil
}
