package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// agenda tells who has to do which of the open opportunities, and by when; in
// each group what is due first comes first.
func (pg *page) agenda(r ranking) view.Agenda {
	var a view.Agenda
	byDue := slices.Clone(r.open)
	slices.SortStableFunc(byDue, compareDue)
	owners := map[*graph.Node][]view.AgendaEntry{}
	for _, n := range byDue {
		owner := pg.Ref(n.Doc.Owner)
		e := view.AgendaEntry{Link: r.links[n], Owner: pg.refLink(n.Doc.Owner), Due: due(n).V}
		owners[owner] = append(owners[owner], e)
		addDue(&a, e)
	}
	for _, team := range append(pg.sorted(journey.KindTeam), nil) {
		if entries := owners[team]; len(entries) > 0 {
			a.Owners = append(a.Owners, view.OwnerGroup{Owner: entries[0].Owner, Entries: entries})
		}
	}
	return a
}

// addDue adds an entry, which is due no earlier than those before it, to its
// quarter.
func addDue(a *view.Agenda, e view.AgendaEntry) {
	var q view.QuarterGroup
	if !e.Due.IsZero() {
		q.Quarter, q.Year = (int(e.Due.Month())+2)/3, e.Due.Format("2006")
	}
	if k := len(a.Quarters); k == 0 || a.Quarters[k-1].Quarter != q.Quarter || a.Quarters[k-1].Year != q.Year {
		a.Quarters = append(a.Quarters, q)
	}
	last := &a.Quarters[len(a.Quarters)-1]
	last.Entries = append(last.Entries, e)
}

func due(n *graph.Node) journey.Date { return n.Doc.Entity.(*journey.Opportunity).Due }

// compareDue orders opportunities by date, those without one last.
func compareDue(a, b *graph.Node) int {
	switch x, y := due(a), due(b); {
	case x.IsSet() && !y.IsSet():
		return -1
	case y.IsSet() && !x.IsSet():
		return 1
	default:
		return x.V.Compare(y.V)
	}
}

// agendaContents returns the headings of the list of opportunities.
func agendaContents(a view.Agenda) []view.Heading {
	list := []view.Heading{{Level: 2, ID: "_matrix", Key: "table.matrix"}, {Level: 2, ID: "_ranking", Key: "table.ranking"}}
	if len(a.Owners) > 0 {
		list = append(list, view.Heading{Level: 2, ID: "_owners", Key: "table.by_owner"}, view.Heading{Level: 2, ID: "_due", Key: "table.by_due"})
	}
	return list
}
