package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// sheetSteps is how many steps of a blueprint a sheet of A3 has room for.
const sheetSteps = 8

// blueprintView adds the table of lanes.
func (pg *page) blueprintView() view.Blueprint {
	v := view.Blueprint{Entity: pg.entity(), Map: pg.blueprintMap(pg.node, nil, nil)}
	v.Contents = append([]view.Heading{{Level: 2, ID: "_map", Key: "table.blueprint"}}, v.Contents...)
	return v
}

// blueprintMap draws a blueprint: all of it, or only the steps of some stages and
// only some lanes.
func (pg *page) blueprintMap(n *graph.Node, stages []journey.Ref, lanes []journey.Word) view.BlueprintMap {
	doc, _ := n.InLang(pg.lang)
	m := view.BlueprintMap{Table: pg.blueprintTable(n, doc, pg.Refs(stages), lanes)}
	m.Sheets = sheets(m.Table)
	if n != pg.node {
		m.Blueprint = pg.link(n)
		m.Journey = pg.refLink(doc.Entity.(*journey.Blueprint).Journey)
	}
	return m
}

// blueprintTable builds the table of a blueprint. The five lanes stand even where
// they are empty; the other rows only when they hold something.
func (pg *page) blueprintTable(n *graph.Node, doc *journey.Doc, stages []*graph.Node, lanes []journey.Word) view.BlueprintTable {
	b := doc.Entity.(*journey.Blueprint)
	t := view.BlueprintTable{Caption: plainTitle(doc), CaptionLang: pg.titleLang(n)}
	var steps []journey.BlueprintStep
	for i, s := range b.Steps {
		if len(stages) > 0 && !slices.Contains(stages, pg.Ref(s.Stage)) {
			continue
		}
		steps = append(steps, s)
		t.Steps = append(t.Steps, view.BlueprintStep{Number: i + 1, Title: pg.inlineOf(n, doc, s.Title), Stage: pg.stageIn(b.Journey, s.Stage)})
	}
	t.Stages = stageSpans(t.Steps)
	t.Rows = chosenRows(pg.blueprintRows(n, doc, steps), lanes)
	for i, s := range steps {
		addArrows(&t, i, s.Links)
	}
	return t
}

// stageIn returns the link to a stage with the number that it has in a journey, as
// on the journey's own map.
func (pg *page) stageIn(of, stage journey.Ref) view.Link {
	l := pg.refLink(stage)
	if n := pg.Ref(of); n != nil {
		if i := slices.Index(pg.StagesOf(n), pg.Ref(stage)); i >= 0 {
			l.Number = i + 1
		}
	}
	return l
}

// blueprintRows returns all rows of a blueprint in their standard order.
func (pg *page) blueprintRows(n *graph.Node, doc *journey.Doc, steps []journey.BlueprintStep) []view.BlueprintRow {
	var rows []view.BlueprintRow
	for _, name := range journey.BlueprintRows() {
		if line := lineAbove(name); line != "" {
			rows = append(rows, view.BlueprintRow{Key: "line." + line, Name: line, Sort: "line", Cells: make([]view.BlueprintCell, len(steps))})
		}
		row := view.BlueprintRow{Key: "blueprint." + name, Name: name, Sort: "side"}
		if slices.Contains(journey.BlueprintLanes(), name) {
			row.Sort = "lane"
		}
		for _, s := range steps {
			row.Cells = append(row.Cells, view.BlueprintCell{Entries: pg.blueprintEntries(name, n, doc, s)})
		}
		rows = append(rows, row)
	}
	return rows
}

// lineAbove returns the line that stands above a lane, or none.
func lineAbove(lane string) string {
	switch lane {
	case "frontstage":
		return "interaction"
	case "backstage":
		return "visibility"
	case "support":
		return "internal"
	}
	return ""
}

// chosenRows leaves out the optional rows that are empty and, where lanes are
// asked for, all others. A line stands as long as there is a lane on both sides.
func chosenRows(rows []view.BlueprintRow, asked []journey.Word) []view.BlueprintRow {
	chosen := func(r view.BlueprintRow) bool {
		filled := slices.ContainsFunc(r.Cells, func(c view.BlueprintCell) bool { return len(c.Entries) > 0 })
		if len(asked) > 0 {
			return slices.ContainsFunc(asked, func(w journey.Word) bool { return w.V == r.Name })
		}
		return r.Sort == "lane" || filled
	}
	isLane := func(r view.BlueprintRow) bool { return r.Sort == "lane" && chosen(r) }
	var list []view.BlueprintRow
	for i, r := range rows {
		between := slices.ContainsFunc(rows[:i], isLane) && slices.ContainsFunc(rows[i:], isLane)
		if chosen(r) || r.Sort == "line" && between {
			list = append(list, r)
		}
	}
	return list
}

// addArrows draws the arrows of a step, as far as the lanes that they join are
// there.
func addArrows(t *view.BlueprintTable, step int, links []journey.Arrow) {
	var arrows []rowArrow
	for _, l := range links {
		from, to := laneRow(t, l.From.V), laneRow(t, l.To.V)
		if from < 0 || to < 0 || from == to {
			continue
		}
		arrows = append(arrows, joinRows(from, to, l.Both.V))
		tellArrow(t, step, from, to, l.Both.V)
		if l.Both.V {
			tellArrow(t, step, to, from, true)
		}
	}
	for _, a := range merged(arrows) {
		t.OneWay = t.OneWay || !a.bothWays()
		t.BothWays = t.BothWays || a.bothWays()
	}
	parts, tracks := drawArrows(len(t.Rows), arrows)
	for i := range t.Rows {
		t.Rows[i].Cells[step].Parts = parts[i]
		t.Rows[i].Cells[step].Tracks = tracks
	}
}

// laneRow returns the row of a lane, or −1.
func laneRow(t *view.BlueprintTable, name string) int {
	return slices.IndexFunc(t.Rows, func(r view.BlueprintRow) bool { return r.Sort == "lane" && r.Name == name })
}

// tellArrow adds an arrow in words to the cell where it starts, once.
func tellArrow(t *view.BlueprintTable, step, from, to int, both bool) {
	cell := &t.Rows[from].Cells[step]
	if a := (view.Arrow{ToKey: t.Rows[to].Key, Both: both}); !slices.Contains(cell.Arrows, a) {
		cell.Arrows = append(cell.Arrows, a)
	}
}

// sheets cuts a table that is too wide for a sheet of paper into equal parts.
func sheets(t view.BlueprintTable) []view.BlueprintTable {
	count := (len(t.Steps) + sheetSteps - 1) / sheetSteps
	if count < 2 {
		return nil
	}
	var list []view.BlueprintTable
	for i := range count {
		list = append(list, cutTable(t, i*len(t.Steps)/count, (i+1)*len(t.Steps)/count))
	}
	return list
}

// cutTable returns the table with only the steps from one to before another.
func cutTable(t view.BlueprintTable, from, to int) view.BlueprintTable {
	t.Steps = t.Steps[from:to]
	t.Stages = stageSpans(t.Steps)
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[from:to]
	}
	return t
}

// stageSpans returns the stages above the steps, each over its run of steps.
func stageSpans(steps []view.BlueprintStep) []view.StageSpan {
	var spans []view.StageSpan
	for _, s := range steps {
		if k := len(spans); k > 0 && spans[k-1].Stage == s.Stage {
			spans[k-1].Span++
			continue
		}
		spans = append(spans, view.StageSpan{Stage: s.Stage, Span: 1})
	}
	return spans
}
