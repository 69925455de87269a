package graph

import (
	"context"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// resolve joins the pages of a site: front matter without its fences by paths
// below content/, the prose behind a line of ---.
func resolve(t *testing.T, drafts bool, pages map[string]string) (*Graph, []diag.Diagnostic) {
	t.Helper()
	files := fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\nlanguages = [\"vi\", \"en\"]\n")}}
	for name, text := range pages {
		matter, prose, _ := strings.Cut(text, "---\n")
		files["content/"+name] = &fstest.MapFile{Data: []byte("+++\n" + matter + "+++\n" + prose)}
	}
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := config.Parse(snapshot.File(config.Name))
	opts := journey.NewOptions(c.Languages, markdown.Options{})
	var docs []*journey.Doc
	for _, f := range snapshot.Under("content") {
		if path.Ext(f.Path) != ".md" {
			continue
		}
		d := journey.Parse(f, opts)
		for _, p := range d.Diags {
			t.Fatalf("%s: %s", f.Path, p.Message)
		}
		docs = append(docs, d)
	}
	return Resolve(docs, snapshot, Options{Config: c, Drafts: drafts})
}

// good is resolve for a site without mistakes.
func good(t *testing.T, pages map[string]string) *Graph {
	t.Helper()
	g, diags := resolve(t, false, pages)
	for _, d := range diags {
		t.Errorf("%s: %s", d.File(), d.Message)
	}
	return g
}

func ids(nodes []*Node) string {
	var list []string
	for _, n := range nodes {
		list = append(list, n.ID)
	}
	return strings.Join(list, " ")
}

func TestOrder(t *testing.T) {
	g := good(t, map[string]string{
		"teams/a.md":                 "title = \"Đội\"\n",
		"teams/b.md":                 "title = \"Dịch vụ\"\n",
		"teams/c.md":                 "title = \"Ân\"\n",
		"teams/d.md":                 "title = \"Zebra\"\nweight = -1\n",
		"teams/e.md":                 "title = \"Bước 10\"\n",
		"teams/f.md":                 "title = \"Bước 2\"\n",
		"models/m.md":                "title = \"M\"\nstages = [\"z\", \"y\"]\n",
		"models/n.md":                "title = \"N\"\nstages = [\"x\", \"z\"]\n",
		"stages/x.md":                "title = \"X\"\n",
		"stages/y.md":                "title = \"Y\"\n",
		"stages/z.md":                "title = \"Z\"\n",
		"stages/alone.md":            "title = \"A\"\n",
		"journeys/j.md":              "title = \"J\"\nmodel = \"n\"\n",
		"courses/c/index.md":         "title = \"C\"\n",
		"courses/c/10-last/index.md": "title = \"A\"\n",
		"courses/c/2-first/index.md": "title = \"B\"\n",
		"courses/c/2-first/10-b.md":  "title = \"A\"\n",
		"courses/c/2-first/9-a.md":   "title = \"B\"\n",
		"courses/c/3-alone.md":       "title = \"C\"\n",
	})
	if got, want := ids(g.Kind(journey.KindTeam)), "d c f e b a"; got != want {
		t.Errorf("teams %s, want %s: weight, then Vietnamese titles with their numbers", got, want)
	}
	if got, want := ids(g.Kind(journey.KindStage)), "x z y alone"; got != want {
		t.Errorf("stages %s, want %s: by the model that is used, then the other, then none", got, want)
	}
	course := g.Node(journey.KindCourse, "c")
	if got, want := ids(g.Sequence(course)), "c c/first c/first/a c/first/b c/alone c/last"; got != want {
		t.Errorf("the course runs %s, want %s", got, want)
	}
	if n := g.LessonNumber(g.Node(journey.KindLesson, "alone")); n != 3 {
		t.Errorf("the last lesson has the number %d", n)
	}
	if x, z := g.StageNumber(g.Node(journey.KindStage, "x")), g.StageNumber(g.Node(journey.KindStage, "z")); x != 1 || z != 2 {
		t.Errorf("the stages have the numbers %d and %d", x, z)
	}
}

func TestOrderInAnotherLanguage(t *testing.T) {
	g := good(t, map[string]string{
		"teams/a.md":    "title = \"Bán hàng\"\n",
		"teams/a.en.md": "title = \"Sales\"\n",
		"teams/b.md":    "title = \"Chăm sóc\"\n",
		"teams/b.en.md": "title = \"Care\"\n",
		"teams/c.md":    "title = \"Kho\"\n",
		"teams/d.md":    "title = \"Xưởng\"\n",
		"teams/d.en.md": "summary = \"Only this is translated.\"\n",
		"teams/e.md":    "title = \"Zalo\"\nweight = -1\n",
		"teams/e.en.md": "title = \"Zalo people\"\n",
	})
	teams := g.Kind(journey.KindTeam)
	if got, want := ids(g.Sorted(teams, locale.English)), "e b c a d"; got != want {
		t.Errorf("in English teams are %s, want %s: weight, then titles, the original's where there is no other", got, want)
	}
	if got, want := ids(g.Sorted(teams, locale.Vietnamese)), "e a b c d"; got != want {
		t.Errorf("in Vietnamese teams are %s, want %s", got, want)
	}
}

