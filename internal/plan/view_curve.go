package plan

import "html/template"

// The views of emotion curves and of what a future journey changes; view.go says
// what a view is.

// Curve is the emotions of one journey or of several over columns of equal
// width. All positions are percentages of the drawing.
type Curve struct {
	Columns int
	Cuts    []float64 // X of the borders between the columns
	Levels  []CurveLevel
	Lines   []CurveLine // the last one lies on top
	Lowest  CurvePoint  // of the last line
	Highest CurvePoint
}

// CurveLevel is a line of the grid.
type CurveLevel struct {
	Y     float64
	Value int // −2 to 2
}

// CurveLine is the emotions of one journey.
type CurveLine struct {
	CurveStyle
	Key    string // what the line is, where today and the future lie over each other: curve.today
	Paths  []string
	Points []CurvePoint // of all steps in the columns, scored or not
}

// CurveStyle is what tells a line from others.
type CurveStyle struct {
	Soft bool // it is there to compare with
	Mark int  // the shape of its points, 1 to 6; 0 where their shape says the tone
	Dash int  // the pattern of the line, 1 to 5; 0 for none
}

// CurvePoint is a step on a curve. One without a Mood has only its X.
type CurvePoint struct {
	X, Y          float64
	Step          int    // in the journey, from 1
	Time          string // instead of the number, on the curve of a day
	Mood          Mood
	Above         bool // the score stands above the point
	Bare          bool // there is no room for score and number
	MomentOfTruth bool
}

// EmotionCurve is the curves of journeys below the stages that they share.
type EmotionCurve struct {
	Caption string
	Columns []StageColumn
	Curve   Curve
	Rows    []CurveRow
}

// CurveRow says in words what the line of one journey shows.
type CurveRow struct {
	CurveStyle // of the line
	Journey    Link
	Persona    Link
	MapKey     string // map.current-state, or empty
	Cells      []LaneCell
}

// SmallCurve is a journey in short: its curve and where it turns.
type SmallCurve struct {
	Journey Link
	MapKey  string
	Stages  []StageColumn
	Curve   Curve
	Lowest  Turn
	Highest Turn
}

// Turn is the lowest or the highest point of a curve.
type Turn struct {
	Number int // of the step
	Step   Link
	Mood   Mood
}

// Changes is what a future journey changes in today's.
type Changes struct {
	Of     Link // today's journey
	Stages []StageChanges

	Changed, New, Dropped, Same int // how many steps
}

// StageChanges is the steps of a stage that change, come or go.
type StageChanges struct {
	Stage Link
	Steps []StepChange
}

// StepChange is what changes in a step.
type StepChange struct {
	Key    string // changes.new or changes.dropped; empty for a step that stays
	Number int    // in the future journey, or in today's when the step is dropped
	Title  template.HTML
	Href   string
	Fields []FieldChange
}

// FieldChange is a field of a step, today and in the future. One side may be
// empty.
type FieldChange struct {
	Key    string // field.emotion
	Apart  bool   // of a list, only what goes and what comes is told
	Before []Value
	After  []Value
}

// Figure is a drawing with a heading of its own.
type Figure struct {
	Key   string // of the heading
	ID    string
	Block Block
}

// JourneyMap is a whole journey in the prose of another page.
type JourneyMap struct {
	Journey  Link
	Chips    []Fact
	Scenario []template.HTML
	Goal     []template.HTML
	Map      StageTable
}
