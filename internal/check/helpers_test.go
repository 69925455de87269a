package check

import (
	"context"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stagecraft/internal/config"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// pages are front matters by paths below content/, without fence and ending:
// "personas/linh".
type pages map[string]string

// with returns the pages with others added or, where they are empty, removed.
func (p pages) with(others pages) pages {
	all := pages{}
	for _, some := range []pages{p, others} {
		for name, matter := range some {
			if all[name] = matter; matter == "" {
				delete(all, name)
			}
		}
	}
	return all
}

// resolve joins pages into a Graph. What is wrong with them is ignored: a
// preview shows broken sites, too.
func resolve(t testing.TB, p pages) *graph.Graph {
	t.Helper()
	files := fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\nlanguage = \"en\"\n")}}
	for name, matter := range p {
		_, title, _ := strings.Cut(name, "/")
		files["content/"+name+".md"] = &fstest.MapFile{Data: []byte(fmt.Sprintf("+++\ntitle = %q\n%s\n+++\n", title, matter))}
	}
	return resolveFiles(t, files)
}

func resolveFiles(t testing.TB, files fstest.MapFS) *graph.Graph {
	t.Helper()
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := config.Parse(snapshot.File(config.Name))
	opts := journey.NewOptions(c.Languages, markdown.Options{})
	var docs []*journey.Doc
	for _, f := range snapshot.Under("content") {
		if path.Ext(f.Path) == ".md" {
			docs = append(docs, journey.Parse(f, opts))
		}
	}
	g, _ := graph.Resolve(docs, snapshot, graph.Options{Config: c})
	return g
}

func node(t testing.TB, g *graph.Graph, kind journey.Kind, id string) *graph.Node {
	t.Helper()
	n := g.Node(kind, id)
	if n == nil {
		t.Fatalf("no %s %s", kind, id)
	}
	return n
}

func day(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func ids(nodes []*graph.Node) string {
	var list []string
	for _, n := range nodes {
		list = append(list, n.ID)
	}
	return strings.Join(list, " ")
}

// whole is a handbook that lacks nothing.
func whole() pages {
	p := pages{
		"models/five":      `stages = ["a", "b", "c", "d", "e"]`,
		"channels/web":     `owner = "sales"`,
		"teams/sales":      `status = "active"`,
		"touchpoints/shop": "stages = [\"a\", \"b\", \"c\", \"d\", \"e\"]\npersonas = [\"linh\"]\nchannel = \"web\"\nowner = \"sales\"\nemotion = -1\nopportunities = [\"[[faster]]\"]\nbarriers = \"Price\"",
		"personas/linh":    "goals = \"A camera\"\npains = \"Fees\"",
		"metrics/nps": "method = \"nps\"\ntarget = 40\ntouchpoints = [\"shop\"]\n" +
			"[[results]]\ndate = 2026-03-31\npromoters = 5\npassives = 3\ndetractors = 2\n" +
			"[[results]]\ndate = 2026-06-30\npromoters = 6\npassives = 3\ndetractors = 1\n",
		"opportunities/faster": "touchpoints = [\"shop\"]\nmetric = \"nps\"\nowner = \"sales\"\nimpact = 4\ndue = 2026-12-31\nexperiment = \"Half of the visitors\"",
		"blueprints/service":   "journey = \"buy\"\n[[steps]]\nstage = \"a\"\ntouchpoint = \"shop\"\nbackstage = \"Checks\"\n",
	}
	var steps strings.Builder
	for i, stage := range []string{"a", "b", "c", "d", "e"} {
		p["stages/"+stage] = `goal = "To go on"`
		fmt.Fprintf(&steps, "[[steps]]\nstage = %q\ntouchpoint = \"shop\"\naction = \"Looks\"\nemotion = %d\npains = \"Slow\"\n", stage, i-2)
	}
	p["journeys/buy"] = "map = \"current-state\"\nmodel = \"five\"\npersona = \"linh\"\ngoal = \"A camera\"\nscenario = \"A trip\"\n" +
		"evidence = \"research\"\nreviewed = 2026-09-30\nreview_every = \"90d\"\n" + steps.String()
	return p
}
