package check

import (
	"slices"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// Step 1, set the goal: why the map is drawn, whose view it takes, and which
// experience it follows.
func goalNeeds(j *journey.Journey) []need {
	return []need{
		{"goal", len(j.Goal) > 0},
		{"persona", j.Persona.IsSet()},
		{"scenario", len(j.Scenario) > 0},
	}
}

// Step 2, collect data: what was heard, which the evidence level tells, and what
// was counted, which results of its metrics show.
func (d *dossier) dataNeeds() []need {
	needs := []need{{"results", slices.ContainsFunc(d.metrics, d.measured)}}
	switch d.node.Doc.Evidence.V {
	case "research":
		return append(needs, need{"evidence", true})
	case "partial":
		return append(needs, need{"evidence", true}, need{"research", false})
	}
	return append(needs, need{"evidence", false})
}

func (d *dossier) measured(metric *graph.Node) bool { return len(d.graph.Results(metric)) > 0 }

// Step 3, sketch the persona: who it is, what it wants and what hinders it.
func (d *dossier) personaNeeds() []need {
	if d.persona == nil {
		return []need{{"persona", false}}
	}
	p := d.persona
	return []need{
		{"persona", true},
		{"persona-goals", len(p.Goals)+len(p.Needs) > 0},
		{"persona-pains", len(p.Pains)+len(p.Barriers) > 0},
	}
}

// Step 4, define the stages: each has the customer's goal, and something happens
// in it.
func (d *dossier) stageNeeds() []need {
	if len(d.stages) == 0 {
		return []need{{"stages", false}}
	}
	return []need{
		{"stages", true},
		{"stage-goals", every(d.stages, func(n *graph.Node) bool { return len(n.Doc.Entity.(*journey.Stage).Goal) > 0 })},
		{"stage-steps", every(d.stages, func(n *graph.Node) bool { return d.inStages[n] })},
	}
}

// Step 5, list the touchpoints: each stage has one, each step an action and an
// emotion, and what drives or holds back the customer is written down where they
// meet the brand.
func (d *dossier) touchpointNeeds() []need {
	if len(d.touchpoints) == 0 {
		return []need{{"touchpoints", false}}
	}
	steps := d.journey.Steps
	return []need{
		{"stage-touchpoints", every(d.stages, func(n *graph.Node) bool { return d.metStages[n] })},
		{"actions", every(steps, func(s journey.Step) bool { return len(s.Action) > 0 })},
		{"emotions", every(steps, func(s journey.Step) bool { return s.Emotion.IsSet() })},
		{"motives", every(d.touchpoints, func(n *graph.Node) bool {
			t := n.Doc.Entity.(*journey.Touchpoint)
			return len(t.Motivations)+len(t.Barriers) > 0
		})},
	}
}

// Step 6, draw the map: its type is chosen, it says what hurts or delights, it
// has a curve, and a map of the future lies over one of today.
func (d *dossier) mapNeeds() []need {
	scored := 0
	for _, s := range d.journey.Steps {
		if s.Emotion.IsSet() {
			scored++
		}
	}
	needs := []need{
		{"map", d.journey.Map.IsSet()},
		{"pains", slices.ContainsFunc(d.journey.Steps, func(s journey.Step) bool { return len(s.Pains)+len(s.Gains) > 0 })},
		{"curve", scored >= leastScored},
	}
	if !d.current {
		needs = append(needs, need{"future-of", false})
	}
	return needs
}

// Step 7, propose improvements: each is ranked and has a deadline, an owner, a
// metric and an experiment before it is rolled out.
func (d *dossier) improvementNeeds() []need {
	if len(d.opportunities) == 0 {
		return []need{{"opportunities", false}}
	}
	all := func(fits func(*graph.Node, *journey.Opportunity) bool) bool {
		return every(d.opportunities, func(n *graph.Node) bool { return fits(n, n.Doc.Entity.(*journey.Opportunity)) })
	}
	return []need{
		{"opportunities", true},
		{"impact", all(func(_ *graph.Node, o *journey.Opportunity) bool { return o.Impact.IsSet() })},
		{"due", all(func(_ *graph.Node, o *journey.Opportunity) bool { return o.Due.IsSet() })},
		{"opportunity-owner", all(func(n *graph.Node, _ *journey.Opportunity) bool { return n.Doc.Owner.IsSet() })},
		{"opportunity-metric", all(func(_ *graph.Node, o *journey.Opportunity) bool { return o.Metric.IsSet() })},
		{"experiment", all(func(_ *graph.Node, o *journey.Opportunity) bool { return len(o.Experiment) > 0 })},
	}
}

// Step 8, measure and revise: the metrics have a target and were measured more
// than once, and the journey is reviewed on a schedule that is kept.
func (d *dossier) measureNeeds(today time.Time) []need {
	needs := []need{
		{"target", every(d.metrics, func(n *graph.Node) bool { return n.Doc.Entity.(*journey.Metric).Target.IsSet() })},
		{"trend", slices.ContainsFunc(d.metrics, func(n *graph.Node) bool { return len(d.graph.Results(n)) > 1 })},
	}
	state := ReviewOf(d.node, today).State
	if state == Unplanned {
		return append(needs, need{"review-every", false})
	}
	return append(needs, need{"review-every", true}, need{"review-kept", state == Current || state == Soon})
}
