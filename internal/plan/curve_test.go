package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// steps returns steps as front matter: each "stage emotion", and what follows is
// taken as further lines, separated by semicolons. An emotion of – is none.
func steps(list ...string) string {
	var b strings.Builder
	for _, s := range list {
		head, more, _ := strings.Cut(s, ";")
		stage, emotion, _ := strings.Cut(head, " ")
		fmt.Fprintf(&b, "\n[[steps]]\nstage = %q\n", stage)
		if emotion != "–" {
			fmt.Fprintf(&b, "emotion = %s\n", emotion)
		}
		b.WriteString(strings.ReplaceAll(more, ";", "\n") + "\n")
	}
	return b.String()
}

// threeStages returns a model of three stages and what else is given.
func threeStages(more map[string]string) map[string]string {
	content := map[string]string{
		"stages/a": "", "stages/b": "", "stages/c": "",
		"models/m":      `stages = ["a", "b", "c"]`,
		"personas/linh": "", "personas/quan": "",
	}
	for name, matter := range more {
		content[name] = matter
	}
	return content
}

// lane returns the lane of that name.
func lane(t *testing.T, table view.StageTable, name string) view.Lane {
	t.Helper()
	i := slices.IndexFunc(table.Lanes, func(l view.Lane) bool { return l.Name == name })
	if i < 0 {
		t.Fatalf("there is no lane %s", name)
	}
	return table.Lanes[i]
}

// TestScoresGiveWayToToday keeps the scores of the future off the points of today.
func TestScoresGiveWayToToday(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/j": `model = "m"` + steps("a 1", "b 0", "c -2", "c –"),
		"journeys/f": "model = \"m\"\nfuture_of = \"j\"" + steps("a 0", "b 1", "c 2", "c -1"),
	}))
	lines := lane(t, viewAs[view.Journey](t, site, "journeys/f.html").Map, "emotion").Curve.Lines
	points := lines[len(lines)-1].Points
	if points[0].Above || !points[1].Above || !points[2].Above {
		t.Errorf("below today's, above it and far from it: %+v", points)
	}
}

// TestCrowdedStagesHaveNoScores leaves out what would lie over each other.
func TestCrowdedStagesHaveNoScores(t *testing.T) {
	list := []string{"a 1", "c 0"}
	for range roomForScores + 1 {
		list = append(list, "b 1")
	}
	site := planSite(t, threeStages(map[string]string{"journeys/j": `model = "m"` + steps(list...)}))
	points := lane(t, viewAs[view.Journey](t, site, "journeys/j.html").Map, "emotion").Curve.Lines[0].Points
	for i, p := range points {
		if crowded := i > 0 && i < len(points)-1; p.Bare != crowded {
			t.Errorf("point %d of %d: bare is %v", i, len(points), p.Bare)
		}
	}
}

func TestStepsOfACurveStandInTheirStages(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/j": `model = "m"` + steps("c 2", "a 1", "a -1;moment_of_truth = true", "a –", "c 0"),
	}))
	curve := lane(t, viewAs[view.Journey](t, site, "journeys/j.html").Map, "emotion").Curve
	if len(curve.Lines) != 1 || curve.Columns != 3 || !slices.Equal(curve.Cuts, []float64{33.33, 66.67}) {
		t.Fatalf("the curve is %+v", curve)
	}
	line := curve.Lines[0]
	var got []string
	for _, p := range line.Points {
		got = append(got, fmt.Sprintf("%d@%v%s", p.Step, p.X, p.Mood.Tone))
	}
	if want := "2@5.56good 3@16.67bad 4@27.78 1@75good 5@91.67even"; strings.Join(got, " ") != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
	if len(line.Paths) != 2 {
		t.Errorf("the line has the parts %q, want one before the gap and one behind it", line.Paths)
	}
	if !line.Points[1].MomentOfTruth || line.Points[0].MomentOfTruth {
		t.Error("the moment of truth is not where it belongs")
	}
	words := lane(t, viewAs[view.Journey](t, site, "journeys/j.html").Map, "emotion").Cells[0].Entries
	if len(words) != 3 || words[2].Value.Key != "gap.emotion" || words[2].Step != 4 {
		t.Errorf("the gap is told as %+v", words)
	}
	if curve.Lowest.Step != 3 || curve.Highest.Step != 1 {
		t.Errorf("lowest at step %d, highest at step %d", curve.Lowest.Step, curve.Highest.Step)
	}
}

func TestNoCurveWhereNothingIsScored(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/j": "model = \"m\"\npersona = \"linh\"\nlanes = [\"emotion\"]" + steps("a –;feeling = \"Calm\""),
	}))
	l := lane(t, viewAs[view.Journey](t, site, "journeys/j.html").Map, "emotion")
	if len(l.Curve.Lines) != 0 || len(l.Curve.Levels) != 0 {
		t.Errorf("a curve is drawn: %+v", l.Curve)
	}
	if len(l.Cells[0].Entries) != 1 {
		t.Error("the words are lost")
	}
	if f := viewAs[view.Persona](t, site, "personas/linh.html").Figures; len(f) != 0 {
		t.Errorf("the persona shows %+v", f)
	}
	if f := viewAs[view.Model](t, site, "models/m.html").Figures; len(f) != 0 {
		t.Errorf("the model shows %+v", f)
	}
}

