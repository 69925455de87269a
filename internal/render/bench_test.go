package render_test

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"
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

// loadSite returns the theme of a site and what its pages are planned from.
func loadSite(b *testing.B, site sitegen.Site) (*theme.Theme, *graph.Graph) {
	b.Helper()
	files := fstest.MapFS{}
	for name, text := range site {
		files[name] = &fstest.MapFile{Data: text}
	}
	snapshot, err := source.Read(context.Background(), files)
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
	return th, g
}

// BenchmarkPage renders the pages of a generated site, one after the other.
func BenchmarkPage(b *testing.B) {
	th, g := loadSite(b, sitegen.Generate(2000, 1))
	var pages []plan.Page
	all, _ := plan.Pages(g, time.Time{}, nil)
	for _, p := range all {
		if c, ok := p.Content.(plan.HTML); ok {
			view := c.View()
			p.Content = plan.HTML{Template: c.Template, View: func() any { return view }}
			pages = append(pages, p)
		}
	}
	var html bytes.Buffer
	size, i := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		html.Reset()
		if err := render.Page(&html, th, pages[i%len(pages)]); err != nil {
			b.Fatal(err)
		}
		size += html.Len()
		i++
	}
	b.ReportMetric(float64(size)/float64(i), "bytes/page")
}

// BenchmarkBlueprint plans and renders a blueprint of 40 steps with all lanes and
// four arrows in each.
func BenchmarkBlueprint(b *testing.B) {
	site := sitegen.Generate(40, 1)
	step := `
[[steps]]
stage = "decision"
title = "Đặt hàng"
time = "Ngày 3"
evidence = "Thư xác nhận"
customer = ["Điền địa chỉ", "Trả tiền"]
frontstage = { text = "Hiện mã QR", system = "Website", by = "technology" }
backstage = { text = "Giữ hàng", owner = "sales", by = "people" }
support = "Cổng thanh toán"
pains = "Mã đến trễ"
links = [
  { from = "customer", to = "frontstage", both = true },
  { from = "frontstage", to = "backstage" },
  { from = "support", to = "backstage" },
  { from = "support", to = "evidence" },
]
`
	site["content/blueprints/long.md"] = []byte("+++\ntitle = \"Dài\"\njourney = \"journey-0\"\n" + strings.Repeat(step, 40) + "+++\n")
	th, g := loadSite(b, site)
	pages, _ := plan.Pages(g, time.Time{}, nil)
	i := slices.IndexFunc(pages, func(p plan.Page) bool { return p.Path == "blueprints/long.html" })
	b.ReportAllocs()
	var html bytes.Buffer
	for b.Loop() {
		html.Reset()
		if err := render.Page(&html, th, pages[i]); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(html.Len()), "bytes/page")
	}
}
