package check

import (
	"strings"
	"testing"
)

// TestProposals changes the whole handbook where a proposal would be a guess, or
// where what is retired stands in the way.
func TestProposals(t *testing.T) {
	w := whole()
	for name, c := range map[string]struct {
		change pages
		want   string
	}{
		"one of two personas": {
			pages{"personas/quan": `goals = "A lens"`,
				"journeys/more": strings.Replace(w["journeys/buy"], "persona = \"linh\"\n", "", 1),
				"journeys/lens": strings.Replace(w["journeys/buy"], `"linh"`, `"quan"`, 1)},
			"journey-persona more \n",
		},
		"the only metric of the touchpoint is retired": {
			pages{"metrics/nps": "status = \"retired\"\n" + w["metrics/nps"],
				"opportunities/faster": strings.Replace(w["opportunities/faster"], "metric = \"nps\"\n", "", 1)},
			"opportunity-metric faster \n",
		},
		"a touchpoint in a step of a blueprint, and nobody behind": {
			pages{"blueprints/service": w["blueprints/service"] + "[[steps]]\nstage = \"b\"\ntouchpoint = \"shop\"\n"},
			"backstage service 2 \n",
		},
		"a retired stage, channel and team": {
			pages{"stages/x": `status = "retired"`, "channels/fair": `status = "retired"`, "teams/legal": `status = "retired"`}, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := gapsOf(resolve(t, w.with(c.change))); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
