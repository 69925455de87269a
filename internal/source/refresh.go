package source

import (
	"context"
	"io/fs"
	"path"
	"slices"
)

// Refresh returns the snapshot of the same folder after files have changed. It
// looks again at the given names and at all that is below those that are
// folders; names are as on disk, relative to the site's folder. The result is
// what Read would give, provided that nothing else has changed. Files whose bytes
// are the same are shared with the old snapshot.
func (s *Snapshot) Refresh(ctx context.Context, fsys fs.FS, names []string) (*Snapshot, error) {
	next, err := s.refresh(ctx, fsys, names)
	if err != nil {
		return nil, err
	}
	s.share(next.Files)
	return next, nil
}

func (s *Snapshot) refresh(ctx context.Context, fsys fs.FS, names []string) (*Snapshot, error) {
	if s.clashes() {
		return Read(ctx, fsys) // which of two equal names counts depends on all of them
	}
	changed := make(map[string]bool, len(names))
	for _, name := range append(s.links(), names...) {
		changed[uptoIgnored(name)] = true
	}
	w := walker{fsys: fsys, kept: s.without(changed), seen: map[string]bool{}}
	for _, skip := range s.Skipped {
		if !touched(changed, skip.name) {
			w.skipped = append(w.skipped, skip)
		}
	}
	for name := range changed {
		if touched(changed, path.Dir(name)) {
			continue // its folder is looked at as a whole
		}
		if err := w.look(name); err != nil {
			return nil, err
		}
	}
	fresh, err := readAll(ctx, w.files)
	if err != nil {
		return nil, err
	}
	next := newSnapshot(append(w.kept, fresh...), w.skipped)
	if next.clashes() {
		return Read(ctx, fsys)
	}
	return next, nil
}

// without returns the files that have not changed. Neighbours are in one folder,
// so what is known of it is known of the next file, too.
func (s *Snapshot) without(changed map[string]bool) []*File {
	kept := make([]*File, 0, len(s.Files)+len(changed))
	folder, gone := ".", false
	for _, f := range s.Files {
		if dir := path.Dir(f.name); dir != folder {
			folder, gone = dir, touched(changed, dir)
		}
		if !gone && !changed[f.name] {
			kept = append(kept, f)
		}
	}
	return kept
}

// share puts the files of the snapshot in the place of equal ones in a later
// list. Both are sorted by path.
func (s *Snapshot) share(files []*File) {
	before := s.Files
	for i, f := range files {
		for len(before) > 0 && before[0].Path < f.Path {
			before = before[1:]
		}
		if len(before) == 0 {
			return
		}
		if old := before[0]; old.Path == f.Path && old.Hash == f.Hash && old.name == f.name && old.linked == f.linked {
			files[i] = old
		}
	}
}

// Equal tells whether two snapshots hold the same files with the same bytes.
func (s *Snapshot) Equal(other *Snapshot) bool {
	return slices.EqualFunc(s.Files, other.Files, func(a, b *File) bool { return a == b || a.Path == b.Path && a.Hash == b.Hash }) &&
		slices.Equal(s.Skipped, other.Skipped)
}

// links returns the names of all links: what they lead to may have changed.
func (s *Snapshot) links() []string {
	var names []string
	for _, f := range s.Files {
		if f.linked {
			names = append(names, f.name)
		}
	}
	for _, skip := range s.Skipped {
		if skip.Reason == LeavesSite || skip.Reason == LinkedFolder {
			names = append(names, skip.name)
		}
	}
	return names
}

func (s *Snapshot) clashes() bool {
	return slices.ContainsFunc(s.Skipped, func(skip Skip) bool { return skip.Reason == SameName })
}

// uptoIgnored cuts a name behind the first folder that is left out as a whole.
func uptoIgnored(name string) string {
	for i, c := range name {
		if c == '/' && Ignored(path.Base(name[:i])) {
			return name[:i]
		}
	}
	return name
}

// touched tells whether a name, or a folder that it is in, has changed.
func touched(changed map[string]bool, name string) bool {
	for ; name != "." && name != "/"; name = path.Dir(name) {
		if changed[name] {
			return true
		}
	}
	return false
}
