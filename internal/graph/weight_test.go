package graph

import (
	"testing"

	"stagecraft/internal/journey"
)

func TestPagesWithAWeightComeFirst(t *testing.T) {
	g := good(t, map[string]string{
		"teams/a.md": "title = \"A\"\n",
		"teams/b.md": "title = \"B\"\nweight = 7\n",
		"teams/c.md": "title = \"C\"\nweight = 0\n",
		"teams/d.md": "title = \"D\"\nweight = -1\n",
		"teams/e.md": "title = \"E\"\nweight = 7\n",
		"teams/f.md": "title = \"F\"\n",
	})
	if got, want := ids(g.Kind(journey.KindTeam)), "d c b e a f"; got != want {
		t.Errorf("teams are in the order %s, want %s", got, want)
	}
}
