package plan

import (
	"context"
	"fmt"
	"path"
	"testing"
	"testing/fstest"
	"time"

	"stagecraft/internal/config"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
	"stagecraft/test/sitegen"
)

// parsed is a site as far as a single file goes.
type parsed struct {
	snapshot *source.Snapshot
	config   config.Config
	docs     []*journey.Doc
}

func parse(tb testing.TB, site sitegen.Site) parsed {
	tb.Helper()
	files := fstest.MapFS{}
	for name, data := range site {
		files[name] = &fstest.MapFile{Data: data}
	}
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		tb.Fatal(err)
	}
	p := parsed{snapshot: snapshot}
	p.config, _ = config.Parse(snapshot.File(config.Name))
	opts := journey.NewOptions(p.config.Languages, markdown.Options{})
	for _, f := range snapshot.Under("content") {
		if path.Ext(f.Path) == ".md" {
			p.docs = append(p.docs, journey.Parse(f, opts))
		}
	}
	return p
}

// BenchmarkResolveAndPlan times what every change in a preview costs, whatever
// it is that changed.
func BenchmarkResolveAndPlan(b *testing.B) {
	for _, pages := range []int{100, 1_000, 10_000} {
		p := parse(b, sitegen.Generate(pages, 1))
		b.Run(fmt.Sprintf("resolve/%d", pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
			}
		})
		g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
		b.Run(fmt.Sprintf("plan/%d", pages), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Pages(g, time.Time{}, nil)
			}
		})
	}
}

// BenchmarkMentions times the search for terms in the prose of all pages.
func BenchmarkMentions(b *testing.B) {
	p := parse(b, sitegen.Generate(1_000, 1))
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	for _, terms := range []map[locale.Lang]func() *termIndex{nil, termIndexes(g)} {
		b.Run(fmt.Sprintf("linked=%t", terms != nil), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, n := range g.Nodes {
					pg := newPage(g, "x.html", g.Config.Language(), n, "")
					pg.terms = terms
					pg.prose()
				}
			}
		})
	}
}