func TestMentionsSayWhereTheyStand(t *testing.T) {
	g := good(t, map[string]string{
		"touchpoints/shop.md": "title = \"Shop\"\nowner = \"sales\"\n",
		"teams/sales.md":      "title = \"Sales\"\n",
		"stages/s.md":         "title = \"S\"\n",
		"journeys/buy.md":     "title = \"Buy\"\n[[steps]]\nstage = \"s\"\n[[steps]]\nstage = \"s\"\ntouchpoint = \"shop\"\npains = \"[[shop]]\"\n---\n[[shop]] and [again](../touchpoints/shop.md)\n",
		"journeys/buy.en.md":  "title = \"Buying\"\n---\n[[shop]]\n",
	})
	var got []string
	for _, m := range g.Node(journey.KindTouchpoint, "shop").In {
		got = append(got, fmt.Sprintf("%s %q %d", m.From.ID, m.Field, m.Step))
	}
	if want := `buy "steps.touchpoint" 2|buy "" 0`; strings.Join(got, "|") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, "|"), want)
	}
	if got := ids(g.Node(journey.KindTeam, "sales").From(journey.KindTouchpoint, "owner")); got != "shop" {
		t.Errorf("sales owns %q", got)
	}
	buy := g.Node(journey.KindJourney, "buy")
	if doc, translated := buy.InLang("en"); !translated || doc.Title.V != "Buying" || len(doc.Entity.(*journey.Journey).Steps) != 2 {
		t.Errorf("in English: %v, %+v", translated, doc.Title)
	}
}

func TestStagesOfAJourney(t *testing.T) {
	g := good(t, map[string]string{
		"stages/a.md":   "title = \"A\"\n",
		"stages/b.md":   "title = \"B\"\n",
		"models/m.md":   "title = \"M\"\nstages = [\"a\", \"b\"]\n",
		"journeys/1.md": "title = \"model\"\nmodel = \"m\"\n",
		"journeys/2.md": "title = \"own\"\nstages = [\"b\"]\n",
		"journeys/3.md": "title = \"steps\"\n[[steps]]\nstage = \"b\"\n[[steps]]\nstage = \"a\"\n[[steps]]\nstage = \"b\"\n",
		"journeys/4.md": "title = \"none\"\n",
	})
	for id, want := range map[string]string{"1": "a b", "2": "b", "3": "b a", "4": ""} {
		if got := ids(g.StagesOf(g.Node(journey.KindJourney, id))); got != want {
			t.Errorf("journey %s has the stages %q, want %q", id, got, want)
		}
	}
}

func TestShortIDsAndPaths(t *testing.T) {
	g, diags := resolve(t, false, map[string]string{
		"index.md":         "title = \"Home\"\n---\n[[deep]] [[guide/same]] [folder](guide/) [top](/guide/deep.md) [home](/)\n",
		"guide/index.md":   "title = \"G\"\n---\n[[same]]\n",
		"guide/deep.md":    "title = \"D\"\n---\n[up](../index.md) [here](#hello)\n\n## Hello\n",
		"guide/same.md":    "title = \"1\"\n",
		"other/same.md":    "title = \"2\"\n",
		"touchpoints/x.md": "title = \"X\"\n",
	})
	if len(diags) != 1 || diags[0].Code != diag.AmbiguousID || diags[0].File() != "content/guide/index.md" {
		t.Errorf("got %v", diags)
	}
	if g.Node(journey.KindPage, "deep") == nil || g.Node(journey.KindPage, "same") != nil {
		t.Error("the last part of a path names a page where it is unique, and only there")
	}
	if got := ids(g.Sections()); got != "guide" {
		t.Errorf("the sections are %q", got)
	}
}

