// Package watch tells when a site's folder has changed: in go file system
// events, or where there are none a look at the folder every second; out comes
// where to look again.
//
// What is watched is what source.Read reads: site.toml, content and themes,
// without the names that source.Ignored leaves out. Folders that appear later
// are watched with all that they hold already.
//
// A Change is a hint and never a fact. It may name a file that is as it was, or
// that came and went; but a file whose bytes differ from those read before is
// always named by a Change, itself or by a folder above it, or the Change says
// All. Two things are not seen: a new mode or owner that leaves the bytes alone,
// and, unless polling, what becomes of the target of a link.
package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// maxPaths is the number of paths above which a Change says All: about where
// looking at everything costs less than looking at each.
const maxPaths = 1000

// Window is how long it must be quiet before a burst of events is one Change,
// unless Options say otherwise.
const Window = 50 * time.Millisecond

// Change says where to look again.
type Change struct {
	// Paths are files, and folders with all that they hold, that may have
	// changed, appeared or gone. They are relative to the site's folder and
	// slash-separated, with names as on disk (not NFC), sorted, each once.
	Paths []string
	// All says to look at everything; Paths is empty.
	All bool
}

// Options tell how to watch. The zero value is good.
type Options struct {
	Poll   time.Duration     // if above 0, look at the folder this often instead of taking events
	Window time.Duration     // quiet time that ends a burst of events; default Window
	Cap    time.Duration     // longest burst; default 500 ms
	Notify func(line string) // gets a line for the user when polling is chosen by itself; may be nil
}

func (o Options) withDefaults() Options {
	if o.Window <= 0 {
		o.Window = Window
	}
	if o.Cap <= 0 {
		o.Cap = 500 * time.Millisecond
	}
	if o.Notify == nil {
		o.Notify = func(string) {}
	}
	return o
}

// Watch watches the site in a folder until ctx ends; then it lets go of all
// that it holds and closes the channel. Whatever happens after Watch has
// returned is reported, so call it before reading the site.
//
// Changes wait for their reader: those that come up meanwhile become one. Where
// events can't be had Watch polls and says so through Options.Notify, at once or
// at any later time from another goroutine. The error says that dir is no folder.
func Watch(ctx context.Context, dir string, opts Options) (<-chan Change, error) {
	return start(ctx, dir, opts, system{open: openFeed, network: network})
}

// system is what the package takes from the operating system, for tests to
// replace.
type system struct {
	open    func() (feed, error)
	network func(path string) string // name of the network file system there, or ""
}

func start(ctx context.Context, dir string, opts Options, sys system) (<-chan Change, error) {
	root, err := openSite(dir)
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	w := &watcher{site: root, opts: opts.withDefaults(), sys: sys, changes: make(chan Change)}
	events := w.events()
	var p *poller
	if events == nil {
		p = newPoller(w.site, w.opts)
	}
	go w.run(ctx, events, p)
	return w.changes, nil
}

func openSite(dir string) (site, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	_, err = os.ReadDir(abs)
	return site(abs), err
}

// watcher is one call of Watch.
type watcher struct {
	site    site
	opts    Options
	sys     system
	changes chan Change
}

// events begins to take events, or returns nil when polling is what was asked
// for or all that can be done.
func (w *watcher) events() *session {
	if w.opts.Poll > 0 {
		return nil
	}
	if kind, at := w.site.network(w.sys.network); kind != "" {
		w.notify(fmt.Sprintf("%s is on %s, which does not tell of all changes", at, kind))
		return nil
	}
	s := &session{site: w.site, opts: w.opts, openFeed: w.sys.open}
	if err := s.open(); err != nil {
		w.notify(reason(err))
		return nil
	}
	return s
}

// run reports changes from events, if there are, and from polling, when there
// are none or no longer.
func (w *watcher) run(ctx context.Context, events *session, p *poller) {
	defer close(w.changes)
	if events != nil {
		err := w.follow(ctx, events)
		if err == nil {
			return
		}
		w.notify(reason(err))
		p = newPoller(w.site, w.opts)
		if !w.send(ctx, Change{All: true}) {
			return
		}
	}
	w.poll(ctx, p)
}

func (w *watcher) notify(why string) {
	w.opts.Notify("looking for changes every second instead of waiting for them: " + why)
}

// send reports a change, unless there is none, and tells whether to go on.
func (w *watcher) send(ctx context.Context, c Change) bool {
	if !c.All && len(c.Paths) == 0 {
		return true
	}
	select {
	case w.changes <- c:
		return true
	case <-ctx.Done():
		return false
	}
}

// changeOf returns the Change of sorted paths.
func changeOf(paths []string) Change {
	if len(paths) > maxPaths {
		return Change{All: true}
	}
	return Change{Paths: paths}
}
