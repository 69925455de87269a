package graph

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/journey"
)

// hurts is a site whose every step has a pain.
func hurts() map[string]string {
	return map[string]string{
		"stages/a.md":      "title = \"A\"\n",
		"stages/b.md":      "title = \"B\"\n",
		"touchpoints/x.md": "title = \"X\"\npains = \"p\"\n",
		"touchpoints/y.md": "title = \"Y\"\npains = \"p\"\nopportunities = \"said\"\n",
		"touchpoints/z.md": "title = \"Z\"\npains = \"p\"\nopportunities = \"[[other]]\"\n",
		"touchpoints/q.md": "title = \"Q\"\npains = \"p\"\n",
		"journeys/one.md": "title = \"One\"\n" +
			"[[steps]]\nstage = \"a\"\ntouchpoint = \"x\"\npains = \"p\"\n" +
			"[[steps]]\nstage = \"b\"\npains = \"p\"\n" +
			"[[steps]]\nstage = \"a\"\npains = \"p\"\n" +
			"[[steps]]\nstage = \"a\"\npains = \"p\"\nopportunities = [\"[[other]]\", \"more\"]\n" +
			"[[steps]]\nstage = \"a\"\ntouchpoint = \"z\"\npains = \"p\"\nopportunities = \"only words\"\n" +
			"[[steps]]\nstage = \"a\"\ntouchpoint = \"x\"\n",
		"journeys/two.md":           "title = \"Two\"\n[[steps]]\nstage = \"b\"\ntouchpoint = \"x\"\npains = \"p\"\n[[steps]]\nstage = \"b\"\ntouchpoint = \"z\"\npains = \"p\"\n",
		"opportunities/anywhere.md": "title = \"Anywhere\"\ntouchpoints = [\"x\"]\n",
		"opportunities/in-one.md":   "title = \"In one\"\ntouchpoints = [\"z\"]\njourneys = [\"one\"]\n",
		"opportunities/other.md":    "title = \"Other\"\n",
		"opportunities/stage-b.md":  "title = \"Stage b\"\nstages = [\"b\"]\njourneys = [\"one\"]\n",
		"opportunities/no-stage.md": "title = \"No stage\"\njourneys = [\"one\"]\n",
	}
}

func TestStepAnswer(t *testing.T) {
	g := good(t, hurts())
	for _, c := range []struct {
		journey string
		step    int
		want    string
	}{
		{"one", 1, "anywhere"},     // names the touchpoint and no journey
		{"one", 2, "stage-b"},      // names the journey and the stage
		{"one", 3, "unanswered"},   // a journey alone, or a stage alone, is not enough
		{"one", 4, "said, other"},  // linked by the step
		{"one", 5, "said, in-one"}, // the words link nowhere, the touchpoint is named
		{"two", 1, "anywhere"},     // the opportunity of stage b is for another journey
		{"two", 2, "unanswered"},   // the touchpoint is named for another journey
	} {
		a := g.StepAnswer(g.Node(journey.KindJourney, c.journey), c.step)
		if got := told(a); got != c.want {
			t.Errorf("step %d of %s: %s, want %s", c.step, c.journey, got, c.want)
		}
	}
}

func TestTouchpointAnswer(t *testing.T) {
	g := good(t, hurts())
	for id, want := range map[string]string{"x": "anywhere", "y": "said", "z": "said, other, in-one", "q": "unanswered"} {
		if got := told(g.TouchpointAnswer(g.Node(journey.KindTouchpoint, id))); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// told puts an answer into words.
func told(a Answer) string {
	var list []string
	if a.Said {
		list = append(list, "said")
	}
	for _, n := range a.All() {
		list = append(list, n.ID)
	}
	if !a.IsSet() {
		list = append(list, "unanswered")
	}
	return strings.Join(list, ", ")
}

func TestPainsOfAnOpportunity(t *testing.T) {
	g := good(t, hurts())
	for id, want := range map[string]string{
		"anywhere": "one 1 two 1 x 0", // the last step of one has no pain
		"in-one":   "one 5 z 0",
		"other":    "one 4 z 0",
		"stage-b":  "one 2",
		"no-stage": "",
	} {
		var got []string
		for _, p := range g.Pains(g.Node(journey.KindOpportunity, id)) {
			got = append(got, fmt.Sprint(p.At.ID, " ", p.Step))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s answers %q, want %q", id, strings.Join(got, " "), want)
		}
	}
}

// TestBrokenReferencesAnswerNothing: a preview shows a broken site.
func TestBrokenReferencesAnswerNothing(t *testing.T) {
	g, _ := resolve(t, false, map[string]string{
		"journeys/j.md":      "title = \"J\"\n[[steps]]\nstage = \"gone\"\ntouchpoint = \"gone\"\npains = \"p\"\nopportunities = \"\"\n",
		"opportunities/o.md": "title = \"O\"\njourneys = [\"gone\"]\ntouchpoints = [\"gone\"]\nstages = [\"gone\"]\n",
	})
	if a := g.StepAnswer(g.Node(journey.KindJourney, "j"), 1); len(a.All()) > 0 {
		t.Errorf("answered by %s", told(a))
	}
	if pains := g.Pains(g.Node(journey.KindOpportunity, "o")); len(pains) > 0 {
		t.Errorf("answers %v", pains)
	}
}

// TestFiltersOfBlocksAreNoMentions: what a block shows is mentioned, what only
// chooses its list is not.
func TestFiltersOfBlocksAreNoMentions(t *testing.T) {
	g := good(t, map[string]string{
		"teams/care.md":    "title = \"Care\"\n",
		"personas/linh.md": "title = \"Linh\"\n",
		"guide/page.md": "title = \"Page\"\n---\n```opportunity-matrix\nowner = \"care\"\n```\n\n" +
			"```entities\nkind = \"touchpoint\"\nowner = \"care\"\n```\n\n```persona-card\npersona = \"linh\"\n```\n",
	})
	if in := g.Node(journey.KindTeam, "care").In; len(in) > 0 {
		t.Errorf("the filter is a mention: %v", in)
	}
	if in := g.Node(journey.KindPersona, "linh").In; len(in) != 1 {
		t.Errorf("the card is mentioned %d times", len(in))
	}
}
