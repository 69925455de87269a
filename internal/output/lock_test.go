package output

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// TestBuildsTakeTurns starts a second build in the middle of a first one.
func TestBuildsTakeTurns(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	waiting := make(chan struct{})
	var firstDone atomic.Bool
	var second sync.WaitGroup
	first := func(yield func(File, error) bool) {
		second.Go(func() {
			files := func(yield func(File, error) bool) {
				if !firstDone.Load() {
					t.Error("the second build began before the first had ended")
				}
				tree{"a.html": "second", "c.html": "second"}.files()(yield)
			}
			calls := 0
			opts := Options{NoSync: true, OnWait: func() {
				if calls++; calls == 1 {
					close(waiting)
				}
			}}
			stats, err := Write(t.Context(), dir, files, opts)
			if want := (Stats{Written: 2, Removed: 1, Bytes: 12}); err != nil || stats != want || calls != 1 {
				t.Errorf("second build: %+v, %v, %d calls of OnWait; want %+v and 1", stats, err, calls, want)
			}
		})
		<-waiting
		tree{"a.html": "first", "b.html": "first"}.files()(yield)
	}
	opts := Options{NoSync: true, step: func(name string) error {
		firstDone.Store(name == "rename b.html") // the last step of the first build
		return nil
	}}
	if _, err := Write(t.Context(), dir, first, opts); err != nil {
		t.Fatal(err)
	}
	second.Wait()
	wantTree(t, dir, tree{"a.html": "second", "c.html": "second"})
}

func TestWaitingEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	files := func(yield func(File, error) bool) {
		_, err := Write(ctx, dir, tree{"b.html": "b"}.files(), Options{NoSync: true, OnWait: cancel})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want %v", err, context.Canceled)
		}
		tree{"a.html": "a"}.files()(yield)
	}
	if _, err := Write(t.Context(), dir, files, quick); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, tree{"a.html": "a"}) // the lock that came too late was given back
}
