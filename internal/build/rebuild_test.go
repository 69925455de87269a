package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/output"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

// edits returns how many random edits are made: a few, or as many as the
// environment asks for in EDITS.
func edits() int {
	if n, err := strconv.Atoi(os.Getenv("EDITS")); err == nil {
		return n
	}
	return 200
}

// TestRebuildEqualsCleanBuild edits a site at random, again and again. A Session
// follows and, while nothing is wrong, writes into one folder. After each edit
// this is compared with what a new Builder makes of the same files: every
// diagnostic, every byte.
//
// Nine edits of ten are made under a theme that only writes down the Views: to
// load and draw the default theme takes ten times as long as all else.
func TestRebuildEqualsCleanBuild(t *testing.T) {
	views := viewTheme(t)
	for seed, c := range []struct {
		name   string
		themes fs.FS
		edits  int
	}{
		{"views", views, edits() * 9 / 20},
		{"more views", views, edits() * 9 / 20},
		{"default theme", themes.FS, edits() / 20},
		{"more of the default theme", themes.FS, edits() / 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := newEditor(t, uint64(seed))
			f := newFollower(t, e.site, c.themes)
			for i := range c.edits {
				edit := e.edit()
				got, want := f.follow(t), outcome(t, newBuilder(c.themes), e.site)
				if !maps.Equal(got, want) {
					t.Fatalf("edit %d, %s: %s", i, edit, difference(got, want))
				}
			}
		})
	}
}

// viewTheme returns a default theme that writes down each View as JSON, so that
// no template hides a difference between two.
func viewTheme(t *testing.T) fs.FS {
	t.Helper()
	theme := fstest.MapFS{}
	for _, glob := range []string{"default/layouts/*.html", "default/blocks/*.html"} {
		names, err := fs.Glob(themes.FS, glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			theme[name] = &fstest.MapFile{}
		}
	}
	theme["default/layouts/base.html"] = &fstest.MapFile{Data: []byte(`<script>{{.}}</script>{{t "kinds.persona"}}{{t "only.vi"}}{{template "updated"}}`)}
	theme["default/partials/updated.html"] = &fstest.MapFile{}
	return theme
}

// TestViewsCanBeWrittenDown finds Views that JSON can't hold: html/template puts
// null in their place.
func TestViewsCanBeWrittenDown(t *testing.T) {
	for name, data := range outcome(t, newBuilder(viewTheme(t)), newEditor(t, 0).site) {
		if strings.HasSuffix(name, ".html") && (!strings.HasPrefix(data, `<script>{"`) || strings.Contains(data, "*/null ")) {
			t.Errorf("%s is %.200s", name, data)
		}
	}
}

func newBuilder(themes fs.FS) *build.Builder {
	return build.New(build.Options{Themes: themes, Today: today})
}

// follower keeps a site compiled and, while nothing is wrong, its folder.
type follower struct {
	site    fstest.MapFS
	seen    fstest.MapFS // the site when it was last compiled
	session *build.Session
	out     string
	made    map[string]string
}

func newFollower(t *testing.T, site fstest.MapFS, themes fs.FS) *follower {
	t.Helper()
	return &follower{
		site:    site,
		session: build.NewSession(site, build.Options{Themes: themes, Today: today, Keep: true}),
		out:     filepath.Join(t.TempDir(), "public"),
	}
}

// follow compiles what has changed and returns what has been made of the site.
func (f *follower) follow(t *testing.T) map[string]string {
	t.Helper()
	s, diags, err := f.session.Update(context.Background(), changed(f.seen, f.site))
	f.seen = maps.Clone(f.site)
	if s == nil && err == nil {
		return f.made
	}
	if failed, _ := diag.Count(diags); err != nil || failed > 0 || !f.write(t, s) {
		f.made = contents(t, s, diags, err)
		return f.made
	}
	f.made = tree(t, f.out)
	maps.DeleteFunc(f.made, func(name, _ string) bool { return strings.HasPrefix(name, output.Folder+"/") })
	f.made["diagnostics"] = printAll(t, diags)
	return f.made
}

// write tells whether a site could be written into the folder.
func (f *follower) write(t *testing.T, s *build.Site) bool {
	t.Helper()
	_, diags, err := s.Write(context.Background(), f.out, output.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	return len(diags) == 0
}

// changed returns the names of the files that differ between two states of a
// site.
func changed(before, after fstest.MapFS) []string {
	var names []string
	for name := range after {
		if before[name] != after[name] {
			names = append(names, name)
		}
	}
	for name := range before {
		if after[name] == nil {
			names = append(names, name)
		}
	}
	return names
}

// outcome returns what a Builder makes of a site.
func outcome(t *testing.T, b *build.Builder, site fstest.MapFS) map[string]string {
	t.Helper()
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := b.Compile(context.Background(), snapshot)
	return contents(t, s, diags, err)
}

// contents returns the bytes of all pages of a compiled site by their paths, and
// its diagnostics. A site with errors is drawn, too: a preview shows it under
// them.
func contents(t *testing.T, s *build.Site, diags []diag.Diagnostic, err error) map[string]string {
	t.Helper()
	if errors.Is(err, build.ErrNoSite) {
		return map[string]string{"error": err.Error()}
	}
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{"diagnostics": printAll(t, diags)}
	if s.Theme == nil {
		return out
	}
	for _, p := range s.Pages {
		out[p.Path] = content(t, s, p)
	}
	return out
}

// content returns the bytes of a page, or why it can't be drawn.
func content(t *testing.T, s *build.Site, p plan.Page) string {
	t.Helper()
	switch c := p.Content.(type) {
	case plan.Copy:
		r, err := c.File.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	case plan.Data:
		return string(c.Bytes)
	}
	data, err := s.Render(p)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func printAll(t *testing.T, diags []diag.Diagnostic) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.Print(&b, diags, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func difference(got, want map[string]string) string {
	var names []string
	for name := range want {
		if got[name] != want[name] {
			names = append(names, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return fmt.Sprintf("%d files differ: %s", len(names), strings.Join(names[:min(5, len(names))], ", "))
}
