package watch

import (
	"context"
	"maps"
	"path"
	"slices"

	"github.com/fsnotify/fsnotify"
)

// feed is what is needed of an fsnotify.Watcher.
type feed struct {
	events <-chan fsnotify.Event
	errors <-chan error
	add    func(folder string) error
	close  func() error
}

func openFeed() (feed, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return feed{}, err
	}
	return feed{w.Events, w.Errors, w.Add, w.Close}, nil
}

// session is one set of watches, one for each folder, and what comes of them.
//
// When a watched folder is renamed or removed, all watches are given up and
// taken anew. To follow it would cost less, but fsnotify goes on to report the
// folders inside by their old names, and gives a folder that is found at its new
// place before the event arrives no watch of its own.
type session struct {
	site     site
	opts     Options
	openFeed func() (feed, error)

	feed    feed
	folders map[string]bool // those watched
	bursts  <-chan burst    // closed when the feed is
}

// open begins to watch the whole site. Bursts are gathered from the start:
// fsnotify can hold its lock until its errors are read, and add waits for that.
func (s *session) open() error {
	f, err := s.openFeed()
	if err != nil {
		return err
	}
	bursts := make(chan burst)
	s.feed, s.folders, s.bursts = f, map[string]bool{}, bursts
	go (&gatherer{feed: f, site: s.site, opts: s.opts}).run(bursts)
	if err := s.watch("."); err != nil {
		s.close()
		return err
	}
	return nil
}

// close ends the session, if it has not ended; it may be opened again.
func (s *session) close() {
	s.feed.close() // its error would change nothing
	for range s.bursts {
	}
}

// watch adds a folder and those below it. A folder is watched before it is
// read, so that what appears inside is either read or comes as an event.
func (s *session) watch(rel string) error {
	if err := s.feed.add(s.site.file(rel)); err != nil {
		if gone(err) && rel != "." {
			return nil
		}
		return err
	}
	s.folders[rel] = true
	entries, err := s.site.list(rel)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		if err := s.watch(path.Join(rel, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// take brings the watches up to date with a burst, then says where to look. In
// this order nothing is lost: what happens after the look is an event again.
func (s *session) take(b burst) (Change, error) {
	if b.lost || s.movesFolder(b) {
		s.close()
		return Change{All: true}, s.open()
	}
	var paths []string
	for _, rel := range slices.Sorted(maps.Keys(b.ops)) {
		op := b.ops[rel]
		if op == fsnotify.Write && s.folders[rel] {
			continue // Windows and BSD say this of a folder when something in it has its own event
		}
		paths = append(paths, rel)
		if op.Has(fsnotify.Create) && s.site.isFolder(rel) {
			if err := s.watch(rel); err != nil {
				return Change{}, err
			}
		}
	}
	return changeOf(paths), nil
}

// movesFolder tells whether a watched folder was renamed or removed.
func (s *session) movesFolder(b burst) bool {
	for rel, op := range b.ops {
		if s.folders[rel] && (op.Has(fsnotify.Rename) || op.Has(fsnotify.Remove)) {
			return true
		}
	}
	return false
}

// follow reports changes until ctx ends, which gives nil, or until there can be
// no more events, which gives the reason.
func (w *watcher) follow(ctx context.Context, s *session) error {
	defer s.close()
	for {
		select {
		case <-ctx.Done():
			return nil
		case b, ok := <-s.bursts:
			if !ok {
				b.lost = true
			}
			change, err := s.take(b)
			if err != nil {
				return err
			}
			if !w.send(ctx, change) {
				return nil
			}
		}
	}
}
