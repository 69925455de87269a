package check

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// meeting is a place in the files that says who is met where: a step of a
// journey or of a blueprint, or a touchpoint that names a stage or a persona
// itself. What the place does not say is nil.
type meeting struct {
	stage, persona, channel, touchpoint, team *graph.Node

	in   *graph.Node // the journey or blueprint; nil for a touchpoint's own word
	step int         // the step of it, from 1
}

// of returns the node of a kind that takes part in the meeting, or nil.
func (m meeting) of(kind journey.Kind) *graph.Node {
	switch kind {
	case journey.KindStage:
		return m.stage
	case journey.KindPersona:
		return m.persona
	case journey.KindChannel:
		return m.channel
	case journey.KindTouchpoint:
		return m.touchpoint
	case journey.KindTeam:
		return m.team
	}
	if m.in != nil && m.in.Kind == kind {
		return m.in
	}
	return nil
}

// Survey is a handbook whose meetings have been gathered: the one walk that
// matrices and gaps share.
type Survey struct {
	graph  *graph.Graph
	met    []meeting // what customers meet: steps of journeys, and touchpoints' own words
	served []meeting // what the organisation does: steps of blueprints
}

// NewSurvey gathers the meetings of a handbook, those of each source in order.
func NewSurvey(g *graph.Graph) Survey {
	s := Survey{graph: g}
	for n, j := range live[*journey.Journey](g) {
		persona := g.Ref(j.Persona)
		for i, step := range j.Steps {
			m := withTouchpoint(g, meeting{in: n, step: i + 1, persona: persona}, step.Stage, step.Touchpoint)
			m.channel = g.ChannelOf(step)
			s.met = append(s.met, m)
		}
	}
	for n, t := range live[*journey.Touchpoint](g) {
		s.met = append(s.met, ownWord(g, n, t)...)
	}
	for n, b := range live[*journey.Blueprint](g) {
		for i, step := range b.Steps {
			for _, ref := range touchpointsIn(step) {
				s.served = append(s.served, withTouchpoint(g, meeting{in: n, step: i + 1}, step.Stage, ref))
			}
		}
	}
	return s
}

// withTouchpoint adds a step's stage and touchpoint, with what the touchpoint
// says of its channel and owner. One that is retired is met no more.
func withTouchpoint(g *graph.Graph, m meeting, stage, touchpoint journey.Ref) meeting {
	m.stage = g.Ref(stage)
	if t := g.Ref(touchpoint); t != nil && !retired(t) {
		m.touchpoint, m.team = t, g.Ref(t.Doc.Owner)
		m.channel = g.Ref(t.Doc.Entity.(*journey.Touchpoint).Channel)
	}
	return m
}

// touchpointsIn returns the touchpoints of a blueprint's step: its own, and
// those of its cells.
func touchpointsIn(s journey.BlueprintStep) []journey.Ref {
	refs := []journey.Ref{s.Touchpoint}
	for _, lane := range [][]journey.Cell{s.Evidence, s.Customer, s.Frontstage, s.Backstage, s.Support} {
		for _, c := range lane {
			if c.Touchpoint.IsSet() {
				refs = append(refs, c.Touchpoint)
			}
		}
	}
	return refs
}

// ownWord returns what a touchpoint says of itself: each of its stages with each
// of its personas.
func ownWord(g *graph.Graph, n *graph.Node, t *journey.Touchpoint) []meeting {
	m := meeting{touchpoint: n, channel: g.Ref(t.Channel), team: g.Ref(n.Doc.Owner)}
	var list []meeting
	for _, stage := range orNone(g.Refs(t.Stages)) {
		for _, persona := range orNone(g.Refs(t.Personas)) {
			m.stage, m.persona = stage, persona
			list = append(list, m)
		}
	}
	return list
}

// orNone returns the nodes, or a single nil for want of any.
func orNone(nodes []*graph.Node) []*graph.Node {
	if len(nodes) == 0 {
		return []*graph.Node{nil}
	}
	return nodes
}
