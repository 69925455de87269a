package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// unchanged reports whether the site holds the file already, byte for byte,
// or refuses it if something that isn't ours is in its place.
func (st *stage) unchanged(f arrival, c comparer) (bool, error) {
	if f.absent {
		return false, nil
	}
	info, err := st.site.root.Lstat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("check %s: %w", st.site.show(f.Path), err)
	case info.IsDir():
		st.mu.Lock()
		defer st.mu.Unlock()
		st.replaced = append(st.replaced, f.Path) // judged when all paths are known
		return false, nil
	case !info.Mode().IsRegular(), !st.site.old[f.Path] && !st.site.wroteAs(f.Path, info):
		return false, st.site.foreign(f.Path)
	case !st.site.old[f.Path]:
		return false, nil
	case f.Open == nil && info.Size() != int64(len(f.Data)):
		return false, nil
	}
	same, err := c.same(st.site.root, f.File)
	if err != nil {
		return false, fmt.Errorf("compare %s: %w", st.site.show(f.Path), err)
	}
	return same, nil
}

// wroteAs reports whether the file at p is one of ours under a name in other
// case: where the file system ignores case, a page renamed from About.html to
// about.html finds its old self in its place. The switch removes that first.
func (s *site) wroteAs(p string, info fs.FileInfo) bool {
	for old := range s.old {
		if strings.EqualFold(old, p) {
			if was, err := s.root.Lstat(old); err == nil && os.SameFile(was, info) {
				return true
			}
		}
	}
	return false
}

// A comparer holds a worker's two buffers.
type comparer struct{ disk, next []byte }

func newComparer() comparer {
	const size = 32 << 10
	return comparer{make([]byte, size), make([]byte, size)}
}

// same reports whether the file on disk has the content of f.
func (c comparer) same(root *os.Root, f File) (bool, error) {
	disk, err := root.Open(f.Path)
	if err != nil {
		return false, err
	}
	defer disk.Close()
	next, err := f.open()
	if err != nil {
		return false, err
	}
	defer next.Close()
	for {
		n, err := readFull(disk, c.disk)
		if err != nil {
			return false, err
		}
		m, err := readFull(next, c.next)
		if err != nil {
			return false, err
		}
		if !bytes.Equal(c.disk[:n], c.next[:m]) {
			return false, nil
		}
		if n < len(c.disk) {
			return true, nil
		}
	}
}

// readFull fills buf, or as much of it as there is before the end.
func readFull(r io.Reader, buf []byte) (int, error) {
	n, err := io.ReadFull(r, buf)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return n, err
}
