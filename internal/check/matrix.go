package check

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// Matrix tells for each row and each column what joins the two. Rows and columns
// are in the handbook's order, the stages those of Stages or of the model asked
// for. It has also the rows and columns that nothing joins: they are what one
// looks for.
type Matrix struct {
	Rows, Columns []*graph.Node
	cells         map[[2]*graph.Node]*Cell
}

// Cell is what joins a row and a column. The kinds of row and column themselves
// are not repeated in it, except for the steps of a journey or blueprint.
type Cell struct {
	Touchpoints []*graph.Node
	Steps       []Steps
	OwnWord     bool // a touchpoint's front matter says so
}

// Steps are the steps of a journey or blueprint that join a row and a column.
type Steps struct {
	In      *graph.Node
	Numbers []int // from 1, rising
}

// Matrix joins the pages of two kinds, both of which take part in meetings:
// stage, persona, channel, touchpoint, team, journey or blueprint. With a model,
// stages are those of that model.
func (s Survey) Matrix(rows, columns journey.Kind, model *graph.Node) Matrix {
	m := Matrix{
		Rows:    s.side(rows, model),
		Columns: s.side(columns, model),
		cells:   map[[2]*graph.Node]*Cell{},
	}
	found := s.met
	if rows == journey.KindBlueprint || columns == journey.KindBlueprint {
		found = s.served
	}
	listed := rows != journey.KindTouchpoint && columns != journey.KindTouchpoint
	for _, met := range found {
		if row, column := met.of(rows), met.of(columns); row != nil && column != nil {
			m.cell(row, column).add(met, listed)
		}
	}
	for _, c := range m.cells {
		slices.SortFunc(c.Touchpoints, graph.Compare)
		c.Touchpoints = slices.Compact(c.Touchpoints)
	}
	return m
}

// side returns the nodes along one side of a matrix.
func (s Survey) side(kind journey.Kind, model *graph.Node) []*graph.Node {
	if kind != journey.KindStage {
		return living(slices.Clone(s.graph.Kind(kind)))
	}
	if model != nil {
		return s.graph.Refs(model.Doc.Entity.(*journey.Model).Stages)
	}
	return Stages(s.graph)
}

func (m Matrix) cell(row, column *graph.Node) *Cell {
	key := [2]*graph.Node{row, column}
	if m.cells[key] == nil {
		m.cells[key] = &Cell{}
	}
	return m.cells[key]
}

// add notes a meeting. Those of one journey come one after the other, so its
// steps stand together.
func (c *Cell) add(met meeting, listed bool) {
	if listed && met.touchpoint != nil {
		c.Touchpoints = append(c.Touchpoints, met.touchpoint)
	}
	if met.in == nil {
		c.OwnWord = true
		return
	}
	if k := len(c.Steps); k == 0 || c.Steps[k-1].In != met.in {
		c.Steps = append(c.Steps, Steps{In: met.in})
	}
	s := &c.Steps[len(c.Steps)-1]
	if k := len(s.Numbers); k == 0 || s.Numbers[k-1] != met.step {
		s.Numbers = append(s.Numbers, met.step)
	}
}

// Cell returns what joins a row and a column, and whether anything does.
func (m Matrix) Cell(row, column *graph.Node) (Cell, bool) {
	if c := m.cells[[2]*graph.Node{row, column}]; c != nil {
		return *c, true
	}
	return Cell{}, false
}

// EmptyRows returns the rows that nothing joins to any column.
func (m Matrix) EmptyRows() []*graph.Node {
	filled := map[*graph.Node]bool{}
	shown := map[*graph.Node]bool{}
	for _, column := range m.Columns {
		shown[column] = true
	}
	for key := range m.cells {
		if shown[key[1]] {
			filled[key[0]] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(m.Rows), func(n *graph.Node) bool { return filled[n] })
}
