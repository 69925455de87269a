package plan

import (
	"slices"
	"testing"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/history"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// committedSite has a page for each way to know its last change.
func committedSite(t *testing.T, days history.Days) *graph.Graph {
	t.Helper()
	p := parse(t, sitegen.Site{
		"site.toml":                []byte("title = \"T\"\nlanguage = \"en\"\nlanguages = [\"en\", \"vi\"]\n" + atAddress),
		"content/personas/an.md":   doc("An", "updated = 2026-05-05"),
		"content/personas/binh.md": doc("Binh", "date = 2026-08-08"),
		"content/personas/chi.md":  doc("Chi", ""),
		"content/personas/duc.md":  doc("Duc", ""),
	})
	g, diags := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config, Days: days})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return g
}

func commitDays() history.Days {
	day := func(month time.Month) time.Time { return time.Date(2026, month, 1, 0, 0, 0, 0, time.UTC) }
	return history.Days{
		"content/personas/an.md":   day(11),
		"content/personas/binh.md": day(3),
		"content/personas/chi.md":  day(10),
		"content/personas/duc.md":  {}, // older than a shallow clone
	}
}

func TestPageShowsItsLastCommitWhereNobodyWroteADay(t *testing.T) {
	site := planned(committedSite(t, commitDays()))
	for name, want := range map[string][2]string{ // updated, committed
		"an":   {"2026-05-05", "0001-01-01"},
		"binh": {"0001-01-01", "2026-03-01"},
		"chi":  {"0001-01-01", "2026-10-01"},
		"duc":  {"0001-01-01", "0001-01-01"},
	} {
		e := viewAs[view.Persona](t, site, "personas/"+name+".html").Entity
		if got := [2]string{e.Updated.Format(time.DateOnly), e.Committed.Format(time.DateOnly)}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestCommitsCountWhereverUpdatedDoes(t *testing.T) {
	lastmod := func(g *graph.Graph) (list []string) {
		for _, u := range planned(g)["sitemap.xml"].Content.(XML).Value().(Sitemap).URLs {
			if u.LastMod != "" {
				list = append(list, u.Loc[len("https://example.com/cx/"):]+" "+u.LastMod)
			}
		}
		return list
	}
	feed := func(g *graph.Graph) (list []string) {
		for _, e := range feedOf(t, planned(g), "feed.xml").Entries {
			list = append(list, e.Title+" "+e.Updated[:len(time.DateOnly)])
		}
		return list
	}
	list := func(g *graph.Graph) (list []string) {
		nodes := slices.Clone(g.Kind(journey.KindPersona))
		pageAt(g, "x.html", nil).sortEntities(nodes, "updated")
		for _, n := range nodes {
			list = append(list, n.Doc.Title.V)
		}
		return list
	}
	with, without := committedSite(t, commitDays()), committedSite(t, nil)
	for what, c := range map[string]struct{ got, want []string }{
		"sitemap":             {lastmod(with), []string{"personas/an.html 2026-05-05", "personas/binh.html 2026-03-01", "personas/chi.html 2026-10-01"}},
		"sitemap without git": {lastmod(without), []string{"personas/an.html 2026-05-05"}},
		"feed":                {feed(with), []string{"Chi 2026-10-01", "An 2026-05-05", "Binh 2026-03-01"}},
		"feed without git":    {feed(without), []string{"Binh 2026-08-08", "An 2026-05-05"}},
		"list":                {list(with), []string{"Chi", "An", "Binh", "Duc"}},
		"list without git":    {list(without), []string{"An", "Binh", "Chi", "Duc"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %q, want %q", what, c.got, c.want)
		}
	}
}

// TestSiteWithoutAnyOtherDayHasAFeedByCommits: the feed is there as soon as git tells a day.
func TestSiteWithoutAnyOtherDayHasAFeedByCommits(t *testing.T) {
	p := parse(t, sitegen.Site{
		"site.toml":              []byte("title = \"T\"\nlanguage = \"en\"\n" + atAddress),
		"content/personas/an.md": doc("An", ""),
	})
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	if _, ok := planned(g)["feed.xml"]; ok {
		t.Error("there is a feed without a day")
	}
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	g, _ = graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config, Days: history.Days{"content/personas/an.md": day}})
	if f := feedOf(t, planned(g), "feed.xml"); f.Updated != "2026-01-01T00:00:00Z" {
		t.Errorf("the feed is of %s", f.Updated)
	}
}
