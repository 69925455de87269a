package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// inline renders an inline node.
func (r *renderer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.textNode(n)
	case *ast.String:
		r.verbatim(n.Value)
	case *ast.Emphasis:
		if n.Level == 2 {
			r.span("strong", n)
			return
		}
		r.span("em", n)
	case *extast.Strikethrough:
		r.span("del", n)
	case *ast.CodeSpan:
		r.raw("<code>")
		r.verbatim(r.codeText(n))
		r.raw("</code>")
	case *ast.Link:
		r.link(n)
	case *wikiLink:
		r.wiki(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.image(n)
	case *ast.RawHTML:
		r.inlineHTML(n)
	case *extast.TaskCheckBox:
		r.checkBox(n)
	case *extast.FootnoteLink:
		r.footnoteLink(n)
	case *extast.FootnoteBacklink:
		r.footnoteBacklink(n)
	default:
		r.children(n)
	}
}

func (r *renderer) span(tag string, n ast.Node) {
	r.raw("<" + tag + ">")
	r.children(n)
	r.raw("</" + tag + ">")
}

func (r *renderer) textNode(n *ast.Text) {
	if n.IsRaw() {
		r.verbatim(n.Segment.Value(r.src))
	} else {
		r.text(n.Segment.Start, n.Segment.Stop)
	}
	switch {
	case n.HardLineBreak():
		r.raw("<br>")
	case n.SoftLineBreak():
		r.raw("\n")
	default:
		return
	}
	r.startBlock()
}

// codeText returns the text of a code span, its line ends as spaces. In a table
// \| stands for |, which would divide the cells.
func (r *renderer) codeText(n ast.Node) []byte {
	var code []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			code = append(code, t.Segment.Value(r.src)...)
		}
	}
	for i := range code {
		if code[i] == '\n' {
			code[i] = ' '
		}
	}
	if r.inCell {
		return bytes.ReplaceAll(code, []byte(`\|`), []byte(`|`))
	}
	return code
}

func (r *renderer) checkBox(n *extast.TaskCheckBox) {
	r.raw(`<input type="checkbox" disabled`)
	key := LabelTaskOpen
	if n.IsChecked {
		r.raw(" checked")
		key = LabelTaskDone
	}
	r.raw(` aria-label="`)
	r.label(key)
	r.raw(`"> `)
}

// footnoteID is the id of the nth reference to a footnote, counted from 0. No
// heading can have it, because of the colon.
func footnoteID(footnote, n int) string {
	id := "fnref:" + strconv.Itoa(footnote)
	if n > 0 {
		id += ":" + strconv.Itoa(n+1)
	}
	return id
}

func (r *renderer) footnoteLink(n *extast.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	r.raw(`<sup id="` + footnoteID(n.Index, n.RefIndex) + `">`)
	if r.inLink {
		r.raw(number + "</sup>")
		return
	}
	r.raw(`<a href="#fn:` + number + `" role="doc-noteref" aria-label="`)
	r.label(LabelFootnoteRef)
	r.raw(" " + number + `">` + number + "</a></sup>")
}

// backArrow is the way from a footnote back to the text.
const backArrow = "↩︎"

func (r *renderer) footnoteBacklink(n *extast.FootnoteBacklink) {
	r.raw(` <a href="#` + footnoteID(n.Index, n.RefIndex) + `" role="doc-backlink" aria-label="`)
	r.label(LabelFootnoteBack)
	r.raw(" " + strconv.Itoa(n.Index))
	if n.RefIndex > 0 {
		r.raw("-" + strconv.Itoa(n.RefIndex+1))
	}
	r.raw(`">` + backArrow + `</a>`)
}
