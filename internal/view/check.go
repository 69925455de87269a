package view

import (
	"html/template"
	"time"
)

// The views of what the handbook covers and lacks.

// Coverage is the view of the page about the whole handbook.
type Coverage struct {
	Entity
	Gaps     int
	Hints    int
	Groups   []GapGroup
	Matrices []Matrix
}

// GapGroup holds the gaps of one kind.
type GapGroup struct {
	Kind  string // its interface strings are finding.KIND.name, .why and .fix
	ID    string // of its heading
	Hint  bool
	Count int
	Gaps  []Gap
	More  int // how many there are besides
}

// Gap is something that a page lacks.
type Gap struct {
	Page      Link
	Step      int // from 1; 0 for the page as a whole
	StepTitle template.HTML
	Lines     []string // front matter that would close it
}

// Matrix is a table of what joins the pages of two kinds.
type Matrix struct {
	ID          string // of the heading; empty in prose
	RowKind     string
	ColumnKind  string
	Columns     []Link
	Groups      []MatrixGroup
	Empty       []Link // rows that nothing joins, where they are too many to show as such
	EmptyCount  int
	MoreRows    int // how many rows and columns are left out
	MoreColumns int
}

// MatrixGroup is a run of rows under a common head, which may be missing.
type MatrixGroup struct {
	HeadKey string
	Rows    []MatrixRow
}

// MatrixRow is a row of a matrix.
type MatrixRow struct {
	Head  Link
	Cells []MatrixCell
}

// MatrixCell is what joins a row and a column; the zero cell joins nothing.
type MatrixCell struct {
	Level       int // from 1 to 4, by how much it holds in comparison with the others
	Touchpoints int
	Steps       int
	OwnWord     bool // a touchpoint's own page says so, and nothing else does
	Named       []Link
	NamedSteps  []MatrixSteps
	More        int // how many touchpoints, journeys and blueprints are not named
}

// MatrixSteps are the steps of a journey or blueprint in a cell.
type MatrixSteps struct {
	In    Link // not set where the row or column names it
	Steps []Link
}

// Reviews is the view of the page about what has to be looked at again.
type Reviews struct {
	Entity
	Today  time.Time
	Counts []ReviewCount
	Owners []OwnerReviews
}

// ReviewCount tells how many pages are in a state.
type ReviewCount struct {
	State string // overdue, late, never or soon
	Count int
}

// OwnerReviews is what one team has to look at; the owner is not set for pages
// without one.
type OwnerReviews struct {
	ID    string // of its heading
	Owner Link
	Table Table
}

// ReviewState is how a page stands with its review.
type ReviewState struct {
	State string    // overdue, soon, never, current; or unplanned
	Due   time.Time // zero when it is never or unplanned
}

// MethodStep is one of the eight steps by which a journey is built.
type MethodStep struct {
	Number   int
	Name     string   // its interface string is built.NAME
	Progress string   // reached, partly or open
	Missing  []string // keys of interface strings
}
