package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// around adds the journeys that the page's belongs to: the one above it with the
// steps that open it, and the same in the future or today.
func (f *facts) around(e *journey.Journey) {
	f.refs("parent", e.Parent)
	f.add("opened_by", linkValues(f.pg.openers())...)
	f.refs("future_of", e.FutureOf)
	f.add("future", linkValues(f.pg.links(f.pg.node.From(journey.KindJourney, "future_of")))...)
}

// openers returns the steps of other journeys that open the page's.
func (pg *page) openers() []Link {
	var list []Link
	for _, m := range pg.node.In {
		if m.Field != "steps.journey" || m.From == pg.node {
			continue
		}
		l := pg.stepLink(m.From, m.Step)
		if number := strconv.Itoa(m.Step); l.Title != number {
			l.Title = number + " " + l.Title
		}
		if m.From != pg.Ref(pg.node.Doc.Entity.(*journey.Journey).Parent) {
			l.Title = pg.link(m.From).Title + ", " + l.Title
		}
		list = append(list, l)
	}
	return list
}

// subJourneys returns the journeys that are a part of the page's: those that say
// so, and those that its steps open.
func (pg *page) subJourneys() []*graph.Node {
	list := pg.node.From(journey.KindJourney, "parent")
	for _, s := range pg.node.Doc.Entity.(*journey.Journey).Steps {
		if n := pg.Ref(s.Journey); n != nil && n != pg.node && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}
