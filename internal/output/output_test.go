package output

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/iotest"
	"time"
)

// A tree is the content of a folder: path → text; an empty folder ends in "/".
type tree map[string]string

// files yields the tree as a site, in the order of its paths.
func (t tree) files() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, p := range slices.Sorted(maps.Keys(t)) {
			if !yield(File{Path: p, Data: []byte(t[p])}, nil) {
				return
			}
		}
	}
}

// with yields the tree and then one more file or error.
func (t tree) with(last File, err error) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for f := range t.files() {
			if !yield(f, nil) {
				return
			}
		}
		yield(last, err)
	}
}

// readTree reads a folder, without any folder of our own. Links are shown, not followed.
func readTree(t *testing.T, dir string) tree {
	t.Helper()
	got := tree{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		switch {
		case entry.IsDir() && entry.Name() == Folder:
			return fs.SkipDir
		case entry.IsDir():
			if inside, err := os.ReadDir(path); err == nil && len(inside) == 0 && path != dir {
				got[name+"/"] = ""
			}
		case entry.Type()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(path)
			got[name] = "-> " + target
		default:
			text, err := os.ReadFile(path)
			got[name] = string(text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func wantTree(t *testing.T, dir string, want tree) {
	t.Helper()
	if got := readTree(t, dir); !maps.Equal(got, want) {
		t.Errorf("%s holds\n%v\nwant\n%v", dir, got, want)
	}
}

var quick = Options{NoSync: true}

func mustWrite(t *testing.T, dir string, site tree) Stats {
	t.Helper()
	stats, err := Write(t.Context(), dir, site.files(), quick)
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

// put writes a file that is not ours.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantRefused(t *testing.T, err error, path, reason string) {
	t.Helper()
	var refused *RefusedError
	if !errors.As(err, &refused) {
		t.Fatalf("error is %v, want a RefusedError", err)
	}
	if refused.Path != path || !strings.Contains(refused.Reason, reason) || refused.Fix == "" {
		t.Errorf("refused %q because %q, fix %q; want %q because of %q", refused.Path, refused.Reason, refused.Fix, path, reason)
	}
}

func TestFirstWriteCreatesEverything(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	site := tree{"index.html": "home", "stages/aware.html": "aware", "empty.txt": "", "stages/Điểm.html": "d"}
	stats, err := Write(t.Context(), dir, site.files(), Options{}) // with sync
	if want := (Stats{Written: 4, Bytes: 10}); err != nil || stats != want {
		t.Errorf("stats are %+v, %v; want %+v", stats, err, want)
	}
	wantTree(t, dir, site)
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(stagePath))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the stage is still there: %v", err)
	}
}

func TestFilesHaveTheUsualModes(t *testing.T) {
	base := t.TempDir()
	put(t, filepath.Join(base, "usual", "file"), "") // takes the umask into account
	mustWrite(t, filepath.Join(base, "public"), tree{"a/b.html": "b"})
	for ours, usual := range map[string]string{"public/a/b.html": "usual/file", "public/a": "usual"} {
		got, err := os.Stat(filepath.Join(base, ours))
		want, err2 := os.Stat(filepath.Join(base, usual))
		if err != nil || err2 != nil || got.Mode() != want.Mode() {
			t.Errorf("%s has mode %v, want %v", ours, got.Mode(), want.Mode())
		}
	}
}

func TestOnlyFilesThatDifferAreTouched(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"a.html": "a", "b.html": "same size 1", "c.html": "c"})
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	for p := range readTree(t, dir) {
		if err := os.Chtimes(filepath.Join(dir, p), past, past); err != nil {
			t.Fatal(err)
		}
	}
	site := tree{"a.html": "a", "b.html": "same size 2", "c.html": "longer"}
	if got, want := mustWrite(t, dir, site), (Stats{Written: 2, Unchanged: 1, Bytes: 17}); got != want {
		t.Errorf("stats are %+v, want %+v", got, want)
	}
	wantTree(t, dir, site)
	for p, kept := range map[string]bool{"a.html": true, "b.html": false, "c.html": false} {
		info, err := os.Stat(filepath.Join(dir, p))
		if err != nil || info.ModTime().Equal(past) != kept {
			t.Errorf("%s: modification time kept is %v, want %v (%v)", p, !kept, kept, err)
		}
	}
}

