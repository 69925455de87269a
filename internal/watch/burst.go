package watch

import (
	"time"

	"github.com/fsnotify/fsnotify"
)

// burst is what happened in quick succession, as when an editor saves.
type burst struct {
	ops  map[string]fsnotify.Op // all that happened to a path of the site
	lost bool                   // something happened, and nobody knows what or where
}

func (b burst) empty() bool { return !b.lost && len(b.ops) == 0 }

// gatherer makes bursts out of a feed.
type gatherer struct {
	feed  feed
	site  site
	opts  Options
	burst burst
	start time.Time // of the burst
}

// run reads the feed until it closes, and never keeps it waiting: as long as
// nobody takes a burst, it grows.
func (g *gatherer) run(out chan<- burst) {
	defer close(out)
	end := time.NewTimer(time.Hour)
	defer end.Stop()
	var ready chan<- burst // out once the burst has ended
	for {
		select {
		case ev, ok := <-g.feed.events:
			if !ok {
				return
			}
			if g.note(ev) {
				ready = nil
				end.Reset(g.left())
			}
		case _, ok := <-g.feed.errors:
			if !ok {
				return
			}
			g.lose()
			ready = nil
			end.Reset(g.left())
		case <-end.C:
			if !g.burst.empty() {
				ready = out
			}
		case ready <- g.burst:
			g.burst, ready = burst{}, nil
		}
	}
}

// note adds an event to the burst, if it counts. One that tells of attributes
// alone does not: indexers, backups and virus scanners cause them all the time.
func (g *gatherer) note(ev fsnotify.Event) bool {
	rel, ok := g.site.rel(ev.Name)
	if !ok || ev.Op == fsnotify.Chmod {
		return false
	}
	g.begin()
	g.burst.ops[rel] |= ev.Op
	if len(g.burst.ops) > maxPaths {
		g.lose()
	}
	return true
}

// lose makes of the burst one that says to look at everything. Whatever the
// error was, an overflow of the system's queue or another, events are missing.
func (g *gatherer) lose() {
	g.begin()
	g.burst.lost = true
	clear(g.burst.ops)
}

func (g *gatherer) begin() {
	if g.burst.ops == nil {
		g.burst.ops = map[string]fsnotify.Op{}
		g.start = time.Now()
	}
}

// left returns how long to wait for more.
func (g *gatherer) left() time.Duration {
	return min(g.opts.Window, g.opts.Cap-time.Since(g.start))
}
