package build_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

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
	e.site["content/guide/html.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"HTML\"\n+++\nA <b>bold</b> word.\n")}
	e.site["content/metrics/churn.csv"] = &fstest.MapFile{Data: []byte("date,start,lost\n2026-03-31,100,4\n2026-06-30,100,5\n")}
	e.site["themes/default/partials/updated.html"] = &fstest.MapFile{Data: []byte("<p>{{t \"field.updated\"}}</p>\n<p>every time</p>\n")}
	e.site["themes/default/i18n/en.toml"] = &fstest.MapFile{Data: []byte("\"kinds.persona\" = \"People\"\n")}
	e.site["themes/default/i18n/vi.toml"] = &fstest.MapFile{Data: []byte("\"only.vi\" = \"Chỉ có ở đây\"\n")}
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
		clear(e.site)
		maps.Copy(e.site, e.good)
		return "mend everything"
	}
	name := e.pick()
	switch e.rand.IntN(10) {
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
	case 8:
		return e.setting()
	}
	sentences := []string{"Thêm một câu.", "Xem [[checkout]]."}
	return e.line(name, func(lines []string, _ int) []string {
		return append(lines, sentences[e.rand.IntN(len(sentences))])
	})
}

// settings are lines of site.toml, each with one that takes its place.
var settings = [][2]string{
	{`title = "Handbook"`, `title = "The book"`},
	{`description = "A small one"`, `search = false`},
	{`language = "en"`, `language = "vi"`},
	{`languages = ["en", "vi"]`, `languages = ["en"]`},
	{`base_url = "https://example.com/cx"`, `urls = "directory"`},
	{`llms = false`, `link_terms = false`},
	{`title = "Sổ tay"`, "title = \"Sổ tay\"\n[extra]\nmotto = \"Từng bước\""},
	{`[translations.vi]`, "[markdown]\nraw_html = true\n[translations.vi]"},
}

// setting puts a line of site.toml in the place of another, or back.
func (e *editor) setting() string {
	file, pair := e.site["site.toml"], settings[e.rand.IntN(len(settings))]
	if file == nil {
		return "nothing"
	}
	from, to := pair[0], pair[1]
	if strings.Contains(string(file.Data), to) {
		from, to = to, from
	}
	e.site["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(file.Data), from, to, 1))}
	return fmt.Sprintf("change %q to %q in site.toml", from, to)
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
