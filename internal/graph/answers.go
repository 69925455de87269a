package graph

import (
	"slices"

	"stagecraft/internal/journey"
)

// Answer is what answers the pains of a step or a touchpoint: what its own
// opportunities say, and opportunities elsewhere that name it.
type Answer struct {
	Said   bool    // its own opportunities say something
	Linked []*Node // opportunities that those texts link to
	Named  []*Node // further opportunities, which name it
}

// IsSet tells whether the pains are answered at all.
func (a Answer) IsSet() bool { return a.Said || len(a.Named) > 0 }

// All returns the opportunities that answer, those linked first.
func (a Answer) All() []*Node { return slices.Concat(a.Linked, a.Named) }

// StepAnswer returns what answers the pains of a step, counted from 1: its own
// opportunities, and those that name its touchpoint and either no journey or
// this one, or that name both the journey and the step's stage.
func (g *Graph) StepAnswer(n *Node, number int) Answer {
	step := n.Doc.Entity.(*journey.Journey).Steps[number-1]
	a := g.said(n, step.Opportunities)
	if touchpoint := g.Ref(step.Touchpoint); touchpoint != nil {
		for _, o := range touchpoint.From(journey.KindOpportunity, "touchpoints") {
			if e := o.Doc.Entity.(*journey.Opportunity); len(e.Journeys) == 0 || g.names(e.Journeys, n) {
				a.name(o)
			}
		}
	}
	if stage := g.Ref(step.Stage); stage != nil {
		for _, o := range n.From(journey.KindOpportunity, "journeys") {
			if g.names(o.Doc.Entity.(*journey.Opportunity).Stages, stage) {
				a.name(o)
			}
		}
	}
	return a
}

// TouchpointAnswer returns what answers the pains of a touchpoint: its own
// opportunities, and those that name it.
func (g *Graph) TouchpointAnswer(n *Node) Answer {
	a := g.said(n, n.Doc.Entity.(*journey.Touchpoint).Opportunities)
	for _, o := range n.From(journey.KindOpportunity, "touchpoints") {
		a.name(o)
	}
	return a
}

// said begins an Answer with what the texts of a node say.
func (g *Graph) said(n *Node, texts []journey.Text) Answer {
	var a Answer
	for _, t := range texts {
		if !t.IsSet() {
			continue
		}
		a.Said = true
		for _, link := range t.Body.Links {
			target, _ := g.Link(n, n.Doc, link)
			if o := target.Node; o != nil && o.Kind == journey.KindOpportunity && !slices.Contains(a.Linked, o) {
				a.Linked = append(a.Linked, o)
			}
		}
	}
	return a
}

func (a *Answer) name(o *Node) {
	if !slices.Contains(a.Linked, o) && !slices.Contains(a.Named, o) {
		a.Named = append(a.Named, o)
	}
}

func (g *Graph) names(refs []journey.Ref, n *Node) bool {
	return slices.ContainsFunc(refs, func(r journey.Ref) bool { return g.Ref(r) == n })
}

// Pain is a place with pains: a step of a journey, or a touchpoint.
type Pain struct {
	At   *Node
	Step int // from 1; 0 for a touchpoint
}

// Pains returns the places whose pains an opportunity answers, in the order of
// the handbook: steps, then touchpoints.
func (g *Graph) Pains(opportunity *Node) []Pain {
	var pains []Pain
	for _, n := range g.mayHurt(opportunity) {
		switch e := n.Doc.Entity.(type) {
		case *journey.Touchpoint:
			if len(e.Pains) > 0 && slices.Contains(g.TouchpointAnswer(n).All(), opportunity) {
				pains = append(pains, Pain{At: n})
			}
		case *journey.Journey:
			for i, s := range e.Steps {
				if len(s.Pains) > 0 && slices.Contains(g.StepAnswer(n, i+1).All(), opportunity) {
					pains = append(pains, Pain{At: n, Step: i + 1})
				}
			}
		}
	}
	return pains
}

// mayHurt returns the touchpoints and journeys that have to do with an
// opportunity: those that it names, those that link to it, and the journeys that
// meet its touchpoints. All others need not be looked through.
func (g *Graph) mayHurt(opportunity *Node) []*Node {
	e := opportunity.Doc.Entity.(*journey.Opportunity)
	touchpoints := g.Refs(e.Touchpoints)
	list := slices.Concat(touchpoints, g.Refs(e.Journeys),
		opportunity.From(journey.KindTouchpoint), opportunity.From(journey.KindJourney))
	for _, t := range touchpoints {
		list = append(list, t.From(journey.KindJourney, "steps.touchpoint")...)
	}
	slices.SortFunc(list, Compare)
	return slices.Compact(list)
}
