package plan

import (
	"html/template"
	"iter"
	"strconv"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// stepLink returns the link to a step, from 1, on the page of its journey. A
// step without a title is known by what the customer does there, or by its
// number.
func (pg *page) stepLink(n *graph.Node, number int) view.Link {
	doc, _ := n.InLang(pg.lang)
	step := doc.Entity.(*journey.Journey).Steps[number-1]
	l := pg.link(n)
	l.Title, l.Lang = strconv.Itoa(number), ""
	for _, t := range append([]journey.Text{step.Title}, step.Action...) {
		if t.IsSet() && t.Body.Lead != "" {
			l.Title, l.Lang = t.Body.Lead, pg.langAt(n, t.At)
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

// stepID returns the anchor of a step on its journey's page.
func stepID(number int) string { return "_step-" + strconv.Itoa(number) }

// stepsIn yields the steps of a stage with their numbers in the journey.
func (pg *page) stepsIn(j *journey.Journey, stage *graph.Node) iter.Seq2[int, journey.Step] {
	return func(yield func(int, journey.Step) bool) {
		for i, s := range j.Steps {
			if pg.Ref(s.Stage) == stage && !yield(i+1, s) {
				return
			}
		}
	}
}

// stepTitle returns the title of a step, from 1; empty when it has none, and for
// 0, the page as a whole.
func (pg *page) stepTitle(n *graph.Node, step int) template.HTML {
	if step == 0 {
		return ""
	}
	doc, _ := n.InLang(pg.lang)
	switch e := doc.Entity.(type) {
	case *journey.Journey:
		return pg.inlineOf(n, doc, e.Steps[step-1].Title)
	case *journey.Blueprint:
		return pg.inlineOf(n, doc, e.Steps[step-1].Title)
	}
	return ""
}
