package source

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTextIsNormalisedOnce(t *testing.T) {
	decomposed := "Die\u0302\u0309m cha\u0323m" // Điểm chạm but for the Đ
	s := read(t, fstest.MapFS{
		"content/a.md":                {Data: []byte("\ufeffone\r\n" + decomposed + "\rthree")},
		"content/die\u0302\u0309m.md": {Data: nil},
		"content/photo.jpg":           {Data: []byte("\xff\xd8\r\n")},
	})
	if got := string(s.File("content/a.md").Text); got != "one\nDiểm chạm\nthree" {
		t.Errorf("the text is %q", got)
	}
	if f := s.File("content/diểm.md"); f == nil || f.Text == nil || f.Bad != nil {
		t.Errorf("an empty file of a decomposed name is %+v", f)
	}
	if f := s.File("content/photo.jpg"); f.Text != nil || f.Size != 4 {
		t.Errorf("an asset is %+v", f)
	}
}

func TestPositionsCountCharacters(t *testing.T) {
	f := &File{Text: []byte("một\nđiểm chạm\n")}
	at := strings.Index(string(f.Text), "chạm")
	if p := f.Pos(at); p != (Pos{2, 6}) {
		t.Errorf("chạm stands at %v", p)
	}
	if line, start := f.Line(at); line != "điểm chạm" || start != 6 {
		t.Errorf("its line is %q from %d", line, start)
	}
	for _, offset := range []int{-5, 0, len(f.Text), len(f.Text) + 9} {
		f.Pos(offset)
		f.Line(offset)
	}
}

func TestUnusableTextsAreKeptWithTheirProblem(t *testing.T) {
	s := read(t, fstest.MapFS{
		"content/latin.md": {Data: []byte("caf\xe9")},
		"content/nul.md":   {Data: []byte("a\x00b")},
		"content/large.md": {Data: make([]byte, MaxText+1)},
	})
	for name, want := range map[string]TextError{
		"content/latin.md": {InvalidUTF8, 3},
		"content/nul.md":   {HasNUL, 1},
		"content/large.md": {TooLarge, 0},
	} {
		if bad := s.File(name).Bad; bad == nil || *bad != want {
			t.Errorf("%s: %v", name, bad)
		}
	}
}

// TestFoldersAreReadAsTheyAre uses a real folder, where links can lead outside.
func TestFoldersAreReadAsTheyAre(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret.md")
	write := func(path string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(outside)
	for _, name := range []string{
		"site.toml", "public/index.html", "content/a.md", "content/.git/x.md", "content/b.md~",
		"content/#c.md#", "content/.#d.md", "content/.e.md.swp", "content/sub/f.md", "content/4913", "themes/t/a.html",
	} {
		write(filepath.Join(dir, name))
	}
	link(outside, "content/outside.md")
	link("a.md", "content/inside.md")
	link("sub", "content/folder")
	link("gone.md", "content/dangling.md")

	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range s.Files {
		got = append(got, f.Path)
	}
	if want := "content/a.md content/inside.md content/sub/f.md site.toml themes/t/a.html"; strings.Join(got, " ") != want {
		t.Errorf("read  %s\nwant %s", strings.Join(got, " "), want)
	}
	reasons := map[string]SkipReason{}
	for _, skip := range s.Skipped {
		reasons[skip.Path] = skip.Reason
	}
	for path, want := range map[string]SkipReason{
		"content/.git": Dotfile, "content/b.md~": TempFile, "content/#c.md#": TempFile,
		"content/outside.md": LeavesSite, "content/dangling.md": LeavesSite, "content/folder": LinkedFolder, "content/4913": TempFile,
	} {
		if got, ok := reasons[path]; !ok || got != want {
			t.Errorf("%s: skipped %v, reason %v, want %v", path, ok, got, want)
		}
	}
}

func TestUnderFindsAFolder(t *testing.T) {
	s := read(t, fstest.MapFS{"content/a/x.md": {}, "content/a-b/x.md": {}, "content/a.md": {}, "content/b/x.md": {}})
	if got := s.Under("content/a"); len(got) != 1 || got[0].Path != "content/a/x.md" {
		t.Errorf("got %d files", len(got))
	}
	if got := s.Under("content"); len(got) != 4 {
		t.Errorf("got %d files", len(got))
	}
}

func read(t *testing.T, fsys fstest.MapFS) *Snapshot {
	t.Helper()
	s, err := Read(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
