package check

import (
	"cmp"
	"slices"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// State says how a page stands with its review.
type State string

// The states of a page, and of an opportunity with a date to be done by.
const (
	Unplanned State = ""        // it has no interval, and so no review
	Overdue   State = "overdue" // its review was due before today
	Soon      State = "soon"    // it is due within soonDays, today included
	Never     State = "never"   // it has an interval, but was never reviewed
	Ahead     State = "ahead"   // it is said to be reviewed on a day to come
	Current   State = "current"
	Late      State = "late" // an opportunity that should be done by now
)

// soonDays is how far ahead a review is announced.
const soonDays = 30

// aheadDays is how far ahead of today, which is UTC's, a day can be by an author's
// clock.
const aheadDays = 1

// Review is how a page stands with its review on a day.
type Review struct {
	Node  *graph.Node
	State State
	Due   time.Time // zero when Unplanned, Never or Ahead
	Days  int       // until Due; negative when it has passed
}

// ReviewOf returns how a page stands on a day. What is due today is not overdue.
func ReviewOf(n *graph.Node, today time.Time) Review {
	r := Review{Node: n}
	if retired(n) || !n.Doc.ReviewEvery.IsSet() {
		return r
	}
	if !n.Doc.Reviewed.IsSet() {
		r.State = Never
		return r
	}
	if days(n.Doc.Reviewed.V, today) > aheadDays {
		r.State = Ahead
		return r
	}
	due, ok := after(civil(n.Doc.Reviewed.V), n.Doc.ReviewEvery.V)
	if !ok {
		return r // the interval is reported as an error where it stands
	}
	r.Due, r.Days = due, days(due, today)
	switch {
	case r.Days < 0:
		r.State = Overdue
	case r.Days <= soonDays:
		r.State = Soon
	default:
		r.State = Current
	}
	return r
}

// lateOf returns whether an opportunity should be done by now, and since when.
func lateOf(n *graph.Node, today time.Time) (Review, bool) {
	o, ok := n.Doc.Entity.(*journey.Opportunity)
	if !ok || !o.Due.IsSet() || n.Doc.Status.V == "done" || retired(n) {
		return Review{}, false
	}
	left := days(o.Due.V, today)
	return Review{Node: n, State: Late, Due: civil(o.Due.V), Days: left}, left < 0
}

// OwnerReviews is what one team has to look at, or what has no owner.
type OwnerReviews struct {
	Owner   *graph.Node // nil for pages without an owner
	Reviews []Review    // none is Unplanned or Current
}

// Reviews returns all that is overdue, due soon, never reviewed or late on a
// day, by owner in the handbook's order; what has no owner comes last.
func Reviews(g *graph.Graph, today time.Time) []OwnerReviews {
	byOwner := map[*graph.Node][]Review{}
	for _, n := range g.Nodes {
		owner := ownerOf(g, n)
		byOwner[owner] = append(byOwner[owner], pressing(n, today)...)
	}
	var all []OwnerReviews
	for _, owner := range append(slices.Clone(g.Kind(journey.KindTeam)), nil) {
		if reviews := byOwner[owner]; len(reviews) > 0 {
			sortReviews(reviews)
			all = append(all, OwnerReviews{owner, reviews})
		}
	}
	return all
}

// ownerOf returns the team that answers for a page; for its own a team does
// itself.
func ownerOf(g *graph.Graph, n *graph.Node) *graph.Node {
	if n.Kind == journey.KindTeam && !n.Doc.Owner.IsSet() {
		return n
	}
	return g.Ref(n.Doc.Owner)
}

// ReviewsOf returns the same for one team, walking what it owns alone.
func ReviewsOf(g *graph.Graph, team *graph.Node, today time.Time) []Review {
	var reviews []Review
	if ownerOf(g, team) == team {
		reviews = pressing(team, today)
	}
	for _, m := range team.In {
		if m.Field == "owner" && m.From != team {
			reviews = append(reviews, pressing(m.From, today)...)
		}
	}
	sortReviews(reviews)
	return reviews
}

// pressing returns what a page needs soon: a review, to be done, or both.
func pressing(n *graph.Node, today time.Time) []Review {
	var list []Review
	if r := ReviewOf(n, today); r.State != Unplanned && r.State != Current {
		list = append(list, r)
	}
	if r, ok := lateOf(n, today); ok {
		list = append(list, r)
	}
	return list
}

// UrgentStates returns the states that want somebody to act, the most urgent first.
func UrgentStates() []State { return []State{Overdue, Late, Never, Ahead, Soon} }

// sortReviews sorts by urgency.
func sortReviews(reviews []Review) { slices.SortStableFunc(reviews, Review.Compare) }

// Compare orders reviews by state, then by day, the longest overdue first.
func (r Review) Compare(other Review) int {
	order := UrgentStates()
	return cmp.Or(
		cmp.Compare(slices.Index(order, r.State), slices.Index(order, other.State)),
		r.Due.Compare(other.Due),
	)
}
