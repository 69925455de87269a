package view

import "html/template"

// The views of journeys and of what a future one changes.

// Journey is the view of a journey.
type Journey struct {
	Entity
	Map     StageTable
	Changes Changes // of a future journey
	Stages  []StageSteps
	Method  []MethodStep
	Review  ReviewState
}

// StageTable is a journey as a table: stages across, lanes down.
type StageTable struct {
	Journey     Link // where the table stands on another page
	Caption     string
	CaptionLang string // where it differs from the page's
	Columns     []StageColumn
	Lanes       []Lane
}

// StageColumn is the head of a column.
type StageColumn struct {
	Stage  Link
	Number int // of the column, from 1
}

// Lane is a row of a stage table.
type Lane struct {
	Key   string // lane.actions
	Name  string // actions
	Curve Curve  // of the lane of emotions
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
	StepHref      string  // where that step is told; empty where the lane does not lead there
	More          []int   // further steps of the stage that say the same
	Answers       []Value // to the pains of the step, on the last of them: opportunities, or a word
	Was           Mood    // today's, where a future journey changes it
	Opens         Link    // the sub-journey of the step
}

// StageSteps is the steps of one stage, told one after the other.
type StageSteps struct {
	Stage Link
	Steps []Step
}

// Step is one step of a journey.
type Step struct {
	ID            string // anchor
	Number        int    // in the journey, from 1
	Title         template.HTML
	MomentOfTruth bool
	Mood          Mood
	Feeling       []template.HTML
	Facts         []Fact
}

// JourneyMap is a whole journey in the prose of another page.
type JourneyMap struct {
	Journey  Link
	Chips    []Fact
	Scenario []template.HTML
	Goal     []template.HTML
	Map      StageTable
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
