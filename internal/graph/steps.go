package graph

import (
	"slices"

	"stagecraft/internal/journey"
)

// ChannelOf returns the channel of a step: its own or its touchpoint's.
func (g *Graph) ChannelOf(s journey.Step) *Node {
	if n := g.Ref(s.Channel); n != nil {
		return n
	}
	if n := g.Ref(s.Touchpoint); n != nil {
		return g.Ref(n.Doc.Entity.(*journey.Touchpoint).Channel)
	}
	return nil
}

// TouchpointsOf returns the touchpoints of a stage: those that name it, and
// those that a journey meets there.
func (g *Graph) TouchpointsOf(stage *Node) []*Node {
	list := stage.From(journey.KindTouchpoint, "stages")
	have := map[*Node]bool{}
	for _, t := range list {
		have[t] = true
	}
	for _, m := range stage.Mentions(journey.KindJourney) {
		if m.Field != "steps.stage" {
			continue
		}
		j := m.From.Doc.Entity.(*journey.Journey)
		if t := g.Ref(j.Steps[m.Step-1].Touchpoint); t != nil && !have[t] {
			have[t] = true
			list = append(list, t)
		}
	}
	slices.SortFunc(list, Compare)
	return list
}
