package source

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/unicode/norm"
)

// isGone tells whether an error says that nothing stands at a name, or that a
// folder above it has become a file.
func isGone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// Skip is a file or folder that a Snapshot leaves out.
type Skip struct {
	Path   string // NFC; of a folder, its whole content is left out
	Reason SkipReason
	Other  string // for SameName, the path that it clashes with

	name string // as it is on disk
}

// SkipReason tells why a file is left out.
type SkipReason int

// The reasons for which a file is left out.
const (
	Dotfile      SkipReason = iota // its name starts with a dot
	TempFile                       // an editor's or a system's temporary file
	LeavesSite                     // a link to somewhere outside the site's folder
	LinkedFolder                   // a link to a folder; only links to files are followed
	Irregular                      // a device, socket or pipe
	SameName                       // its name equals another's once both are NFC
)

// Read takes a snapshot of the site's folder: site.toml and all that is below
// content and themes. A folder that does not exist is an empty one. The error
// is a fault of the disk or its permissions, never a mistake in a file.
//
// Links are followed only as far as fsys follows them: open the folder as an
// os.Root to keep them inside.
func Read(ctx context.Context, fsys fs.FS) (*Snapshot, error) {
	w := walker{fsys: fsys, seen: map[string]bool{}}
	for _, name := range []string{"site.toml", "content", "themes"} {
		if err := w.look(name); err != nil {
			return nil, err
		}
	}
	files, err := readAll(ctx, w.files)
	if err != nil {
		return nil, err
	}
	return newSnapshot(files, w.skipped), nil
}

func newSnapshot(files []*File, skipped []Skip) *Snapshot {
	slices.SortFunc(files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(skipped, func(a, b Skip) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.name, b.name)) })
	return &Snapshot{Files: files, Skipped: skipped}
}

// walker gathers the names of files before any is read.
type walker struct {
	fsys    fs.FS
	kept    []*File // of an earlier snapshot, sorted by path; not looked at again
	files   []*File
	skipped []Skip
	seen    map[string]bool // paths of files
}

// look takes whatever stands at a name: a file, or a folder with all below it.
func (w *walker) look(name string) error {
	top, _, _ := strings.Cut(name, "/")
	if name != "site.toml" && top != "content" && top != "themes" {
		return nil
	}
	info, err := fs.Lstat(w.fsys, name)
	switch {
	case isGone(err):
		return nil
	case err != nil:
		return fmt.Errorf("read %s: %w", name, err)
	case info.IsDir() && Ignored(info.Name()):
		reason, _ := skipName(info.Name())
		w.skip(name, reason)
		return nil
	case info.IsDir():
		return w.folder(name)
	}
	w.entry(name, fs.FileInfoToDirEntry(info))
	return nil
}

func (w *walker) folder(dir string) error {
	entries, err := fs.ReadDir(w.fsys, dir)
	if isGone(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read folder %s: %w", dir, err)
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if !e.IsDir() {
			w.entry(name, e)
			continue
		}
		if reason, skip := skipName(e.Name()); skip {
			w.skip(name, reason)
			continue
		}
		if err := w.folder(name); err != nil {
			return err
		}
	}
	return nil
}

// entry takes or skips what is not a folder.
func (w *walker) entry(name string, e fs.DirEntry) {
	if reason, skip := skipName(e.Name()); skip {
		w.skip(name, reason)
		return
	}
	mode := e.Type()
	linked := mode&fs.ModeSymlink != 0
	if linked {
		info, err := fs.Stat(w.fsys, name)
		switch {
		case err != nil:
			w.skip(name, LeavesSite)
			return
		case info.IsDir():
			w.skip(name, LinkedFolder)
			return
		}
		mode = info.Mode().Type()
	}
	if !mode.IsRegular() {
		w.skip(name, Irregular)
		return
	}
	nfc := norm.NFC.String(name)
	if w.seen[nfc] || find(w.kept, nfc) != nil {
		w.skipped = append(w.skipped, Skip{Path: name, Reason: SameName, Other: nfc, name: name})
		return
	}
	w.seen[nfc] = true
	w.files = append(w.files, &File{Path: nfc, fsys: w.fsys, name: name, linked: linked})
}

func (w *walker) skip(name string, reason SkipReason) {
	w.skipped = append(w.skipped, Skip{Path: norm.NFC.String(name), Reason: reason, name: name})
}

// Ignored tells whether a file or folder below content or themes is left out
// for its name alone: a dotfile, or an editor's or a system's temporary file.
func Ignored(name string) bool {
	_, skip := skipName(name)
	return skip
}

// skipName tells whether a name alone is reason enough to leave a file out.
func skipName(name string) (SkipReason, bool) {
	switch {
	case strings.HasPrefix(name, "."):
		return Dotfile, true
	case strings.HasSuffix(name, "~"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),
		strings.HasPrefix(name, "~$"),
		name == "4913",                                                                   // vim probes with it whether a folder can be written
		strings.HasSuffix(name, "___jb_tmp___"), strings.HasSuffix(name, "___jb_old___"), // JetBrains editors save through them
		name == "Thumbs.db", name == "desktop.ini",
		slices.Contains([]string{".swp", ".swx", ".tmp", ".part", ".crdownload"}, strings.ToLower(path.Ext(name))):
		return TempFile, true
	}
	return 0, false
}

// readAll fills in the files, several at a time, and returns those that are
// still there.
func readAll(ctx context.Context, files []*File) ([]*File, error) {
	gone := make([]bool, len(files))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0) * 2)
	for i, f := range files {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := f.read()
			gone[i] = isGone(err)
			if gone[i] {
				return nil // removed since the folder was listed
			}
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var there []*File
	for i, f := range files {
		if !gone[i] {
			there = append(there, f)
		}
	}
	return there, nil
}

// read fills in size, hash and, of a text file, the text.
func (f *File) read() error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	if !isText(f.Path) {
		return f.digest(r)
	}
	info, err := r.(fs.File).Stat()
	if err != nil {
		return fmt.Errorf("read %s: %w", f.Path, err)
	}
	if info.Size() > MaxText {
		f.Bad = &TextError{Problem: TooLarge}
		f.Text = []byte{}
		return f.digest(r)
	}
	raw := make([]byte, info.Size(), info.Size()+1)
	n, err := io.ReadFull(r, raw)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return fmt.Errorf("read %s: %w", f.Path, err)
	}
	raw = raw[:n]
	f.Size = int64(n)
	f.Hash = sha256.Sum256(raw)
	f.Text, f.Bad = normalise(raw)
	if f.Text == nil {
		f.Text = []byte{}
	}
	return nil
}

// digest reads a file to its end, once. What the header of a picture is read
// from goes into the hash on the way.
func (f *File) digest(r io.Reader) error {
	h := sha256.New()
	var size counter
	all := io.TeeReader(r, io.MultiWriter(h, &size))
	f.Picture = pictureOf(f.Path, all)
	if _, err := io.Copy(io.Discard, all); err != nil {
		return fmt.Errorf("read %s: %w", f.Path, err)
	}
	f.Size = int64(size)
	h.Sum(f.Hash[:0])
	return nil
}

// counter counts the bytes that are written to it.
type counter int64

// Write implements io.Writer.
func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// isText tells which files the compiler reads itself.
func isText(p string) bool {
	switch path.Ext(p) {
	case ".md", ".toml", ".csv":
		return true
	case ".html", ".css", ".js":
		return strings.HasPrefix(p, "themes/")
	}
	return false
}
