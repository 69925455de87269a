package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// pageOf returns the page of a node of a site: the front matter of its files by
// their paths below content. An empty id stands for a page of no node.
func pageOf(t *testing.T, site map[string]string, kind journey.Kind, id string) *page {
	t.Helper()
	g := resolveSite(t, site)
	if id == "" {
		return newPage(g, "x/index.html", "en", nil, "index")
	}
	n := g.Node(kind, id)
	if n == nil {
		t.Fatalf("no %s %s", kind, id)
	}
	return newPage(g, string(kind)+"/"+id+".html", "en", n, string(kind))
}

// backlog is a site with opportunities of every sort.
func backlog() map[string]string {
	return map[string]string{
		"teams/b-team":         "title = \"B team\"",
		"teams/a-team":         "title = \"A team\"",
		"metrics/far":          "title = \"Far\"\nmethod = \"value\"\ndirection = \"down\"\ntarget = 5\n[[results]]\ndate = 2026-06-30\nvalue = 5\n[[results]]\ndate = 2026-09-30\nvalue = 10",
		"metrics/near":         "title = \"Near\"\nmethod = \"value\"\ndirection = \"up\"\ntarget = 40\n[[results]]\ndate = 2026-09-30\nvalue = 30",
		"metrics/reached":      "title = \"Reached\"\nmethod = \"value\"\ndirection = \"up\"\ntarget = 40\n[[results]]\ndate = 2026-09-30\nvalue = 50",
		"metrics/empty":        "title = \"Empty\"\nmethod = \"value\"\ndirection = \"up\"\ntarget = 40",
		"opportunities/near":   "title = \"D near\"\nimpact = 4\neffort = 2\nmetric = \"near\"\nowner = \"b-team\"\ndue = 2027-01-01",
		"opportunities/far":    "title = \"E far\"\nimpact = 4\neffort = 3\nmetric = \"far\"\nowner = \"a-team\"\ndue = 2026-12-31",
		"opportunities/great":  "title = \"F great\"\nimpact = 5\neffort = 5\nmetric = \"reached\"\nowner = \"b-team\"\ndue = 2026-10-01",
		"opportunities/empty":  "title = \"B empty\"\nimpact = 4\neffort = 2\nmetric = \"empty\"",
		"opportunities/rated":  "title = \"C half\"\nimpact = 3\nowner = \"gone\"",
		"opportunities/nobody": "title = \"A blank\"",
		"opportunities/done":   "title = \"Done\"\nimpact = 5\neffort = 1\nstatus = \"done\"\nowner = \"a-team\"",
		"opportunities/fill":   "title = \"G fill\"\nimpact = 3\neffort = 2",
		"opportunities/late":   "title = \"H late\"\nimpact = 1\neffort = 3",
	}
}

func titles(nodes []*graph.Node) string {
	var list []string
	for _, n := range nodes {
		list = append(list, n.ID)
	}
	return strings.Join(list, " ")
}

func TestRanking(t *testing.T) {
	pg := pageOf(t, backlog(), "", "")
	r := pg.rank(pg.Kind(journey.KindOpportunity))
	if got, want := titles(r.open), "great far near empty rated fill late nobody"; got != want {
		t.Errorf("ranked %s\nwant   %s: impact, then the distance to the target, then the title", got, want)
	}
	if got := titles(r.closed); got != "done" {
		t.Errorf("closed: %s", got)
	}
	table := pg.rankingTable(r)
	if len(table.Groups) != 2 || table.Groups[1].HeadKey != "group.closed" || len(table.Groups[1].Rows) != 1 {
		t.Fatalf("the closed ones do not stand apart: %+v", table.Groups)
	}
	var numbers []int
	var short []string
	for _, row := range table.Groups[0].Rows[:4] {
		numbers = append(numbers, row[0][0].Link.Number)
		cell := "unknown"
		if len(row[4]) > 0 {
			cell = row[4][0].Key + fmt.Sprint(row[4][0].Number.Value)
		}
		short = append(short, cell)
	}
	if !slices.Equal(numbers, []int{1, 2, 3, 4}) {
		t.Errorf("the places are %v", numbers)
	}
	if got := strings.Join(short, " "); got != "target.reached0 100 25 unknown" {
		t.Errorf("short of the target by %s", got)
	}
}

