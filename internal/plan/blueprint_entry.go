package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// blueprintEntries returns what a row of a blueprint holds for a step.
func (pg *page) blueprintEntries(row string, n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []view.BlueprintEntry {
	switch row {
	case "time":
		return pg.textEntries(n, doc, "", s.Time)
	case "evidence":
		return pg.laneEntries(n, doc, s.Evidence)
	case "customer":
		return pg.laneEntries(n, doc, s.Customer)
	case "frontstage":
		return pg.frontstageEntries(n, doc, s)
	case "backstage":
		return pg.laneEntries(n, doc, s.Backstage)
	case "support":
		return pg.laneEntries(n, doc, s.Support)
	case "policy":
		return pg.textEntries(n, doc, "", s.Policy...)
	case "metrics":
		var list []view.BlueprintEntry
		for _, v := range pg.readings(s.Metrics) {
			list = append(list, view.BlueprintEntry{Value: v})
		}
		return list
	}
	return pg.textEntries(n, doc, "bad", s.Pains...)
}

// laneEntries returns the entries of a cell of one of the five lanes.
func (pg *page) laneEntries(n *graph.Node, doc *journey.Doc, cells []journey.Cell) []view.BlueprintEntry {
	var list []view.BlueprintEntry
	for _, c := range cells {
		list = append(list, view.BlueprintEntry{
			Value:      view.Value{Text: pg.inlineOf(n, doc, c.Text)},
			Owner:      pg.refLink(c.Owner),
			System:     pg.inlineOf(n, doc, c.System),
			Touchpoint: pg.refLink(c.Touchpoint),
			By:         c.By.V,
		})
	}
	return list
}

// frontstageEntries adds the touchpoint of the step itself, unless a cell names
// it: frontstage is where the customer meets it.
func (pg *page) frontstageEntries(n *graph.Node, doc *journey.Doc, s journey.BlueprintStep) []view.BlueprintEntry {
	list := pg.laneEntries(n, doc, s.Frontstage)
	l := pg.refLink(s.Touchpoint)
	named := slices.ContainsFunc(list, func(e view.BlueprintEntry) bool { return e.Touchpoint == l })
	if l.IsSet() && !named {
		list = append(list, view.BlueprintEntry{Touchpoint: l})
	}
	return list
}

func (pg *page) textEntries(n *graph.Node, doc *journey.Doc, tone string, texts ...journey.Text) []view.BlueprintEntry {
	var list []view.BlueprintEntry
	for _, t := range texts {
		if t.IsSet() {
			list = append(list, view.BlueprintEntry{Value: view.Value{Text: pg.inlineOf(n, doc, t)}, Tone: tone})
		}
	}
	return list
}
