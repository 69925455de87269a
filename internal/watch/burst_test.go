package watch

import (
	"fmt"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// gathering is a gatherer at work on events that the test makes up.
type gathering struct {
	events chan fsnotify.Event
	errors chan error
	bursts chan burst
	start  time.Time
}

// gatherIn runs a test in a bubble, where time passes only when all wait.
func gatherIn(t *testing.T, test func(t *testing.T, g *gathering)) {
	synctest.Test(t, func(t *testing.T) {
		g := &gathering{make(chan fsnotify.Event), make(chan error), make(chan burst), time.Now()}
		in := feed{events: g.events, errors: g.errors}
		go (&gatherer{feed: in, site: "/site", opts: Options{}.withDefaults()}).run(g.bursts)
		test(t, g)
		close(g.events)
	})
}

func (g *gathering) event(rel string, op fsnotify.Op) {
	g.events <- fsnotify.Event{Name: filepath.Join("/site", rel), Op: op}
}

func TestBurstEndsWhenItIsQuiet(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		g.event("content/a.md", fsnotify.Create)
		time.Sleep(49 * time.Millisecond)
		g.event("content/a.md", fsnotify.Write)
		time.Sleep(49 * time.Millisecond)
		g.event("content/b.md", fsnotify.Remove)
		b := <-g.bursts
		if took := time.Since(g.start); took != 148*time.Millisecond {
			t.Errorf("the burst took %v", took)
		}
		if len(b.ops) != 2 || b.ops["content/a.md"] != fsnotify.Create|fsnotify.Write || b.lost {
			t.Errorf("got %+v", b)
		}
	})
}

func TestBurstEndsAtItsCap(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		go func() {
			for range 20 {
				g.event("content/a.md", fsnotify.Write)
				time.Sleep(30 * time.Millisecond)
			}
		}()
		<-g.bursts
		if took := time.Since(g.start); took != 500*time.Millisecond {
			t.Errorf("the burst took %v", took)
		}
		<-g.bursts
	})
}

func TestBurstsThatNobodyTakesBecomeOne(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		for i := range 10 {
			g.event(fmt.Sprintf("content/%d.md", i), fsnotify.Write)
			time.Sleep(time.Second)
		}
		if b := <-g.bursts; len(b.ops) != 10 {
			t.Errorf("got %+v", b)
		}
		time.Sleep(2 * time.Hour)
		select {
		case b := <-g.bursts:
			t.Errorf("got another: %+v", b)
		default:
		}
	})
}

func TestBurstThatNobodyTookGoesOnUntilItIsQuietAgain(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		g.event("content/a.md", fsnotify.Write)
		time.Sleep(100 * time.Millisecond)
		g.event("content/b.md", fsnotify.Write)
		<-g.bursts
		if took := time.Since(g.start); took != 150*time.Millisecond {
			t.Errorf("the burst took %v", took)
		}
	})
}

func TestErrorMeansThatEventsAreLost(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		g.event("content/a.md", fsnotify.Write)
		g.errors <- fsnotify.ErrEventOverflow
		if b := <-g.bursts; !b.lost {
			t.Errorf("got %+v", b)
		}
	})
}

func TestBurstOfTooManyPathsIsKeptSmall(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		for i := range 5 * maxPaths {
			g.event(fmt.Sprintf("content/%d.md", i), fsnotify.Write)
		}
		if b := <-g.bursts; !b.lost || len(b.ops) > maxPaths {
			t.Errorf("lost is %v, with %d paths", b.lost, len(b.ops))
		}
	})
}

func TestEventsThatDoNotCountMakeNoBurst(t *testing.T) {
	gatherIn(t, func(t *testing.T, g *gathering) {
		g.event("content/a.md", fsnotify.Chmod)
		g.event("content/a.md~", fsnotify.Write)
		g.event("public", fsnotify.Create)
		g.event("..", fsnotify.Create)
		time.Sleep(time.Second)
		select {
		case b := <-g.bursts:
			t.Errorf("got %+v", b)
		default:
		}
	})
}
