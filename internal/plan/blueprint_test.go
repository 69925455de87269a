package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// blueprintSite has a blueprint with the given front matter, and a page that
// shows it in a block with the given keys.
func blueprintSite(keys, block string) sitegen.Site {
	return sitegen.Site{
		"content/stages/ask.md":      doc("Ask", ""),
		"content/stages/buy.md":      doc("Buy", ""),
		"content/journeys/shop.md":   doc("Shop", `stages = ["ask", "buy"]`),
		"content/blueprints/sell.md": doc("Sell", "journey = \"shop\"\n"+keys),
		"content/notes/a.md":         []byte("+++\ntitle = \"A\"\n+++\n\n```blueprint\nblueprint = \"sell\"\n" + block + "\n```\n"),
	}
}

const twoSteps = `
[[steps]]
stage = "ask"
customer = "Asks"
policy = "Be kind"
links = [{ from = "customer", to = "backstage" }, { from = "support", to = "evidence", both = true }]

[[steps]]
stage = "buy"
backstage = "Packs"
`

func rowNames(t view.BlueprintTable) string {
	var names []string
	for _, r := range t.Rows {
		names = append(names, r.Name)
	}
	return strings.Join(names, " ")
}

func TestBlueprintRows(t *testing.T) {
	for _, c := range []struct{ name, keys, block, rows string }{
		{"five lanes and what is filled", twoSteps, "", "evidence customer interaction frontstage visibility backstage internal support policy"},
		{"nothing in it", "", "", "evidence customer interaction frontstage visibility backstage internal support"},
		{"some lanes", twoSteps, `lanes = ["backstage", "customer", "time"]`, "time customer interaction visibility backstage"},
		{"one lane has no line", twoSteps, `lanes = ["support", "policy"]`, "support policy"},
	} {
		page := viewAt(t, blueprintSite(c.keys, c.block), "notes/a.html").(view.Entity)
		m := page.Prose[0].Block.View.(view.BlueprintMap)
		if got := rowNames(m.Table); got != c.rows {
			t.Errorf("%s: got %s, want %s", c.name, got, c.rows)
		}
		if m.Blueprint.Title != "Sell" || m.Journey.Title != "Shop" {
			t.Errorf("%s: the block leads to %+v and %+v", c.name, m.Blueprint, m.Journey)
		}
	}
}

// TestStagesAreNumberedAsInTheJourney has a model that counts the stages the other
// way round.
func TestStagesAreNumberedAsInTheJourney(t *testing.T) {
	site := blueprintSite(twoSteps, "")
	site["content/models/turned.md"] = doc("Turned", `stages = ["buy", "ask"]`)
	table := viewAt(t, site, "blueprints/sell.html").(view.Blueprint).Map.Table
	for i, span := range table.Stages {
		if span.Stage.Number != i+1 {
			t.Errorf("stage %s has number %d, want %d", span.Stage.Title, span.Stage.Number, i+1)
		}
	}
}

func TestBlueprintOfSomeStages(t *testing.T) {
	page := viewAt(t, blueprintSite(twoSteps, `stages = "buy"`), "notes/a.html").(view.Entity)
	table := page.Prose[0].Block.View.(view.BlueprintMap).Table
	if len(table.Steps) != 1 || table.Steps[0].Number != 2 || table.Stages[0].Stage.Title != "Buy" {
		t.Errorf("got steps %+v below %+v", table.Steps, table.Stages)
	}
}

// TestTouchpointOfAStepStandsOnce has a step whose own touchpoint is named by a
// cell, or by none.
func TestTouchpointOfAStepStandsOnce(t *testing.T) {
	for cell, want := range map[string]int{
		`frontstage = "Shows the price"`:                             2,
		`frontstage = { text = "Shows", touchpoint = "price-list" }`: 1,
		"": 1,
	} {
		site := blueprintSite("[[steps]]\nstage = \"ask\"\ntouchpoint = \"price-list\"\n"+cell, "")
		site["content/touchpoints/price-list.md"] = doc("Price list", "")
		table := viewAt(t, site, "blueprints/sell.html").(view.Blueprint).Map.Table
		entries := table.Rows[laneRow(&table, "frontstage")].Cells[0].Entries
		if len(entries) != want || entries[want-1].Touchpoint.Title != "Price list" {
			t.Errorf("%s: got %+v", cell, entries)
		}
	}
}

