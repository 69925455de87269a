package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// neighbours returns the pages before and behind this one where somebody has put
// them into an order: the stages of a model, the pages of a course, free pages
// with weights. An order by title leads nowhere.
func (pg *page) neighbours() (previous, next view.Link) {
	if pg.template != string(pg.node.Kind) || pg.part {
		return previous, next // the home page, a list, or in a printout
	}
	sequence := pg.sequence()
	i := slices.Index(sequence, pg.node)
	if i < 0 || !inOrder(pg.node) {
		return previous, next
	}
	if i > 0 && inOrder(sequence[i-1]) {
		previous = pg.link(sequence[i-1])
	}
	if i+1 < len(sequence) && inOrder(sequence[i+1]) {
		next = pg.link(sequence[i+1])
	}
	return previous, next
}

// sequence returns the pages among which the page has its neighbours.
func (pg *page) sequence() []*graph.Node {
	switch pg.node.Kind {
	case journey.KindStage:
		if model := pg.ModelOf(pg.node); model != nil {
			return pg.Refs(model.Doc.Entity.(*journey.Model).Stages)
		}
	case journey.KindPage:
		return pg.ordered(pg.Folder(pg.node))
	}
	if course := pg.CourseOf(pg.node); course != nil {
		return pg.Sequence(course)
	}
	return nil
}

// inOrder tells whether the place of a page in its sequence is somebody's choice.
func inOrder(n *graph.Node) bool {
	return n.Kind != journey.KindPage || n.Doc.Weight.IsSet()
}
