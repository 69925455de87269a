package plan

import (
	"html/template"
	"strconv"
	"strings"
	"time"
)

// This file holds all that a template can see. Views are plain values: no
// functions, no pointers into the graph. A view tells everything about its page,
// so that equal views give equal bytes.
//
// A field named Key holds the key of an interface string, for the template to
// look up in the page's language.

// Shell is what every page has.
type Shell struct {
	Lang        string // of the interface
	ContentLang string // of title and prose; another than Lang on a page that is not translated
	Template    string // the layout that draws the page
	Kind        string // of the entity; empty for pages that stand for none
	Title       string // plain text
	Description string // plain text, for machines
	Site        Site
	Canonical   string // absolute; empty without base_url
	Languages   []Language
	Nav         []NavEntry
	Crumbs      []NavEntry // from the home page down, without the page itself
	Contents    []Heading
}

// Site is the handbook as seen from a page.
type Site struct {
	Title       string
	Description string
	Home        string         // address of the home page in the page's language
	Root        string         // address of the output's top folder, ending in a slash
	Extra       map[string]any // the table [extra] of site.toml
}

// Language is the page in one of the site's languages.
type Language struct {
	Lang       string
	Href       string
	Current    bool
	Translated bool
}

// NavEntry is a place that can be reached from everywhere. One of Key and Title
// is set.
type NavEntry struct {
	Key     string
	Title   string
	Href    string
	Current bool
}

// Heading is a line of a page's table of contents. One of Key and Title is set.
type Heading struct {
	Level int // 2 or 3
	ID    string
	Title string
	Key   string
}

// Link leads to a page of the handbook.
type Link struct {
	Title  string
	Href   string
	Kind   string // of the entity; empty for other pages
	Lang   string // of the title, where it differs from the page's
	Number int    // of a stage; 0 for everything else
	Color  string // of a stage: "s1" … "s9"
}

// IsSet tells whether the link leads anywhere.
func (l Link) IsSet() bool { return l.Href != "" }

// Anchor returns the link as an <a> element. Links are most of what a page is
// made of, and drawing one in a template costs ten times as much, because every
// attribute is escaped by itself.
func (l Link) Anchor() template.HTML {
	var b strings.Builder
	b.WriteString("<a")
	attribute := func(name, value string) {
		if value != "" {
			b.WriteString(" " + name + `="`)
			template.HTMLEscape(&b, []byte(value))
			b.WriteByte('"')
		}
	}
	if l.Color != "" {
		attribute("class", "stage "+l.Color)
	}
	attribute("href", l.safeHref())
	attribute("lang", l.Lang)
	b.WriteByte('>')
	if l.Number > 0 {
		b.WriteString("<i>" + strconv.Itoa(l.Number) + "</i>")
	}
	template.HTMLEscape(&b, []byte(l.Title))
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// safeHref returns the address, or none if it could name a scheme: links of the
// handbook are relative, and anything else is no link of ours.
func (l Link) safeHref() string {
	if first, _, _ := strings.Cut(l.Href, "/"); strings.Contains(first, ":") {
		return "#"
	}
	return l.Href
}

// Prose is compiled Markdown with its holes filled.
type Prose []Part

// Part is a piece of prose: HTML, an interface string, or a block. One is set.
type Part struct {
	HTML  template.HTML
	Key   string
	Block Block
}

// Block is a part of the prose that the template blocks/NAME draws.
type Block struct {
	Name string
	View any // StageTable or Table
}

// Value is something to show: the field that is set says how.
type Value struct {
	Text    template.HTML // inline prose
	Key     string        // an interface string: a word such as evidence.partial
	Count   int           // the number in that string; 0 when it has none
	Link    Link
	Date    time.Time
	Rating  int // 1 to 5
	Mood    Mood
	Reading Reading
	Number  Number
}

// Mood is an emotion on the scale from −2 to 2.
type Mood struct {
	IsSet bool
	Value int
	Tone  string // good, bad or even
}

// Number is a plain number with its unit.
type Number struct {
	IsSet   bool
	Value   float64
	Percent bool
	Unit    template.HTML // after the number; empty for a percentage
}

// Reading is the latest value of a metric and how it moved.
type Reading struct {
	Metric  Link // where the metric is not the page itself
	Value   Number
	Target  Number
	Change  Number // since the result before
	Tone    string // of the change: good, bad or even; empty when the metric has no direction
	Date    time.Time
	Answers float64 // 0 when the method counts none
}

// Fact is a labelled field. One of Key and Label is set.
type Fact struct {
	Key    string
	Label  string // the author's own words
	Values []Value
}

// Table is a table of values, in groups.
type Table struct {
	Key     string   // of the caption; empty where the heading of the page says it
	ID      string   // of the heading; empty without Key
	Columns []string // keys of the column heads
	Groups  []Group
}

// Group is a run of rows under a common head, which may be missing.
type Group struct {
	Head    Link
	HeadKey string
	Rows    [][]Cell
}

// Cell is a cell of a table: nothing, one value or several.
type Cell []Value

// Usage is all pages of one kind that mention this page.
type Usage struct {
	Kind    string
	Entries []UsageEntry
}

// UsageEntry is a page that mentions this page.
type UsageEntry struct {
	Link   Link
	Places []Place // where on that page; empty for a link in its prose
}

// Place is a field of another page, and the step that holds it.
type Place struct {
	Key       string // of the field
	Step      int    // from 1; 0 outside steps
	StepTitle template.HTML
}

// Image is a picture beside the page.
type Image struct {
	Src string
	Alt string
}

// Entity is the view of most pages: a title, fields, prose, tables, and what
// mentions it.
type Entity struct {
	Shell
	ID      string
	Summary template.HTML
	Image   Image
	Chips   []Fact // short facts for the head of the page
	Facts   []Fact // the fields of the kind
	Prose   Prose
	Tables  []Table
	Usage   []Usage
	Updated time.Time
	Extra   map[string]any // the table [extra] of the front matter
}

// Journey is the view of a journey.
type Journey struct {
	Entity
	Map    StageTable
	Stages []StageSteps
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

// Course is the view of a course or of one of its sections.
type Course struct {
	Entity
	Sections []CourseSection
	Lessons  int
	Minutes  int // to read all
	Course   Link
	Previous Link
	Next     Link
}

// CourseSection is a section with its lessons. Lessons that stand in the course
// itself have no section.
type CourseSection struct {
	Section Link
	Summary template.HTML
	Lessons []CourseLesson
}

// CourseLesson is a lesson in a table of contents.
type CourseLesson struct {
	Link    Link
	Number  int // in the course, from 1
	Minutes int
	Current bool
}

// Lesson is the view of a lesson.
type Lesson struct {
	Entity
	Number    int // in the course, from 1
	Of        int
	Minutes   int // to read
	Course    Link
	Section   Link
	Sections  []CourseSection // of the whole course
	Downloads []Link
	Previous  Link
	Next      Link
}

// Home is the view of the home page.
type Home struct {
	Entity
	Journeys Table
	Courses  []Link
	Kinds    []KindCard
}

// KindCard is a kind on the home page.
type KindCard struct {
	Kind    string
	Href    string
	Count   int
	Samples []Link // the first few
	More    int    // how many there are besides
}

// Index is the view of the list of a kind.
type Index struct {
	Entity
	Count int
	List  Table
}

// Redirect is the view of an address that a page had before.
type Redirect struct {
	Shell
	Target Link
}

// NotFound is the view of the page shown for addresses that lead nowhere.
type NotFound struct {
	Shell
	Kinds []KindCard
}
