package markdown

import "stagecraft/internal/source"

// Body is compiled Markdown: immutable, the same for every page that shows it.
type Body struct {
	Pieces   []Piece   // in order; no two of them in a row are HTML
	Links    []Link    // every link and image that points into the site, in order
	Blocks   []Block   // in order
	Headings []Heading // in order
	Words    int       // runs of visible text between spaces, code blocks and blocks left out
	Lead     string    // plain text of the first paragraph, cut at a word near 200 characters
}

// Piece is finished HTML or, if Hole.Kind is not NoHole, a hole to be filled
// per page.
type Piece struct {
	HTML string
	Hole Hole
}

// HoleKind says what belongs into a hole.
type HoleKind int

// The kinds of holes. What fills them must be escaped for HTML, in text and in
// double-quoted attributes; a block is HTML itself.
const (
	NoHole      HoleKind = iota // finished HTML
	LinkAddress                 // in an attribute: the address of Links[Index], its anchor included
	LinkTitle                   // in text: the title of what Links[Index] points to
	BlockHole                   // between blocks: Blocks[Index], rendered
	PictureSize                 // in a tag of an image: the attributes width and height of Links[Index], a space before each
	LabelHole                   // in text or an attribute: the interface string Key
)

// The keys of the interface strings that label holes ask for.
const (
	LabelTable        = "table"         // accessible name of a table's scrolling box
	LabelFootnoteRef  = "footnote.ref"  // accessible name of a reference, its number follows
	LabelFootnoteBack = "footnote.back" // accessible name of the way back, its number follows
	LabelTaskDone     = "task.done"     // accessible name of a ticked box
	LabelTaskOpen     = "task.open"     // accessible name of an empty box
	LabelNote         = "note."         // with note, tip, important, warning or caution appended: a note's title
)

// Hole is what a page fills in.
type Hole struct {
	Kind  HoleKind
	Index int    // into Body.Links or Body.Blocks
	Key   string // of a LabelHole
}

// Link points to something of the site itself. External links are plain HTML
// and are not listed.
type Link struct {
	// Path is the relative path of a page's source (.md) or of a file beside it
	// as written, without escapes, in NFC. A leading "/" means the content
	// folder. It is empty of a wiki link and of a link within the page.
	Path   string
	Kind   string // of a wiki link [[kind:id]]; may be empty
	ID     string // of a wiki link; empty of all others
	Anchor string // without "#", without escapes; may be empty
	Image  bool
	At     source.Range // the target as written
}

// Block is a fenced code block whose language is the name of a block, or so
// close to one that a slip is likely; [IsBlock] tells which.
type Block struct {
	Name string // as written
	// TOML is the body, byte by byte as in the file from At.Start to At.End,
	// save that the markers of a list or quote around it are spaces: an offset
	// into it, added to At.Start, is one into the file.
	TOML   []byte
	At     source.Range // of the body
	NameAt source.Range
}

// Heading is one heading of the text.
type Heading struct {
	Level int    // 2–6
	ID    string // unique in the Body
	Text  string // plain
}
