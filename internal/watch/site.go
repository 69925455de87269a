package watch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"stagecraft/internal/source"
)

// site is the absolute path of a site's folder. What it says of which paths
// count agrees with source.Read. Paths in the site are relative to it and
// slash-separated; "." is the folder itself.
type site string

// parts are what counts in the site's folder itself.
func (s site) parts() []string { return []string{"site.toml", "content", "themes"} }

// file returns the name under which the system knows a path of the site.
func (s site) file(rel string) string { return filepath.Join(string(s), filepath.FromSlash(rel)) }

// rel returns the path of an event's file, and whether its name counts. The
// folders above it need no look, since folders that don't count are not watched.
func (s site) rel(name string) (string, bool) {
	rel, err := filepath.Rel(string(s), name)
	if err != nil {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	if strings.Contains(rel, "/") {
		return rel, !source.Ignored(path.Base(rel))
	}
	return rel, rel == "." || slices.Contains(s.parts(), rel)
}

// isFolder tells whether a path is a folder to watch. As in source.Read, links
// to folders are not followed, but content and themes may be links.
func (s site) isFolder(rel string) bool {
	stat := os.Lstat
	if !strings.Contains(rel, "/") {
		stat = os.Stat
	}
	info, err := stat(s.file(rel))
	return err == nil && info.IsDir()
}

// list returns what counts in a folder; of one that is gone, nothing.
func (s site) list(rel string) ([]fs.DirEntry, error) {
	if rel == "." {
		return s.listParts(), nil
	}
	entries, err := os.ReadDir(s.file(rel))
	if gone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return source.Ignored(e.Name()) }), nil
}

func (s site) listParts() []fs.DirEntry {
	var entries []fs.DirEntry
	for _, name := range s.parts() {
		if info, err := os.Stat(s.file(name)); err == nil {
			entries = append(entries, fs.FileInfoToDirEntry(info))
		}
	}
	return entries
}

// network returns the first part of the site that lies on a network file
// system, and what kind that is.
func (s site) network(kindOf func(path string) string) (kind, at string) {
	for _, rel := range append([]string{"."}, s.parts()...) {
		if kind := kindOf(s.file(rel)); kind != "" {
			return kind, s.file(rel)
		}
	}
	return "", ""
}

// gone tells whether a folder is no longer there, or no longer a folder.
func gone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
