package plan

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// answered marks the last pain of a step with what answers them: an answer is
// the step's, not one pain's.
func (b *tableBuilder) answered(number int, pains []LaneEntry) []LaneEntry {
	if len(pains) == 0 {
		return nil
	}
	a := b.pg.StepAnswer(b.node, number)
	values := linkValues(b.pg.links(a.All()))
	if len(values) == 0 && a.Said {
		values = []Value{{Key: "answer.said"}}
	}
	if len(values) == 0 {
		values = []Value{{Key: "answer.none"}}
	}
	pains[len(pains)-1].Answers = values
	return pains
}

// answers adds what answers pains besides the opportunities that stand beside
// them, or that nothing does.
func (f *facts) answers(pains []journey.Text, a graph.Answer) {
	switch {
	case len(pains) == 0:
	case a.IsSet():
		f.add("answers", linkValues(f.pg.links(a.Named))...)
	default:
		f.add("answers", Value{Key: "answer.none"})
	}
}
