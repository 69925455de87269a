package plan

import (
	"strings"
	"testing"

	"stagecraft/internal/journey"
)

func TestMetricThatStageAndMetricNameIsListedOnce(t *testing.T) {
	g := resolveSite(t, map[string]string{
		"stages/a":         `metrics = ["both", "of-stage"]`,
		"stages/bare":      "",
		"metrics/both":     "method = \"value\"\nstages = [\"a\"]",
		"metrics/names":    "method = \"value\"\nstages = [\"a\"]",
		"metrics/of-stage": `method = "value"`,
		"metrics/other":    `method = "value"`,
	})
	for stage, want := range map[string]string{"a": "both of-stage names", "bare": ""} {
		var ids []string
		for _, n := range pageAt(g, "x.html", nil).metricsOf(g.Node(journey.KindStage, stage)) {
			ids = append(ids, n.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: %q, want %q", stage, got, want)
		}
	}
}

func TestGroupThatStandsAloneNeedsNoHead(t *testing.T) {
	for _, c := range []struct {
		name    string
		content map[string]string
		want    string
	}{
		{"no channel", map[string]string{"touchpoints/x": `title = "X"`}, "X"},
		{"one channel", map[string]string{"channels/mail": `title = "Email"`, "touchpoints/x": "title = \"X\"\nchannel = \"mail\""}, "Email X"},
		{"one channel and none", map[string]string{
			"channels/mail": `title = "Email"`, "touchpoints/x": "title = \"X\"\nchannel = \"mail\"", "touchpoints/y": `title = "Y"`,
		}, "Email X group.none Y"},
		{"nothing", nil, ""},
	} {
		pg := pageAt(resolveSite(t, c.content), "x.html", nil)
		if got := listed(pg.byChannel("", pg.Kind(journey.KindTouchpoint)).Groups); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
