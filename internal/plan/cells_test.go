package plan

import (
	"stagecraft/internal/journey"
	"strings"
	"testing"
)

func TestTouchpointNamesStagesOfTheMainModel(t *testing.T) {
	g := resolveSite(t, map[string]string{
		"stages/a": "", "stages/b": "", "stages/x": "", "stages/y": "",
		"models/main": `stages = ["a", "b"]`, "models/other": `stages = ["x", "y"]`,
		"journeys/j":       `model = "main"`,
		"touchpoints/both": `stages = ["x", "b", "a"]`,
		"touchpoints/only": `stages = ["y", "x"]`,
	})
	for id, want := range map[string]string{"both": "b a", "only": "y x"} {
		n := g.Node(journey.KindTouchpoint, id)
		var got []string
		for _, v := range pageAt(g, "x.html", nil).cell(n, n.Doc, "stages") {
			got = append(got, strings.TrimPrefix(v.Link.Title, "stages/"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", id, got, want)
		}
	}
}