func TestUnchangedSiteTakesNoStep(t *testing.T) {
	dir := t.TempDir()
	site := tree{"a.html": "a", "b/c.html": "c"}
	mustWrite(t, dir, site)
	path := filepath.Join(dir, filepath.FromSlash(manifestPath))
	before, _ := os.Stat(path)
	opts := Options{step: func(name string) error { return errors.New("unexpected step: " + name) }}
	got, err := Write(t.Context(), dir, site.files(), opts)
	if want := (Stats{Unchanged: 2}); err != nil || got != want {
		t.Errorf("stats are %+v, %v; want %+v", got, err, want)
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Errorf("the manifest was replaced (%v)", err)
	}
}

func TestContentLongerThanABufferIsComparedToItsEnd(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("x", 3<<15) // a whole number of buffers
	mustWrite(t, dir, tree{"a.html": long})
	if got := mustWrite(t, dir, tree{"a.html": long}); got.Unchanged != 1 {
		t.Errorf("stats are %+v, want 1 unchanged", got)
	}
	if got := mustWrite(t, dir, tree{"a.html": long[1:] + "y"}); got.Written != 1 {
		t.Errorf("stats are %+v, want 1 written", got)
	}
}

func TestContentFromASourceIsCopiedWhenItDiffers(t *testing.T) {
	dir := t.TempDir()
	for _, step := range []struct {
		text string
		want Stats
	}{
		{"film", Stats{Written: 1, Bytes: 4}},
		{"film", Stats{Unchanged: 1}},
		{"film, longer", Stats{Written: 1, Bytes: 12}},
		{"film", Stats{Written: 1, Bytes: 4}},
	} {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(step.text)), nil }
		got, err := Write(t.Context(), dir, tree{}.with(File{Path: "film.mp4", Open: open}, nil), quick)
		if err != nil || got != step.want {
			t.Errorf("%q: stats are %+v, %v; want %+v", step.text, got, err, step.want)
		}
		wantTree(t, dir, tree{"film.mp4": step.text})
	}
}

func TestRemovedPagesTakeTheirEmptyFoldersAlong(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"index.html": "i", "a/b/c.html": "c", "a/b/d/e.html": "e", "f/g.html": "g", "h/i.html": "i"})
	put(t, filepath.Join(dir, "f", "theirs.txt"), "theirs")
	if err := os.MkdirAll(filepath.Join(dir, "their-empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got := mustWrite(t, dir, tree{"index.html": "i", "h/j.html": "j"}); got.Removed != 4 {
		t.Errorf("stats are %+v, want 4 removed", got)
	}
	wantTree(t, dir, tree{"index.html": "i", "f/theirs.txt": "theirs", "h/j.html": "j", "their-empty/": ""})
}

func TestForeignFileIsNotOverwritten(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"index.html": "old"})
	put(t, filepath.Join(dir, "CNAME"), "example.org")
	_, err := Write(t.Context(), dir, tree{"CNAME": "ours", "index.html": "new"}.files(), quick)
	wantRefused(t, err, filepath.Join(dir, "CNAME"), "did not write it")
	_, err = Write(t.Context(), dir, tree{"CNAME/x.html": "ours", "index.html": "new"}.files(), quick)
	wantRefused(t, err, filepath.Join(dir, "CNAME"), "did not write it")
	wantTree(t, dir, tree{"index.html": "old", "CNAME": "example.org"})
}

