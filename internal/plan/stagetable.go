package plan

import (
	"iter"
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// stageTable builds the stage table of a journey. Lanes that the author did not
// ask for are left out where they would be empty.
func (pg *page) stageTable(n *graph.Node, lanes []journey.Word) view.StageTable {
	b := pg.tableBuilder(n, pg.StagesOf(n))
	j := b.journey
	t := view.StageTable{Caption: plainTitle(b.doc), CaptionLang: pg.titleLang(n), Columns: pg.columns(b.stages)}
	if n != pg.node {
		t.Journey = pg.link(n)
	}
	if len(lanes) == 0 {
		lanes = j.Lanes
	}
	for _, name := range laneNames(j, lanes) {
		lane := view.Lane{Key: "lane." + name, Name: name}
		filled := len(lanes) > 0 || name == "touchpoints"
		for _, stage := range b.stages {
			cell := view.LaneCell{Entries: b.entries(name, stage)}
			if name == "touchpoints" && len(cell.Entries) == 0 {
				cell.GapKey = "gap.touchpoints"
			}
			filled = filled || len(cell.Entries) > 0
			lane.Cells = append(lane.Cells, cell)
		}
		if name == "emotion" {
			lane.Curve = b.curve()
		}
		if filled {
			t.Lanes = append(t.Lanes, lane)
		}
	}
	return t
}

// laneNames returns the lanes of a journey: those asked for, or all that its map
// type shows.
func laneNames(j *journey.Journey, asked []journey.Word) []string {
	var names []string
	for _, w := range asked {
		names = append(names, w.V)
	}
	if len(names) > 0 {
		return names
	}
	names = slices.DeleteFunc(journey.Lanes(), func(name string) bool {
		return name == "actors" || name == "time" || name == "device"
	})
	if j.Map.V == "day-in-the-life" {
		return append([]string{"time", "device"}, names...)
	}
	return names
}

// tableBuilder fills the cells of a stage table.
type tableBuilder struct {
	pg      *page
	node    *graph.Node
	doc     *journey.Doc
	journey *journey.Journey
	stages  []*graph.Node
	scored  bool             // a step of the journey has an emotion
	was     *journey.Journey // the journey that this one is the future of, or nil
	from    []int            // for each step: the number of the one that it comes from, or 0
}

// tableBuilder returns what fills the cells of a journey below stages.
func (pg *page) tableBuilder(n *graph.Node, stages []*graph.Node) *tableBuilder {
	doc, _ := n.InLang(pg.lang)
	b := &tableBuilder{pg: pg, node: n, doc: doc, journey: doc.Entity.(*journey.Journey), stages: stages}
	b.scored = slices.ContainsFunc(b.journey.Steps, func(s journey.Step) bool { return s.Emotion.IsSet() })
	if today, from := pg.origin(n); today != nil {
		b.was, b.from = today.Doc.Entity.(*journey.Journey), from
	}
	return b
}

// columns returns the heads of the columns.
func (pg *page) columns(stages []*graph.Node) []view.StageColumn {
	columns := make([]view.StageColumn, len(stages))
	for i, stage := range stages {
		columns[i] = view.StageColumn{Stage: pg.link(stage), Number: i + 1}
	}
	return columns
}

// steps yields the steps of a stage with their numbers in the journey.
func (b *tableBuilder) steps(stage *graph.Node) iter.Seq2[int, journey.Step] {
	return b.pg.stepsIn(b.journey, stage)
}

// entries returns what a lane holds for a stage: what belongs to the stage as a
// whole, or what its steps say, in their order.
func (b *tableBuilder) entries(lane string, stage *graph.Node) []view.LaneEntry {
	switch lane {
	case "goal":
		doc, _ := stage.InLang(b.pg.lang)
		return b.texts(0, stage, doc, "", doc.Entity.(*journey.Stage).Goal...)
	case "metrics":
		return b.metrics(stage)
	}
	var list []view.LaneEntry
	for number, step := range b.steps(stage) {
		for _, e := range b.stepEntries(lane, number, step) {
			if i := repeated(list, e); i >= 0 {
				list[i].MomentOfTruth = list[i].MomentOfTruth || e.MomentOfTruth
				list[i].More = append(list[i].More, number)
			} else {
				list = append(list, e)
			}
		}
	}
	switch lane {
	case "actions", "emotion":
		for i := range list {
			list[i].StepHref = b.pg.stepHref(b.node, list[i].Step)
		}
	case "opportunities":
		list = b.withOpportunities(list, stage)
	}
	return list
}

// repeated returns the place of an entry that is only a link or a word and stands
// in the cell already, and otherwise −1.
func repeated(list []view.LaneEntry, e view.LaneEntry) int {
	if e.Value.Link.Href == "" && e.Value.Key == "" {
		return -1
	}
	return slices.IndexFunc(list, func(x view.LaneEntry) bool {
		return x.Value.Link == e.Value.Link && x.Value.Key == e.Value.Key
	})
}
