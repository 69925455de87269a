package graph

import (
	"testing"

	"stagecraft/internal/journey"
)

func TestStepAt(t *testing.T) {
	g := good(t, map[string]string{
		"stages/s.md":      "title = \"S\"\n",
		"journeys/j.md":    "title = \"J\"\nstages = [\"s\"]\n[[steps]]\nstage = \"s\"\ntitle = \"Cầm *thử* máy\"\n[[steps]]\nstage = \"s\"\n[[steps]]\nstage = \"s\"\ntitle = \"Cầm thử máy\"\n",
		"journeys/j.en.md": "title = \"J\"\n[[steps]]\ntitle = \"Holds it\"\n",
	})
	for anchor, want := range map[string]int{
		"step-1": 1, "step-2": 2, "step-3": 3, "_step-3": 3, "cam-thu-may": 1, "holds-it": 1,
		"step-0": 0, "__step-1": 0, "step-4": 0, "step-02": 0, "step-": 0, "": 0, "cam": 0,
	} {
		if got := g.Node(journey.KindJourney, "j").StepAt(anchor); got != want {
			t.Errorf("%q means step %d, want %d", anchor, got, want)
		}
	}
	if got := g.Node(journey.KindStage, "s").StepAt("step-1"); got != 0 {
		t.Errorf("a stage has the step %d", got)
	}
}

// TestNumberOfAStepComesBeforeItsTitle names a step like the number of another.
func TestNumberOfAStepComesBeforeItsTitle(t *testing.T) {
	g := good(t, map[string]string{
		"stages/s.md":   "title = \"S\"\n",
		"journeys/j.md": "title = \"J\"\nstages = [\"s\"]\n[[steps]]\nstage = \"s\"\ntitle = \"Step 2\"\n[[steps]]\nstage = \"s\"\n",
	})
	if got := g.Node(journey.KindJourney, "j").StepAt("step-2"); got != 2 {
		t.Errorf("step-2 means step %d", got)
	}
}
