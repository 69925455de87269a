package scaffold

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteCreatesFilesAndFolders(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, []File{{"a.md", []byte("one")}, {"deep/er/b.md", []byte("two")}}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.md": "one", "deep/er/b.md": "two"} {
		if got := content(t, dir, name); got != want {
			t.Errorf("%s holds %q, want %q", name, got, want)
		}
	}
}

func TestWriteNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "b.md", "mine")
	err := Write(dir, []File{{"new/a.md", []byte("new")}, {"b.md", []byte("new")}})
	var exists *fs.PathError
	if !errors.Is(err, fs.ErrExist) || !errors.As(err, &exists) || exists.Path != "b.md" {
		t.Errorf("got error %v, want one that says that b.md exists", err)
	}
	if got := content(t, dir, "b.md"); got != "mine" {
		t.Errorf("b.md holds %q now", got)
	}
	mustNotExist(t, dir, "new")
}

// TestCreateNeverOverwrites is about a file that appears after Write has looked.
func TestCreateNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "b.md", "mine")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := create(root, File{"b.md", []byte("new")}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got error %v, want one that says that the file exists", err)
	}
	if got := content(t, dir, "b.md"); got != "mine" {
		t.Errorf("b.md holds %q now", got)
	}
}

func TestWriteUndoesWhatItBegan(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, []File{{"a.md", nil}, {"a.md/b.md", nil}}); err == nil {
		t.Fatal("wrote a file into a file")
	}
	mustNotExist(t, dir, "a.md")
}

func TestWriteStaysInTheFolder(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "content")); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"content/a.md", "../a.md"} {
		if err := Write(dir, []File{{name, nil}}); err == nil {
			t.Errorf("wrote %s", name)
		}
	}
	mustNotExist(t, outside, "a.md")
}

func TestWriteNeedsTheFolder(t *testing.T) {
	err := Write(filepath.Join(t.TempDir(), "none"), []File{{"a.md", nil}})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got error %v, want one that says that the folder does not exist", err)
	}
}

func content(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func mustNotExist(t *testing.T, dir, name string) {
	t.Helper()
	if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s exists (%v)", name, err)
	}
}
