package check

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/graph"
)

// gapsOf lists the gaps of a handbook, a line for each: kind, page, step and the
// lines that would close it.
func gapsOf(g *graph.Graph) string {
	var b strings.Builder
	for _, group := range NewSurvey(g).Gaps() {
		for _, gap := range group.Gaps {
			fmt.Fprintf(&b, "%s %s", group.Kind, gap.Node.ID)
			if gap.Step > 0 {
				fmt.Fprintf(&b, " %d", gap.Step)
			}
			fmt.Fprintf(&b, " %s\n", strings.Join(gap.Lines, " & "))
		}
	}
	return b.String()
}

func TestWholeHandbookHasNoGaps(t *testing.T) {
	if got := gapsOf(resolve(t, whole())); got != "" {
		t.Error(got)
	}
	if got := gapsOf(resolve(t, pages{})); got != "" {
		t.Errorf("an empty handbook: %s", got)
	}
}

// TestGaps changes the whole handbook in one way each, and names what it lacks
// then.
func TestGaps(t *testing.T) {
	buy := whole()["journeys/buy"]
	for name, c := range map[string]struct {
		change pages
		want   string
	}{
		"a stage without a touchpoint": {
			pages{"touchpoints/shop": strings.Replace(whole()["touchpoints/shop"], `"b", `, "", 1),
				"journeys/buy": strings.Replace(buy, "stage = \"b\"\ntouchpoint = \"shop\"\n", "stage = \"b\"\nopportunities = \"An idea\"\n", 1)},
			`stage-touchpoint b stages = ["b"]`,
		},
		"a stage of a model that no journey uses": {
			pages{"models/other": `stages = ["x"]`, "stages/x": `weight = 1`}, "",
		},
		"a stage of no model": {
			pages{"stages/x": `weight = 1`}, `stage-touchpoint x stages = ["x"]`,
		},
		"a persona without a journey": {
			pages{"personas/quan": `weight = 1`}, `persona-journey quan persona = "quan"`,
		},
		"an orphan touchpoint": {
			pages{"touchpoints/flyer": "owner = \"sales\"\nchannel = \"web\""}, `touchpoint-journey flyer touchpoint = "flyer"`,
		},
		"a retired touchpoint": {
			pages{"touchpoints/flyer": `status = "retired"`}, "",
		},
		"a stage whose touchpoint is retired": {
			pages{"stages/x": `weight = 1`, "touchpoints/flyer": "stages = \"x\"\nstatus = \"retired\""}, `stage-touchpoint x stages = ["x"]`,
		},
		"a persona whose journey is retired": {
			pages{"personas/quan": `weight = 1`, "journeys/old": "persona = \"quan\"\nstatus = \"retired\""},
			`persona-journey quan persona = "quan"`,
		},
		"an opportunity that is retired": {
			pages{"journeys/buy": buy + "[[steps]]\nstage = \"c\"\nemotion = -1\n",
				"opportunities/old": "status = \"retired\"\njourneys = \"buy\"\nstages = \"c\""},
			`low-emotion buy 6 journeys = ["buy"] & stages = ["c"]`,
		},
		"a touchpoint that only a blueprint uses": {
			pages{"touchpoints/flyer": `owner = "sales"`, "blueprints/more": "journey = \"buy\"\n[[steps]]\nstage = \"a\"\nbackstage = \"Prints\"\nevidence = { text = \"Flyer\", touchpoint = \"flyer\" }"},
			`touchpoint-journey flyer touchpoint = "flyer"`,
		},
		"a low touchpoint, and its steps, without an opportunity": {
			pages{"touchpoints/shop": strings.Replace(whole()["touchpoints/shop"], "opportunities = [\"[[faster]]\"]\n", "", 1),
				"opportunities/faster": strings.Replace(whole()["opportunities/faster"], `touchpoints = ["shop"]`, "", 1)},
			"low-emotion buy 1 touchpoints = [\"shop\"]\nlow-emotion buy 2 touchpoints = [\"shop\"]\nlow-emotion shop touchpoints = [\"shop\"]",
		},
		"a low step outside all touchpoints": {
			pages{"journeys/buy": buy + "[[steps]]\nstage = \"c\"\nemotion = -1\n"},
			`low-emotion buy 6 journeys = ["buy"] & stages = ["c"]`,
		},
		"a low step whose stage an opportunity of the journey names": {
			pages{"journeys/buy": buy + "[[steps]]\nstage = \"c\"\nemotion = -1\n",
				"opportunities/faster": whole()["opportunities/faster"] + "\njourneys = \"buy\"\nstages = \"c\""},
			"",
		},
		"a low step with an idea of its own": {
			pages{"journeys/buy": buy + "[[steps]]\nstage = \"c\"\nemotion = -2\nopportunities = \"Ask first\"\n"}, "",
		},
		"a step that is not scored": {
			pages{"journeys/buy": buy + "[[steps]]\nstage = \"c\"\n"}, "",
		},
		"a touchpoint without an owner": {
			pages{"touchpoints/shop": strings.Replace(whole()["touchpoints/shop"], "owner = \"sales\"\n", "", 1),
				"blueprints/service": "journey = \"buy\"\n[[steps]]\nstage = \"a\"\nbackstage = { text = \"Checks\", owner = \"sales\" }\n"},
			`touchpoint-owner shop owner = "sales"`,
		},
		"a frontstage without a backstage": {
			pages{"blueprints/service": whole()["blueprints/service"] + "[[steps]]\nstage = \"b\"\nfrontstage = \"Greets\"\n[[steps]]\nstage = \"b\"\ncustomer = \"Waits\"\n"},
			"backstage service 2 ",
		},
		"an opportunity without a metric": {
			pages{"opportunities/faster": strings.Replace(whole()["opportunities/faster"], "metric = \"nps\"\n", "", 1)},
			`opportunity-metric faster metric = "nps"`,
		},
		"a metric with nothing but a method": {
			pages{"metrics/ces": `method = "ces"`}, "metric-target ces \nmetric-results ces ",
		},
		"a journey without goal, persona and evidence": {
			pages{"journeys/more": strings.NewReplacer("goal = \"A camera\"\n", "", "persona = \"linh\"\n", "", "evidence = \"research\"\n", "").Replace(buy)},
			"journey-goal more \njourney-persona more persona = \"linh\"\njourney-evidence more evidence = \"assumption\"",
		},
		"a channel and a team without a stage": {
			pages{"channels/fair": `weight = 1`, "teams/legal": `weight = 1`},
			"channel-stage fair channel = \"fair\"\nteam-stage legal owner = \"legal\"",
		},
		"a channel that a step names": {
			pages{"channels/fair": `weight = 1`, "journeys/buy": buy + "[[steps]]\nstage = \"c\"\nchannel = \"fair\"\n"}, "",
		},
		"a journey of four stages": {
			pages{"journeys/short": "stages = [\"a\", \"b\", \"c\", \"d\"]\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\""}, "stage-count short ",
		},
		"a journey whose emotions hardly move": {
			pages{"journeys/flat": "model = \"five\"\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\"\n" +
				strings.Repeat("[[steps]]\nstage = \"a\"\nemotion = 1\n", 2) + "[[steps]]\nstage = \"a\"\nemotion = 0\n"},
			"flat-emotion flat ",
		},
		"a journey of seven stages, and one of eight": {
			pages{"touchpoints/more": "stages = [\"g\", \"h\"]\nowner = \"sales\"",
				"stages/g": `weight = 1`, "stages/h": `weight = 1`, "stages/i": `weight = 1`,
				"journeys/seven": "stages = [\"a\", \"b\", \"c\", \"d\", \"e\", \"g\", \"h\"]\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\"\n[[steps]]\nstage = \"g\"\ntouchpoint = \"more\"\n",
				"journeys/eight": "stages = [\"a\", \"b\", \"c\", \"d\", \"e\", \"g\", \"h\", \"i\"]\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\"\n[[steps]]\nstage = \"i\"\ntouchpoint = \"more\"\n"},
			"stage-count eight ",
		},
		"a journey whose emotions move by two points": {
			pages{"journeys/moves": "model = \"five\"\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\"\n" +
				"[[steps]]\nstage = \"a\"\nemotion = 0\n[[steps]]\nstage = \"a\"\nemotion = 1\n[[steps]]\nstage = \"a\"\nemotion = 2\n"},
			"",
		},
		"two emotions are no curve": {
			pages{"journeys/flat": "model = \"five\"\ngoal = \"x\"\npersona = \"linh\"\nevidence = \"partial\"\n" +
				strings.Repeat("[[steps]]\nstage = \"a\"\nemotion = 1\n", 2)},
			"",
		},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.want
			if want != "" {
				want += "\n"
			}
			if got := gapsOf(resolve(t, whole().with(c.change))); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestHints(t *testing.T) {
	hints := map[string]bool{"stage-count": true, "flat-emotion": true}
	for _, r := range gapRules() {
		if r.hint != hints[r.kind] {
			t.Errorf("%s: a hint %v", r.kind, r.hint)
		}
	}
}

// TestBrokenSite draws findings of a site whose references lead nowhere.
func TestBrokenSite(t *testing.T) {
	g := resolve(t, pages{
		"journeys/buy":       "persona = \"nobody\"\nmodel = \"none\"\nreviewed = 2026-01-01\nreview_every = \"soon\"\n[[steps]]\nstage = \"gone\"\ntouchpoint = \"gone\"\nchannel = \"gone\"\nemotion = -2\nmetrics = \"gone\"\nopportunities = \"[[gone]]\"\n[[steps]]\n",
		"blueprints/b":       "journey = \"none\"\n[[steps]]\nstage = \"gone\"\ntouchpoint = \"gone\"\n[[steps]]\n",
		"touchpoints/t":      "stages = \"gone\"\npersonas = \"nobody\"\nchannel = \"gone\"\nowner = \"gone\"\nmetrics = \"gone\"",
		"opportunities/o":    "touchpoints = \"gone\"\nstages = \"gone\"\njourneys = [\"gone\", \"buy\"]\nowner = \"gone\"\ndue = 2020-01-01",
		"models/m":           "stages = [\"gone\"]",
		"metrics/m":          "stages = \"gone\"",
		"stages/unreadable":  "goal = ",
		"journeys/forgotten": "model = ",
	})
	today := day(t, "2026-11-22")
	NewSurvey(g).Gaps()
	Reviews(g, today)
	for _, pair := range testedPairs() {
		NewSurvey(g).Matrix(pair[0], pair[1], nil)
	}
	for _, n := range g.Kind("journey") {
		if steps := Method(g, n, today); len(steps) != 8 {
			t.Errorf("%s has %d steps", n.ID, len(steps))
		}
	}
}
