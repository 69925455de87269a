package plan

import (
	"cmp"
	"slices"

	"stagecraft/internal/view"
)

// rowArrow joins two rows of a column of a blueprint, counted from the top. One
// that leads from the upper to the lower row has its head below.
type rowArrow struct {
	top, bottom          int
	headAbove, headBelow bool
}

// joinRows returns the arrow from one row to another.
func joinRows(from, to int, both bool) rowArrow {
	return rowArrow{
		top:       min(from, to),
		bottom:    max(from, to),
		headAbove: both || to < from,
		headBelow: both || from < to,
	}
}

func (a rowArrow) bothWays() bool { return a.headAbove && a.headBelow }

// drawArrows cuts the arrows of a column into their parts in each row, and
// returns how many tracks they need side by side. A part stands on the same track
// in every row from the start of its arrow to the end, and no two arrows share a
// track in any row, not even where one ends and the other starts: else they would
// look like one. Arrows between the same two rows are one.
func drawArrows(rows int, arrows []rowArrow) (parts [][]view.ArrowPart, tracks int) {
	parts = make([][]view.ArrowPart, rows)
	var taken [][]bool // by track and row
	for _, a := range shortestFirst(merged(arrows)) {
		track := slices.IndexFunc(taken, func(rows []bool) bool {
			return !slices.Contains(rows[a.top:a.bottom+1], true)
		})
		if track < 0 {
			track = len(taken)
			taken = append(taken, make([]bool, rows))
		}
		for row := a.top; row <= a.bottom; row++ {
			taken[track][row] = true
			parts[row] = append(parts[row], a.part(row, track+1))
		}
	}
	return parts, len(taken)
}

// merged joins arrows between the same two rows, and drops those that lead from a
// row to itself.
func merged(arrows []rowArrow) []rowArrow {
	var list []rowArrow
	for _, a := range arrows {
		i := slices.IndexFunc(list, func(x rowArrow) bool { return x.top == a.top && x.bottom == a.bottom })
		switch {
		case a.top == a.bottom:
		case i < 0:
			list = append(list, a)
		default:
			list[i].headAbove = list[i].headAbove || a.headAbove
			list[i].headBelow = list[i].headBelow || a.headBelow
		}
	}
	return list
}

// shortestFirst sorts arrows, so that the short ones stand next to the cells and
// the long ones pass outside of them.
func shortestFirst(arrows []rowArrow) []rowArrow {
	slices.SortFunc(arrows, func(a, b rowArrow) int {
		return cmp.Or(cmp.Compare(a.bottom-a.top, b.bottom-b.top), cmp.Compare(a.top, b.top))
	})
	return arrows
}

// part returns what is seen of an arrow in one of its rows.
func (a rowArrow) part(row, track int) view.ArrowPart {
	switch row {
	case a.top:
		return view.ArrowPart{Track: track, Side: "below", Head: a.headAbove}
	case a.bottom:
		return view.ArrowPart{Track: track, Side: "above", Head: a.headBelow}
	}
	return view.ArrowPart{Track: track, Side: "pass"}
}
