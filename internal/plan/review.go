package plan

import (
	"slices"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/locale"
)

// reviewView returns the view of the page of what has to be looked at again.
func (pg *page) reviewView() Reviews {
	v := Reviews{Entity: pg.entity(), Today: pg.today}
	counts := map[check.State]int{}
	for _, o := range check.Reviews(pg.Graph, pg.today) {
		owner := OwnerReviews{ID: "_none", Table: pg.reviewTable("", o.Reviews, true)}
		heading := Heading{Level: 2, ID: owner.ID, Key: "review.nobody"}
		if o.Owner != nil {
			owner.Owner = pg.link(o.Owner)
			owner.ID = "_team-" + o.Owner.ID
			heading = Heading{Level: 2, ID: owner.ID, Title: owner.Owner.Title}
		}
		v.Owners = append(v.Owners, owner)
		v.Contents = append(v.Contents, heading)
		for _, r := range o.Reviews {
			counts[r.State]++
		}
	}
	for _, state := range check.UrgentStates() {
		v.Counts = append(v.Counts, ReviewCount{State: string(state), Count: counts[state]})
	}
	return v
}

// reviewTable lists pages in a group for each state. The days that are left or
// past stand on one page alone: on all others they would change every night.
func (pg *page) reviewTable(name string, reviews []check.Review, withDays bool) Table {
	columns := []string{"title", "due", "reviewed", "kind"}
	if withDays {
		columns = slices.Insert(columns, 1, "days")
	}
	t := newTable(name, columns)
	for _, r := range reviews {
		row := []Cell{{{Link: pg.link(r.Node)}}, dateCell(r.Due), dateCell(r.Node.Doc.Reviewed.V), {{Key: "kind." + string(r.Node.Kind)}}}
		if withDays {
			row = slices.Insert(row, 1, daysCell(r))
		}
		t.add(Group{HeadKey: "review." + string(r.State)}, row)
	}
	return t
}

// daysCell tells how many days are left or past.
func daysCell(r check.Review) Cell {
	switch {
	case r.Due.IsZero():
		return nil
	case r.Days < 0:
		return Cell{{Key: "days.past", Count: -r.Days}}
	case r.Days > 0:
		return Cell{{Key: "days.left", Count: r.Days}}
	}
	return Cell{{Key: "days.today"}}
}

// reviewState returns how a node stands with its review.
func (pg *page) reviewState(n *graph.Node) ReviewState {
	r := check.ReviewOf(n, pg.today)
	if r.State == check.Unplanned {
		return ReviewState{State: "unplanned"}
	}
	return ReviewState{State: string(r.State), Due: r.Due}
}

// teamReviews lists what the page's team has to look at.
func (pg *page) teamReviews() Table {
	return pg.reviewTable("review", check.ReviewsOf(pg.Graph, pg.node, pg.today), false)
}

// review returns the path of the page of reviews in a language.
func (a address) review(lang locale.Lang) string { return a.in(lang) + "review.html" }
