package plan

import (
	"cmp"
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/measure"
	"stagecraft/internal/view"
)

// ranking is opportunities in the order in which they are worth doing: by their
// impact, then by how far their metric is from its target. Equal ones stay in
// the handbook's order.
type ranking struct {
	open   []*graph.Node
	closed []*graph.Node             // done, or given up
	links  map[*graph.Node]view.Link // with the places as their numbers
}

func (pg *page) rank(opportunities []*graph.Node) ranking {
	list := slices.Clone(opportunities)
	slices.SortStableFunc(list, func(a, b *graph.Node) int {
		if c := cmp.Compare(impact(b), impact(a)); c != 0 {
			return c
		}
		x, _ := pg.shortfall(a)
		y, _ := pg.shortfall(b)
		return cmp.Compare(y, x)
	})
	r := ranking{links: map[*graph.Node]view.Link{}}
	for _, n := range list {
		if s := n.Doc.Status.V; s == "done" || s == "retired" {
			r.closed = append(r.closed, n)
		} else {
			r.open = append(r.open, n)
		}
	}
	for i, n := range slices.Concat(r.open, r.closed) {
		l := pg.link(n)
		l.Number = i + 1
		r.links[n] = l
	}
	return r
}

func impact(n *graph.Node) int { return n.Doc.Entity.(*journey.Opportunity).Impact.V }

// shortfall returns how far the latest value of an opportunity's metric is from
// its target in the wrong direction, in percent of the target, and whether that
// is known.
func (pg *page) shortfall(opportunity *graph.Node) (percent float64, known bool) {
	n := pg.Ref(opportunity.Doc.Entity.(*journey.Opportunity).Metric)
	if n == nil {
		return 0, false
	}
	m := n.Doc.Entity.(*journey.Metric)
	results, better := pg.Results(n), m.Better()
	if len(results) == 0 || !m.Target.IsSet() || better == "" {
		return 0, false
	}
	return measure.Shortfall(results[len(results)-1].Measured.Value, m.Target.V, better == "up"), true
}

// rankingTable lists opportunities with what decides their order. Those that are
// closed follow under a head of their own.
func (pg *page) rankingTable(r ranking) view.Table {
	columns := []string{"title", "impact", "effort", "metric", "shortfall", "owner", "due", "status"}
	t := newTable("ranking", columns)
	add := func(headKey string, nodes []*graph.Node) {
		rows := pg.rows(nodes, columns)
		for i, n := range nodes {
			rows[i][0] = view.Cell{{Link: r.links[n]}}
		}
		addRows(&t, view.Group{HeadKey: headKey}, rows...)
	}
	add("", r.open)
	add("group.closed", r.closed)
	return t
}

// aimCell returns what an opportunity aims at: its metric, or how far that is
// from its target.
func (pg *page) aimCell(n *graph.Node, column string) view.Cell {
	metric := pg.Ref(n.Doc.Entity.(*journey.Opportunity).Metric)
	if metric == nil {
		return nil
	}
	if column == "metric" {
		r := pg.reading(metric) // how it moved, its own page tells
		return view.Cell{{Reading: view.Reading{Metric: r.Metric, Value: r.Value}}}
	}
	short, known := pg.shortfall(n)
	switch {
	case !known:
		return nil
	case short == 0:
		return view.Cell{{Key: "target.reached"}}
	}
	return view.Cell{{Number: view.Number{IsSet: true, Value: short, Percent: true}}}
}
