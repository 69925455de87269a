package watch

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is what polling remembers of a site's files, by their paths, and of its
// folders, by their paths with a slash behind them.
type tree map[string]stamp

// stamp tells one state of a file from another without its bytes being read.
type stamp struct {
	size    int64
	mtime   int64 // nanoseconds
	inode   uint64
	fresh   bool   // it can change once more and have the same time
	problem string // why a folder can't be read, whose content is then missing
}

// poller compares the site with what it was.
type poller struct {
	site site
	opts Options
	seen tree
	last []string      // the paths reported last, which their reader may be reading yet
	told []string      // the paths reported before those
	cost time.Duration // of the latest look
}

func newPoller(s site, opts Options) *poller {
	p := &poller{site: s, opts: opts}
	p.seen = p.look()
	return p
}

// poll reports changes until ctx ends.
func (w *watcher) poll(ctx context.Context, p *poller) {
	for sleep(ctx, p.pause()) {
		next := p.settled(ctx)
		paths := p.seen.differences(next, slices.Concat(p.told, p.last))
		p.seen = next
		if !w.send(ctx, changeOf(paths)) {
			return
		}
		if len(paths) > 0 {
			p.told, p.last = p.last, paths
		}
	}
}

// pause returns the time between two looks. If nobody chose it, looking takes
// at most a tenth of the time, however slow the file system is.
func (p *poller) pause() time.Duration {
	if p.opts.Poll > 0 {
		return p.opts.Poll
	}
	return max(time.Second, 9*p.cost)
}

// settled looks until nothing has changed for the length of a window, so that
// a save is seen whole, or until the burst is at its longest.
func (p *poller) settled(ctx context.Context) tree {
	next := p.look()
	if maps.Equal(next, p.seen) {
		return next
	}
	for end := time.Now().Add(p.opts.Cap); time.Now().Before(end) && sleep(ctx, p.opts.Window); {
		again := p.look()
		if maps.Equal(again, next) {
			break
		}
		next = again
	}
	return next
}

func (p *poller) look() tree {
	start := time.Now()
	t := tree{}
	t.read(p.site, ".", start)
	p.cost = time.Since(start)
	return t
}

// read takes in a folder and all below it.
func (t tree) read(s site, rel string, now time.Time) {
	entries, err := s.list(rel)
	if err != nil {
		t[rel] = stamp{problem: err.Error()}
	}
	for _, e := range entries {
		name := path.Join(rel, e.Name())
		if e.IsDir() {
			if info, err := e.Info(); err == nil {
				t[name+"/"] = stampOf(info, now)
			}
			t.read(s, name, now)
		} else if info, err := fileInfo(s.file(name), e); err == nil && !info.IsDir() {
			t[name] = stampOf(info, now)
		}
	}
}

// fileInfo describes a file, of a link its target.
func fileInfo(file string, e fs.DirEntry) (fs.FileInfo, error) {
	if e.Type()&fs.ModeSymlink != 0 {
		return os.Stat(file)
	}
	return e.Info()
}

func stampOf(info fs.FileInfo, now time.Time) stamp {
	mtime := info.ModTime()
	return stamp{
		size:  info.Size(),
		mtime: mtime.UnixNano(),
		inode: inode(info),
		fresh: now.Sub(mtime) < tick(mtime),
	}
}

// tick returns the coarsest step in which the file system may count: FAT knows
// only even seconds, and kernels keep one time for some milliseconds. While a
// file is younger than that it may be written again, to the same size, and show
// the same time; so it is looked at once more when it is older.
// (Git calls such files racy: https://git-scm.com/docs/racy-git)
func tick(mtime time.Time) time.Duration {
	if mtime.Nanosecond() == 0 {
		return 3 * time.Second
	}
	return 20 * time.Millisecond
}

// differences returns the sorted paths of files that are not the same in both
// trees, and those of the paths told before in whose folders anything came or
// went: between two looks a reader may have met there what neither look has seen.
func (t tree) differences(next tree, told []string) []string {
	var paths []string
	for name, stamp := range next {
		if before, ok := t[name]; (!ok || before != stamp) && !strings.HasSuffix(name, "/") {
			paths = append(paths, name)
		}
	}
	for name := range t {
		if _, ok := next[name]; !ok && !strings.HasSuffix(name, "/") {
			paths = append(paths, name)
		}
	}
	for _, name := range told {
		if t.stirred(next, name) {
			paths = append(paths, name)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// stirred tells whether anything came or went at a path or in a folder above it.
func (t tree) stirred(next tree, name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if t[name+"/"] != next[name+"/"] {
			return true
		}
	}
	return false
}

// sleep waits, and tells whether ctx still goes on.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-time.After(d):
		return true
	case <-ctx.Done():
		return false
	}
}
