package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Inline compiles a short text, such as a value of the front matter. It is one
// paragraph whatever it begins with: "- x", "# x" and "1. x" are plain text,
// and line ends become spaces. The Body's HTML is what goes into a <p>.
//
// at is the value's range in the file. exact tells that text stands in the file
// byte for byte from at.Start, so that what is found in it has its true range;
// otherwise it has the whole of at.
func (c *Compiler) Inline(text string, at source.Range, exact bool) (*Body, []diag.Diagnostic) {
	trimmed := strings.TrimLeft(text, asciiSpace)
	p := place{base: at.Start + len(text) - len(trimmed), within: at, exact: exact}
	src := []byte(oneLine(strings.TrimRight(trimmed, asciiSpace)))
	if d, ok := tooLarge(src, p); ok {
		return &Body{}, []diag.Diagnostic{d}
	}
	r := c.renderer(src, p)
	defer c.release(r)
	if isPlain(src) {
		r.plainParagraph()
		return r.body, nil
	}
	doc, limits := parse(c.inline, src)
	if d, ok := limits.diagnostic(p); ok {
		return &Body{}, []diag.Diagnostic{d}
	}
	r.parsedParagraph(doc)
	return r.body, r.found
}

// asciiSpace is what goldmark trims from the ends of a paragraph.
const asciiSpace = " \t\n\r\v\f"

// oneLine returns text with its line ends as spaces; every offset stays.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return text
	}
	return strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
}

// isPlain tells whether goldmark would make one text node of a text, so that it
// need not be asked. Most texts of the front matter are plain, and this is ten
// times as fast.
func isPlain(text []byte) bool {
	return !bytes.ContainsAny(text, "`*_~[]<@\\\n\r") && !bytes.Contains(text, []byte("//")) && !bytes.Contains(text, []byte("www."))
}

// parsedParagraph renders the only paragraph of a document.
func (r *renderer) parsedParagraph(doc ast.Node) {
	if paragraph := doc.FirstChild(); paragraph != nil {
		r.body.Lead = lead(r.plainText(paragraph))
		r.children(paragraph)
	}
	r.finish()
}

// plainParagraph renders the whole source as one text.
func (r *renderer) plainParagraph() {
	r.text(0, len(r.src))
	r.body.Lead = lead(trimmed(r.plain))
	r.finish()
}
