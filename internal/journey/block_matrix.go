package journey

import (
	"slices"
	"strings"

	"stagecraft/internal/diag"
)

// Matrix is the block that shows what joins the pages of two kinds.
type Matrix struct {
	Rows    Word
	Columns Word
	Model   Ref // whose stages; empty for those that the handbook works with
}

func (*Matrix) block() {}

// matrixPairs returns the kinds that a matrix can join, whichever of the two is
// across.
func matrixPairs() [][2]Kind {
	return [][2]Kind{
		{KindStage, KindPersona}, {KindStage, KindChannel}, {KindStage, KindTouchpoint}, {KindStage, KindTeam},
		{KindStage, KindJourney}, {KindTouchpoint, KindBlueprint}, {KindTouchpoint, KindPersona},
		{KindTouchpoint, KindJourney}, {KindChannel, KindPersona}, {KindChannel, KindJourney},
	}
}

// matrixKinds returns the kinds that can be rows or columns of a matrix.
func matrixKinds() []string {
	var names []string
	for _, pair := range matrixPairs() {
		for _, kind := range pair {
			if !slices.Contains(names, string(kind)) {
				names = append(names, string(kind))
			}
		}
	}
	return names
}

func readMatrix(r *reader) Block {
	r.Require("rows", `"stage"`)
	r.Require("columns", `"persona"`)
	m := &Matrix{
		Rows:    r.word("rows", matrixKinds()...),
		Columns: r.word("columns", matrixKinds()...),
		Model:   r.ref("model", KindModel),
	}
	switch {
	case !m.Rows.IsSet() || !m.Columns.IsSet(): // reported already
	case !m.paired():
		r.Report(diag.New(diag.InvalidValue, m.Columns.At, "there is no matrix of %q and %q", m.Rows.V, m.Columns.V).
			WithHint("the pairs are: %s", pairNames()))
	case m.Model.IsSet() && Kind(m.Rows.V) != KindStage && Kind(m.Columns.V) != KindStage:
		r.Report(diag.New(diag.InvalidValue, r.KeyAt("model"), "a model tells which stages, but stages stand neither across nor down").
			WithHint("remove the line"))
	}
	return m
}

func (m *Matrix) paired() bool {
	rows, columns := Kind(m.Rows.V), Kind(m.Columns.V)
	return slices.ContainsFunc(matrixPairs(), func(pair [2]Kind) bool {
		return pair == [2]Kind{rows, columns} || pair == [2]Kind{columns, rows}
	})
}

func pairNames() string {
	var names []string
	for _, pair := range matrixPairs() {
		names = append(names, string(pair[0])+" and "+string(pair[1]))
	}
	return strings.Join(names, ", ")
}
