package plan

import "html/template"

// The views of journeys; view.go says what a view is.

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
	Step          int     // the step it comes from, from 1; 0 when from the stage as a whole
	StepID        string  // anchor of that step on the journey's page; empty elsewhere
	More          []int   // further steps of the stage that say the same
	Answers       []Value // to the pains of the step, on the last of them: opportunities, or a word
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
