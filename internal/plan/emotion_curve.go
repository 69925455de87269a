package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// spread is how much of a step's share of its column the points of several lines
// take up.
const spread = 0.6

// journeysToday returns the journeys of a model, without those of the future:
// these are laid over today's on their own pages.
func (pg *page) journeysToday(model *graph.Node) []*graph.Node {
	return slices.DeleteFunc(pg.from(model, journey.KindJourney, "model"), func(n *graph.Node) bool {
		j := n.Doc.Entity.(*journey.Journey)
		return j.Map.V == "future-state" || j.FutureOf.IsSet()
	})
}

// curvesOf returns the journeys that an emotion-curve block shows.
func (pg *page) curvesOf(b *journey.EmotionCurve) []*graph.Node {
	if m := pg.Ref(b.Model); m != nil {
		return pg.journeysToday(m)
	}
	return pg.Refs(b.Journeys)
}

// emotionCurve returns the curves of journeys: one as it is in its stage table,
// several over each other.
func (pg *page) emotionCurve(journeys []*graph.Node) view.EmotionCurve {
	var titles []string
	for _, n := range journeys {
		doc, _ := n.InLang(pg.lang)
		titles = append(titles, plainTitle(doc))
	}
	stages := pg.stagesOfAll(journeys)
	v := view.EmotionCurve{Caption: strings.Join(titles, ", "), Columns: pg.columns(stages)}
	if len(journeys) == 1 {
		b := pg.tableBuilder(journeys[0], stages)
		v.Curve, v.Rows = b.curve(), []view.CurveRow{b.curveRow()}
		return v
	}
	var lines []view.CurveLine
	for i, n := range journeys {
		row := pg.tableBuilder(n, stages).curveRow()
		row.Cells = scoresOnly(row.Cells)
		row.CurveStyle = view.CurveStyle{Mark: 1 + i%curveMarks, Dash: 1 + i%curveDashes}
		v.Rows = append(v.Rows, row)
		shift := ((float64(i)+0.5)/float64(len(journeys)) - 0.5) * spread
		if line, scored := pg.curveLine(n.Doc.Entity.(*journey.Journey), stages, shift); scored {
			line.CurveStyle = row.CurveStyle
			lines = append(lines, line)
		}
	}
	v.Curve = newCurve(len(stages), lines...)
	return v
}

// stagesOfAll returns the stages that any of the journeys has, in the order of
// the first that has them.
func (pg *page) stagesOfAll(journeys []*graph.Node) []*graph.Node {
	var stages []*graph.Node
	for _, n := range journeys {
		for _, stage := range pg.StagesOf(n) {
			if !slices.Contains(stages, stage) {
				stages = append(stages, stage)
			}
		}
	}
	return stages
}

// curveRow says in words how the steps of the journey feel.
func (b *tableBuilder) curveRow() view.CurveRow {
	row := view.CurveRow{
		Journey: b.pg.link(b.node),
		Persona: b.pg.refLink(b.journey.Persona),
		MapKey:  mapKey(b.journey),
	}
	for _, stage := range b.stages {
		row.Cells = append(row.Cells, view.LaneCell{Entries: b.entries("emotion", stage)})
	}
	return row
}

// scoresOnly leaves the words out, which would drown the comparison of several
// journeys.
func scoresOnly(cells []view.LaneCell) []view.LaneCell {
	for i := range cells {
		entries := slices.DeleteFunc(cells[i].Entries, func(e view.LaneEntry) bool { return !e.Value.Mood.IsSet })
		for k := range entries {
			entries[k].Value.Text = ""
		}
		cells[i].Entries = entries
	}
	return cells
}

// smallCurves returns the journeys of a persona that are scored, each with its
// curve.
func (pg *page) smallCurves() []view.SmallCurve {
	var list []view.SmallCurve
	for _, n := range pg.from(pg.node, journey.KindJourney, "persona") {
		doc, _ := n.InLang(pg.lang)
		j, stages := doc.Entity.(*journey.Journey), pg.StagesOf(n)
		line, scored := pg.curveLine(j, stages, 0)
		if !scored {
			continue
		}
		c := newCurve(len(stages), line)
		list = append(list, view.SmallCurve{
			Journey: pg.link(n),
			MapKey:  mapKey(j),
			Stages:  pg.columns(stages),
			Curve:   c,
			Lowest:  pg.turn(n, c.Lowest),
			Highest: pg.turn(n, c.Highest),
		})
	}
	return list
}

// turn returns where the curve of a journey turns, by the step's number from 1.
func (pg *page) turn(n *graph.Node, at view.CurvePoint) view.Turn {
	return view.Turn{Number: at.Step, Step: pg.stepLink(n, at.Step), Mood: at.Mood}
}

// A point of a several-fold drawing has one of so many shapes, and its line one
// of so many patterns. They have no common factor, so that together they tell 30
// lines apart.
const (
	curveMarks  = 6
	curveDashes = 5
)
