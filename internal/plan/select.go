package plan

import (
	"cmp"
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// selectEntities returns the nodes that fit all filters of an entities block, in
// its order. A limit cuts before the page's language sorts, so that all languages
// show the same nodes.
func (pg *page) selectEntities(b *journey.Entities) []*graph.Node {
	var list []*graph.Node
	for _, n := range pg.Kind(b.Kind) {
		if tagged(n, b.Tag) && pg.refersTo(n, b.Channel) && pg.refersTo(n, b.Stage) &&
			pg.refersTo(n, b.Persona) && pg.refersTo(n, b.Owner) {
			list = append(list, n)
		}
	}
	pg.sortEntities(list, b.Sort.V)
	if b.Limit.IsSet() && len(list) > b.Limit.V {
		list = list[:b.Limit.V]
	}
	switch b.Sort.V {
	case "":
		return pg.ordered(list)
	case "title":
		slices.SortFunc(list, graph.CompareTitles(pg.lang))
	}
	return list
}

// tagged tells whether a node carries a tag; without one every node fits.
func tagged(n *graph.Node, tag journey.Word) bool {
	return !tag.IsSet() || slices.ContainsFunc(n.Doc.Tags, func(t journey.Word) bool { return t.V == tag.V })
}

// refersTo tells whether a node's front matter names the page that a filter
// names; without one every node fits.
func (pg *page) refersTo(n *graph.Node, filter journey.Ref) bool {
	if !filter.IsSet() {
		return true
	}
	target := pg.Ref(filter)
	return target != nil && target.NamedBy(n)
}

// sortEntities sorts nodes that stand in the handbook's order, which decides
// among equals.
func (pg *page) sortEntities(list []*graph.Node, by string) {
	switch by {
	case "weight":
		slices.SortStableFunc(list, graph.CompareWeights)
	case "influence":
		slices.SortStableFunc(list, func(a, b *graph.Node) int { return cmp.Compare(influence(b), influence(a)) })
	case "updated":
		slices.SortStableFunc(list, func(a, b *graph.Node) int {
			first, _ := pg.LastChange(a, pg.own)
			second, _ := pg.LastChange(b, pg.own)
			return second.Compare(first)
		})
	case "title":
		slices.SortFunc(list, graph.CompareTitles(pg.own))
	}
}

// influence returns a touchpoint's influence on the decision to buy, 0 where
// none is set.
func influence(n *graph.Node) int {
	if t, ok := n.Doc.Entity.(*journey.Touchpoint); ok {
		return t.Influence.V
	}
	return 0
}

// selectOpportunities returns the opportunities that fit all filters of a block.
func (pg *page) selectOpportunities(b *journey.OpportunityMatrix) []*graph.Node {
	var list []*graph.Node
	for _, n := range pg.Kind(journey.KindOpportunity) {
		if pg.refersTo(n, b.Owner) && pg.refersTo(n, b.Stage) && pg.refersTo(n, b.Journey) {
			list = append(list, n)
		}
	}
	return list
}
