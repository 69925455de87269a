package watch

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long a test waits for what must come. It is long because it
// costs nothing where all is well, and the machine may be busy.
const patience = 30 * time.Second

// rig is a site that is watched.
type rig struct {
	t       *testing.T
	dir     string
	changes <-chan Change
	stop    func()
	probes  int
	named   map[string]bool // all paths reported so far

	mu    sync.Mutex
	lines []string // what the user was told
}

// inEachMode runs a test on events and on polling.
func inEachMode(t *testing.T, test func(t *testing.T, opts Options)) {
	t.Run("events", func(t *testing.T) { test(t, Options{}) })
	t.Run("poll", func(t *testing.T) { test(t, Options{Poll: 5 * time.Millisecond}) })
}

// watchFiles watches a new site that holds the files, which are not young.
func watchFiles(t *testing.T, opts Options, files ...string) *rig {
	t.Helper()
	return watchSystem(t, opts, system{open: openFeed, network: network}, files...)
}

func watchSystem(t *testing.T, opts Options, sys system, files ...string) *rig {
	t.Helper()
	r := &rig{t: t, dir: t.TempDir(), named: map[string]bool{}}
	for _, name := range files {
		r.write(name, "as it was")
		r.must(os.Chtimes(r.path(name), time.Time{}, time.Now().Add(-time.Hour)))
	}
	opts.Notify = func(line string) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.lines = append(r.lines, line)
	}
	ctx, cancel := context.WithCancel(context.Background())
	changes, err := start(ctx, r.dir, opts, sys)
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	r.changes = changes
	r.stop = func() {
		cancel()
		for range changes {
		}
	}
	t.Cleanup(r.stop)
	return r
}

func (r *rig) told() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.lines, "\n")
}

func (r *rig) path(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (r *rig) write(name, text string) {
	r.t.Helper()
	r.mkdir(filepath.ToSlash(filepath.Dir(name)))
	r.must(os.WriteFile(r.path(name), []byte(text), 0o666))
}

func (r *rig) mkdir(name string) {
	r.t.Helper()
	r.must(os.MkdirAll(r.path(name), 0o777))
}

func (r *rig) rename(from, to string) {
	r.t.Helper()
	r.must(os.Rename(r.path(from), r.path(to)))
}

func (r *rig) remove(name string) {
	r.t.Helper()
	r.must(os.RemoveAll(r.path(name)))
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// next returns the next change.
func (r *rig) next() Change {
	r.t.Helper()
	select {
	case c, ok := <-r.changes:
		if !ok {
			r.t.Fatal("the channel is closed")
		}
		return c
	case <-time.After(patience):
		r.t.Fatal("no change is reported")
		return Change{}
	}
}

// until returns all that is reported until each of the paths is.
func (r *rig) until(paths ...string) Change {
	r.t.Helper()
	var sum Change
	seen := map[string]bool{}
	for !coversAll(sum, paths) {
		c := r.next()
		sum.All = sum.All || c.All
		for _, p := range c.Paths {
			seen[p], r.named[p] = true, true
		}
		sum.Paths = slices.Sorted(maps.Keys(seen))
	}
	return sum
}

func coversAll(c Change, paths []string) bool {
	return !slices.ContainsFunc(paths, func(p string) bool { return !covered(c, p) })
}

// covered tells whether a change makes its reader look at a path.
func covered(c Change, p string) bool {
	return c.All || slices.ContainsFunc(c.Paths, func(q string) bool { return p == q || strings.HasPrefix(p, q+"/") })
}

// probe writes a file of its own and returns what is reported until then,
// without that file. It is how a test sees that nothing is reported.
func (r *rig) probe() Change {
	r.t.Helper()
	r.probes++
	name := "content/probe-" + strconv.Itoa(r.probes) + ".md"
	r.write(name, "probe")
	c := r.until(name)
	c.Paths = slices.DeleteFunc(c.Paths, func(p string) bool { return strings.HasPrefix(p, "content/probe-") })
	return c
}

// reports fails unless exactly the paths are reported, besides such as were
// reported before: a poll names those once more when anything came or went.
func (r *rig) reports(want ...string) {
	r.t.Helper()
	before := maps.Clone(r.named)
	got := r.probe()
	fresh := slices.DeleteFunc(got.Paths, func(p string) bool { return before[p] && !slices.Contains(want, p) })
	if got.All || !slices.Equal(fresh, want) {
		r.t.Errorf("reported %+v, want %q", got, want)
	}
}