func TestArrowsAreToldWhereTheyStart(t *testing.T) {
	table := viewAt(t, blueprintSite(twoSteps, ""), "blueprints/sell.html").(view.Blueprint).Map.Table
	if !table.OneWay || !table.BothWays {
		t.Errorf("one way %v, both ways %v: there are both", table.OneWay, table.BothWays)
	}
	want := map[string]string{
		"customer": "[{blueprint.backstage false}]",
		"support":  "[{blueprint.evidence true}]",
		"evidence": "[{blueprint.support true}]",
	}
	for _, row := range table.Rows {
		first, second := row.Cells[0], row.Cells[1]
		got := ""
		if len(first.Arrows) > 0 {
			got = fmt.Sprint(first.Arrows)
		}
		if got != want[row.Name] {
			t.Errorf("%s tells %s, want %s", row.Name, got, want[row.Name])
		}
		if len(second.Arrows)+len(second.Parts)+second.Tracks > 0 {
			t.Errorf("%s: the second step has arrows of the first", row.Name)
		}
		if first.Tracks != 2 {
			t.Errorf("%s: %d tracks, want 2", row.Name, first.Tracks)
		}
	}
}

// TestArrowsToHiddenLanesAreLeftOut shows two lanes of three that arrows join.
func TestArrowsToHiddenLanesAreLeftOut(t *testing.T) {
	page := viewAt(t, blueprintSite(twoSteps, `lanes = ["customer", "evidence"]`), "notes/a.html").(view.Entity)
	table := page.Prose[0].Block.View.(view.BlueprintMap).Table
	if table.OneWay || table.BothWays {
		t.Error("arrows are explained that are not there")
	}
	for _, row := range table.Rows {
		if c := row.Cells[0]; len(c.Parts)+len(c.Arrows) > 0 {
			t.Errorf("%s: %+v", row.Name, c)
		}
	}
}

func TestSheetsHoldEachStepOnce(t *testing.T) {
	for _, c := range []struct {
		steps int
		want  string
	}{{0, "[]"}, {1, "[]"}, {8, "[]"}, {9, "[4 5]"}, {12, "[6 6]"}, {40, "[8 8 8 8 8]"}} {
		keys := strings.Repeat("\n[[steps]]\nstage = \"ask\"\n", c.steps)
		m := viewAt(t, blueprintSite(keys, ""), "blueprints/sell.html").(view.Blueprint).Map
		var sizes []int
		next := 1
		for _, sheet := range m.Sheets {
			sizes = append(sizes, len(sheet.Steps))
			for _, s := range sheet.Steps {
				if s.Number != next {
					t.Errorf("%d steps: step %d stands where %d should", c.steps, s.Number, next)
				}
				next++
			}
			for _, row := range sheet.Rows {
				if len(row.Cells) != len(sheet.Steps) {
					t.Errorf("%d steps: a row of a sheet has %d cells for %d steps", c.steps, len(row.Cells), len(sheet.Steps))
				}
			}
			if sheet.Stages[0].Span != len(sheet.Steps) {
				t.Errorf("%d steps: the stage of a sheet spans %d", c.steps, sheet.Stages[0].Span)
			}
		}
		if got := fmt.Sprint(sizes); got != c.want {
			t.Errorf("%d steps: sheets of %s, want %s", c.steps, got, c.want)
		}
	}
}

func TestBrokenBlueprintsAreDrawn(t *testing.T) {
	for name, keys := range map[string]string{
		"unknown ids":        "[[steps]]\nstage = \"no\"\ntouchpoint = \"no\"\nmetrics = [\"no\"]\nfrontstage = { owner = \"no\", touchpoint = \"no\" }",
		"no lanes of arrows": "[[steps]]\nlinks = [{}, { from = \"no\", to = \"support\" }, { from = \"support\", to = \"support\", both = true }]",
		"no tables":          "steps = 3",
		"not TOML":           "[[steps",
	} {
		site := blueprintSite(keys, "stages = [\"no\"]\nlanes = [\"no\"]")
		if viewAt(t, site, "blueprints/sell.html") == nil || viewAt(t, site, "notes/a.html") == nil {
			t.Errorf("%s: a page is missing", name)
		}
	}
}
