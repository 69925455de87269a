package plan

import (
	"strconv"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// stepLink returns the link to a step, from 1, on the page of its journey. A
// step without a title is known by what the customer does there, or by its
// number.
func (pg *page) stepLink(n *graph.Node, number int) Link {
	doc, _ := n.InLang(pg.lang)
	step := doc.Entity.(*journey.Journey).Steps[number-1]
	l := pg.link(n)
	l.Title = strconv.Itoa(number)
	for _, t := range append([]journey.Text{step.Title}, step.Action...) {
		if t.IsSet() && t.Body.Lead != "" {
			l.Title = t.Body.Lead
			break
		}
	}
	l.Href = pg.stepHref(n, number)
	return l
}

// stepHref returns the address of a step, from 1, on the page of its journey.
func (pg *page) stepHref(n *graph.Node, number int) string {
	anchor := "#" + stepID(number)
	if n == pg.node {
		return anchor
	}
	return pg.to(pg.pathOf(n)) + anchor
}
