package source

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"testing"
)

// TestRefreshEqualsRead changes a real folder at random, tells Refresh what was
// changed, and compares with what Read finds.
func TestRefreshEqualsRead(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	s, err := Read(ctx, root.FS())
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 9))
	names := []string{
		"site.toml", "content/a.md", "content/b.md", "content/sub/a.md", "content/sub/deep/b.md", "content/sub/.hidden",
		"content/.git/x.md", "content/b.md~", "themes/t/a.html", "content/di\u0065\u0302m.md", "content/di\u00eam.md", "other/x.md",
	}
	for i := range 600 {
		name := names[r.IntN(len(names))]
		full := filepath.Join(dir, name)
		switch r.IntN(5) {
		case 0:
			name = path.Dir(name)
			if name != "." {
				os.RemoveAll(filepath.Join(dir, name))
			}
		case 1:
			os.Remove(full)
		case 2:
			os.MkdirAll(filepath.Dir(full), 0o755)
			os.Remove(full)
			os.Symlink("a.md", full)
		default:
			os.MkdirAll(filepath.Dir(full), 0o755)
			os.Remove(full) // or a link's target would change in its place
			os.WriteFile(full, fmt.Append(nil, r.IntN(3)), 0o644)
		}
		before := s
		if s, err = s.Refresh(ctx, root.FS(), []string{name}); err != nil {
			t.Fatal(err)
		}
		want, err := Read(ctx, root.FS())
		if err != nil {
			t.Fatal(err)
		}
		if !s.Equal(want) {
			t.Fatalf("edit %d of %s: got %v, want %v", i, name, listing(s), listing(want))
		}
		for _, f := range s.Files {
			if old := before.File(f.Path); old != nil && old.Hash == f.Hash && old.name == f.name && old.linked == f.linked && old != f {
				t.Fatalf("%s was read again in vain", f.Path)
			}
		}
	}
}

// listing returns the paths of a snapshot, what is left out behind a dash.
func listing(s *Snapshot) []string {
	var list []string
	for _, f := range s.Files {
		list = append(list, fmt.Sprintf("%s %x", f.Path, f.Hash[:2]))
	}
	for _, skip := range s.Skipped {
		list = append(list, fmt.Sprintf("-%s %d", skip.Path, skip.Reason))
	}
	return list
}