func TestOpportunityMatrix(t *testing.T) {
	pg := pageOf(t, backlog(), "", "")
	m := pg.opportunityMatrix(pg.rank(pg.Kind(journey.KindOpportunity)))
	var got []string
	for _, q := range m.Quadrants {
		for _, d := range q.Dots {
			got = append(got, fmt.Sprintf("%s %d %s (%v, %v)", q.Name, d.Link.Number, d.Link.Title, d.X, d.Y))
		}
	}
	want := []string{
		"quick-wins 3 D near (25, 30)", // two in one cell stand side by side
		"quick-wins 4 B empty (35, 30)",
		"big-bets 1 F great (90, 10)",
		"big-bets 2 E far (50, 30)",
		"fill-ins 6 G fill (30, 50)",
		"thankless 7 H late (50, 90)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var unplaced []string
	for _, u := range m.Unplaced {
		unplaced = append(unplaced, u.Link.Title+": "+strings.Join(u.Missing, " "))
	}
	if got, want := strings.Join(unplaced, ", "), "C half: field.effort, A blank: field.impact field.effort"; got != want {
		t.Errorf("unplaced: %s, want %s", got, want)
	}
}

// TestCrowdedCellsHaveSpecks draws dots without numbers where there is no room.
func TestCrowdedCellsHaveSpecks(t *testing.T) {
	for count, want := range map[int]string{9: "false 0", 10: "true 0", 25: "true 0", 26: "true 1.33", 300: "true 0.444"} {
		site := map[string]string{}
		for i := range count {
			site[fmt.Sprintf("opportunities/o%d", i)] = "impact = 4\neffort = 2"
		}
		pg := pageOf(t, site, "", "")
		m := pg.opportunityMatrix(pg.rank(pg.Kind(journey.KindOpportunity)))
		dots := m.Quadrants[0].Dots
		if got := fmt.Sprintf("%v %.3g", dots[0].Small, dots[0].Speck); len(dots) != count || got != want {
			t.Errorf("%d in a cell: %d dots, %s, want %s", count, len(dots), got, want)
		}
	}
}

func TestNoOpportunities(t *testing.T) {
	pg := pageOf(t, map[string]string{"teams/a": "title = \"A\""}, "", "")
	r := pg.rank(nil)
	m, a := pg.opportunityMatrix(r), pg.agenda(r)
	for _, q := range m.Quadrants {
		if len(q.Dots) > 0 {
			t.Errorf("%s holds %v", q.Name, q.Dots)
		}
	}
	if len(m.Unplaced) > 0 || len(pg.rankingTable(r).Groups) > 0 || len(a.Owners) > 0 || len(a.Quarters) > 0 {
		t.Errorf("something of nothing: %+v, %+v", m.Unplaced, a)
	}
}

func TestAgenda(t *testing.T) {
	pg := pageOf(t, backlog(), "", "")
	a := pg.agenda(pg.rank(pg.Kind(journey.KindOpportunity)))
	named := func(entries []view.AgendaEntry) string {
		var list []string
		for _, e := range entries {
			list = append(list, e.Link.Title)
		}
		return strings.Join(list, ", ")
	}
	var owners, quarters []string
	for _, o := range a.Owners {
		owners = append(owners, o.Owner.Title+": "+named(o.Entries))
	}
	for _, q := range a.Quarters {
		quarters = append(quarters, fmt.Sprintf("%s/%d: %s", q.Year, q.Quarter, named(q.Entries)))
	}
	if got, want := strings.Join(owners, "; "), "A team: E far; B team: F great, D near; : B empty, C half, G fill, H late, A blank"; got != want {
		t.Errorf("by owner: %s\nwant      %s", got, want)
	}
	if got, want := strings.Join(quarters, "; "), "2026/4: F great, E far; 2027/1: D near; /0: B empty, C half, G fill, H late, A blank"; got != want {
		t.Errorf("by date: %s\nwant     %s", got, want)
	}
}

func TestOpportunitiesOfABlock(t *testing.T) {
	site := backlog()
	site["stages/s"] = "title = \"S\""
	site["journeys/j"] = "title = \"J\""
	site["opportunities/near"] += "\nstages = [\"s\"]\njourneys = [\"j\"]"
	site["opportunities/great"] += "\nstages = [\"s\"]"
	pg := pageOf(t, site, "", "")
	ref := func(kind journey.Kind, id string) journey.Ref { return journey.Ref{Kind: kind, ID: id} }
	for name, c := range map[string]struct {
		block journey.OpportunityMatrix
		want  string
	}{
		"an owner": {journey.OpportunityMatrix{Owner: ref(journey.KindTeam, "b-team")}, "near great"},
		"all three": {journey.OpportunityMatrix{
			Owner: ref(journey.KindTeam, "b-team"), Stage: ref(journey.KindStage, "s"), Journey: ref(journey.KindJourney, "j"),
		}, "near"},
		"nobody's": {journey.OpportunityMatrix{Owner: ref(journey.KindTeam, "gone")}, ""},
	} {
		if got := titles(pg.selectOpportunities(&c.block)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPainsOfAnOpportunity(t *testing.T) {
	site := map[string]string{
		"stages/s":        "title = \"S\"",
		"touchpoints/web": "title = \"Web\"\npains = [\"slow\", \"a & b\"]\nemotion = -1",
		"journeys/j": "title = \"J\"\n[[steps]]\nstage = \"s\"\ntouchpoint = \"web\"\naction = \"*Pays*\"\npains = [\"dear\", \"late\"]\n" +
			"[[steps]]\nstage = \"s\"\npains = \"alone\"",
		"opportunities/o":     "title = \"O\"\ntouchpoints = [\"web\"]",
		"opportunities/other": "title = \"Other\"",
	}
	var got []string
	for _, group := range pageOf(t, site, journey.KindOpportunity, "o").painTable().Groups {
		got = append(got, group.Head.Title+group.HeadKey)
		for _, row := range group.Rows {
			got = append(got, fmt.Sprint(row[0][0].Text, " ", row[1][0].Link.Title, " ", row[1][0].Link.Href))
		}
	}
	want := []string{
		"J", "dear Pays ../journeys/j.html#_step-1", "late Pays ../journeys/j.html#_step-1",
		"kinds.touchpoint", "slow Web ../touchpoints/web.html", "a &amp; b Web ../touchpoints/web.html",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if groups := pageOf(t, site, journey.KindOpportunity, "other").painTable().Groups; len(groups) > 0 {
		t.Errorf("an opportunity that nothing calls for answers %v", groups)
	}
}

func TestAnswersStandOnTheLastPainOfAStep(t *testing.T) {
	pg := pageOf(t, map[string]string{
		"stages/s":        "title = \"S\"",
		"touchpoints/web": "title = \"Web\"",
		"journeys/j": "title = \"J\"\n" +
			"[[steps]]\nstage = \"s\"\ntouchpoint = \"web\"\npains = [\"a\", \"b\"]\n" +
			"[[steps]]\nstage = \"s\"\npains = \"c\"\nopportunities = \"words\"\n" +
			"[[steps]]\nstage = \"s\"\npains = \"d\"\n" +
			"[[steps]]\nstage = \"s\"",
		"opportunities/o": "title = \"O\"\ntouchpoints = [\"web\"]",
	}, journey.KindJourney, "j")
	table := pg.stageTable(pg.node, nil)
	i := slices.IndexFunc(table.Lanes, func(l view.Lane) bool { return l.Name == "pains" })
	if i < 0 {
		t.Fatal("no lane of pains")
	}
	var got []string
	for _, e := range table.Lanes[i].Cells[0].Entries {
		answer := "nothing"
		for _, v := range e.Answers {
			answer = v.Link.Title + v.Key
		}
		got = append(got, string(e.Value.Text)+" "+answer)
	}
	if want := "a nothing, b O, c answer.said, d answer.none"; strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
	told := pg.stageSteps()[0].Steps
	for i, want := range []string{"O", "", "answer.none", ""} {
		got := ""
		for _, f := range told[i].Facts {
			if f.Key == "field.answers" {
				got = f.Values[0].Link.Title + f.Values[0].Key
			}
		}
		if got != want {
			t.Errorf("step %d is answered by %q, want %q", i+1, got, want)
		}
	}
}

func TestOpportunitiesWithoutADateAreDueLast(t *testing.T) {
	g := resolveSite(t, map[string]string{
		"opportunities/never": "", "opportunities/soon": "due = 2026-12-01", "opportunities/later": "due = 2027-01-01",
	})
	node := func(id string) *graph.Node { return g.Node(journey.KindOpportunity, id) }
	never, soon, later := node("never"), node("soon"), node("later")
	for _, pair := range [][2]*graph.Node{{soon, later}, {soon, never}, {later, never}} {
		if compareDue(pair[0], pair[1]) >= 0 || compareDue(pair[1], pair[0]) <= 0 {
			t.Errorf("%s is not due before %s", pair[0].ID, pair[1].ID)
		}
	}
}

func TestClosedOpportunitiesAreDoneOrGivenUp(t *testing.T) {
	g := resolveSite(t, map[string]string{
		"opportunities/done": `status = "done"`, "opportunities/idea": `status = "idea"`, "opportunities/retired": `status = "retired"`,
	})
	if got := titles(pageAt(g, "x.html", nil).rank(g.Kind(journey.KindOpportunity)).closed); got != "done retired" {
		t.Errorf("closed: %s", got)
	}
}

// TestCrowdedDotsAreSmall puts opportunities into one cell: two, three and four
// dots stand side by side.
func TestCrowdedDotsAreSmall(t *testing.T) {
	for count, small := range map[int]bool{4: false, 9: false, 10: true} {
		content := map[string]string{}
		for i := range count {
			content[fmt.Sprintf("opportunities/o%d", i)] = "impact = 5\neffort = 1"
		}
		g := resolveSite(t, content)
		pg := pageAt(g, "x.html", nil)
		for _, d := range pg.opportunityMatrix(pg.rank(g.Kind(journey.KindOpportunity))).Quadrants[0].Dots {
			if d.Small != small {
				t.Errorf("%d in a cell: small is %v", count, d.Small)
			}
		}
	}
}
