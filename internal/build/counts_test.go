package build_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

// work is what a build did anew.
type work struct{ parsed, rendered, written int }

// TestWork edits the small site in named ways and counts the files parsed, the
// pages rendered and the files written. Every View is planned each time; what is
// equal is neither rendered nor written.
func TestWork(t *testing.T) {
	partial, err := fs.ReadFile(themes.FS, "default/partials/updated.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		file     string
		old, new string
		want     work
	}{
		{"nothing", "content/personas/linh.md", "She meets", "She meets", work{0, 0, 0}},
		{"one sentence changed", "content/personas/linh.md", "She meets", "She sees", work{1, 1, 3}},
		{"a persona renamed", "content/personas/linh.md", `title = "Linh"`, `title = "Mai"`, work{1, 14, 31}},
		{"a touchpoint moved to another stage", "content/touchpoints/online/checkout.md", `stages = "decision"`, `stages = "awareness"`, work{1, 20, 37}},
		{"a partial of the theme", "themes/default/partials/updated.html", string(partial), string(partial) + "<p>more</p>", work{0, 84, 73}},
		{"a synonym of a term that a lesson mentions", "content/glossary/nps.md", `synonyms = "NPS"`, `synonyms = "N.P.S."`, work{1, 8, 17}},
		{"the title of the site", "site.toml", `title = "Handbook"`, `title = "The book"`, work{0, 43, 46}},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := readFolder(t, filepath.Join("testdata", "site"))
			site["themes/default/partials/updated.html"] = &fstest.MapFile{Data: partial}
			out := filepath.Join(t.TempDir(), "public")
			b := build.New(build.Options{Themes: themes.FS, Today: today, Keep: true})
			buildInto(t, b, site, out)
			before := b.Counts()

			changed := bytes.Replace(site[c.file].Data, []byte(c.old), []byte(c.new), 1)
			if c.old != c.new && bytes.Equal(changed, site[c.file].Data) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			site[c.file] = &fstest.MapFile{Data: changed}
			written := buildInto(t, b, site, out)
			after := b.Counts()

			got := work{int(after.Parsed - before.Parsed), int(after.Rendered - before.Rendered), written}
			if got != c.want {
				t.Errorf("parsed, rendered, written: %v, want %v", got, c.want)
			}
			if planned := after.Planned - before.Planned; planned != before.Planned {
				t.Errorf("%d Views were planned, %d the first time", planned, before.Planned)
			}
		})
	}
}

func readFolder(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		site[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// buildInto compiles a site without errors, writes it, and returns how many
// files that took.
func buildInto(t *testing.T, b *build.Builder, site fstest.MapFS, out string) int {
	t.Helper()
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := b.Compile(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	if failed, _ := diag.Count(diags); failed > 0 {
		t.Fatal(printAll(t, diags))
	}
	return writeSite(t, s, out).Written
}
