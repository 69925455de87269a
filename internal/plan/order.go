package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// What the graph tells, in the order of the page's language. A list that is cut
// is cut before that, so that all languages show the same pages.

// sorted returns the nodes of a kind.
func (pg *page) sorted(kind journey.Kind) []*graph.Node { return pg.ordered(pg.Kind(kind)) }

// ordered returns nodes of any kinds.
func (pg *page) ordered(nodes []*graph.Node) []*graph.Node { return pg.Sorted(nodes, pg.lang) }

// from returns the nodes of a kind that point at a node from one of the fields.
func (pg *page) from(n *graph.Node, kind journey.Kind, fields ...string) []*graph.Node {
	return pg.ordered(n.From(kind, fields...))
}

// mentionsOf returns what points at a node.
func (pg *page) mentionsOf(n *graph.Node) []graph.Mention {
	list := slices.Clone(n.In)
	order := pg.Order(pg.lang)
	slices.SortStableFunc(list, func(a, b graph.Mention) int { return order(a.From, b.From) })
	return list
}
