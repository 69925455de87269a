package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"stagecraft/internal/diag"
)

// renderer walks the tree of one text and collects its Body.
type renderer struct {
	rawHTML bool
	src     []byte
	place   place
	body    *Body
	found   []diag.Diagnostic

	html  []byte // all HTML, without the holes
	holes []hole // where they go, in order
	plain []byte // scratch: one piece of text before it is escaped

	last     rune     // the last character shown in this block, 0 at its start
	inWord   bool     // last belongs to a word that is counted already
	inLink   bool     // links within links show their text only
	inCell   bool     // in a table
	heading  int      // how many headings are rendered
	targets  int      // bytes of all targets and titles
	pictures int      // how many images are rendered
	dropped  ast.Node // the block whose dropped HTML is reported
}

// hole is a Hole and the length of the HTML before it.
type hole struct {
	at int
	Hole
}

func (r *renderer) report(d diag.Diagnostic) { r.found = append(r.found, d) }

// raw writes finished HTML.
func (r *renderer) raw(html string) { r.html = append(r.html, html...) }

// hole leaves a hole.
func (r *renderer) hole(h Hole) { r.holes = append(r.holes, hole{len(r.html), h}) }

func (r *renderer) label(key string) { r.hole(Hole{Kind: LabelHole, Key: key}) }

// startBlock forgets the text before a block.
func (r *renderer) startBlock() { r.last, r.inWord = 0, false }

// text writes Markdown text of the source as it is shown.
func (r *renderer) text(start, stop int) {
	r.plain, r.last = typeset(r.plain[:0], r.src, start, stop, r.last)
	r.count(r.plain)
	r.html = appendEscaped(r.html, r.plain)
}

// verbatim writes text that holds no Markdown.
func (r *renderer) verbatim(text []byte) {
	if len(text) == 0 {
		return
	}
	r.count(text)
	r.html = appendEscaped(r.html, text)
	r.last, _ = utf8.DecodeLastRune(text)
}

// shown notes that something other than text, a title or an image, is visible
// here.
func (r *renderer) shown() {
	if !r.inWord {
		r.body.Words++
	}
	r.last, r.inWord = 'x', true
}

// count counts the words that begin in the text.
func (r *renderer) count(text []byte) {
	for _, c := range text {
		space := util.IsSpace(c)
		if !space && !r.inWord {
			r.body.Words++
		}
		r.inWord = !space
	}
}

// finish makes the pieces.
func (r *renderer) finish() {
	all := string(r.html)
	pieces := make([]Piece, 0, 2*len(r.holes)+1)
	from := 0
	for _, h := range r.holes {
		if from < h.at {
			pieces = append(pieces, Piece{HTML: all[from:h.at]})
			from = h.at
		}
		pieces = append(pieces, Piece{Hole: h.Hole})
	}
	if from < len(all) {
		pieces = append(pieces, Piece{HTML: all[from:]})
	}
	r.body.Pieces = pieces
}

// appendEscaped appends text escaped for HTML, in text and in double-quoted
// attributes. Control characters, which HTML forbids, become U+FFFD.
func appendEscaped(dst, text []byte) []byte {
	from := 0
	for i, c := range text {
		if c > '>' {
			continue
		}
		var safe string
		switch {
		case c == '&':
			safe = "&amp;"
		case c == '<':
			safe = "&lt;"
		case c == '>':
			safe = "&gt;"
		case c == '"':
			safe = "&quot;"
		case c < ' ' && c != '\n' && c != '\t':
			safe = "\uFFFD"
		default:
			continue
		}
		dst = append(append(dst, text[from:i]...), safe...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// trimmed returns text with each run of white space as one space, and none at
// the ends.
func trimmed(text []byte) string {
	var b strings.Builder
	b.Grow(len(text))
	for word := range bytes.FieldsSeq(text) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(word)
	}
	return b.String()
}
