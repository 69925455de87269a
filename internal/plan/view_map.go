package plan

import "html/template"

// The views of journeys and blueprints; view.go says what a view is.

// Journey is the view of a journey.
type Journey struct {
	Entity
	Map    StageTable
	Stages []StageSteps
	Method []MethodStep
	Review ReviewState
}

// StageTable is a journey as a table: stages across, lanes down.
type StageTable struct {
	Journey Link // where the table stands on another page
	Caption string
	Columns []StageColumn
	Lanes   []Lane
}

// StageColumn is the head of a column.
type StageColumn struct {
	Stage  Link
	Number int // of the column, from 1
	Goal   []template.HTML
	Steps  int
}

// Lane is a row of a stage table.
type Lane struct {
	Key   string // lane.actions
	Name  string // actions
	Cells []LaneCell
}

// LaneCell is what one lane holds for one stage. A cell without entries may be a
// gap that deserves to be seen.
type LaneCell struct {
	Entries []LaneEntry
	GapKey  string
}

// LaneEntry is one entry of a cell.
type LaneEntry struct {
	Value         Value
	Tone          string // good for gains, bad for pains
	MomentOfTruth bool
	Step          int    // the step it comes from, from 1; 0 when from the stage as a whole
	StepID        string // anchor of that step on the journey's page; empty elsewhere
	More          []int  // further steps of the stage that say the same
}

// StageSteps is the steps of one stage, told one after the other.
type StageSteps struct {
	Stage Link
	Steps []StepView
}

// StepView is one step of a journey.
type StepView struct {
	ID            string // anchor
	Number        int    // in the journey, from 1
	Title         template.HTML
	MomentOfTruth bool
	Mood          Mood
	Feeling       []template.HTML
	Facts         []Fact
}

// Blueprint is the view of a service blueprint.
type Blueprint struct {
	Entity
	Table BlueprintTable
}

// BlueprintTable is a blueprint as a table: steps across, lanes down.
type BlueprintTable struct {
	Caption string
	Stages  []StageSpan
	Steps   []BlueprintStep
	Rows    []BlueprintRow
}

// StageSpan is a stage above the steps that belong to it.
type StageSpan struct {
	Stage Link
	Span  int
}

// BlueprintStep is the head of a column.
type BlueprintStep struct {
	Number int
	Title  template.HTML
}

// BlueprintRow is a lane or an optional row.
type BlueprintRow struct {
	Key     string // blueprint.frontstage
	Name    string // frontstage
	LineKey string // the line that stands above the row: line.visibility; or empty
	Lane    bool   // one of the five lanes, not an optional row
	Cells   [][]BlueprintEntry
}

// BlueprintEntry is one entry of a cell.
type BlueprintEntry struct {
	Value      Value
	Owner      Link
	System     template.HTML
	Touchpoint Link
	By         string // people or technology; empty when it isn't said
	Tone       string // bad for pains
	FromKey    string // of an arrow: the lanes that it joins
	ToKey      string
	Both       bool
}
