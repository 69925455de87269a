package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// How much of a matrix is drawn. A page of 200 touchpoints and 30 blueprints
// shall open as fast as any other, and all is on the pages of those.
const (
	matrixRows    = 60
	matrixColumns = 40
	matrixFold    = 12 // with more rows, those that nothing joins stand apart
	matrixEmpty   = 60 // so many of those are named
	matrixNames   = 20 // and so many pages in a cell
	matrixLevels  = 4
)

// matrixBlock returns the matrix that a block asks for.
func (pg *page) matrixBlock(b *journey.Matrix) view.Matrix {
	return pg.matrix(check.NewSurvey(pg.Graph), journey.Kind(b.Rows.V), journey.Kind(b.Columns.V), pg.Ref(b.Model))
}

// matrix draws the matrix of two kinds, with the stages of a model when there is
// one.
func (pg *page) matrix(s check.Survey, rows, columns journey.Kind, model *graph.Node) view.Matrix {
	b := &matrixBuilder{pg: pg, matrix: s.Matrix(rows, columns, model)}
	v := view.Matrix{RowKind: string(rows), ColumnKind: string(columns)}
	shown, empty := b.matrix.Rows, []*graph.Node(nil)
	if len(shown) > matrixFold {
		shown, empty = split(shown, b.matrix.EmptyRows())
	}
	shown, v.MoreRows = limit(shown, matrixRows)
	b.columns, v.MoreColumns = limit(b.matrix.Columns, matrixColumns)
	shown, b.columns = pg.side(rows, shown, model), pg.side(columns, b.columns, model)
	v.Columns = pg.links(b.columns)
	v.EmptyCount = len(empty)
	empty, _ = limit(empty, matrixEmpty)
	v.Empty = pg.links(pg.ordered(empty))
	b.measure(shown)
	v.Groups = b.groups(rows, shown, model)
	return v
}

// side returns what stands along a side of a matrix in the order of the page's
// language. The stages of a model stand as it says.
func (pg *page) side(kind journey.Kind, nodes []*graph.Node, model *graph.Node) []*graph.Node {
	if kind == journey.KindStage && model != nil {
		return nodes
	}
	return pg.ordered(nodes)
}

// limit returns the first n of a list and how many there are besides.
func limit[T any](list []T, n int) ([]T, int) {
	if len(list) <= n {
		return list, 0
	}
	return list[:n], len(list) - n
}

// split parts rows from those among them that are empty.
func split(rows, empty []*graph.Node) (filled, without []*graph.Node) {
	isEmpty := map[*graph.Node]bool{}
	for _, n := range empty {
		isEmpty[n] = true
	}
	for _, n := range rows {
		if !isEmpty[n] {
			filled = append(filled, n)
		}
	}
	return filled, empty
}

// matrixBuilder fills the cells of a matrix.
type matrixBuilder struct {
	pg      *page
	matrix  check.Matrix
	columns []*graph.Node
	most    int // the weight of the fullest cell
}

// measure finds the fullest of the cells that are shown.
func (b *matrixBuilder) measure(rows []*graph.Node) {
	for _, row := range rows {
		for _, column := range b.columns {
			c, _ := b.matrix.Cell(row, column)
			b.most = max(b.most, weight(c))
		}
	}
}

// weight tells how much a cell holds: its touchpoints or, where those are the
// rows or columns, its steps.
func weight(c check.Cell) int {
	if len(c.Touchpoints) > 0 {
		return len(c.Touchpoints)
	}
	return max(1, countSteps(c))
}

func countSteps(c check.Cell) int {
	steps := 0
	for _, s := range c.Steps {
		steps += len(s.Numbers)
	}
	return steps
}

// groups returns the rows; stages of other models than the main one stand apart.
func (b *matrixBuilder) groups(kind journey.Kind, rows []*graph.Node, model *graph.Node) []view.MatrixGroup {
	var main, other []view.MatrixRow
	for _, n := range rows {
		if kind == journey.KindStage && model == nil && !b.pg.InMainModel(n) {
			other = append(other, b.row(n))
		} else {
			main = append(main, b.row(n))
		}
	}
	var groups []view.MatrixGroup
	if len(main) > 0 {
		groups = append(groups, view.MatrixGroup{Rows: main})
	}
	if len(other) > 0 {
		g := view.MatrixGroup{Rows: other}
		if len(main) > 0 {
			g.HeadKey = "joined.other_models"
		}
		groups = append(groups, g)
	}
	return groups
}

func (b *matrixBuilder) row(n *graph.Node) view.MatrixRow {
	row := view.MatrixRow{Head: b.pg.link(n)}
	for _, column := range b.columns {
		row.Cells = append(row.Cells, b.cell(n, column))
	}
	return row
}

func (b *matrixBuilder) cell(row, column *graph.Node) view.MatrixCell {
	c, ok := b.matrix.Cell(row, column)
	if !ok {
		return view.MatrixCell{}
	}
	v := view.MatrixCell{
		Level:       (weight(c)*matrixLevels + b.most - 1) / b.most,
		Touchpoints: len(c.Touchpoints),
		Steps:       countSteps(c),
		OwnWord:     len(c.Touchpoints) == 0 && len(c.Steps) == 0,
	}
	touchpoints, more := limit(c.Touchpoints, matrixNames)
	steps, moreSteps := limit(c.Steps, matrixNames)
	v.Named, v.More = b.pg.links(b.pg.ordered(touchpoints)), more+moreSteps
	order := b.pg.Order(b.pg.lang)
	for _, s := range slices.SortedStableFunc(slices.Values(steps), func(a, b check.Steps) int { return order(a.In, b.In) }) {
		v.NamedSteps = append(v.NamedSteps, b.steps(s, row, column))
	}
	return v
}

// steps names the steps of a journey or blueprint. Those of a journey have
// anchors on its page.
func (b *matrixBuilder) steps(s check.Steps, row, column *graph.Node) view.MatrixSteps {
	var v view.MatrixSteps
	if s.In != row && s.In != column {
		v.In = b.pg.link(s.In)
	}
	numbers, _ := limit(s.Numbers, matrixNames)
	for _, n := range numbers {
		step := view.Link{Title: strconv.Itoa(n)}
		if s.In.Kind == journey.KindJourney {
			step.Href = b.pg.stepHref(s.In, n)
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}
