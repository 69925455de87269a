package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"stagecraft/internal/diag"
)

// document renders a whole text.
func (r *renderer) document(doc ast.Node) {
	r.headings(doc)
	for c := doc.FirstChild(); c != nil && r.body.Lead == ""; c = c.NextSibling() {
		if p, ok := c.(*ast.Paragraph); ok {
			r.body.Lead = lead(r.plainText(p))
		}
	}
	r.children(doc)
	r.finish()
}

func (r *renderer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c)
	}
}

// node renders a node. A kind without a case shows its children.
func (r *renderer) node(n ast.Node) {
	if n.Type() == ast.TypeInline {
		r.inline(n)
		return
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		r.paragraph(n)
	case *ast.TextBlock:
		r.startBlock()
		r.children(n)
	case *ast.Heading:
		r.headingBlock(n)
	case *ast.List:
		r.list(n)
	case *ast.ListItem:
		r.element("li", n)
	case *ast.Blockquote:
		r.quote(n)
	case *ast.ThematicBreak:
		r.raw("<hr>")
	case *ast.FencedCodeBlock:
		r.fenced(n)
	case *ast.CodeBlock:
		r.code("", n)
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
	default:
		r.extension(n)
	}
}

// extension renders the blocks that CommonMark does not have.
func (r *renderer) extension(n ast.Node) {
	switch n := n.(type) {
	case *extast.Table:
		r.table(n)
	case *extast.DefinitionList:
		r.element("dl", n)
	case *extast.DefinitionTerm:
		r.element("dt", n)
	case *extast.DefinitionDescription:
		r.element("dd", n)
	case *extast.FootnoteList:
		r.raw(`<section class="footnotes" role="doc-endnotes"><hr>`)
		r.element("ol", n)
		r.raw("</section>")
	case *extast.Footnote:
		r.raw(`<li id="fn:` + strconv.Itoa(n.Index) + `">`)
		r.startBlock()
		r.children(n)
		r.raw("</li>")
	default:
		r.children(n)
	}
}

func (r *renderer) element(tag string, n ast.Node) {
	r.startBlock()
	r.raw("<" + tag + ">")
	r.children(n)
	r.raw("</" + tag + ">")
}

// paragraph renders a paragraph, unless dropped HTML is all that it held.
func (r *renderer) paragraph(n ast.Node) {
	start, holes := len(r.html), len(r.holes)
	r.startBlock()
	r.raw("<p>")
	empty := len(r.html)
	r.children(n)
	if len(r.html) == empty && len(r.holes) == holes {
		r.html = r.html[:start]
		return
	}
	r.raw("</p>")
}

func (r *renderer) headingBlock(n *ast.Heading) {
	if n.Level == 1 {
		lines := n.Lines()
		at := r.place.at(n.Pos(), n.Pos()+1)
		if last := lines.Len() - 1; last >= 0 {
			at = r.place.at(lines.At(0).Start, lines.At(last).Stop)
		}
		r.report(diag.New(diag.TopHeading, at, "the text has a heading of the first level").
			WithHint("the page's title is its first heading: begin those of the text with ##"))
	}
	h := r.body.Headings[r.heading]
	r.heading++
	tag := "h" + strconv.Itoa(h.Level)
	r.startBlock()
	r.raw("<" + tag + ` id="` + h.ID + `">`)
	r.children(n)
	r.raw(` <a class="mark" href="#` + h.ID + `">§</a></` + tag + ">")
}

func (r *renderer) list(n *ast.List) {
	if !n.IsOrdered() {
		r.element("ul", n)
		return
	}
	r.raw("<ol")
	if n.Start != 1 {
		r.raw(` start="` + strconv.Itoa(n.Start) + `"`)
	}
	r.raw(">")
	r.children(n)
	r.raw("</ol>")
}

// quote renders a quote or, if it begins with a note's title, the note.
func (r *renderer) quote(n *ast.Blockquote) {
	title, ok := n.FirstChild().(*noteTitle)
	if !ok {
		r.element("blockquote", n)
		return
	}
	r.startBlock()
	r.raw(`<aside class="note note-` + title.note + `" role="note"><p class="note-title">`)
	if title.HasChildren() {
		r.children(title)
	} else {
		r.label(LabelNote + title.note)
	}
	r.raw("</p>")
	for c := title.NextSibling(); c != nil; c = c.NextSibling() {
		r.node(c)
	}
	r.raw("</aside>")
}

// table renders a table within a box that scrolls, by keyboard too.
func (r *renderer) table(n *extast.Table) {
	r.raw(`<div class="table" role="group" tabindex="0" aria-label="`)
	r.label(LabelTable)
	r.raw(`"><table>`)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		switch {
		case row == n.FirstChild():
			r.raw("<thead>")
			r.row(row, "th")
			r.raw("</thead>")
		case row == n.FirstChild().NextSibling():
			r.raw("<tbody>")
			r.row(row, "td")
		default:
			r.row(row, "td")
		}
	}
	if n.FirstChild() != n.LastChild() {
		r.raw("</tbody>")
	}
	r.raw("</table></div>")
}

func (r *renderer) row(n ast.Node, tag string) {
	r.inCell = true
	r.raw("<tr>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell := c.(*extast.TableCell)
		tag := tag
		if !cell.HasChildren() {
			tag = "td" // an empty head names nothing
		}
		r.raw("<" + tag)
		if tag == "th" {
			r.raw(` scope="col"`)
		}
		if cell.Alignment != extast.AlignNone {
			r.raw(` class="` + cell.Alignment.String() + `"`)
		}
		r.raw(">")
		r.startBlock()
		r.children(cell)
		r.raw("</" + tag + ">")
	}
	r.raw("</tr>")
	r.inCell = false
}
