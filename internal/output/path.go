package output

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// maxName is the longest name of a file or folder that common file systems
// take, in bytes. It is checked early because a rename in the middle of the
// switch is the wrong moment to find out.
const maxName = 255

// CheckPath reports whether p may name a file of the site. It is the only gate
// between a path from outside, be it an author's alias or a manifest, and the
// disk.
func CheckPath(p string) error {
	switch {
	case p == "." || !fs.ValidPath(p) || !filepath.IsLocal(filepath.FromSlash(p)):
		return fmt.Errorf("check path %q: not a relative path below the output folder", p)
	case strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }):
		return fmt.Errorf("check path %q: holds a backslash or a control character", p)
	case !norm.NFC.IsNormalString(p):
		return fmt.Errorf("check path %q: not in Unicode normal form NFC", p)
	}
	for name := range strings.SplitSeq(p, "/") {
		if strings.EqualFold(name, Folder) || strings.EqualFold(name, ".git") {
			return fmt.Errorf("check path %q: %s is not for pages", p, name)
		}
		if len(name) > maxName {
			return fmt.Errorf("check path %q: a name is longer than %d bytes", p, maxName)
		}
	}
	return nil
}

// parents yields the folders above p, from the nearest outwards, without ".".
func parents(p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if !yield(dir) {
				return
			}
		}
	}
}

// isFolder reports whether dir is a folder reached through folders only: a
// link does not count, not even one that stays inside the root.
func isFolder(root *os.Root, dir string) (bool, error) {
	if dir == "." {
		return true, nil
	}
	if up, err := isFolder(root, path.Dir(dir)); !up {
		return false, err
	}
	info, err := root.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && info.IsDir(), err
}