func TestADayBeginsWithTimeAndDevice(t *testing.T) {
	day := "model = \"m\"\nmap = \"day-in-the-life\"\n"
	site := planSite(t, threeStages(map[string]string{
		"journeys/day":   day + steps(`a 1;time = "05:30";device = "Phone"`, `b 0;time = "9h10"`),
		"journeys/words": day + steps(`a 1;time = "Early in the morning"`, `b 0;time = "9h10"`),
		"journeys/full":  day + steps(slices.Repeat([]string{`a 1;time = "05:30"`}, roomForTimes+1)...),
		"journeys/j":     `model = "m"` + steps(`a 1;time = "05:30"`),
	}))
	table := viewAs[view.Journey](t, site, "journeys/day.html").Map
	if table.Lanes[0].Name != "time" || table.Lanes[1].Name != "device" {
		t.Errorf("it begins with %s and %s", table.Lanes[0].Name, table.Lanes[1].Name)
	}
	for name, want := range map[string]string{"day": "05:30", "words": "", "full": "", "j": ""} {
		line := lane(t, viewAs[view.Journey](t, site, "journeys/"+name+".html").Map, "emotion").Curve.Lines[0]
		if got := line.Points[0].Time; got != want {
			t.Errorf("%s: the first point says %q, want %q", name, got, want)
		}
	}
}

func TestCurvesOfAModelLeaveTheFutureOut(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/1":     "model = \"m\"\npersona = \"linh\"\n" + steps("a 1", "b 2"),
		"journeys/2":     "model = \"m\"\npersona = \"quan\"\n" + steps("a 1;feeling = \"Fine\"", "b -2;moment_of_truth = true"),
		"journeys/later": "model = \"m\"\npersona = \"linh\"\nmap = \"future-state\"\nfuture_of = \"1\"\n" + steps("a 2"),
		"guide/blocks":   "title = \"x\"\n+++\n```emotion-curve\nmodel = \"m\"\n```\n\n```emotion-curve\njourney = \"later\"\n```\n",
	}))
	figures := viewAs[view.Model](t, site, "models/m.html").Figures
	if len(figures) != 1 {
		t.Fatalf("%d figures", len(figures))
	}
	v := figures[0].Block.View.(view.EmotionCurve)
	if len(v.Rows) != 2 || v.Rows[0].Persona.Title != "personas/linh" || v.Rows[1].Persona.Title != "personas/quan" {
		t.Fatalf("the rows are %+v", v.Rows)
	}
	one, two := v.Curve.Lines[0], v.Curve.Lines[1]
	if one.CurveStyle != v.Rows[0].CurveStyle || two.CurveStyle != v.Rows[1].CurveStyle || one.CurveStyle == two.CurveStyle {
		t.Errorf("lines %+v and %+v, legend %+v and %+v", one.CurveStyle, two.CurveStyle, v.Rows[0].CurveStyle, v.Rows[1].CurveStyle)
	}
	if one.Points[0].X == two.Points[0].X {
		t.Error("points of two journeys hide each other")
	}
	if e := v.Rows[1].Cells[0].Entries[0]; e.Value.Text != "" || e.StepHref != "../journeys/2.html#_step-1" {
		t.Errorf("the score is told as %+v", e)
	}
	prose := viewAs[view.Entity](t, site, "guide/blocks.html").Prose
	if block := prose[0].Block.View.(view.EmotionCurve); len(block.Rows) != 2 {
		t.Errorf("the block shows %d journeys", len(block.Rows))
	}
	if alone := prose[1].Block.View.(view.EmotionCurve); len(alone.Rows) != 1 || len(alone.Curve.Lines) != 2 || !alone.Curve.Lines[0].Soft {
		t.Errorf("the block of a future journey draws %+v", alone.Curve.Lines)
	}
}

func TestManyLinesAreToldApart(t *testing.T) {
	content := map[string]string{}
	for i := range curveMarks * curveDashes {
		content[fmt.Sprintf("journeys/%02d", i)] = `model = "m"` + steps("a 1", "b 2")
	}
	v := viewAs[view.Model](t, planSite(t, threeStages(content)), "models/m.html").Figures[0].Block.View.(view.EmotionCurve)
	seen := map[view.CurveStyle]bool{}
	for _, line := range v.Curve.Lines {
		if seen[line.CurveStyle] {
			t.Fatalf("two lines look like %+v", line.CurveStyle)
		}
		seen[line.CurveStyle] = true
	}
}

