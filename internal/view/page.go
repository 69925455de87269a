package view

import (
	"html/template"
	"time"
)

// The views of all other pages.

// Entity is the view of most pages: a title, fields, prose, tables, and what
// mentions it.
type Entity struct {
	Shell
	ID        string
	Summary   template.HTML
	Image     Image
	Chips     []Fact // short facts for the head of the page
	Facts     []Fact // the fields of the kind
	Prose     Prose
	Figures   []Figure
	Tables    []Table
	Usage     []Usage
	Updated   time.Time
	Committed time.Time      // the day of the last commit, where nobody wrote Updated
	Extra     map[string]any // the table [extra] of the front matter
	Previous  Link           // in an order that means something; empty where there is none
	Next      Link
}

// Course is the view of a course or of one of its sections.
type Course struct {
	Entity
	Sections []CourseSection
	Lessons  int
	Minutes  int // to read all
	Course   Link
	Print    string // address of the course's printout; empty for sections
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
}

// Home is the view of the home page.
type Home struct {
	Entity
	Journeys       Table // the first ones
	RestOfJourneys Rest
	Courses        []Link // the first ones
	RestOfCourses  Rest
	Kinds          []KindCard
}

// Rest is what a list leaves out.
type Rest struct {
	Count int
	Href  string // of the page that lists all
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

	Crosswalk string            // address of the crosswalk, on the list of models
	Personas  []PersonaCard     // of the list of personas, instead of a table
	Matrix    OpportunityMatrix // of the list of opportunities
	Agenda    Agenda            // likewise
	Letters   []Letter          // of the glossary, instead of a table
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

// Search is the view of the page to search on.
type Search struct {
	Shell
	Kinds []KindCard
}

// SearchPanel is the view of what the script of the search makes its panels of.
type SearchPanel struct {
	Href  string   // of the page to search on, from the output's top folder
	Kinds []string // that pages are of
}

// Figure is a drawing with a heading of its own.
type Figure struct {
	Key   string // of the heading
	ID    string
	Block Block
}
