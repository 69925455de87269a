package render_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"stagecraft/internal/plan"
	"stagecraft/internal/render"
	"stagecraft/test/sitegen"
)

// BenchmarkJourney plans and renders the page of a future journey of nine stages
// and 40 steps, which is laid over another one as long.
func BenchmarkJourney(b *testing.B) {
	const stages, steps = 9, 40
	var today strings.Builder
	site := sitegen.Site{
		"site.toml":                []byte("title = \"T\"\n"),
		"content/touchpoints/t.md": []byte("+++\ntitle = \"T\"\n+++\n"),
	}
	var ids []string
	for i := range stages {
		ids = append(ids, fmt.Sprintf("%q", fmt.Sprint("s", i)))
		site[fmt.Sprintf("content/stages/s%d.md", i)] = fmt.Appendf(nil, "+++\ntitle = \"Stage %d\"\n+++\n", i)
	}
	fmt.Fprintf(&today, "stages = [%s]\n", strings.Join(ids, ", "))
	for i := range steps {
		fmt.Fprintf(&today, "[[steps]]\nstage = \"s%d\"\ntitle = \"Step %d\"\ntouchpoint = \"t\"\naction = \"Does this\"\nfeeling = \"Fine\"\nemotion = %d\npains = [\"Slow\"]\n",
			i*stages/steps, i, i%5-2)
	}
	future := strings.NewReplacer("Does this", "Does that", "Slow", "Dear").Replace(today.String())
	site["content/journeys/today.md"] = []byte("+++\ntitle = \"Today\"\n" + today.String() + "+++\n")
	site["content/journeys/future.md"] = []byte("+++\ntitle = \"Future\"\nfuture_of = \"today\"\n" + future + "+++\n")
	th, g := loadSite(b, site)
	pages, _ := plan.Pages(g, time.Time{}, nil)
	at := slices.IndexFunc(pages, func(p plan.Page) bool { return p.Path == "journeys/future.html" })
	var html bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		html.Reset()
		if err := render.Page(&html, th, pages[at]); err != nil {
			b.Fatal(err)
		}
	}
}
