package browser_test

import (
	"testing"
	"testing/fstest"

	"stagecraft/test/browser"
)

// TestHeadingIsPrintedWithItsMap asks on which sort of sheet the parts of a text
// are printed.
func TestHeadingIsPrintedWithItsMap(t *testing.T) {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml":              "title = \"Handbook\"\nlanguage = \"en\"\n",
		"content/index.md":       "+++\ntitle = \"Home\"\n+++\n",
		"content/stages/buy.md":  "+++\ntitle = \"Buy\"\n+++\n",
		"content/journeys/j.md":  "+++\ntitle = \"J\"\nstages = [\"buy\"]\n\n[[steps]]\nstage = \"buy\"\naction = \"Pays\"\nemotion = 1\n+++\n",
		"content/guide/index.md": "+++\ntitle = \"Guide\"\n+++\n",
		"content/guide/maps.md": "+++\ntitle = \"Maps\"\n+++\n## Plain\n\nText.\n\n" +
			"## Table\n\n```stage-table\njourney = \"j\"\n```\n\nText.\n\n" +
			"## Curve\n\n```emotion-curve\njourney = \"j\"\n```\n\n### Whole\n\n```journey-map\njourney = \"j\"\n```\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p := browser.Start(t).Open(t, builtSite(t, site)["file"]+"guide/maps.html")
	p.Paper()
	for heading, sheet := range map[string]string{"plain": "auto", "table": "map", "curve": "auto", "whole": "map"} {
		p.Is(`getComputedStyle(document.getElementById("` + heading + `")).page === "` + sheet + `"`)
	}
}
