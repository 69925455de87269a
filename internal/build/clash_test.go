package build_test

import (
	"maps"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/themes"
)

// TestNoFileTakesTheAddressOfAnother puts a file in the way of everything that a
// site with all its extras writes.
func TestNoFileTakesTheAddressOfAnother(t *testing.T) {
	files := fstest.MapFS{
		"site.toml":                        {Data: []byte("title = \"T\"\nlanguage = \"en\"\nlanguages = [\"en\", \"vi\"]\nbase_url = \"https://example.com/\"\nprint = true\nllms = true\n")},
		"content/stages/s.md":              {Data: []byte("+++\ntitle = \"S\"\nsummary = \"A stage\"\ndate = 2026-01-01\naliases = [\"old.html\"]\n+++\n")},
		"content/models/m.md":              {Data: []byte("+++\ntitle = \"M\"\nstages = [\"s\"]\n+++\n")},
		"content/personas/p.md":            {Data: []byte("+++\ntitle = \"P\"\n+++\n")},
		"content/courses/c/index.md":       {Data: []byte("+++\ntitle = \"C\"\n+++\n")},
		"content/courses/c/01-a/index.md":  {Data: []byte("+++\ntitle = \"A\"\n+++\n")},
		"content/courses/c/01-a/01-one.md": {Data: []byte("+++\ntitle = \"One\"\n+++\n")},
	}
	b := build.New(build.Options{Themes: themes.FS, Today: today})
	s, diags := compiled(t, b, files)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	made := map[string]bool{}
	for _, p := range s.Pages {
		made[p.Path] = true
		if path.Ext(p.Path) == ".md" {
			continue // would be a page itself
		}
		with := maps.Clone(files)
		with["content/"+strings.ToUpper(p.Path)] = &fstest.MapFile{}
		_, diags := compiled(t, b, with)
		if len(diags) != 1 || diags[0].Code != diag.OutputClash {
			t.Errorf("a file in the way of %s: %v", p.Path, diags)
			continue
		}
		if m := diags[0].Message; !strings.Contains(m, "content/"+strings.ToUpper(p.Path)) || p.Source != "" && !strings.Contains(m, p.Source) {
			t.Errorf("a file in the way of %s: %s", p.Path, m)
		}
	}
	for _, name := range []string{
		"404.html", "cards-vi.js", "coverage.html", "crosswalk.html", "feed.xml", "handbook.json", "index.html", "llms.txt", "old.html",
		"print.html", "review.html", "search-vi.js", "search.html", "sitemap.xml", "stages/index.html", "theme/style.css", "vi/llms.txt",
	} {
		if !made[name] {
			t.Errorf("the site does not write %s", name)
		}
	}
}

// TestClashNamesWhatStagecraftMakes tells each of the files apart that no content
// file stands behind.
func TestClashNamesWhatStagecraftMakes(t *testing.T) {
	b := build.New(build.Options{Themes: themes.FS, Today: today})
	for name, what := range map[string]string{
		"404.html":           "a page that stagecraft makes itself",
		"cards-en.js":        "the data of the cards",
		"feed.xml":           "the feed",
		"handbook.json":      "the handbook as data",
		"llms.txt":           "the list of all pages for language models",
		"search-en.js":       "the data of the search",
		"search-panel-en.js": "the data of the search",
		"sitemap.xml":        "the sitemap",
		"theme/style.css":    "a file of the theme",
	} {
		_, diags := compiled(t, b, fstest.MapFS{
			"site.toml":             {Data: []byte("title = \"T\"\nlanguage = \"en\"\nbase_url = \"https://example.com/\"\nllms = true\n")},
			"content/personas/p.md": {Data: []byte("+++\ntitle = \"T\"\nsummary = \"A team\"\ndate = 2026-01-01\n+++\n")},
			"content/" + name:       {},
		})
		want := "content/" + name + " and " + what + " would both be written to " + name
		if len(diags) != 1 || diags[0].Message != want || diags[0].Hint != "rename the file: that address is taken" {
			t.Errorf("%s: %v", name, diags)
		}
	}
}