func TestAPersonaShowsItsJourneysOneByOne(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/1": "model = \"m\"\npersona = \"linh\"\n" + steps("a 1;title = \"First\"", "b -2;title = \"Low\"", "c -2"),
		"journeys/2": "stages = [\"c\"]\npersona = \"linh\"\n" + steps("c 0"),
		"journeys/3": "model = \"m\"\npersona = \"quan\"\n" + steps("a 1"),
	}))
	curves := viewAs[view.Persona](t, site, "personas/linh.html").Figures[0].Block.View.([]view.SmallCurve)
	if len(curves) != 2 || len(curves[0].Stages) != 3 || len(curves[1].Stages) != 1 {
		t.Fatalf("the curves are %+v", curves)
	}
	low, high := curves[0].Lowest, curves[0].Highest
	if low.Step.Title != "Low" || low.Step.Href != "../journeys/1.html#_step-2" || high.Number != 1 {
		t.Errorf("lowest %+v, highest %+v", low, high)
	}
}

func TestSubJourneysLeadUpAndDown(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/up":    `model = "m"` + steps("a 1;title = \"Buys\"", "b 1;title = \"Repair\";journey = \"down\""),
		"journeys/other": `model = "m"` + steps("a 1;title = \"Asks\";journey = \"down\""),
		"journeys/down":  "model = \"m\"\nparent = \"up\"",
		"journeys/also":  "model = \"m\"\nparent = \"up\"",
	}))
	links := func(facts []view.Fact, key string) string {
		var list []string
		for _, f := range facts {
			for _, v := range f.Values {
				if f.Key == key {
					list = append(list, v.Link.Title+" → "+v.Link.Href)
				}
			}
		}
		return strings.Join(list, "; ")
	}
	up := viewAs[view.Journey](t, site, "journeys/up.html")
	if got, want := links(up.Facts, "field.sub_journeys"), "journeys/also → also.html; journeys/down → down.html"; got != want {
		t.Errorf("down: %s, want %s", got, want)
	}
	if got := lane(t, up.Map, "actions").Cells[1].Entries[0].Opens.Href; got != "down.html" {
		t.Errorf("the step opens %q", got)
	}
	down := viewAs[view.Journey](t, site, "journeys/down.html")
	if got, want := links(down.Chips, "field.opened_by"), "journeys/other → other.html; 1 Asks → other.html#_step-1; 2 Repair → up.html#_step-2"; got != want {
		t.Errorf("up: %s, want %s", got, want)
	}
	if got := links(down.Facts, "field.sub_journeys"); got != "" {
		t.Errorf("a sub-journey has the sub-journeys %s", got)
	}
}

// TestBrokenSitesAreDrawn builds the views of sites full of mistakes: a preview
// shows them with their errors.
func TestBrokenSitesAreDrawn(t *testing.T) {
	for name, content := range map[string]map[string]string{
		"nothing known": {
			"journeys/j":   "model = \"no\"\npersona = \"no\"\nfuture_of = \"no\"\nparent = \"no\"" + steps("no 1;touchpoint = \"no\";journey = \"no\"", "no –"),
			"guide/blocks": "title = \"x\"\n+++\n```emotion-curve\njourneys = [\"no\"]\n```\n\n```emotion-curve\nmodel = \"no\"\n```\n\n```journey-map\njourney = \"no\"\n```\n\n```emotion-curve\n```\n",
		},
		"its own future and part": threeStages(map[string]string{
			"journeys/j": "model = \"m\"\nfuture_of = \"j\"\nparent = \"j\"" + steps("a 1;journey = \"j\""),
		}),
		"the future of each other": threeStages(map[string]string{
			"journeys/j": "model = \"m\"\nfuture_of = \"k\"" + steps("a 1", "b 2"),
			"journeys/k": "model = \"m\"\nfuture_of = \"j\"" + steps("c 1"),
		}),
		"a future without steps": threeStages(map[string]string{
			"journeys/j": `model = "m"` + steps("a 1", "x 2"),
			"journeys/k": "stages = []\nfuture_of = \"j\"",
		}),
		"a model without stages": {
			"models/m": "", "journeys/j": `model = "m"` + steps("a 1"), "journeys/k": `model = "m"`,
			"guide/blocks": "title = \"x\"\n+++\n```emotion-curve\nmodel = \"m\"\n```\n",
		},
		"a translation with more steps": threeStages(map[string]string{
			"journeys/j": `model = "m"` + steps("a 1"), "journeys/j.vi": "title = \"x\"\n[[steps]]\n[[steps]]\ntitle = \"y\"\n",
			"journeys/k": "model = \"m\"\nfuture_of = \"j\"" + steps("a 1", "a 2"),
		}),
	} {
		t.Run(name, func(t *testing.T) {
			for _, page := range planSite(t, content) {
				if html, ok := page.Content.(HTML); ok {
					html.View()
				}
			}
		})
	}
}

func TestJourneysTodayAreThoseOfNoFuture(t *testing.T) {
	g := resolveSite(t, threeStages(map[string]string{
		"journeys/now":  `model = "m"`,
		"journeys/idea": "model = \"m\"\nfuture_of = \"now\"",
		"journeys/plan": "model = \"m\"\nmap = \"future-state\"",
	}))
	if got := titles(pageAt(g, "x.html", nil).journeysToday(g.Node(journey.KindModel, "m"))); got != "now" {
		t.Error(got)
	}
}
