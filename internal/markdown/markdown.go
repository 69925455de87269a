// Package markdown compiles Markdown into HTML with holes.
//
// In goes the text of a page, or a short text of its front matter; out come a
// [Body] and diagnostics. What depends on other files (the address and the
// title of a linked page, a block built from the site's data, an interface
// string) is left open as a typed [Hole] and filled page by page. So a Body
// depends on nothing but its own bytes and the [Options], and may be kept for
// as long as those stay.
//
// The dialect is CommonMark with GFM's tables, task lists, strikethrough and
// autolinks, footnotes, definition lists, notes (> [!NOTE]), wiki links
// ([[kind:id#heading|label]]), heading ids ({#id}), and fenced blocks whose
// body is TOML.
//
// What must stay true, whatever the input: the HTML is well-formed and holds
// no script, style, event attribute or unlisted URL scheme unless
// [Options.RawHTML] is set; ids are unique; the time is linear in the size,
// because what goldmark handles in more than that is refused beforehand
// (limits.go); every range points into the file.
//
// goldmark parses and this package renders. goldmark's own renderer cannot know
// of holes, nor which page it renders.
package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Options decide how Markdown becomes HTML. With the text they are all that a
// Body depends on.
type Options struct {
	RawHTML bool // let HTML in the text through, unchanged and unchecked
}

// Compiler compiles Markdown. It may be used from several goroutines; make one
// for each set of Options and keep it.
type Compiler struct {
	opts      Options
	page      parser.Parser
	inline    parser.Parser
	renderers sync.Pool // of *renderer, for their buffers
}

// New returns a Compiler.
func New(opts Options) *Compiler {
	return &Compiler{
		opts:      opts,
		page:      newPageParser(),
		inline:    newInlineParser(),
		renderers: sync.Pool{New: func() any { return new(renderer) }},
	}
}

// Parse compiles file.Text[from:]; from must not be beyond the text. If the text
// is over one of the limits, the Body is empty and the diagnostics say which.
func (c *Compiler) Parse(file *source.File, from int) (*Body, []diag.Diagnostic) {
	// The capacity is cut so that nobody can append to the file's text.
	src := file.Text[from:len(file.Text):len(file.Text)]
	place := place{base: from, within: source.Range{File: file, Start: from, End: len(file.Text)}, exact: true}
	if d, ok := tooLarge(src, place); ok {
		return &Body{}, []diag.Diagnostic{d}
	}
	doc, limits := parse(c.page, src)
	if d, ok := limits.diagnostic(place); ok {
		return &Body{}, []diag.Diagnostic{d}
	}
	r := c.renderer(src, place)
	defer c.release(r)
	r.document(doc)
	return r.body, r.found
}

// parse runs a goldmark parser under our limits.
func parse(p parser.Parser, src []byte) (ast.Node, *limits) {
	limits := &limits{}
	pc := parser.NewContext()
	pc.Set(limitsKey, limits)
	return p.Parse(text.NewReader(src), parser.WithContext(pc)), limits
}

// renderer returns a renderer with empty, but seldom unallocated, buffers.
func (c *Compiler) renderer(src []byte, at place) *renderer {
	r := c.renderers.Get().(*renderer)
	r.rawHTML, r.src, r.place, r.body = c.opts.RawHTML, src, at, &Body{}
	return r
}

// release keeps the buffers of a renderer, and nothing else of it, for the next
// text.
func (c *Compiler) release(r *renderer) {
	*r = renderer{html: r.html[:0], holes: r.holes[:0], plain: r.plain[:0]}
	c.renderers.Put(r)
}

// place tells where the compiled text stands in a file.
type place struct {
	base   int          // offset in the file of the text's first byte
	within source.Range // of the text as a whole
	exact  bool         // the text stands in the file byte for byte
}

// at returns the range in the file of a stretch of the compiled text. Where tabs
// are involved, goldmark's positions can lie beyond the end.
func (p place) at(start, end int) source.Range {
	if !p.exact {
		return p.within
	}
	return source.Range{
		File:  p.within.File,
		Start: min(p.base+start, p.within.End),
		End:   min(p.base+end, p.within.End),
	}
}
