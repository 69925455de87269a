// Package view holds all that a template can see: the View of each page.
//
// A View is a plain value: no functions, no pointers into the graph. It tells
// everything about its page, so that equal Views give equal bytes. Package plan
// builds Views; the methods here only draw their links.
//
// A field named Key holds the key of an interface string, for the template to
// look up in the page's language.
//
// This file holds what all pages share. Each sort of page has a file of its name,
// such as journey.go, and page.go has the rest.
package view

import (
	"html/template"
	"time"
)

// Shell is what every page has.
type Shell struct {
	Lang        string // of the interface
	ContentLang string // of the prose; another than Lang on a page that is not translated
	Template    string // the layout that draws the page
	Kind        string // of the entity; empty for pages that stand for none
	Title       string // plain text
	TitleLang   string // where it differs from Lang
	Description string // plain text, for machines
	Site        Site
	Canonical   string // absolute; empty without base_url
	Head        Head
	Outdated    Outdated
	Search      string // address of the page to search on; empty where the site has no search
	Languages   []Language
	Nav         []NavEntry
	Crumbs      []NavEntry // from the home page down, without the page itself
	Contents    []Heading
	Foot        []NavEntry // pages about the whole handbook
	Edit        string     // where the page's file can be changed; empty without edit_url
	Part        bool       // the page is drawn in a printout, where nothing leads about
}

// Site is the handbook as seen from a page.
type Site struct {
	Title       string
	Lang        string // of the title, where it differs from the page's
	Description string
	Home        string // address of the home page in the page's language
	Root        string // address of the output's top folder, ending in a slash
	Logo        Image
	LogoOnly    bool           // the title does not stand beside the logo
	Footer      template.HTML  // the site's own words below every page; empty when it has none
	Extra       map[string]any // the table [extra] of site.toml
}

// Language is the page in one of the site's languages.
type Language struct {
	Lang       string
	Href       string
	Current    bool
	Translated bool
}

// Outdated says that a page was translated before its original changed. It is
// empty on all others.
type Outdated struct {
	Href        string // of the original
	Lang        string // of the original
	Original    time.Time
	Translation time.Time
}

// NavEntry is a place that can be reached from everywhere. One of Key and Title
// is set.
type NavEntry struct {
	Key     string
	Title   string
	Lang    string // of the title, where it differs from the page's
	Href    string
	Current bool
	Minor   bool      // it is left out where there is room for a few only
	Pages   []NavPage // below it, near the page: all of them, or its neighbours
	Cut     bool      // there are more Pages
}

// NavPage is a page below a NavEntry.
type NavPage struct {
	Title   string
	Href    string
	Lang    string // of the title, where it differs from the page's
	Current bool   // it is the page itself
}

// Heading is a line of a page's table of contents. One of Key and Title is set.
type Heading struct {
	Level int // 2 or 3
	ID    string
	Title string
	Lang  string // of the title, where it differs from the page's
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

// Prose is compiled Markdown with its holes filled.
type Prose []Part

// Part is a piece of prose: HTML, an interface string, or a block. One is set.
type Part struct {
	HTML  template.HTML
	Key   string
	Lang  string // of Key's string, where the prose is in another
	Block Block
}

// Block is a part of the prose that the template blocks/NAME draws.
type Block struct {
	Name string
	View any // Table, or the view of the same name
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
	Spark   Spark
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

// Fact is a labelled field. One of Key and Label is set.
type Fact struct {
	Key    string
	Label  string // the author's own words
	Lang   string // of Label, where it differs from the page's
	Values []Value
}

// Table is a table of values, in groups.
type Table struct {
	Key     string   // of the caption; empty where the heading of the page says it
	ID      string   // of the heading; empty without Key
	Columns []string // keys of the column heads
	Groups  []Group
	Folded  Folded
}

// Folded is the end of a long table, which the reader unfolds.
type Folded struct {
	Count   int // of the rows
	Columns []string
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
	Src    string
	Alt    string
	Width  int // in pixels; 0 when it is not known
	Height int
}
