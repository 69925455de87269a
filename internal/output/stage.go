package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"runtime"
	"strconv"
	"sync"
)

// maxWorkers bounds the goroutines that compare and write. More than a few
// only fight for the locks of the file system.
const maxWorkers = 8

// A stage collects what differs from the folder, beside the folder's files.
// Its own files are numbered and lie flat: that spares it the site's folders.
type stage struct {
	site *site
	root *os.Root // dir/.stagecraft/stage

	// Owned by the goroutine that consumes the sequence.
	files   manifest        // every path of the new site
	folders map[string]bool // every folder of the new site → whether it exists

	mu       sync.Mutex     // guards what the workers report
	staged   map[string]int // path → number of the staged file
	replaced []string       // folders that stand where a file should
	stats    Stats
}

// newStage makes an empty stage. What a killed build has left in it is
// discarded: it may be half-written, and the files are about to come again.
func newStage(s *site) (*stage, error) {
	if err := s.root.RemoveAll(stagePath); err != nil {
		return nil, fmt.Errorf("clear stage of %s: %w", s.name, err)
	}
	if err := s.root.Mkdir(stagePath, dirMode); err != nil {
		return nil, fmt.Errorf("create stage of %s: %w", s.name, err)
	}
	root, err := s.root.OpenRoot(stagePath)
	if err != nil {
		return nil, fmt.Errorf("open stage of %s: %w", s.name, err)
	}
	return &stage{
		site:    s,
		root:    root,
		files:   manifest{},
		folders: map[string]bool{".": true},
		staged:  map[string]int{},
	}, nil
}

// clear removes the stage. A failure does no harm: the next build tries again.
func (st *stage) clear() {
	st.root.Close()
	_ = st.site.root.RemoveAll(stagePath)
}

// An arrival is a file on its way to a worker.
type arrival struct {
	File
	number int
	absent bool // its folder doesn't exist yet, so neither does the file
}

// fill stages the files of the sequence that differ from those on disk.
func (st *stage) fill(ctx context.Context, files iter.Seq2[File, error]) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	queue := make(chan arrival)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), maxWorkers) {
		workers.Go(func() {
			c := newComparer()
			for f := range queue {
				if err := st.put(f, c); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	err := st.feed(ctx, files, queue)
	close(queue)
	workers.Wait()
	if err != nil {
		return err
	}
	return context.Cause(ctx)
}

// feed passes the sequence on to the workers, until its end or an error.
func (st *stage) feed(ctx context.Context, files iter.Seq2[File, error], queue chan<- arrival) error {
	for f, err := range files {
		if err != nil {
			return err
		}
		exists, err := st.admit(f.Path)
		if err != nil {
			return err
		}
		select {
		case queue <- arrival{f, len(st.files), !exists}:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}

// admit enters a path into the new site, and reports whether its folder is
// there already.
func (st *stage) admit(p string) (bool, error) {
	if err := CheckPath(p); err != nil {
		return false, err
	}
	if st.files[p] {
		return false, fmt.Errorf("write %s: two files of the site have this path", st.site.show(p))
	}
	st.files[p] = true
	return st.admitFolder(path.Dir(p))
}

func (st *stage) admitFolder(dir string) (bool, error) {
	if exists, known := st.folders[dir]; known {
		return exists, nil
	}
	exists, err := st.admitFolder(path.Dir(dir))
	if err != nil {
		return false, err
	}
	if exists {
		if exists, err = st.lookFolder(dir); err != nil {
			return false, err
		}
	}
	st.folders[dir] = exists
	return exists, nil
}

func (st *stage) lookFolder(dir string) (bool, error) {
	info, err := st.site.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("check folder %s: %w", st.site.show(dir), err)
	case info.IsDir():
		return true, nil
	case info.Mode().IsRegular() && st.site.old[dir]:
		return false, nil // a page of the old site; the switch removes it
	}
	return false, st.site.foreign(dir)
}

// foreign is the error for something in the way that we did not write.
func (s *site) foreign(p string) error {
	return &RefusedError{
		Path:   s.show(p),
		Reason: "it is in the way, and stagecraft did not write it",
		Fix:    "move it out of the output folder, or rename the source of the page",
	}
}

// put stages one file, if it differs.
func (st *stage) put(f arrival, c comparer) error {
	same, err := st.unchanged(f, c)
	if err != nil {
		return err
	}
	var size int64
	if !same {
		if size, err = st.write(strconv.Itoa(f.number), f.File); err != nil {
			return fmt.Errorf("write %s: %w", st.site.show(f.Path), err)
		}
	}
	if f.Done != nil {
		f.Done()
	}
	st.mu.Lock()
	defer st.mu.Unlock()
	if same {
		st.stats.Unchanged++
		return nil
	}
	st.staged[f.Path] = f.number
	st.stats.Written++
	st.stats.Bytes += size
	return nil
}

// write creates the file name in the stage. It returns the size in bytes.
func (st *stage) write(name string, f File) (int64, error) {
	src, err := f.open()
	if err != nil {
		return 0, err
	}
	defer src.Close()
	dst, err := st.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return 0, err
	}
	size, err := io.Copy(dst, src)
	if err == nil && syncEach && !st.site.noSync {
		err = dst.Sync()
	}
	return size, errors.Join(err, dst.Close())
}
