package view

import "html/template"

// The views of blueprints.

// Blueprint is the view of a service blueprint.
type Blueprint struct {
	Entity
	Map BlueprintMap
}

// BlueprintMap is a blueprint as it is drawn: one table for the screen, and for
// paper several that fit on a sheet, where one does not.
type BlueprintMap struct {
	Blueprint Link // where it stands on another page
	Journey   Link // likewise
	Table     BlueprintTable
	Sheets    []BlueprintTable
}

// BlueprintTable is a blueprint as a table: steps across, lanes down.
type BlueprintTable struct {
	Caption          string
	CaptionLang      string // where it differs from the page's
	Stages           []StageSpan
	Steps            []BlueprintStep
	Rows             []BlueprintRow
	OneWay, BothWays bool // there are arrows with one head, with two
}

// StageSpan is a stage above the steps that belong to it.
type StageSpan struct {
	Stage Link
	Span  int
}

// BlueprintStep is the head of a column.
type BlueprintStep struct {
	Number int // in the blueprint, from 1
	Title  template.HTML
	Stage  Link
}

// BlueprintRow is a lane, the line between two of them, or an optional row.
type BlueprintRow struct {
	Key   string // blueprint.frontstage, line.visibility
	Name  string // frontstage, visibility
	Sort  string // lane, line or side
	Cells []BlueprintCell
}

// BlueprintCell is what a row holds for one step: its entries, and beside them the
// parts of arrows that start, end or pass there.
type BlueprintCell struct {
	Entries []BlueprintEntry
	Tracks  int // that the arrows of the step need side by side, the same in all rows
	Parts   []ArrowPart
	Arrows  []Arrow // those that start here, for readers who can't see them
}

// ArrowPart is what is seen of an arrow in one row.
type ArrowPart struct {
	Track int    // from 1, the one next to the entries
	Side  string // where it leads from the entries: above or below; pass when it only passes
	Head  bool
}

// Arrow is an arrow in words.
type Arrow struct {
	ToKey string // of the lane that it leads to
	Both  bool
}

// BlueprintEntry is one entry of a cell.
type BlueprintEntry struct {
	Value      Value
	Owner      Link
	System     template.HTML
	Touchpoint Link
	By         string // people or technology; empty when it isn't said
	Tone       string // bad for pains
}
