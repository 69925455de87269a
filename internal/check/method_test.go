package check

import (
	"fmt"
	"strings"
	"testing"
)

// methodOf lists the steps of the journey buy that are not reached.
func methodOf(t *testing.T, p pages) string {
	t.Helper()
	g := resolve(t, p)
	var list []string
	for _, s := range Method(g, node(t, g, "journey", "buy"), day(t, "2026-11-22")) {
		if s.Progress != Reached {
			list = append(list, fmt.Sprintf("%s %s: %s", s.Name, s.Progress, strings.Join(s.Missing, " ")))
		}
	}
	return strings.Join(list, "; ")
}

func TestMethod(t *testing.T) {
	buy := whole()["journeys/buy"]
	without := func(line string) pages { return pages{"journeys/buy": strings.ReplaceAll(buy, line+"\n", "")} }
	for name, c := range map[string]struct {
		change pages
		want   string
	}{
		"whole":       {pages{}, ""},
		"no goal":     {without(`goal = "A camera"`), "goal partly: goal"},
		"no scenario": {without(`scenario = "A trip"`), "goal partly: scenario"},
		"no persona":  {without(`persona = "linh"`), "goal partly: persona; persona open: persona"},
		"a persona of whom little is known": {pages{"personas/linh": `goals = "A camera"`},
			"persona partly: persona-pains"},
		"assumed":           {pages{"journeys/buy": strings.Replace(buy, "research", "assumption", 1)}, "data partly: evidence"},
		"partly known":      {pages{"journeys/buy": strings.Replace(buy, "research", "partial", 1)}, "data partly: research"},
		"a stage no step":   {pages{"models/five": `stages = ["a", "b", "c", "d", "e", "f"]`, "stages/f": `goal = "x"`}, "stages partly: stage-steps; touchpoints partly: stage-touchpoints"},
		"a stage no goal":   {pages{"stages/c": `weight = 0`}, "stages partly: stage-goals"},
		"no actions":        {without(`action = "Looks"`), "touchpoints partly: actions"},
		"one not scored":    {without("emotion = -2"), "touchpoints partly: emotions"},
		"no motives":        {pages{"touchpoints/shop": strings.Replace(whole()["touchpoints/shop"], "barriers", "thoughts", 1)}, "touchpoints partly: motives"},
		"no pains":          {without(`pains = "Slow"`), "map partly: pains"},
		"future of nothing": {pages{"journeys/buy": strings.Replace(buy, "current-state", "future-state", 1)}, "map partly: future-of"},
		"future of a map":   {pages{"journeys/buy": strings.Replace(buy, "current-state\"", "future-state\"\nfuture_of = \"now\"", 1), "journeys/now": `model = "five"`}, ""},
		"two scored steps": {pages{"journeys/buy": strings.NewReplacer("emotion = -2\n", "", "emotion = -1\n", "", "emotion = 0\n", "").Replace(buy)},
			"touchpoints partly: emotions; map partly: curve"},
		"reviewed soon": {pages{"journeys/buy": strings.Replace(buy, "2026-09-30", "2026-08-30", 1)}, ""},
		"no opportunity": {pages{"opportunities/faster": ""},
			"improve open: opportunities"},
		"a retired opportunity and metric": {pages{"opportunities/old": "status = \"retired\"\njourneys = \"buy\"",
			"metrics/old": "status = \"retired\"\nmethod = \"ces\"\ntouchpoints = \"shop\""}, ""},
		"not reviewed":   {without("reviewed = 2026-09-30"), "measure partly: review-kept"},
		"never reviewed": {pages{"journeys/buy": strings.NewReplacer("reviewed = 2026-09-30\n", "", "review_every = \"90d\"\n", "").Replace(buy)}, "measure partly: review-every"},
		"overdue":        {pages{"journeys/buy": strings.Replace(buy, "2026-09-30", "2026-01-01", 1)}, "measure partly: review-kept"},
		"measured once":  {pages{"metrics/nps": whole()["metrics/nps"][:strings.LastIndex(whole()["metrics/nps"], "[[")]}, "measure partly: trend"},
		"no metrics":     {pages{"metrics/nps": ""}, "data partly: results; improve partly: opportunity-metric; measure partly: target trend"},
	} {
		t.Run(name, func(t *testing.T) {
			p := whole()
			p["opportunities/faster"] += "\njourneys = \"buy\""
			if name == "no metrics" {
				p["opportunities/faster"] = strings.Replace(p["opportunities/faster"], "metric = \"nps\"\n", "", 1)
			}
			if got := methodOf(t, p.with(c.change)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMethodOfAnEmptyJourney(t *testing.T) {
	want := "goal open: goal persona scenario; data open: results evidence; persona open: persona; " +
		"stages open: stages; touchpoints open: touchpoints; map open: map pains curve; improve open: opportunities; " +
		"measure open: target trend review-every"
	if got := methodOf(t, pages{"journeys/buy": "weight = 1"}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestOpportunityIsProposedByALinkOfAStep(t *testing.T) {
	p := whole()
	p["journeys/buy"] += "[[steps]]\nstage = \"e\"\ntouchpoint = \"shop\"\naction = \"Asks\"\nemotion = 1\nopportunities = \"[[faster]]\"\n"
	if got := methodOf(t, p); got != "" {
		t.Error(got)
	}
}
