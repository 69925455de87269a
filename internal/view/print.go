package view

// The views of printouts.

// Printout is the view of many pages as one: of a course, or of the whole
// handbook.
type Printout struct {
	Shell
	Whole   bool // it is of the whole handbook, and has a title and contents of its own
	Count   int  // how many pages there are
	Parts   []PrintPart
	Places  map[string]string // ids of the parts by the paths of their pages
	Path    string            // of the printout
	Courses []NavEntry        // printouts of courses, where the pages are too many for one
}

// PrintPart is a page in a printout.
type PrintPart struct {
	ID       string // of the part; its own ids begin with it
	Path     string // of the page that it is
	Template string // the layout that draws it
	Depth    int    // by how many levels its headings sink
	View     any    // of the page
}
