package plan

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// viewAt returns the View of a page of a site, or nil when the site has no such
// page.
func viewAt(t *testing.T, site sitegen.Site, path string) any {
	t.Helper()
	site["site.toml"] = []byte("title = \"A handbook\"\n")
	p := parse(t, site)
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	pages, _ := Pages(g, time.Time{}, nil)
	for _, page := range pages {
		if html, ok := page.Content.(HTML); ok && page.Path == path {
			return html.View()
		}
	}
	return nil
}

// doc returns a content file without prose.
func doc(title, keys string) []byte {
	return []byte("+++\ntitle = \"" + title + "\"\n" + keys + "\n+++\n")
}

// crosswalkSite has two models that share a stage.
func crosswalkSite() sitegen.Site {
	return sitegen.Site{
		"content/stages/hear.md": doc("Hear", `phase = "before"`),
		"content/stages/buy.md":  doc("Buy", `phase = "during"`),
		"content/stages/use.md":  doc("Use", `phase = "after"`),
		"content/models/line.md": doc("Line", `stages = ["hear", "buy"]`),
		"content/models/ring.md": doc("Ring", `stages = ["use", "buy", "hear"]`+"\ncyclic = true"),
	}
}

// told writes a crosswalk as text: a line for each model.
func told(t *testing.T, c view.Crosswalk) string {
	t.Helper()
	lines := []string{strings.Join(c.PhaseKeys, " ")}
	for _, row := range c.Rows {
		line := row.Model.Title
		if row.Cyclic {
			line += "*"
		}
		for _, cell := range row.Cells {
			line += " |" + cell.GapKey
			for _, s := range cell.Stages {
				line += string(rune('0'+s.Number)) + s.Title
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestCrosswalk(t *testing.T) {
	want := "phase.before phase.during phase.after\n" +
		"Line |1Hear |2Buy |gap.stages\n" +
		"Ring* |3Hear |2Buy |1Use"
	page := viewAt(t, crosswalkSite(), "crosswalk.html").(view.CrosswalkPage)
	if got := told(t, page.Table); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCrosswalkOfStagesWithoutPhase(t *testing.T) {
	site := crosswalkSite()
	site["content/stages/use.md"] = doc("Use", "")
	want := "phase.before phase.during phase.after phase.none\n" +
		"Line |1Hear |2Buy |gap.stages |\n" +
		"Ring* |3Hear |2Buy |gap.stages |1Use"
	page := viewAt(t, site, "crosswalk.html").(view.CrosswalkPage)
	if got := told(t, page.Table); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoCrosswalkWithoutModels(t *testing.T) {
	if v := viewAt(t, sitegen.Site{"content/stages/hear.md": doc("Hear", "")}, "crosswalk.html"); v != nil {
		t.Errorf("got %+v", v)
	}
}

func TestModelIsRingOrPath(t *testing.T) {
	line := viewAt(t, crosswalkSite(), "models/line.html").(view.Model)
	if len(line.Stages) != 2 || len(line.Ring.Discs) > 0 {
		t.Errorf("a model in a line: %+v, %+v", line.Stages, line.Ring)
	}
	ring := viewAt(t, crosswalkSite(), "models/ring.html").(view.Model)
	if len(ring.Ring.Discs) != 3 || len(ring.Ring.Arrows) != 3 {
		t.Fatalf("a cyclic model of three stages: %+v", ring.Ring)
	}
	for i, row := range ring.Tables[0].Groups[0].Rows {
		disc, stage, listed := ring.Ring.Discs[i], ring.Stages[i].Link, row[0][0].Link
		if disc.Number != i+1 || disc.Color != stage.Color || stage != listed || stage.Number != i+1 {
			t.Errorf("stage %d is drawn as %+v, named as %+v and listed as %+v", i+1, disc, stage, listed)
		}
	}
}

// TestLongCyclesArePaths draws no ring whose numbers would lie over each other.
func TestLongCyclesArePaths(t *testing.T) {
	site := sitegen.Site{}
	var ids []string
	for i := range maxDiscs + 1 {
		id := fmt.Sprintf("s%d", i)
		site["content/stages/"+id+".md"] = doc(id, "")
		ids = append(ids, strconv.Quote(id))
	}
	site["content/models/long.md"] = doc("Long", "cyclic = true\nstages = ["+strings.Join(ids, ", ")+"]")
	site["content/models/fits.md"] = doc("Fits", "cyclic = true\nstages = ["+strings.Join(ids[1:], ", ")+"]")
	if m := viewAt(t, site, "models/long.html").(view.Model); !m.Cyclic || len(m.Ring.Discs) > 0 {
		t.Errorf("%d stages: %+v", len(m.Stages), m.Ring)
	}
	if m := viewAt(t, site, "models/fits.html").(view.Model); len(m.Ring.Discs) != maxDiscs {
		t.Errorf("%d stages: %d discs", len(m.Stages), len(m.Ring.Discs))
	}
}

func TestBrokenModelsAreDrawn(t *testing.T) {
	site := sitegen.Site{
		"content/models/none.md":   doc("None", "cyclic = true"),
		"content/models/lost.md":   doc("Lost", `stages = ["nowhere"]`+"\ncyclic = true"),
		"content/models/broken.md": []byte("+++\ntitle = [\n+++\n"),
	}
	for _, path := range []string{"models/none.html", "models/lost.html", "models/broken.html", "crosswalk.html", "models/index.html"} {
		if viewAt(t, site, path) == nil {
			t.Errorf("no page %s", path)
		}
	}
}
