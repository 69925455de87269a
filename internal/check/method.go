package check

import (
	"slices"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// Progress says how far a step of the method has come.
type Progress string

// What progress there can be: none of what a step needs is there, some, or all.
const (
	NotYet  Progress = "open"
	Partly  Progress = "partly"
	Reached Progress = "reached"
)

// MethodStep is one of the eight steps by which a journey is built, as far as
// the files show it.
type MethodStep struct {
	Name     string // the key of its interface string: "goal"
	Progress Progress
	Missing  []string // keys of what it still needs
}

// MethodSteps returns the names of the eight steps, in order.
func MethodSteps() []string {
	return []string{"goal", "data", "persona", "stages", "touchpoints", "map", "improve", "measure"}
}

// need is one of the things that make a step of the method reached.
type need struct {
	key string
	met bool
}

// Method returns how far a journey has come on a day, by the eight steps of the
// method. A step is reached when all that it needs is there, partly when some
// is. What needs something else first is not asked for before.
func Method(g *graph.Graph, n *graph.Node, today time.Time) []MethodStep {
	j := n.Doc.Entity.(*journey.Journey)
	d := newDossier(g, n, j)
	needs := [][]need{
		goalNeeds(j), d.dataNeeds(), d.personaNeeds(), d.stageNeeds(),
		d.touchpointNeeds(), d.mapNeeds(), d.improvementNeeds(), d.measureNeeds(today),
	}
	steps := make([]MethodStep, len(needs))
	for i, name := range MethodSteps() {
		steps[i] = rate(name, needs[i])
	}
	return steps
}

func rate(name string, needs []need) MethodStep {
	step := MethodStep{Name: name, Progress: Partly}
	for _, n := range needs {
		if !n.met {
			step.Missing = append(step.Missing, n.key)
		}
	}
	switch len(step.Missing) {
	case 0:
		step.Progress = Reached
	case len(needs):
		step.Progress = NotYet
	}
	return step
}

// dossier is what a journey's files hold, gathered once for all eight steps.
type dossier struct {
	graph         *graph.Graph
	node          *graph.Node
	journey       *journey.Journey
	persona       *journey.Persona // nil without one
	stages        []*graph.Node
	touchpoints   []*graph.Node // that it meets
	metrics       []*graph.Node // of its steps and of the touchpoints that it meets
	opportunities []*graph.Node // that name it, or that its steps link to
	current       bool          // a future state lies over a map of today
	inStages      map[*graph.Node]bool
	metStages     map[*graph.Node]bool // stages with a touchpoint
}

func newDossier(g *graph.Graph, n *graph.Node, j *journey.Journey) *dossier {
	d := &dossier{
		graph: g, node: n, journey: j, stages: g.StagesOf(n),
		current:  j.Map.V != "future-state" || g.Ref(j.FutureOf) != nil,
		inStages: map[*graph.Node]bool{}, metStages: map[*graph.Node]bool{},
		opportunities: n.From(journey.KindOpportunity, "journeys"),
	}
	if p := g.Ref(j.Persona); p != nil {
		d.persona = p.Doc.Entity.(*journey.Persona)
	}
	for i, s := range j.Steps {
		stage := g.Ref(s.Stage)
		d.inStages[stage] = true
		d.metrics = append(d.metrics, g.Refs(s.Metrics)...)
		d.opportunities = append(d.opportunities, g.StepAnswer(n, i+1).Linked...)
		if t := g.Ref(s.Touchpoint); t != nil {
			d.metStages[stage] = true
			d.touchpoints = append(d.touchpoints, t)
			d.metrics = append(d.metrics, metricsAt(g, t)...)
		}
	}
	d.metrics, d.opportunities = living(d.metrics), living(d.opportunities)
	return d
}

// every tells whether all of at least one fit.
func every[T any](list []T, fits func(T) bool) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(x T) bool { return !fits(x) })
}
