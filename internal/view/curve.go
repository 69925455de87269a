package view

// The views of emotion curves.

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
