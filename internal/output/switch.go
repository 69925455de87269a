package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Names of the two manifests in the stage.
const (
	unionName = "union.json" // the old site and the new: true all through the switch
	finalName = "final.json" // the new site
)

// publish turns the old site into the new. All content, both manifests
// included, is on disk before the first rename, so that one sync is enough.
func (st *stage) publish() (Stats, error) {
	if err := st.checkFolders(); err != nil {
		return Stats{}, err
	}
	gone := st.site.old.without(st.files)
	union := st.site.old.union(st.files)
	grows := st.site.old == nil || len(union) > len(st.site.old)
	if len(st.staged) == 0 && len(gone) == 0 && !grows {
		return st.stats, nil
	}
	if err := st.prepare(union); err != nil {
		return Stats{}, err
	}
	if grows {
		if err := st.rename(unionName, manifestPath); err != nil {
			return Stats{}, err
		}
	}
	if err := st.exchange(gone); err != nil {
		return Stats{}, err
	}
	if len(gone) > 0 {
		if err := st.rename(finalName, manifestPath); err != nil {
			return Stats{}, err
		}
	}
	return st.stats, nil
}

// prepare writes the manifests beside the staged files and syncs them all.
func (st *stage) prepare(union manifest) error {
	for name, m := range map[string]manifest{unionName: union, finalName: st.files} {
		text, err := m.encode()
		if err == nil {
			_, err = st.write(name, File{Data: text})
		}
		if err != nil {
			return fmt.Errorf("write manifest of %s: %w", st.site.name, err)
		}
	}
	if err := st.site.step("sync"); err != nil {
		return err
	}
	if st.site.noSync {
		return nil
	}
	folder, err := st.root.Open(".")
	if err != nil {
		return fmt.Errorf("sync %s: %w", st.site.name, err)
	}
	defer folder.Close()
	if err := syncAll(folder); err != nil {
		return fmt.Errorf("sync %s: %w", st.site.name, err)
	}
	return nil
}

// exchange brings the new files in and takes the gone ones out, in this order
// so that a link between pages is dead for as short as can be. Only a gone
// file that is in the way of a new one must leave first.
func (st *stage) exchange(gone []string) error {
	first, last := st.split(gone)
	if err := st.removeAll(first); err != nil {
		return err
	}
	for _, p := range slices.Sorted(maps.Keys(st.staged)) {
		if err := st.makeFolder(path.Dir(p)); err != nil {
			return err
		}
		if err := st.rename(strconv.Itoa(st.staged[p]), p); err != nil {
			return err
		}
	}
	return st.removeAll(last)
}

// split parts the gone files into those that are in the way of a new file and
// the others. In the way is a file where a folder should be, a file in a
// folder where a file should be, and a file whose name differs in case only.
func (st *stage) split(gone []string) (first, last []string) {
	if len(gone) == 0 {
		return nil, nil
	}
	folded := make(map[string]bool, len(st.files))
	for p := range st.files {
		folded[strings.ToLower(p)] = true
	}
	for _, p := range gone {
		_, becomesFolder := st.folders[p]
		if becomesFolder || folded[strings.ToLower(p)] || st.belowFile(p) {
			first = append(first, p)
		} else {
			last = append(last, p)
		}
	}
	return first, last
}

// belowFile reports whether a file of the new site takes the place of a folder
// above p.
func (st *stage) belowFile(p string) bool {
	for dir := range parents(p) {
		if st.files[dir] {
			return true
		}
	}
	return false
}

// checkFolders refuses a path that would be a file and a folder, in the new
// site or because of what stands in the folder.
func (st *stage) checkFolders() error {
	for p := range st.files {
		if _, both := st.folders[p]; both {
			return fmt.Errorf("write %s: the site has a file and a folder of this path", st.site.show(p))
		}
	}
	for _, dir := range st.replaced {
		if err := st.checkReplaced(dir); err != nil {
			return err
		}
	}
	return nil
}

// checkReplaced refuses a folder that a file should replace, unless all that
// it holds is ours and leaves with the switch.
func (st *stage) checkReplaced(dir string) error {
	ours := map[string]bool{}
	for p := range st.site.old {
		for up := range parents(p) {
			ours[up] = true
		}
	}
	return fs.WalkDir(st.site.root.FS(), dir, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("check folder %s: %w", st.site.show(p), err)
		case entry.IsDir() && ours[p], entry.Type().IsRegular() && st.site.old[p]:
			return nil
		}
		return st.site.foreign(p)
	})
}

func (st *stage) makeFolder(dir string) error {
	if st.folders[dir] {
		return nil
	}
	if err := st.site.step("create folder " + dir); err != nil {
		return err
	}
	if err := st.site.root.MkdirAll(dir, dirMode); err != nil {
		return fmt.Errorf("create folder %s: %w", st.site.show(dir), err)
	}
	st.folders[dir] = true
	return nil
}

// rename moves a staged file to its place p in the site.
func (st *stage) rename(staged, p string) error {
	if err := st.site.step("rename " + p); err != nil {
		return err
	}
	if err := st.site.root.Rename(path.Join(stagePath, staged), p); err != nil {
		return fmt.Errorf("write %s: %w", st.site.show(p), err)
	}
	return nil
}

// removeAll removes files of an earlier build, then the folders that are
// empty without them. The folders of a file that a killed build removed before
// us count too.
func (st *stage) removeAll(gone []string) error {
	left := map[string]bool{}
	for _, p := range gone {
		if err := st.remove(p); err != nil {
			return fmt.Errorf("remove %s: %w", st.site.show(p), err)
		}
		for dir := range parents(p) {
			if _, used := st.folders[dir]; !used {
				left[dir] = true
			}
		}
	}
	// In reverse order, a folder comes after those within it.
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(left))) {
		if err := st.removeEmpty(dir); err != nil {
			return fmt.Errorf("remove folder %s: %w", st.site.show(dir), err)
		}
	}
	return nil
}

// remove removes one file of an earlier build. What has taken its place since,
// or that of a folder above it, such as a link, is not ours and stays.
func (st *stage) remove(p string) error {
	if reachable, err := isFolder(st.site.root, path.Dir(p)); !reachable {
		return err
	}
	info, err := st.site.root.Lstat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	if err := st.site.step("remove " + p); err != nil {
		return err
	}
	if err := st.site.root.Remove(p); err != nil {
		return err
	}
	st.stats.Removed++
	return nil
}

func (st *stage) removeEmpty(dir string) error {
	if exists, err := isFolder(st.site.root, dir); !exists {
		return err
	}
	folder, err := st.site.root.Open(dir)
	if err != nil {
		return err
	}
	_, err = folder.Readdirnames(1)
	folder.Close()
	if err != io.EOF {
		return err // nil when it holds something
	}
	if err := st.site.step("remove folder " + dir); err != nil {
		return err
	}
	return st.site.root.Remove(dir)
}
