package plan

import "stagecraft/internal/view"

// How much of a table on the page of something else is seen at once. A touchpoint
// may be met in hundreds of steps, and what stands below them is for readers, too.
const (
	foldFrom = 30 // longer tables are folded
	foldTo   = 20 // to so many rows
)

// fold leaves the first rows of a long table and folds the others away. A group
// that is cut has its head on both sides.
func fold(t view.Table) view.Table {
	rows := 0
	for _, g := range t.Groups {
		rows += len(g.Rows)
	}
	if rows <= foldFrom {
		return t
	}
	room, groups := foldTo, t.Groups
	t.Groups, t.Folded = nil, view.Folded{Count: rows - foldTo, Columns: t.Columns}
	for _, g := range groups {
		shown, folded := g, g
		shown.Rows, folded.Rows = g.Rows[:min(room, len(g.Rows))], g.Rows[min(room, len(g.Rows)):]
		room -= len(shown.Rows)
		if len(shown.Rows) > 0 {
			t.Groups = append(t.Groups, shown)
		}
		if len(folded.Rows) > 0 {
			t.Folded.Groups = append(t.Folded.Groups, folded)
		}
	}
	return t
}