func TestEarlyEndLeavesTheEarlierSite(t *testing.T) {
	failure := errors.New("template: wrong")
	reader := func(r io.Reader) func() (io.ReadCloser, error) {
		return func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
	}
	full := io.MultiReader(strings.NewReader("some"), iotest.ErrReader(syscall.ENOSPC))
	site := tree{"a.html": "new", "added.html": "new"}
	for name, test := range map[string]struct {
		files iter.Seq2[File, error]
		want  error
	}{
		"error of the sequence": {site.with(File{}, failure), failure},
		"source fails to open": {site.with(File{Path: "z", Open: func() (io.ReadCloser, error) {
			return nil, failure
		}}, nil), failure},
		"source fails half-way": {site.with(File{Path: "z", Open: reader(full)}, nil), syscall.ENOSPC},
		"source fails in comparison": {tree{"added.html": "new"}.with(
			File{Path: "b.html", Open: reader(io.MultiReader(strings.NewReader("old"), iotest.ErrReader(failure)))}, nil), failure},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			old := tree{"a.html": "old", "b.html": "old"}
			mustWrite(t, dir, old)
			_, err := Write(t.Context(), dir, test.files, quick)
			if !errors.Is(err, test.want) {
				t.Errorf("error is %v, want %v", err, test.want)
			}
			wantTree(t, dir, old)
			if got := mustWrite(t, dir, old); got.Unchanged != 2 {
				t.Errorf("the next build finds %+v, want 2 unchanged", got)
			}
		})
	}
}

func TestCancelledBuildLeavesTheEarlierSite(t *testing.T) {
	dir := t.TempDir()
	old := tree{"a.html": "old", "b.html": "old"}
	mustWrite(t, dir, old)
	ctx, cancel := context.WithCancel(t.Context())
	files := func(yield func(File, error) bool) {
		tree{"a.html": "new"}.files()(yield)
		cancel() // when all has been yielded
	}
	if _, err := Write(ctx, dir, files, quick); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
	wantTree(t, dir, old)
}

func TestOnlyAFewFilesAreInMemory(t *testing.T) {
	var made, opened atomic.Int64
	open := func() (io.ReadCloser, error) {
		opened.Add(1)
		return io.NopCloser(strings.NewReader("")), nil
	}
	files := func(yield func(File, error) bool) {
		for i := range 200 {
			if ahead := made.Add(1) - opened.Load(); ahead > maxWorkers+1 {
				t.Errorf("%d files are waiting, want at most one per worker", ahead)
			}
			if !yield(File{Path: strconv.Itoa(i), Open: open}, nil) {
				return
			}
		}
	}
	if _, err := Write(t.Context(), t.TempDir(), files, quick); err != nil {
		t.Fatal(err)
	}
}

func TestMemoryIsFreeOnceDone(t *testing.T) {
	dir := t.TempDir()
	site := tree{"a.html": "one", "b.html": "two", "c/d.html": "three"}
	for round := range 2 { // written, then unchanged
		var done atomic.Int32
		files := func(yield func(File, error) bool) {
			for f := range site.files() {
				f.Done = func() {
					done.Add(1)
					copy(f.Data, "?????")
				}
				if !yield(f, nil) {
					return
				}
			}
		}
		if _, err := Write(t.Context(), dir, files, quick); err != nil {
			t.Fatal(err)
		}
		wantTree(t, dir, site)
		if n := int(done.Load()); n != len(site) {
			t.Errorf("round %d: %d of %d files were done", round, n, len(site))
		}
	}
}

func TestEqualAndNestedPathsAreErrors(t *testing.T) {
	for name, files := range map[string]iter.Seq2[File, error]{
		"two files of the site":        tree{"a.html": "1"}.with(File{Path: "a.html"}, nil),
		"a file and a folder":          tree{"a/b.html": "1"}.with(File{Path: "a"}, nil),
		"not a relative path below":    tree{"a.html": "1"}.with(File{Path: "../b.html"}, nil),
		"a name is longer than 255":    tree{}.with(File{Path: strings.Repeat("n", 256)}, nil),
		".git is not for pages":        tree{}.with(File{Path: ".git/hooks/post-checkout"}, nil),
		".stagecraft is not for pages": tree{}.with(File{Path: ".Stagecraft/lock"}, nil),
	} {
		dir := t.TempDir()
		_, err := Write(t.Context(), dir, files, quick)
		if err == nil || !strings.Contains(strings.ToLower(err.Error()), name) {
			t.Errorf("error is %v, want %q", err, name)
		}
		wantTree(t, dir, tree{})
	}
}
