package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// blueprintView adds the table of lanes.
func (pg *page) blueprintView() Blueprint {
	v := Blueprint{Entity: pg.entity(), Table: pg.blueprintTable(pg.node)}
	v.Contents = append([]Heading{{Level: 2, ID: "_map", Key: "table.blueprint"}}, v.Contents...)
	return v
}

// blueprintRow says how a row of a blueprint is filled.
type blueprintRow struct {
	name    string
	lineKey string // the line above the row
	lane    bool
	entries func(pg *page, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []BlueprintEntry
}

// blueprintRows returns the rows in their standard order, with the three lines.
func blueprintRows() []blueprintRow {
	return []blueprintRow{
		{"time", "", false, timeEntries},
		{"evidence", "", true, cellEntries("evidence")},
		{"customer", "", true, cellEntries("customer")},
		{"frontstage", "line.interaction", true, cellEntries("frontstage")},
		{"backstage", "line.visibility", true, cellEntries("backstage")},
		{"support", "line.internal", true, cellEntries("support")},
		{"policy", "", false, policyEntries},
		{"metrics", "", false, metricEntries},
		{"pains", "", false, painEntries},
		{"links", "", false, arrowEntries},
	}
}

// blueprintTable builds the table of a blueprint. The five lanes always stand;
// the other rows only when they hold something.
func (pg *page) blueprintTable(n *graph.Node) BlueprintTable {
	doc, _ := n.InLang(pg.lang)
	b := doc.Entity.(*journey.Blueprint)
	t := BlueprintTable{Caption: plainTitle(doc), Stages: pg.stageSpans(b)}
	for i, s := range b.Steps {
		title := pg.inlineOf(n, doc, s.Title)
		t.Steps = append(t.Steps, BlueprintStep{Number: i + 1, Title: title})
	}
	for _, row := range blueprintRows() {
		out := BlueprintRow{Key: "blueprint." + row.name, Name: row.name, LineKey: row.lineKey, Lane: row.lane}
		for _, s := range b.Steps {
			out.Cells = append(out.Cells, row.entries(pg, n, doc, s))
		}
		filled := slices.ContainsFunc(out.Cells, func(c []BlueprintEntry) bool { return len(c) > 0 })
		if row.lane || filled {
			t.Rows = append(t.Rows, out)
		}
	}
	return t
}

// stageSpans returns the stages above the steps, each over its run of steps.
func (pg *page) stageSpans(b *journey.Blueprint) []StageSpan {
	var spans []StageSpan
	for _, s := range b.Steps {
		l := pg.refLink(s.Stage)
		if k := len(spans); k > 0 && spans[k-1].Stage == l {
			spans[k-1].Span++
			continue
		}
		spans = append(spans, StageSpan{Stage: l, Span: 1})
	}
	return spans
}

// cellEntries returns the filler of one of the five lanes. The step's own
// touchpoint stands frontstage, where the customer meets it.
func cellEntries(lane string) func(*page, *graph.Node, *journey.Doc, journey.BlueprintStep) []BlueprintEntry {
	return func(pg *page, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
		var list []BlueprintEntry
		for _, c := range laneOf(s, lane) {
			list = append(list, BlueprintEntry{
				Value:      Value{Text: pg.inlineOf(n, doc, c.Text)},
				Owner:      pg.refLink(c.Owner),
				System:     pg.inlineOf(n, doc, c.System),
				Touchpoint: pg.refLink(c.Touchpoint),
				By:         c.By.V,
			})
		}
		if l := pg.refLink(s.Touchpoint); lane == "frontstage" && l.IsSet() && !hasTouchpoint(list, l) {
			list = append(list, BlueprintEntry{Touchpoint: l})
		}
		return list
	}
}

func hasTouchpoint(list []BlueprintEntry, l Link) bool {
	return slices.ContainsFunc(list, func(e BlueprintEntry) bool { return e.Touchpoint == l })
}

func laneOf(s journey.BlueprintStep, lane string) []journey.Cell {
	switch lane {
	case "evidence":
		return s.Evidence
	case "customer":
		return s.Customer
	case "frontstage":
		return s.Frontstage
	case "backstage":
		return s.Backstage
	}
	return s.Support
}

func timeEntries(pg *page, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
	return pg.textEntries(n, doc, "", s.Time)
}

func policyEntries(pg *page, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
	return pg.textEntries(n, doc, "", s.Policy...)
}

func painEntries(pg *page, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
	return pg.textEntries(n, doc, "bad", s.Pains...)
}

func metricEntries(pg *page, _ *graph.Node, _ *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
	var list []BlueprintEntry
	for _, v := range pg.readings(s.Metrics) {
		list = append(list, BlueprintEntry{Value: v})
	}
	return list
}

func arrowEntries(_ *page, _ *graph.Node, _ *journey.Doc, s journey.BlueprintStep) []BlueprintEntry {
	var list []BlueprintEntry
	for _, a := range s.Links {
		list = append(list, BlueprintEntry{FromKey: "blueprint." + a.From.V, ToKey: "blueprint." + a.To.V, Both: a.Both.V})
	}
	return list
}

func (pg *page) textEntries(n *graph.Node, doc *journey.Doc, tone string, texts ...journey.Text) []BlueprintEntry {
	var list []BlueprintEntry
	for _, t := range texts {
		if t.IsSet() {
			list = append(list, BlueprintEntry{Value: Value{Text: pg.inlineOf(n, doc, t)}, Tone: tone})
		}
	}
	return list
}
