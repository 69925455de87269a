package render_test

import (
	"context"
	"path"
	"testing"
	"testing/fstest"
	"time"

	"stagecraft/internal/config"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
	"stagecraft/internal/plan"
	"stagecraft/internal/render"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/test/sitegen"
	"stagecraft/themes"
)

// BenchmarkPage renders the pages of a generated site, one after the other.
func BenchmarkPage(b *testing.B) {
	site := fstest.MapFS{}
	for name, text := range sitegen.Generate(2000, 1) {
		site[name] = &fstest.MapFile{Data: text}
	}
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		b.Fatal(err)
	}
	cfg, _ := config.Parse(snapshot.File(config.Name))
	opts := journey.NewOptions(cfg.Languages, markdown.Options{})
	var docs []*journey.Doc
	for _, f := range snapshot.Under("content") {
		if path.Ext(f.Path) == ".md" {
			docs = append(docs, journey.Parse(f, opts))
		}
	}
	g, _ := graph.Resolve(docs, snapshot, graph.Options{Config: cfg})
	th, _, err := theme.Load("default", snapshot, themes.FS, cfg.Languages)
	if err != nil || th == nil {
		b.Fatal("the default theme can't be loaded: ", err)
	}
	var pages []plan.Page
	all, _ := plan.Pages(g, time.Time{}, nil)
	for _, p := range all {
		if c, ok := p.Content.(plan.HTML); ok {
			view := c.View()
			p.Content = plan.HTML{Template: c.Template, View: func() any { return view }}
			pages = append(pages, p)
		}
	}
	size, i := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		html, err := render.Page(th, pages[i%len(pages)])
		if err != nil {
			b.Fatal(err)
		}
		size += len(html)
		i++
	}
	b.ReportMetric(float64(size)/float64(i), "bytes/page")
}
