package plan

import (
	"slices"

	"stagecraft/internal/chart"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

const (
	scalePoints = 5                 // impact and effort run from 1 to 5
	cellSize    = 100 / scalePoints // of the drawing, in percent
	highImpact  = 4                 // from here on, impact is high
	highEffort  = 3                 // from here on, effort is high
	crowded     = 3                 // more dots side by side find no room in a cell on a phone
	overcrowded = 5                 // and of more than so many, not even small ones
)

// newOpportunityMatrix returns a matrix without opportunities.
func newOpportunityMatrix() view.OpportunityMatrix {
	m := view.OpportunityMatrix{CrossX: (highEffort - 1) * cellSize, CrossY: 100 - (highImpact-1)*cellSize}
	for i := range scalePoints {
		middle := (float64(i) + .5) * cellSize
		m.Ticks = append(m.Ticks, view.Tick{Value: i + 1, X: middle, Y: 100 - middle})
		if i > 0 {
			m.Lines = append(m.Lines, float64(i*cellSize))
		}
	}
	for _, name := range []string{"quick-wins", "big-bets", "fill-ins", "thankless"} {
		m.Quadrants = append(m.Quadrants, view.Quadrant{Key: "quadrant." + name, Name: name})
	}
	return m
}

// quadrant returns the place of an opportunity among the quadrants.
func quadrant(e *journey.Opportunity) int {
	place := 0
	if e.Impact.V < highImpact {
		place += 2
	}
	if e.Effort.V >= highEffort {
		place++
	}
	return place
}

// opportunityMatrix places the open opportunities by impact and effort.
func (pg *page) opportunityMatrix(r ranking) view.OpportunityMatrix {
	m := newOpportunityMatrix()
	var placed []*graph.Node
	var spots []chart.Spot
	for _, n := range r.open {
		e := n.Doc.Entity.(*journey.Opportunity)
		if missing := missingPlace(e); len(missing) > 0 {
			m.Unplaced = append(m.Unplaced, view.Unplaced{Link: r.links[n], Missing: missing})
			continue
		}
		placed = append(placed, n)
		spots = append(spots, chart.Spot{Column: e.Effort.V, Row: e.Impact.V})
	}
	for i, at := range chart.Scatter(spots, scalePoints) {
		e := placed[i].Doc.Entity.(*journey.Opportunity)
		q := &m.Quadrants[quadrant(e)]
		q.Dots = append(q.Dots, view.MatrixDot{
			Link: r.links[placed[i]], Impact: e.Impact.V, Effort: e.Effort.V,
			X: at.X, Y: at.Y, Small: at.Share > crowded, Speck: speck(at.Share),
		})
	}
	return m
}

// speck returns the radius of a dot that shares its cell with too many for their
// numbers, or 0.
func speck(share int) float64 {
	if share <= overcrowded {
		return 0
	}
	return .4 * cellSize / float64(share)
}

// missingPlace returns the keys of the fields without which an opportunity has
// no place in the matrix.
func missingPlace(e *journey.Opportunity) []string {
	var missing []string
	if !e.Impact.IsSet() {
		missing = append(missing, "field.impact")
	}
	if !e.Effort.IsSet() {
		missing = append(missing, "field.effort")
	}
	return missing
}

// painTable lists the pains that the page's opportunity answers: those of steps
// in a group for each journey, then those of touchpoints.
func (pg *page) painTable() view.Table {
	t := newTable("pains", []string{"pain", "where", "emotion"})
	for _, p := range pg.pains() {
		head := view.Group{HeadKey: "kinds.touchpoint"}
		if p.Step > 0 {
			head = view.Group{Head: pg.link(p.At)}
		}
		addRows(&t, head, pg.painRows(p)...)
	}
	return t
}

// pains returns the places whose pains the page's opportunity answers: steps,
// then touchpoints.
func (pg *page) pains() []graph.Pain {
	order := pg.Order(pg.lang)
	return slices.SortedStableFunc(slices.Values(pg.Pains(pg.node)), func(a, b graph.Pain) int { return order(a.At, b.At) })
}

// painRows returns a row for each pain of a step or a touchpoint.
func (pg *page) painRows(p graph.Pain) [][]view.Cell {
	doc, _ := p.At.InLang(pg.lang)
	var where view.Link
	var pains []journey.Text
	var emotion journey.Int
	switch e := doc.Entity.(type) {
	case *journey.Touchpoint:
		where, pains, emotion = pg.link(p.At), e.Pains, e.Emotion
	case *journey.Journey:
		step := e.Steps[p.Step-1]
		where, pains, emotion = pg.stepLink(p.At, p.Step), step.Pains, step.Emotion
	}
	var rows [][]view.Cell
	for _, pain := range pg.inlines(p.At, doc, pains) {
		rows = append(rows, []view.Cell{{{Text: pain}}, {{Link: where}}, moodCell(emotion)})
	}
	return rows
}
