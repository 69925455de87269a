package plan

import (
	"cmp"
	"slices"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// reviewView returns the view of the page of what has to be looked at again.
func (pg *page) reviewView() view.Reviews {
	v := view.Reviews{Entity: pg.entity(), Today: pg.today}
	counts := map[check.State]int{}
	for _, o := range pg.reviewsByOwner() {
		owner := view.OwnerReviews{ID: "_none", Table: pg.reviewTable("", o.Reviews, true)}
		heading := view.Heading{Level: 2, ID: owner.ID, Key: "review.nobody"}
		if o.Owner != nil {
			owner.Owner = pg.link(o.Owner)
			owner.ID = "_team-" + o.Owner.ID
			heading = view.Heading{Level: 2, ID: owner.ID, Title: owner.Owner.Title, Lang: owner.Owner.Lang}
		}
		v.Owners = append(v.Owners, owner)
		v.Contents = append(v.Contents, heading)
		for _, r := range o.Reviews {
			counts[r.State]++
		}
	}
	for _, state := range check.UrgentStates() {
		v.Counts = append(v.Counts, view.ReviewCount{State: string(state), Count: counts[state]})
	}
	return v
}

// reviewsByOwner returns what each team has to look at, and last what has no
// owner.
func (pg *page) reviewsByOwner() []check.OwnerReviews {
	order := pg.Order(pg.lang)
	return slices.SortedStableFunc(slices.Values(check.Reviews(pg.Graph, pg.today)), func(a, b check.OwnerReviews) int {
		switch {
		case a.Owner == nil:
			return 1
		case b.Owner == nil:
			return -1
		}
		return order(a.Owner, b.Owner)
	})
}

// orderedReviews returns reviews by urgency, and those of one day in the order of
// the page's language.
func (pg *page) orderedReviews(reviews []check.Review) []check.Review {
	order := pg.Order(pg.lang)
	return slices.SortedStableFunc(slices.Values(reviews), func(a, b check.Review) int {
		return cmp.Or(a.Compare(b), order(a.Node, b.Node))
	})
}

// reviewTable lists pages in a group for each state. The days that are left or
// past stand on one page alone: on all others they would change every night.
func (pg *page) reviewTable(name string, reviews []check.Review, withDays bool) view.Table {
	columns := []string{"title", "due", "reviewed", "kind"}
	if withDays {
		columns = slices.Insert(columns, 1, "days")
	}
	t := newTable(name, columns)
	for _, r := range pg.orderedReviews(reviews) {
		row := []view.Cell{{{Link: pg.link(r.Node)}}, dateCell(r.Due), dateCell(r.Node.Doc.Reviewed.V), {{Key: "kind." + string(r.Node.Kind)}}}
		if withDays {
			row = slices.Insert(row, 1, daysCell(r))
		}
		addRows(&t, view.Group{HeadKey: "review." + string(r.State)}, row)
	}
	return t
}

// daysCell tells how many days are left or past.
func daysCell(r check.Review) view.Cell {
	switch {
	case r.Due.IsZero():
		return nil
	case r.Days < 0:
		return view.Cell{{Key: "days.past", Count: -r.Days}}
	case r.Days > 0:
		return view.Cell{{Key: "days.left", Count: r.Days}}
	}
	return view.Cell{{Key: "days.today"}}
}

// reviewState returns how a node stands with its review.
func (pg *page) reviewState(n *graph.Node) view.ReviewState {
	r := check.ReviewOf(n, pg.today)
	if r.State == check.Unplanned {
		return view.ReviewState{State: "unplanned"}
	}
	return view.ReviewState{State: string(r.State), Due: r.Due}
}

// teamReviews lists what the page's team has to look at.
func (pg *page) teamReviews() view.Table {
	return pg.reviewTable("review", check.ReviewsOf(pg.Graph, pg.node, pg.today), false)
}

// review returns the path of the page of reviews in a language.
func (a address) review(lang locale.Lang) string { return a.in(lang) + "review.html" }
