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
	if l.Href += "#" + stepID(number); n == pg.node {
		l.Href = "#" + stepID(number)
	}
	return l
}
