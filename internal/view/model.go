package view

// The views of models and their crosswalk.

// Model is the view of a model.
type Model struct {
	Entity
	Stages []ModelStage
	Cyclic bool
	Ring   ModelRing // of a cyclic model, if there is room for its stages; else empty
}

// ModelStage is a stage of a model. Its link has the number of its place there.
type ModelStage struct {
	Link  Link
	Phase string // before, during or after; empty when the stage has none
}

// ModelRing is a cyclic model as a circle in a box of 100 × 100.
type ModelRing struct {
	Radius float64 // of a disc
	Discs  []RingDisc
	Arrows []RingArrow // from each to the next, and from the last to the first
}

// RingDisc is a stage on the circle.
type RingDisc struct {
	X, Y   float64
	Number int
	Color  string
}

// RingArrow is an arrow along the circle, as path data.
type RingArrow struct{ Line, Head string }

// CrosswalkPage is the view of the page that lays all models side by side.
type CrosswalkPage struct {
	Entity
	Table Crosswalk
}

// Crosswalk lays models side by side: each is a row, with its stages in the
// columns of their phases.
type Crosswalk struct {
	PhaseKeys []string
	Rows      []CrosswalkRow
}

// CrosswalkRow is a model in a crosswalk.
type CrosswalkRow struct {
	Model  Link
	Cyclic bool
	Cells  []CrosswalkCell
}

// CrosswalkCell is the stages of a model in a phase. A model without any there
// shows a gap.
type CrosswalkCell struct {
	Stages []Link
	GapKey string
}
