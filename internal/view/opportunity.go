package view

import "time"

// The views of opportunities side by side.

// OpportunityMatrix shows opportunities by their impact, upwards, and their
// effort, to the right.
type OpportunityMatrix struct {
	Ticks          []Tick
	Lines          []float64 // between the cells, the same in both directions, in percent
	CrossX, CrossY float64   // where the quadrants meet, in percent
	Quadrants      []Quadrant
	Unplaced       []Unplaced
}

// Tick is a point of the scale, with its places along both sides of the drawing
// in percent.
type Tick struct {
	Value int
	X, Y  float64
}

// Quadrant is a quarter of the matrix with its opportunities.
type Quadrant struct {
	Key  string // quadrant.quick-wins
	Name string // quick-wins
	Dots []MatrixDot
}

// MatrixDot is an opportunity in the matrix. The number of its link is its place
// in the ranking.
type MatrixDot struct {
	Link           Link
	Impact, Effort int
	X, Y           float64 // in percent
	Small          bool    // because many share the cell
	Speck          float64 // the radius in percent, where so many share it that no number has room; else 0
}

// Unplaced is an opportunity whose impact or effort isn't known.
type Unplaced struct {
	Link    Link
	Missing []string // keys of the fields: field.impact
}

// Agenda shows the open opportunities by who does them and by when they are due.
type Agenda struct {
	Owners   []OwnerGroup
	Quarters []QuarterGroup
}

// OwnerGroup is what a team has to do; without a team, what nobody does.
type OwnerGroup struct {
	Owner   Link
	Entries []AgendaEntry
}

// QuarterGroup is what is due in a quarter of a year; in none, what has no date.
type QuarterGroup struct {
	Quarter int // 1 to 4
	Year    string
	Entries []AgendaEntry
}

// AgendaEntry is an opportunity in the agenda.
type AgendaEntry struct {
	Link  Link
	Owner Link
	Due   time.Time
}
