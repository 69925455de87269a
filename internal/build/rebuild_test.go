package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

// edits returns how many random edits are made with each seed: a few, or as many
// as the environment asks for in EDITS.
func edits() int {
	if n, err := strconv.Atoi(os.Getenv("EDITS")); err == nil {
		return n
	}
	return 50
}

// TestRebuildEqualsCleanBuild edits a site at random, again and again, with one
// Builder, and compares what it makes with what a new Builder makes of the same
// files: every diagnostic and every byte.
func TestRebuildEqualsCleanBuild(t *testing.T) {
	for seed := range uint64(2) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			e := newEditor(t, seed)
			kept := build.New(build.Options{Themes: themes.FS, Today: today, Keep: true})
			for i := range edits() {
				edit := e.edit()
				got, want := outcome(t, kept, e.site), outcome(t, build.New(build.Options{Themes: themes.FS, Today: today}), e.site)
				if !maps.Equal(got, want) {
					t.Fatalf("edit %d, %s: %s", i, edit, difference(got, want))
				}
			}
		})
	}
}

// outcome returns the bytes of all pages of a site by their paths, and its
// diagnostics. A site with errors is drawn, too: a preview shows it under them.
func outcome(t *testing.T, b *build.Builder, site fstest.MapFS) map[string]string {
	t.Helper()
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := b.Compile(context.Background(), snapshot)
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
		switch c := p.Content.(type) {
		case plan.Copy:
			out[p.Path] = fmt.Sprintf("%x", c.File.Hash)
		case plan.Data:
			out[p.Path] = string(c.Bytes)
		default:
			data, err := s.Render(p)
			out[p.Path] = fmt.Sprint(string(data), err)
		}
	}
	return out
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

// editor changes a site as people do, and as they do by mistake.
type editor struct {
	rand *rand.Rand
	site fstest.MapFS
	good fstest.MapFS // the site before any edit, to mend it from
}

func newEditor(t *testing.T, seed uint64) *editor {
	t.Helper()
	e := &editor{rand: rand.New(rand.NewPCG(seed, 2)), site: fstest.MapFS{}}
	maps.Copy(e.site, readFolder(t, filepath.Join("testdata", "site")))
	e.site["site.toml"] = &fstest.MapFile{Data: withoutCopies(e.site["site.toml"].Data)}
	e.site["content/metrics/from-file.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Churn\"\nmethod = \"churn\"\nresults = \"churn.csv\"\n+++\n")}
	e.site["content/metrics/churn.csv"] = &fstest.MapFile{Data: []byte("date,start,lost\n2026-03-31,100,4\n2026-06-30,100,5\n")}
	e.site["themes/default/partials/extra.html"] = &fstest.MapFile{Data: []byte("extra")}
	e.site["themes/default/i18n/en.toml"] = &fstest.MapFile{Data: []byte("\"kinds.persona\" = \"People\"\n")}
	e.good = maps.Clone(e.site)
	return e
}

// withoutCopies switches off what draws each page once more, as Markdown or in a
// printout: it is kept nowhere, and takes two thirds of the time.
func withoutCopies(settings []byte) []byte {
	return []byte(strings.NewReplacer("llms = true", "llms = false", "print = true", "print = false").Replace(string(settings)))
}

// edit makes one change and tells what it was. Every few edits the site is
// mended, so that it is neither always whole nor always broken.
func (e *editor) edit() string {
	if e.rand.IntN(6) == 0 {
		e.site = maps.Clone(e.good)
		return "mend everything"
	}
	name := e.pick()
	switch e.rand.IntN(9) {
	case 0:
		delete(e.site, name)
		return "delete " + name
	case 1:
		other := path.Join(path.Dir(e.pick()), path.Base(name))
		e.site[other] = e.site[name]
		if other != name {
			delete(e.site, name)
		}
		return "move " + name + " to " + other
	case 2:
		other := path.Join(path.Dir(name), "copy-"+path.Base(name))
		e.site[other] = e.site[name]
		return "copy " + name + " to " + other
	case 3:
		return e.folder(path.Dir(name))
	case 4:
		return e.line(name, func(lines []string, i int) []string { return slices.Delete(lines, i, i+1) })
	case 5:
		return e.line(name, func(lines []string, i int) []string { return slices.Insert(lines, i, lines[i]) })
	case 6:
		donor := strings.Split(string(e.site[e.pick()].Data), "\n")
		return e.line(name, func(lines []string, i int) []string {
			return slices.Insert(lines, i, donor[e.rand.IntN(len(donor))])
		})
	case 7:
		return e.line(name, func(lines []string, i int) []string {
			lines[i] = strings.ReplaceAll(lines[i], "e", "ê")
			return lines
		})
	}
	return e.line(name, func(lines []string, i int) []string { return append(lines, "Thêm một câu.") })
}

// pick returns any file of the site but, most of the time, not site.toml.
func (e *editor) pick() string {
	names := slices.Sorted(maps.Keys(e.site))
	if name := names[e.rand.IntN(len(names))]; name != "site.toml" || e.rand.IntN(4) == 0 {
		return name
	}
	return names[0]
}

// line changes a file at a line.
func (e *editor) line(name string, change func(lines []string, i int) []string) string {
	lines := strings.Split(string(e.site[name].Data), "\n")
	i := e.rand.IntN(len(lines))
	e.site[name] = &fstest.MapFile{Data: []byte(strings.Join(change(lines, i), "\n"))}
	return fmt.Sprintf("change line %d of %s", i+1, name)
}

// folder renames a folder below content or themes.
func (e *editor) folder(dir string) string {
	if strings.Count(dir, "/") < 1 {
		return "nothing"
	}
	for _, name := range slices.Sorted(maps.Keys(e.site)) {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			e.site[dir+"-moved/"+rest] = e.site[name]
			delete(e.site, name)
		}
	}
	return "rename the folder " + dir
}
