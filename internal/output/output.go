// Package output puts a finished site on disk.
//
// In goes a stream of files, out comes a folder that holds exactly those,
// beside whatever the author keeps there. It writes only what differs and
// removes only what an earlier build wrote. At any moment, also when the build
// is killed or the disk is full, every page in the folder is whole, either the
// old one or the new one, and the next build completes the rest.
//
// The folder dir holds, beside the site:
//
//	dir/.stagecraft/manifest.json  the paths that are ours: sorted, versioned
//	dir/.stagecraft/lock           held while a build writes
//	dir/.stagecraft/stage/         new content on its way; gone after a build
//
// A build goes through these steps, and only the fourth touches the site:
//
//  1. guard: refuse folders that must never be written (guard.go);
//  2. take the lock, read the manifest, clear what a killed build left;
//  3. write each file that differs (compare.go) into the stage (stage.go),
//     together with the manifests, and sync once;
//  4. switch, by renames and removals only (switch.go).
//
// What must stay true: nothing happens to a path unless it passed CheckPath;
// inside dir everything goes through one [os.Root], and no link is followed;
// a file that no manifest lists is neither replaced nor removed; the manifest
// lists a file before the file appears.
package output

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// Folder is the name of the folder, inside the output folder, that belongs to
// stagecraft itself. It is no part of the site: a deployment leaves it out.
const Folder = ".stagecraft"

const (
	manifestPath = Folder + "/manifest.json"
	lockPath     = Folder + "/lock"
	stagePath    = Folder + "/stage"

	fileMode = 0o644
	dirMode  = 0o755
)

// File is one file of the finished site.
type File struct {
	// Path is relative to the output folder, slash-separated, in NFC, and names
	// a place below it: no "..", no backslash, no control character, no .git
	// or .stagecraft folder.
	Path string

	// Data is the content. It must not change until Done is called or Write has
	// returned.
	Data []byte

	// Done, when it is set, is called once Data has been written, so that its
	// memory can serve for another file. It is not called after an error.
	Done func()

	// Open, when it is set, is used instead of Data: a source too large to be
	// held in memory. It may be called twice, first to compare and then to
	// copy, from a goroutine of Write's own.
	Open func() (io.ReadCloser, error)
}

func (f File) open() (io.ReadCloser, error) {
	if f.Open != nil {
		return f.Open()
	}
	return io.NopCloser(bytes.NewReader(f.Data)), nil
}

// Options change how Write works. The zero value is a build's usual case,
// except that it knows no source folder to protect.
type Options struct {
	// Source is the site's folder, the one with site.toml. The output folder
	// may lie inside it, but not be it, hold it, or lie in its content.
	Source string

	// NoSync leaves out the wait for the disk, for previews and tests. A
	// killed process still does no harm then; a power cut may.
	NoSync bool

	// OnWait is called at most once, from Write's goroutine, when another
	// build holds the folder and Write begins to wait for it.
	OnWait func()

	// step is called before each step that changes the folder; an error from
	// it stands for a failure of that step. For tests.
	step func(name string) error
}

// Stats tells what a Write did.
type Stats struct {
	Written   int   // files that are new or differ from the earlier ones
	Unchanged int   // files left alone, with their modification time
	Removed   int   // files of an earlier build that the site no longer has
	Bytes     int64 // size of the written files together
}

// Write makes the folder dir hold the given files, creating it if need be. It
// returns once the files are in place.
//
// The sequence is started after the folder is found fit and other builds in it
// have finished; it is consumed in the calling goroutine. Files are written as
// they come, so that only a few are in memory. An error from the sequence is
// returned as it is. When that, a failed read or a cancelled ctx ends the
// build early, the earlier site is as it was.
//
// Two files of the same path, a path that is both a file and a folder, and a
// path that breaks the rules of [File] are errors. A folder that is unfit for
// output, a file in the way that no earlier build wrote, and a manifest that
// cannot be understood give a [*RefusedError].
//
// An error of the disk in the middle of the switch leaves some pages new and
// some old, each of them whole; the next Write completes it.
func Write(ctx context.Context, dir string, files iter.Seq2[File, error], opts Options) (Stats, error) {
	place, err := guard(dir, opts.Source)
	if err != nil {
		return Stats{}, err
	}
	unlock, err := enter(ctx, place, opts.OnWait)
	if err != nil {
		return Stats{}, err
	}
	defer unlock()

	s, err := openSite(dir, place, opts)
	if err != nil {
		return Stats{}, err
	}
	defer s.root.Close()

	st, err := newStage(s)
	if err != nil {
		return Stats{}, err
	}
	defer st.clear()

	if err := st.fill(ctx, files); err != nil {
		return Stats{}, err
	}
	return st.publish()
}

// A site is an output folder whose lock we hold.
type site struct {
	name   string   // the folder as the caller wrote it, for messages
	root   *os.Root // the folder itself: the way to every file in it
	old    manifest // what earlier builds wrote; nil before the first
	noSync bool
	step   func(string) error
}

func openSite(name, place string, opts Options) (*site, error) {
	root, err := os.OpenRoot(place)
	if err != nil {
		return nil, fmt.Errorf("open output folder: %w", err)
	}
	s := &site{name: name, root: root, noSync: opts.NoSync, step: opts.step}
	if s.step == nil {
		s.step = func(string) error { return nil }
	}
	if s.old, err = readManifest(root, name); err != nil {
		root.Close()
		return nil, err
	}
	return s, nil
}

// show gives the name under which the caller knows a path of the site.
func (s *site) show(path string) string {
	return filepath.Join(s.name, filepath.FromSlash(path))
}
