package plan

import (
	"testing"

	"stagecraft/internal/view"
)

// TestLinksLeadToSteps links to steps by number and by title, from another page
// and from the journey itself, and in both languages. A heading comes first.
func TestLinksLeadToSteps(t *testing.T) {
	site := planSite(t, map[string]string{
		"stages/s":      "",
		"journeys/j":    "title = \"J\"\nstages = [\"s\"]\n[[steps]]\nstage = \"s\"\ntitle = \"Ask\"\n[[steps]]\nstage = \"s\"\ntitle = \"Pay\"\n+++\n[x](#step-2)\n\n## Ask\n",
		"journeys/j.vi": "title = \"J\"\n[[steps]]\ntitle = \"Hỏi\"\n[[steps]]\ntitle = \"Trả\"\n+++\n[x](#tra)\n",
		"notes/n":       "title = \"N\"\n+++\n[[j#pay|x]] [[j#step-2|x]] [[j#ask|x]]\n",
	})
	for path, want := range map[string]string{
		"journeys/j.html":    `<p><a href="#_step-2">x</a></p>`,
		"vi/journeys/j.html": `<p><a href="#_step-2">x</a></p>`,
		"notes/n.html":       `<p><a href="../journeys/j.html#_step-2">x</a> <a href="../journeys/j.html#_step-2">x</a> <a href="../journeys/j.html#ask">x</a></p>`,
		"vi/notes/n.html":    `<p><a href="../journeys/j.html#_step-2">x</a> <a href="../journeys/j.html#_step-2">x</a> <a href="../journeys/j.html#_step-1">x</a></p>`,
	} {
		var prose view.Prose
		switch v := site[path].Content.(HTML).View().(type) {
		case view.Journey:
			prose = v.Prose
		case view.Entity:
			prose = v.Prose
		}
		if got := string(prose[0].HTML); got[:min(len(got), len(want))] != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
