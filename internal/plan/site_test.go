package plan

import (
	"strings"
	"testing"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/test/sitegen"
)

// plannedSite is all pages of a small site by their paths.
type plannedSite map[string]Page

// planSite plans a site in English and Vietnamese from the front matter of its
// pages by their names below content, without the lines of +++; prose may follow
// behind one. Mistakes in it do not matter.
func planSite(t *testing.T, content map[string]string) plannedSite {
	t.Helper()
	return planned(resolveSite(t, content))
}

// planned plans the pages of a site.
func planned(g *graph.Graph) plannedSite {
	pages, _ := Pages(g, time.Time{}, nil)
	site := plannedSite{}
	for _, page := range pages {
		site[page.Path] = page
	}
	return site
}

func resolveSite(t *testing.T, content map[string]string) *graph.Graph {
	t.Helper()
	return resolveWith(t, "", content)
}

// resolveWith resolves a site with further lines in site.toml.
func resolveWith(t *testing.T, settings string, content map[string]string) *graph.Graph {
	t.Helper()
	site := sitegen.Site{"site.toml": []byte("title = \"T\"\nlanguage = \"en\"\nlanguages = [\"en\", \"vi\"]\n" + settings)}
	for name, text := range content {
		matter, prose, _ := strings.Cut(text, "\n+++\n")
		if !strings.HasPrefix(matter, "title") {
			matter = "title = \"" + name + "\"\n" + matter
		}
		site["content/"+name+".md"] = []byte("+++\n" + matter + "\n+++\n" + prose)
	}
	p := parse(t, site)
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	return g
}

// viewAs returns the View of a page.
func viewAs[V any](t *testing.T, site plannedSite, path string) V {
	t.Helper()
	html, ok := site[path].Content.(HTML)
	if !ok {
		t.Fatalf("there is no page %s", path)
	}
	v, ok := html.View().(V)
	if !ok {
		t.Fatalf("%s shows a %T", path, html.View())
	}
	return v
}
