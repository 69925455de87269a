package markdown

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// plainText returns the text of a node as it is read, white space collapsed.
func (r *renderer) plainText(n ast.Node) string {
	r.plain, _ = r.appendPlain(r.plain[:0], n, 0)
	return trimmed(r.plain)
}

// appendPlain appends the text of a node's children; last is the character
// before it.
func (r *renderer) appendPlain(dst []byte, n ast.Node, last rune) ([]byte, rune) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			dst, last = typeset(dst, r.src, c.Segment.Start, c.Segment.Stop, last)
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst, last = append(dst, ' '), ' '
			}
		case *ast.CodeSpan:
			dst, last = append(dst, r.codeText(c)...), 'x'
		case *ast.AutoLink:
			dst, last = append(dst, c.Label(r.src)...), 'x'
		case *wikiLink:
			dst, last = r.appendWiki(dst, c, last)
		case *ast.RawHTML:
			if isBreak(c.Segments.Value(r.src)) {
				dst, last = append(dst, ' '), ' '
			}
		case *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			dst, last = r.appendPlain(dst, c, last)
		}
	}
	return dst, last
}

// appendWiki appends the label of a wiki link or, because the title is not
// known here, its id, or the heading it means on the same page.
func (r *renderer) appendWiki(dst []byte, n *wikiLink, last rune) ([]byte, rune) {
	if n.label.IsEmpty() {
		return append(dst, cmp.Or(n.id, n.anchor)...), 'x'
	}
	return typeset(dst, r.src, n.label.Start, n.label.Stop, last)
}

// leadLength is about as many characters as a search engine shows of a page's
// description.
const leadLength = 200

// lead cuts a text at a word.
func lead(text string) string {
	if utf8.RuneCountInString(text) <= leadLength {
		return text
	}
	end := len(string([]rune(text)[:leadLength+1]))
	cut := text[:end]
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:–—…") + "…"
}
