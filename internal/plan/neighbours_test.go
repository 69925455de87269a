package plan

import (
	"strings"
	"testing"

	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// orderedSite has stages in models, free pages with and without weights, and a
// course.
func orderedSite() sitegen.Site {
	return sitegen.Site{
		"content/index.md":                  doc("Home", "weight = 1"),
		"content/about.md":                  doc("About", "weight = 2"),
		"content/stages/aware.md":           doc("Aware", ""),
		"content/stages/buy.md":             doc("Buy", ""),
		"content/stages/use.md":             doc("Use", ""),
		"content/stages/alone.md":           doc("Alone", ""),
		"content/models/all.md":             doc("All", `stages = ["use", "aware", "buy"]`+"\nweight = -1"),
		"content/models/two.md":             doc("Two", `stages = ["aware", "use"]`),
		"content/guide/index.md":            doc("Guide", "weight = 10"),
		"content/guide/zero.md":             doc("Zero", "weight = 20"),
		"content/guide/deep/index.md":       doc("Deep", "weight = 30"),
		"content/guide/deep/inside.md":      doc("Inside", "weight = 1"),
		"content/guide/unordered.md":        doc("Unordered", ""),
		"content/touchpoints/web.md":        doc("Web", "weight = 1"),
		"content/touchpoints/till.md":       doc("Till", "weight = 2"),
		"content/courses/map/index.md":      doc("Map", ""),
		"content/courses/map/01-draw.md":    doc("Draw", ""),
		"content/courses/map/02-measure.md": doc("Measure", ""),
	}
}

// entityOf returns the part of a view that most pages have.
func entityOf(t *testing.T, v any) view.Entity {
	t.Helper()
	switch v := v.(type) {
	case view.Entity:
		return v
	case view.Course:
		return v.Entity
	case view.Lesson:
		return v.Entity
	case view.Home:
		return v.Entity
	}
	t.Fatalf("no entity, but %T", v)
	return view.Entity{}
}

func TestNeighboursFollowAnOrderThatWasChosen(t *testing.T) {
	for path, want := range map[string]string{
		"stages/use.html":          "… Aware",
		"stages/aware.html":        "Use … Buy",
		"stages/buy.html":          "Aware … ",
		"stages/alone.html":        "… ",
		"guide/index.html":         "… Zero",
		"guide/zero.html":          "Guide … Deep",
		"guide/unordered.html":     "… ",
		"touchpoints/web.html":     "… ",
		"courses/map/index.html":   "… Draw",
		"courses/map/draw.html":    "Map … Measure",
		"courses/map/measure.html": "Draw … ",
		"index.html":               "… ",
	} {
		e := entityOf(t, viewAt(t, orderedSite(), path))
		if got := strings.TrimLeft(e.Previous.Title+" … "+e.Next.Title, " "); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
