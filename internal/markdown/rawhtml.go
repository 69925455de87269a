package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/diag"
)

// htmlBlock passes a block of HTML through or drops it.
func (r *renderer) htmlBlock(n *ast.HTMLBlock) {
	lines := text.NewSegments()
	lines.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
	if n.HasClosure() {
		lines.Append(n.ClosureLine)
	}
	r.startBlock()
	r.htmlRun(n, lines)
}

// inlineHTML passes an HTML tag within text through or drops it. A line break
// is let through always: tables know no other.
func (r *renderer) inlineHTML(n *ast.RawHTML) {
	if isBreak(n.Segments.Value(r.src)) {
		r.raw("<br>")
		r.startBlock()
		return
	}
	r.htmlRun(n.Parent(), n.Segments)
}

// htmlRun passes HTML through or drops it, with one warning for each block.
func (r *renderer) htmlRun(block ast.Node, lines *text.Segments) {
	html := lines.Value(r.src)
	if r.rawHTML {
		r.html = append(r.html, html...)
		return
	}
	for block.Type() == ast.TypeInline {
		block = block.Parent()
	}
	if block == r.dropped || onlyComments(html) {
		return
	}
	r.dropped = block
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	end -= len(r.src[start:end]) - len(bytes.TrimRight(r.src[start:end], "\n"))
	r.report(diag.New(diag.HTMLDropped, r.place.at(start, end), "HTML in the text is left out").
		WithHint("write Markdown, or set raw_html = true below [markdown] in site.toml if you trust every author"))
}

func isBreak(html []byte) bool {
	switch string(bytes.ToLower(bytes.ReplaceAll(html, []byte{' '}, nil))) {
	case "<br>", "<br/>":
		return true
	}
	return false
}

// onlyComments tells whether HTML holds nothing but comments and white space.
func onlyComments(html []byte) bool {
	for {
		html = bytes.TrimSpace(html)
		if len(html) == 0 {
			return true
		}
		if !bytes.HasPrefix(html, []byte("<!--")) {
			return false
		}
		end := bytes.Index(html, []byte("-->"))
		if end < 0 {
			return true // goldmark lets a comment end with its container
		}
		html = html[end+3:]
	}
}
