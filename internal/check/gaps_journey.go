package check

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// How a good map looks: so many stages, and emotions that move. A curve of fewer
// scored steps says nothing, and one whose ends are this close is flat.
const (
	fewestStages = 5
	mostStages   = 7
	leastScored  = 3
	leastMove    = 2
)

// lowEmotion is the highest emotion that calls for an opportunity.
const lowEmotion = -1

func personasWithoutJourney(s Survey) []Gap {
	var gaps []Gap
	for n := range live[*journey.Persona](s.graph) {
		if !mentioned(n, journey.KindJourney, "persona") {
			gaps = append(gaps, Gap{Node: n, Lines: []string{setting("persona", n.ID)}})
		}
	}
	return gaps
}

func journeysWithoutGoal(s Survey) []Gap {
	return journeys(s.graph, nil, func(_ *graph.Node, j *journey.Journey) bool { return len(j.Goal) == 0 })
}

func journeysWithoutPersona(s Survey) []Gap {
	var lines []string
	if personas := s.graph.Kind(journey.KindPersona); len(personas) == 1 {
		lines = []string{setting("persona", personas[0].ID)}
	}
	return journeys(s.graph, lines, func(_ *graph.Node, j *journey.Journey) bool { return !j.Persona.IsSet() })
}

func journeysWithoutEvidence(s Survey) []Gap {
	return journeys(s.graph, []string{setting("evidence", "assumption")}, func(n *graph.Node, _ *journey.Journey) bool {
		return !n.Doc.Evidence.IsSet()
	})
}

func journeysOfOddLength(s Survey) []Gap {
	return journeys(s.graph, nil, func(n *graph.Node, _ *journey.Journey) bool {
		stages := len(s.graph.StagesOf(n))
		return stages < fewestStages || stages > mostStages
	})
}

func journeysWithFlatEmotion(s Survey) []Gap {
	return journeys(s.graph, nil, func(_ *graph.Node, j *journey.Journey) bool {
		var scores []int
		for _, step := range j.Steps {
			if step.Emotion.IsSet() {
				scores = append(scores, step.Emotion.V)
			}
		}
		return len(scores) >= leastScored && slices.Max(scores)-slices.Min(scores) < leastMove
	})
}

// journeys returns a gap for each journey that lacks something.
func journeys(g *graph.Graph, lines []string, lacks func(*graph.Node, *journey.Journey) bool) []Gap {
	var gaps []Gap
	for n, j := range live[*journey.Journey](g) {
		if lacks(n, j) {
			gaps = append(gaps, Gap{Node: n, Lines: lines})
		}
	}
	return gaps
}

// lowWithoutOpportunity finds steps and touchpoints that feel bad and that
// nobody has an idea for.
func lowWithoutOpportunity(s Survey) []Gap {
	var gaps []Gap
	for n, j := range live[*journey.Journey](s.graph) {
		gaps = append(gaps, lowSteps(s.graph, n, j)...)
	}
	for n, t := range live[*journey.Touchpoint](s.graph) {
		if t.Emotion.V <= lowEmotion && !answered(s.graph.TouchpointAnswer(n)) {
			gaps = append(gaps, Gap{Node: n, Lines: []string{listSetting("touchpoints", n.ID)}})
		}
	}
	return gaps
}

// lowSteps returns the steps of a journey that feel bad and that nothing answers.
func lowSteps(g *graph.Graph, n *graph.Node, j *journey.Journey) []Gap {
	var gaps []Gap
	for i, s := range j.Steps {
		if s.Emotion.V <= lowEmotion && !answered(g.StepAnswer(n, i+1)) {
			gaps = append(gaps, Gap{Node: n, Step: i + 1, Lines: opportunityLines(n, s, g.Ref(s.Touchpoint))})
		}
	}
	return gaps
}

// answered tells whether anything answers that is not retired.
func answered(a graph.Answer) bool {
	return a.Said || slices.ContainsFunc(a.Named, func(n *graph.Node) bool { return !retired(n) })
}

// opportunityLines returns what an opportunity would say to be about a step.
func opportunityLines(n *graph.Node, s journey.Step, touchpoint *graph.Node) []string {
	if touchpoint != nil {
		return []string{listSetting("touchpoints", touchpoint.ID)}
	}
	return []string{listSetting("journeys", n.ID), listSetting("stages", s.Stage.ID)}
}
