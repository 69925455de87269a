package plan

import (
	"testing"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

func TestEditLeadsToTheFileOfThePage(t *testing.T) {
	p := parse(t, sitegen.Site{
		"site.toml":                       []byte("title = \"A\"\nlanguage = \"en\"\nlanguages = [\"en\", \"vi\"]\nedit_url = \"https://example.com/edit/{path}\"\n"),
		"content/personas/Chị Linh.md":    doc("Linh", ""),
		"content/personas/Chị Linh.vi.md": doc("Chị Linh", ""),
		"content/personas/an.md":          doc("An", ""),
	})
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	pages, _ := Pages(g, time.Time{}, nil)
	got := map[string]string{}
	for _, page := range pages {
		if html, ok := page.Content.(HTML); ok {
			switch v := html.View().(type) {
			case view.Persona:
				got[page.Path] = v.Edit
			case view.Index:
				got[page.Path] = v.Edit
			}
		}
	}
	for path, want := range map[string]string{
		"personas/chi-linh.html":    "https://example.com/edit/content/personas/Ch%E1%BB%8B%20Linh.md",
		"vi/personas/chi-linh.html": "https://example.com/edit/content/personas/Ch%E1%BB%8B%20Linh.vi.md",
		"vi/personas/an.html":       "https://example.com/edit/content/personas/an.md",
		"personas/index.html":       "", // no file tells of it
	} {
		if edit, ok := got[path]; !ok || edit != want {
			t.Errorf("%s: %q, want %q", path, edit, want)
		}
	}
}
