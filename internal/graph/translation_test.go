package graph

import (
	"testing"
	"time"

	"stagecraft/internal/diag"
)

func TestOutdatedTranslation(t *testing.T) {
	const none = ""
	for name, c := range map[string]struct {
		original, translation string
		outdated              bool
	}{
		"neither has a day":        {none, none, false},
		"only the original":        {"updated = 2026-02-02\n", none, false},
		"only the translation":     {none, "updated = 2026-02-02\n", false},
		"the same day":             {"updated = 2026-02-02\n", "updated = 2026-02-02\n", false},
		"the translation is later": {"updated = 2026-02-02\n", "updated = 2026-02-03\n", false},
		"the original is later":    {"updated = 2026-02-02\n", "updated = 2026-02-01\n", true},
	} {
		g, diags := resolve(t, false, map[string]string{
			"teams/a.md":    "title = \"A\"\n" + c.original,
			"teams/a.en.md": "title = \"A\"\n" + c.translation,
		})
		original, translation, outdated := g.Nodes[0].Outdated("en")
		if outdated != c.outdated || (len(diags) > 0) != c.outdated {
			t.Errorf("%s: outdated %v, %v", name, outdated, diags)
		}
		if !outdated {
			continue
		}
		if original.Format(time.DateOnly) != "2026-02-02" || translation.Format(time.DateOnly) != "2026-02-01" {
			t.Errorf("%s: %v, %v", name, original, translation)
		}
		if d := diags[0]; d.Code != diag.OutdatedTranslation || d.File() != "content/teams/a.en.md" {
			t.Errorf("%s: %v of %s", name, d.Code, d.File())
		}
	}
}
