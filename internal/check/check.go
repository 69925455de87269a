// Package check says what a handbook covers and what it lacks.
//
// In goes a Graph, and for what depends on the calendar the day of the build;
// out come findings: matrices of who is met where, gaps with the lines of front
// matter that would close them, how far a journey has come by the eight steps
// of the method, and what is due for review. A finding is a node with a key for
// the interface strings; which words and pages it becomes is for others to say.
//
// Nothing here is an error: a handbook with gaps is published, and shows them.
// Functions are pure. Those about the whole handbook walk it once, so that ten
// thousand pages take milliseconds; those about one node walk only what mentions
// it. A page that is retired is past caring for and lacks nothing.
package check

import (
	"iter"
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// Stages returns the stages that the handbook works with, in its order: those of
// its journeys, and those that stand in no model. A site may hold a library of
// models of which it uses one; the stages of the others wait for nobody. Without
// any journey these are the stages of the main model.
func Stages(g *graph.Graph) []*graph.Node {
	used := map[*graph.Node]bool{}
	for _, n := range g.Kind(journey.KindJourney) {
		for _, stage := range g.StagesOf(n) {
			used[stage] = true
		}
	}
	planned := len(used) == 0
	var list []*graph.Node
	for _, stage := range g.Kind(journey.KindStage) {
		if used[stage] || g.StageNumber(stage) == 0 || planned && g.InMainModel(stage) {
			list = append(list, stage)
		}
	}
	return list
}

// retired tells whether a page is kept for the record alone.
func retired(n *graph.Node) bool { return n.Doc.Status.V == "retired" }

// live yields the nodes whose entity is of type E, with it, but for the retired.
func live[E journey.Entity](g *graph.Graph) iter.Seq2[*graph.Node, E] {
	return func(yield func(*graph.Node, E) bool) {
		for n, e := range graph.All[E](g) {
			if !retired(n) && !yield(n, e) {
				return
			}
		}
	}
}

// living returns nodes without the retired among them.
func living(nodes []*graph.Node) []*graph.Node { return slices.DeleteFunc(nodes, retired) }

// mentioned tells whether a page of a kind, not retired, names the node at a key.
func mentioned(n *graph.Node, by journey.Kind, field string) bool {
	for _, m := range n.Mentions(by) {
		if m.Field == field && !retired(m.From) {
			return true
		}
	}
	return false
}
