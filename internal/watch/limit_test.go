package watch

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// valve stands between fsnotify and the package: the test can hold back events,
// drop them, and add errors.
type valve struct {
	mu     sync.Mutex // held, events wait
	drop   atomic.Bool
	errors chan error
}

func (v *valve) open() (feed, error) {
	inner, err := openFeed()
	if err != nil {
		return feed{}, err
	}
	events, errors, done := make(chan fsnotify.Event), make(chan error), make(chan struct{})
	var forwards sync.WaitGroup
	forwards.Go(func() { v.forward(inner.events, events, done) })
	forwards.Go(func() { v.forwardErrors(inner.errors, errors, done) })
	return feed{events, errors, inner.add, sync.OnceValue(func() error {
		close(done)
		err := inner.close()
		forwards.Wait()
		close(events)
		return err
	})}, nil
}

func (v *valve) forward(from <-chan fsnotify.Event, to chan<- fsnotify.Event, done <-chan struct{}) {
	for ev := range from {
		v.mu.Lock()
		v.mu.Unlock()
		if v.drop.Load() {
			continue
		}
		select {
		case to <- ev:
		case <-done:
		}
	}
}

func (v *valve) forwardErrors(from <-chan error, to chan<- error, done <-chan struct{}) {
	for {
		var err error
		select {
		case err = <-from:
		case err = <-v.errors:
		case <-done:
			return
		}
		select {
		case to <- err:
		case <-done:
			return
		}
	}
}

func nowhere(string) string { return "" }

func TestOverflowMeansLookingAtEverything(t *testing.T) {
	v := &valve{errors: make(chan error)}
	r := watchSystem(t, Options{}, system{v.open, nowhere}, "content/page.md")
	v.drop.Store(true)
	r.write("content/unseen/page.md", "new")
	v.errors <- fsnotify.ErrEventOverflow
	if c := r.next(); !c.All || len(c.Paths) > 0 {
		t.Errorf("reported %+v", c)
	}
	v.drop.Store(false)
	r.write("content/unseen/page.md", "newer")
	r.reports("content/unseen/page.md")
}

func TestFeedThatEndsIsBegunAgain(t *testing.T) {
	end := make(chan func() error, 2)
	open := func() (feed, error) {
		f, err := openFeed()
		end <- f.close
		return f, err
	}
	r := watchSystem(t, Options{}, system{open, nowhere}, "content/page.md")
	r.must((<-end)())
	if c := r.next(); !c.All {
		t.Errorf("reported %+v", c)
	}
	r.write("content/page.md", "newer")
	r.reports("content/page.md")
}

// Windows and BSD report a write to a folder besides what happened in it; to
// look at all that it holds would be a waste.
func TestWriteToAFolderIsNotReported(t *testing.T) {
	s := &session{site: "/site", folders: map[string]bool{"content": true}}
	ops := map[string]fsnotify.Op{"content": fsnotify.Write, "content/page.md": fsnotify.Write}
	c, err := s.take(burst{ops: ops})
	if err != nil || len(c.Paths) != 1 || c.Paths[0] != "content/page.md" {
		t.Errorf("reported %+v, %v", c, err)
	}
}

func TestLimitOnWatchesMeansPolling(t *testing.T) {
	t.Parallel()
	v := &valve{}
	r := watchSystem(t, Options{}, system{v.limited(2), nowhere}, "content/page.md")
	if told := r.told(); told != "" {
		t.Fatalf("at the start told %q", told)
	}
	r.write("content/new/page.md", "new")
	if c := r.next(); !c.All {
		t.Errorf("reported %+v", c)
	}
	r.write("content/new/page.md", "newer")
	r.reports("content/new/page.md")
	r.tellsOnce("looking for changes every second", "max_user_watches")
}

func TestLimitThatIsReachedAtTheStartMeansPolling(t *testing.T) {
	t.Parallel()
	v := &valve{}
	r := watchSystem(t, Options{}, system{v.limited(0), nowhere}, "content/page.md")
	r.write("content/page.md", "newer")
	r.reports("content/page.md")
	r.tellsOnce("looking for changes every second", "max_user_watches")
}

// limited makes a system that allows a number of watches.
func (v *valve) limited(watches int) func() (feed, error) {
	return func() (feed, error) {
		f, err := v.open()
		add, left := f.add, watches
		f.add = func(folder string) error {
			if left--; left < 0 {
				return syscall.ENOSPC
			}
			return add(folder)
		}
		return f, err
	}
}

func TestNetworkDriveMeansPolling(t *testing.T) {
	t.Parallel()
	network := func(path string) string {
		if strings.HasSuffix(path, "content") {
			return "a network drive (NFS)"
		}
		return ""
	}
	r := watchSystem(t, Options{}, system{openFeed, network}, "content/page.md")
	r.write("content/page.md", "newer")
	r.reports("content/page.md")
	r.tellsOnce(r.path("content"), "a network drive (NFS)")
}

func TestSiteThatIsMovedAwayIsPolled(t *testing.T) {
	t.Parallel()
	r := watchFiles(t, Options{}, "content/page.md")
	r.must(os.Rename(r.dir, r.dir+"-away"))
	if c := r.next(); !c.All {
		t.Errorf("reported %+v", c)
	}
	r.must(os.Rename(r.dir+"-away", r.dir))
	r.write("content/new.md", "new")
	r.until("content/new.md")
	r.tellsOnce("moved or removed")
}

func TestReasonsSayWhatToDo(t *testing.T) {
	for err, want := range map[error]string{
		syscall.EMFILE: "ulimit -n",
		syscall.EACCES: "permission denied",
	} {
		if got := reason(fmt.Errorf("watch: %w", err)); !strings.Contains(got, want) {
			t.Errorf("for %v: %s", err, got)
		}
	}
}

// tellsOnce fails unless the user got one line, with each of the texts.
func (r *rig) tellsOnce(texts ...string) {
	r.t.Helper()
	told := r.told()
	if strings.Contains(told, "\n") {
		r.t.Errorf("told %q", told)
	}
	for _, text := range texts {
		if !strings.Contains(told, text) {
			r.t.Errorf("told %q, want %q", told, text)
		}
	}
}
