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
	for i, f := range next.Files {
		if old := s.File(f.Path); old != nil && old.Hash == f.Hash && old.name == f.name && old.linked == f.linked {
			next.Files[i], next.byPath[f.Path] = old, old
		}
	}
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
	w := walker{fsys: fsys, seen: make(map[string]string, len(s.Files))}
	var kept []*File
	for _, f := range s.Files {
		if !touched(changed, f.name) {
			w.seen[f.Path] = f.name
			kept = append(kept, f)
		}
	}
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
	next := newSnapshot(append(kept, fresh...), w.skipped)
	if next.clashes() {
		return Read(ctx, fsys)
	}
	return next, nil
}

// Equal tells whether two snapshots hold the same files with the same bytes.
func (s *Snapshot) Equal(other *Snapshot) bool {
	return slices.EqualFunc(s.Files, other.Files, func(a, b *File) bool { return a.Path == b.Path && a.Hash == b.Hash }) &&
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