func TestDrafts(t *testing.T) {
	pages := map[string]string{
		"teams/a.md":            "title = \"A\"\ndraft = true\n",
		"teams/a.en.md":         "title = \"A\"\n",
		"courses/c/index.md":    "title = \"C\"\ndraft = true\n",
		"courses/c/1-lesson.md": "title = \"L\"\n",
	}
	if g := good(t, pages); len(g.Nodes) != 0 {
		t.Errorf("published: %s", ids(g.Nodes))
	}
	if g, diags := resolve(t, true, pages); len(g.Nodes) != 3 || len(diags) != 0 {
		t.Errorf("with drafts: %s, %v", ids(g.Nodes), diags)
	}
	pages["touchpoints/t.md"] = "title = \"T\"\nowner = \"a\"\n"
	if _, diags := resolve(t, false, pages); len(diags) != 1 || !strings.Contains(diags[0].Hint, "content/teams/a.md") {
		t.Errorf("a reference to a draft: %v", diags)
	}
}

func TestMentionsByKindAndByNode(t *testing.T) {
	g := good(t, map[string]string{
		"personas/linh.md":    "title = \"Linh\"\n---\n[[touchpoint:shop]]\n",
		"journeys/buy.md":     "title = \"Buy\"\n[[steps]]\nstage = \"s\"\ntouchpoint = \"shop\"\n[[steps]]\nstage = \"s\"\ntouchpoint = \"shop\"\n",
		"stages/s.md":         "title = \"S\"\n",
		"touchpoints/shop.md": "title = \"Shop\"\n",
		"metrics/nps.md":      "title = \"NPS\"\nmethod = \"nps\"\ntouchpoints = \"shop\"\n",
	})
	shop := g.Node(journey.KindTouchpoint, "shop")
	for kind, want := range map[journey.Kind]int{journey.KindPersona: 1, journey.KindJourney: 2, journey.KindStage: 0, journey.KindMetric: 1, journey.KindPage: 0} {
		if got := len(shop.Mentions(kind)); got != want {
			t.Errorf("%d mentions by pages of kind %s, want %d", got, kind, want)
		}
	}
	for id, want := range map[Key]bool{{journey.KindMetric, "nps"}: true, {journey.KindJourney, "buy"}: true, {journey.KindPersona, "linh"}: false, {journey.KindStage, "s"}: false} {
		if got := shop.NamedBy(g.Node(id.Kind, id.ID)); got != want {
			t.Errorf("named by %s %s: %v", id.Kind, id.ID, got)
		}
	}
}

func TestOneIDInTwoKinds(t *testing.T) {
	g, diags := resolve(t, false, map[string]string{
		"personas/linh.md": "title = \"Linh\"\n---\n[[linh]] [[team:linh]]\n",
		"teams/linh.md":    "title = \"Linh's team\"\n",
	})
	if len(diags) != 1 || diags[0].Code != diag.AmbiguousID || !strings.Contains(diags[0].Hint, "[[persona:linh]] or [[team:linh]]") {
		t.Errorf("got %v", diags)
	}
	if n := g.Node(journey.KindTeam, "linh"); n == nil || len(n.In) != 1 || n.In[0].From.Kind != journey.KindPersona {
		t.Errorf("the team is %+v", n)
	}
}

func TestTouchpointsOfAStage(t *testing.T) {
	g := good(t, map[string]string{
		"stages/buy.md":       "title = \"Buy\"\n",
		"stages/other.md":     "title = \"Other\"\n",
		"touchpoints/cart.md": "title = \"Cart\"\nstages = \"buy\"\n",
		"touchpoints/till.md": "title = \"Till\"\n",
		"touchpoints/sign.md": "title = \"Sign\"\nstages = \"other\"\n",
		"journeys/j.md": "title = \"J\"\nstages = [\"buy\"]\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"till\"\n" +
			"[[steps]]\nstage = \"buy\"\ntouchpoint = \"till\"\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\n[[steps]]\nstage = \"buy\"\n",
	})
	if got := ids(g.TouchpointsOf(g.Node(journey.KindStage, "buy"))); got != "cart till" {
		t.Error(got)
	}
}

func TestChannelOfAStep(t *testing.T) {
	g := good(t, map[string]string{
		"channels/web.md":     "title = \"Web\"\n",
		"channels/store.md":   "title = \"Store\"\n",
		"stages/buy.md":       "title = \"Buy\"\n",
		"touchpoints/cart.md": "title = \"Cart\"\nchannel = \"web\"\n",
		"journeys/j.md": "title = \"J\"\nstages = [\"buy\"]\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\n" +
			"[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\nchannel = \"store\"\n[[steps]]\nstage = \"buy\"\n",
	})
	var got []string
	for _, s := range g.Node(journey.KindJourney, "j").Doc.Entity.(*journey.Journey).Steps {
		channel := "none"
		if n := g.ChannelOf(s); n != nil {
			channel = n.ID
		}
		got = append(got, channel)
	}
	if strings.Join(got, " ") != "web store none" {
		t.Error(got)
	}
}
