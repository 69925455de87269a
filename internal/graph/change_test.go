package graph

import (
	"testing"
	"time"

	"stagecraft/internal/history"
	"stagecraft/internal/locale"
)

func TestLastChange(t *testing.T) {
	const commit = "2026-11-20"
	for name, c := range map[string]struct {
		original, translation string // front matter
		committed             bool   // the files are in the history
		vi, en                string
	}{
		"nothing tells":                          {"", "", false, "never", "never"},
		"git alone":                              {"", "", true, commit + " by git", "2026-11-21 by git"},
		"updated wins":                           {"updated = 2026-01-01\n", "updated = 2026-02-02\n", true, "2026-01-01", "2026-02-02"},
		"without git the original's day is left": {"updated = 2026-01-01\n", "", false, "2026-01-01", "2026-01-01"},
		"a translation has the day of its file":  {"updated = 2026-01-01\n", "", true, "2026-01-01", "2026-11-21 by git"},
		"an original has no other's day":         {"", "updated = 2026-02-02\n", false, "never", "2026-02-02"},
	} {
		g := good(t, map[string]string{
			"teams/a.md":    "title = \"A\"\n" + c.original,
			"teams/a.en.md": "title = \"A\"\n" + c.translation,
		})
		if c.committed {
			day, _ := time.Parse(time.DateOnly, commit)
			g.days = history.Days{"content/teams/a.md": day, "content/teams/a.en.md": day.AddDate(0, 0, 1)}
		}
		if vi, en := lastChange(g, "vi"), lastChange(g, "en"); vi != c.vi || en != c.en {
			t.Errorf("%s: %s and %s, want %s and %s", name, vi, en, c.vi, c.en)
		}
	}
}

func TestUntranslatedPageHasTheDayOfItsOriginal(t *testing.T) {
	g := good(t, map[string]string{"teams/a.md": "title = \"A\"\n"})
	g.days = history.Days{"content/teams/a.md": time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}
	if got, want := lastChange(g, "en"), "2026-11-20 by git"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestCommitsMakeNoTranslationOutdated: a commit may do no more than mend a typo.
func TestCommitsMakeNoTranslationOutdated(t *testing.T) {
	g := good(t, map[string]string{"teams/a.md": "title = \"A\"\n", "teams/a.en.md": "title = \"A\"\nupdated = 2026-01-01\n"})
	g.days = history.Days{"content/teams/a.md": time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}
	if _, _, outdated := g.Nodes[0].Outdated("en"); outdated {
		t.Error("it is outdated")
	}
}

// lastChange tells the last change of the only node.
func lastChange(g *Graph, lang locale.Lang) string {
	day, committed := g.LastChange(g.Nodes[0], lang)
	switch {
	case day.IsZero():
		return "never"
	case committed:
		return day.Format(time.DateOnly) + " by git"
	}
	return day.Format(time.DateOnly)
}
