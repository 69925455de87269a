package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// metrics returns the metrics of a stage: those that its steps name, those that
// the stage names, and those that name the stage and, unless they are about the
// stage as a whole, a touchpoint that the journey meets there.
func (b *tableBuilder) metrics(stage *graph.Node) []view.LaneEntry {
	var nodes []*graph.Node
	for _, step := range b.steps(stage) {
		nodes = append(nodes, b.pg.Refs(step.Metrics)...)
	}
	nodes = append(nodes, b.pg.Refs(stage.Doc.Entity.(*journey.Stage).Metrics)...)
	nodes = append(nodes, b.metricsNaming(stage)...)
	var list []view.LaneEntry
	seen := map[*graph.Node]bool{}
	for _, n := range nodes {
		if !seen[n] {
			seen[n] = true
			list = append(list, b.entry(0, view.Value{Reading: b.pg.reading(n)}))
		}
	}
	return list
}

// metricsNaming returns the metrics that name a stage and, unless they are about
// the stage as a whole, a touchpoint that the journey meets there. It begins at
// the touchpoints, which have few metrics where a stage may have thousands.
func (b *tableBuilder) metricsNaming(stage *graph.Node) []*graph.Node {
	var list []*graph.Node
	for _, n := range stage.From(journey.KindMetric, "stages") {
		if len(n.Doc.Entity.(*journey.Metric).Touchpoints) == 0 {
			list = append(list, n)
		}
	}
	for _, step := range b.steps(stage) {
		if t := b.pg.Ref(step.Touchpoint); t != nil {
			list = append(list, slices.DeleteFunc(t.From(journey.KindMetric, "touchpoints"), func(n *graph.Node) bool {
				return !slices.Contains(b.pg.Refs(n.Doc.Entity.(*journey.Metric).Stages), stage)
			})...)
		}
	}
	return b.pg.ordered(list)
}

// withOpportunities adds the opportunities that name both the journey and the
// stage and that no step of the stage links to.
func (b *tableBuilder) withOpportunities(list []view.LaneEntry, stage *graph.Node) []view.LaneEntry {
	linked := map[*graph.Node]bool{}
	for _, step := range b.steps(stage) {
		for _, n := range b.pg.Linked(b.node, b.doc, step.Opportunities) {
			linked[n] = true
		}
	}
	for _, n := range b.pg.from(b.node, journey.KindOpportunity, "journeys") {
		here := slices.Contains(b.pg.Refs(n.Doc.Entity.(*journey.Opportunity).Stages), stage)
		if here && !linked[n] {
			list = append(list, b.nodes(0, n)...)
		}
	}
	return list
}
