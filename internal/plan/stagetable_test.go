package plan

import (
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

func TestLanesThatAreAskedForStandEvenEmpty(t *testing.T) {
	for matter, want := range map[string]string{
		`model = "m"`: "touchpoints", `model = "m"` + "\nlanes = [\"gains\"]": "gains",
	} {
		var got []string
		for _, l := range viewAs[view.Journey](t, planSite(t, threeStages(map[string]string{"journeys/j": matter})), "journeys/j.html").Map.Lanes {
			got = append(got, l.Name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: lanes %v, want %s", matter, got, want)
		}
	}
}

// TestCellNamesEachOnce has two steps at one touchpoint, a metric that they and
// their stage name, one about the whole stage, one about the touchpoint in another
// stage, and an opportunity that a step links to.
func TestCellNamesEachOnce(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"touchpoints/t":      "",
		"metrics/n":          "stages = [\"a\"]\ntouchpoints = [\"t\"]",
		"metrics/whole":      `stages = ["a"]`,
		"metrics/elsewhere":  "stages = [\"b\"]\ntouchpoints = [\"t\"]",
		"metrics/not-met":    "stages = [\"a\"]\ntouchpoints = [\"u\"]",
		"touchpoints/u":      "",
		"opportunities/here": "journeys = [\"j\"]\nstages = [\"a\"]",
		"journeys/j": `model = "m"` + steps("a –;touchpoint = \"t\";metrics = [\"n\"];opportunities = [\"See [[opportunity:here]]\"]",
			"a –;touchpoint = \"t\";metrics = [\"n\"]"),
	}))
	table := viewAs[view.Journey](t, site, "journeys/j.html").Map
	touchpoints := lane(t, table, "touchpoints").Cells[0].Entries
	if len(touchpoints) != 1 || touchpoints[0].Step != 1 || len(touchpoints[0].More) != 1 || touchpoints[0].More[0] != 2 {
		t.Errorf("touchpoints: %+v", touchpoints)
	}
	var metrics []string
	for _, e := range lane(t, table, "metrics").Cells[0].Entries {
		metrics = append(metrics, e.Value.Reading.Metric.Title)
	}
	if got := strings.Join(metrics, " "); got != "metrics/n metrics/whole" {
		t.Errorf("metrics: %s", got)
	}
	if entries := lane(t, table, "opportunities").Cells[0].Entries; len(entries) != 1 || entries[0].Value.Text == "" {
		t.Errorf("opportunities: %+v", entries)
	}
}

func TestTouchpointsOfGreatInfluenceComeFirst(t *testing.T) {
	g := resolveSite(t, map[string]string{"touchpoints/a": "influence = 2", "touchpoints/b": "", "touchpoints/c": "influence = 5"})
	list := slices.Clone(g.Kind(journey.KindTouchpoint))
	pageAt(g, "x.html", nil).sortEntities(list, "influence")
	if got := titles(list); got != "c a b" {
		t.Error(got)
	}
}
