package plan

import (
	"strings"
	"testing"

	"stagecraft/internal/view"
)

func TestTextsOfTheOriginalSayTheirLanguage(t *testing.T) {
	site := planSite(t, map[string]string{
		"journeys/buy":    "title = \"Buy\"\ngoal = \"A camera\"\nstages = [\"s\"]\n[[steps]]\nstage = \"s\"\ntitle = \"Search\"\naction = \"Types\"",
		"journeys/buy.vi": "title = \"Mua\"\n[[steps]]\ntitle = \"Tìm\"",
		"stages/s":        "title = \"S\"\nsummary = \"First\"",
		"personas/p":      "title = \"P\"\n[demographics]\nAge = \"27\"",
	})
	en := viewAs[view.Journey](t, site, "journeys/buy.html")
	if got := string(en.Stages[0].Steps[0].Facts[0].Values[0].Text); got != "Types" {
		t.Errorf("in the original: %s", got)
	}
	vi := viewAs[view.Journey](t, site, "vi/journeys/buy.html")
	step := vi.Stages[0].Steps[0]
	if got := string(step.Title); got != "Tìm" {
		t.Errorf("a translated title: %s", got)
	}
	if got := string(step.Facts[0].Values[0].Text); got != `<span lang="en">Types</span>` {
		t.Errorf("an action without a translation: %s", got)
	}
	if got := string(viewAs[view.Entity](t, site, "vi/stages/s.html").Summary); !strings.HasPrefix(got, `<span lang="en">`) {
		t.Errorf("the summary of a page without a translation: %s", got)
	}
	if fact := viewAs[view.Persona](t, site, "vi/personas/p.html").Facts[0]; fact.Label != "Age" || fact.Lang != "en" {
		t.Errorf("the author's own label: %+v", fact)
	}
}

func TestOutdatedPageLeadsToItsOriginal(t *testing.T) {
	site := planSite(t, map[string]string{
		"teams/a":    "title = \"A\"\nupdated = 2026-02-02",
		"teams/a.vi": "title = \"Á\"\nupdated = 2026-01-01",
	})
	o := viewAs[view.Entity](t, site, "vi/teams/a.html").Outdated
	if o.Href != "../../teams/a.html" || o.Lang != "en" || !o.Original.After(o.Translation) || o.Translation.IsZero() {
		t.Errorf("%+v", o)
	}
	if o := viewAs[view.Entity](t, site, "teams/a.html").Outdated; o != (view.Outdated{}) {
		t.Errorf("the original: %+v", o)
	}
}
