package plan

import (
	"fmt"
	"testing"
	"time"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// pageAt returns a page that can build Views.
func pageAt(g *graph.Graph, path string, n *graph.Node) *page {
	pg := newPage(g, path, locale.English, n, "page")
	pg.today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	return pg
}

// TestLargeMatrix draws 200 touchpoints and 45 blueprints, of which 150 and 43
// are joined.
func TestLargeMatrix(t *testing.T) {
	pages := map[string]string{"stages/s": "weight = 1", "journeys/j": `stages = ["s"]`}
	for i := range 200 {
		pages[fmt.Sprintf("touchpoints/t%03d", i)] = fmt.Sprintf("weight = %d", i)
	}
	for i := range 45 {
		steps := ""
		if i < 43 {
			for k := range 150 {
				steps += fmt.Sprintf("[[steps]]\nstage = \"s\"\ntouchpoint = \"t%03d\"\n", k)
			}
		}
		pages[fmt.Sprintf("blueprints/b%02d", i)] = fmt.Sprintf("weight = %d\njourney = \"j\"\n%s", i, steps)
	}
	g := resolveSite(t, pages)
	m := pageAt(g, "coverage.html", nil).matrix(check.NewSurvey(g), journey.KindTouchpoint, journey.KindBlueprint, nil)
	if len(m.Groups) != 1 || len(m.Groups[0].Rows) != 60 || m.MoreRows != 90 {
		t.Errorf("%d groups, %d more rows", len(m.Groups), m.MoreRows)
	}
	if len(m.Columns) != 40 || m.MoreColumns != 5 {
		t.Errorf("%d columns, %d more", len(m.Columns), m.MoreColumns)
	}
	if len(m.Empty) != 50 || m.EmptyCount != 50 || m.Empty[0].Title != "touchpoints/t150" {
		t.Errorf("%d of %d empty rows", len(m.Empty), m.EmptyCount)
	}
	cell := m.Groups[0].Rows[59].Cells[39]
	if cell.Steps != 1 || len(cell.NamedSteps) != 1 || cell.NamedSteps[0].Steps[0].Title != "60" || cell.NamedSteps[0].In.IsSet() {
		t.Errorf("the last cell: %+v", cell)
	}
}

func TestFullCellNamesTheFirst(t *testing.T) {
	pages := map[string]string{"stages/s": "weight = 1", "personas/p": "weight = 1", "personas/q": "weight = 2", "models/m": `stages = ["s"]`, "journeys/j": `model = "m"`}
	for i := range 30 {
		pages[fmt.Sprintf("touchpoints/t%02d", i)] = fmt.Sprintf("weight = %d\nstages = \"s\"\npersonas = \"p\"", i)
	}
	pages["touchpoints/one"] = "stages = \"s\"\npersonas = \"q\""
	g := resolveSite(t, pages)
	m := pageAt(g, "coverage.html", nil).matrix(check.NewSurvey(g), journey.KindStage, journey.KindPersona, nil)
	full, one := m.Groups[0].Rows[0].Cells[0], m.Groups[0].Rows[0].Cells[1]
	if full.Touchpoints != 30 || len(full.Named) != 20 || full.More != 10 || full.Level != 4 {
		t.Errorf("the full cell: %+v", full)
	}
	if one.Touchpoints != 1 || len(one.Named) != 1 || one.More != 0 || one.Level != 1 {
		t.Errorf("the other: %+v", one)
	}
}

func TestStagesOfOtherModelsStandApart(t *testing.T) {
	pages := map[string]string{
		"stages/a": "weight = 1", "stages/b": "weight = 1", "stages/c": "weight = 1", "personas/p": "weight = 1",
		"models/main": `stages = ["a", "b"]`, "models/other": `stages = ["b", "c"]`,
		"journeys/j": `model = "main"`, "journeys/k": `model = "main"`, "journeys/l": `model = "other"`,
	}
	g := resolveSite(t, pages)
	pg := pageAt(g, "coverage.html", nil)
	m := pg.matrix(check.NewSurvey(g), journey.KindStage, journey.KindPersona, nil)
	if len(m.Groups) != 2 || len(m.Groups[0].Rows) != 2 || m.Groups[1].HeadKey != "joined.other_models" || m.Groups[1].Rows[0].Head.Title != "stages/c" {
		t.Errorf("%+v", m.Groups)
	}
	m = pg.matrix(check.NewSurvey(g), journey.KindStage, journey.KindPersona, g.Node(journey.KindModel, "other"))
	if len(m.Groups) != 1 || len(m.Groups[0].Rows) != 2 || m.Groups[0].HeadKey != "" {
		t.Errorf("of one model: %+v", m.Groups)
	}
}

func TestManyGapsAreCounted(t *testing.T) {
	pages := map[string]string{}
	for i := range 60 {
		pages[fmt.Sprintf("touchpoints/t%02d", i)] = "weight = 1"
	}
	v := pageAt(resolveSite(t, pages), "coverage.html", nil).coverageView()
	if v.Gaps != 120 || len(v.Groups) != 2 || v.Groups[0].Count != 60 || len(v.Groups[0].Gaps) != 50 || v.Groups[0].More != 10 {
		t.Errorf("%d gaps in %d groups", v.Gaps, len(v.Groups))
	}
}

func TestChecksOfASiteWithoutAHandbook(t *testing.T) {
	g := resolveSite(t, map[string]string{"guide/a": "weight = 1", "courses/c/index": "weight = 1"})
	pages, _ := Pages(g, time.Time{}, nil)
	for _, p := range pages {
		if p.Path == "coverage.html" || p.Path == "review.html" {
			t.Errorf("there is a page %s", p.Path)
		}
	}
	if links := pageAt(g, "guide/a.html", nil).checkLinks(); len(links) > 0 {
		t.Errorf("links to them: %v", links)
	}
}

func TestReviewsAreCounted(t *testing.T) {
	v := pageAt(resolveSite(t, map[string]string{
		"teams/sales":     "reviewed = 2026-11-20\nreview_every = \"90d\"",
		"touchpoints/a":   "owner = \"sales\"\nreviewed = 2026-10-23\nreview_every = \"1m\"", // due tomorrow
		"touchpoints/b":   "owner = \"sales\"\nreviewed = 2026-10-22\nreview_every = \"1m\"", // due today
		"touchpoints/d":   "reviewed = 2027-01-01\nreview_every = \"1m\"",
		"touchpoints/c":   "reviewed = 2026-10-21\nreview_every = \"1m\"",
		"opportunities/o": "owner = \"sales\"\ndue = 2026-11-01",
	}), "review.html", nil).reviewView()
	if got := fmt.Sprint(v.Counts); got != "[{overdue 1} {late 1} {never 0} {ahead 1} {soon 2}]" {
		t.Error(got)
	}
	if len(v.Owners) != 2 || v.Owners[0].ID != "_team-sales" || v.Owners[1].ID != "_none" || v.Owners[1].Owner.IsSet() {
		t.Fatalf("%+v", v.Owners)
	}
	groups := v.Owners[0].Table.Groups
	if len(groups) != 2 || groups[0].HeadKey != "review.late" || groups[1].HeadKey != "review.soon" {
		t.Fatalf("%+v", groups)
	}
	if today := groups[1].Rows[0][1][0]; today.Key != "days.today" || today.Count != 0 {
		t.Errorf("due today: %+v", today)
	}
	if tomorrow := groups[1].Rows[1][1][0]; tomorrow.Key != "days.left" || tomorrow.Count != 1 {
		t.Errorf("due tomorrow: %+v", tomorrow)
	}
}

func TestGapLeadsToItsStep(t *testing.T) {
	g := resolveSite(t, map[string]string{"stages/a": "", "journeys/j": `stages = ["a"]` + steps("a 1", "a -2"), "blueprints/b": "journey = \"j\"\n[[steps]]\nstage = \"a\"\nfrontstage = \"Greets\""})
	v := pageAt(g, "coverage.html", nil)
	j, b := g.Node(journey.KindJourney, "j"), g.Node(journey.KindBlueprint, "b")
	for _, c := range []struct {
		gap  check.Gap
		href string
	}{
		{check.Gap{Node: j, Step: 2}, "journeys/j.html#_step-2"},
		{check.Gap{Node: j}, "journeys/j.html"},
		{check.Gap{Node: b, Step: 1}, "blueprints/b.html"}, // its steps have no anchors
	} {
		if got := v.gap(c.gap).Page.Href; got != c.href {
			t.Errorf("step %d leads to %s, want %s", c.gap.Step, got, c.href)
		}
	}
}

func TestLevelsOfACellGoByStepsWhereItHoldsNoTouchpoints(t *testing.T) {
	g := resolveSite(t, map[string]string{
		"stages/a": "", "touchpoints/often": "weight = 1", "touchpoints/once": "weight = 2", "personas/p": "",
		"journeys/j": "persona = \"p\"\nstages = [\"a\"]" + steps("a –;touchpoint = \"often\"", "a –;touchpoint = \"once\"", "a –;touchpoint = \"often\"", "a –;touchpoint = \"often\"", "a –;touchpoint = \"often\""),
	})
	rows := pageAt(g, "coverage.html", nil).matrix(check.NewSurvey(g), journey.KindTouchpoint, journey.KindPersona, nil).Groups[0].Rows
	if often, once := rows[0].Cells[0].Level, rows[1].Cells[0].Level; often != 4 || once != 1 {
		t.Errorf("four steps have level %d, one has %d", often, once)
	}
}
