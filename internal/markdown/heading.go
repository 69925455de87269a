package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/locale"
)

// headingParser takes {#id} from the end of a heading. goldmark's own heading
// attributes would also swallow {anything=else}.
type headingParser struct{ parser.BlockParser }

// Close implements parser.BlockParser.
func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	last := node.Lines().Len() - 1
	if node.Parent() == nil || last < 0 { // the setext parser may have taken it back
		return
	}
	line := node.Lines().At(last)
	line = line.TrimRightSpace(reader.Source())
	value := line.Value(reader.Source())
	open := bytes.LastIndex(value, []byte("{#"))
	if open < 0 || value[len(value)-1] != '}' || open > 0 && value[open-1] != ' ' {
		return
	}
	id := locale.Slug(string(value[open+2 : len(value)-1]))
	if id == "" || bytes.ContainsAny(value[open+2:len(value)-1], " {}") {
		return
	}
	node.SetAttributeString("id", id)
	line = line.WithStop(line.Start + open)
	node.Lines().Set(last, line.TrimRightSpace(reader.Source()))
}

// headings gives every heading of the document its id.
func (r *renderer) headings(doc ast.Node) {
	var slugs []string
	taken := map[string]bool{}
	explicit := map[int]bool{}
	eachHeading(doc, func(h *ast.Heading) {
		plain := r.plainText(h)
		slug := locale.Slug(plain)
		if id, ok := h.AttributeString("id"); ok {
			slug = id.(string)
			explicit[len(slugs)] = true
		} else if slug == "" {
			slug = "section"
		}
		slugs = append(slugs, slug)
		taken[slug] = true
		r.body.Headings = append(r.body.Headings, Heading{Level: max(h.Level, 2), Text: plain})
	})
	assignIDs(r.body.Headings, slugs, taken, explicit)
}

// assignIDs gives each slug to the first heading that asked for it by {#id},
// else to the first that has it, and numbers the others. A number never makes
// an id that is another heading's slug, so that adding a heading changes no
// other's id without need.
func assignIDs(headings []Heading, slugs []string, taken map[string]bool, explicit map[int]bool) {
	owner := map[string]int{}
	for i, slug := range slugs {
		if first, ok := owner[slug]; !ok || explicit[i] && !explicit[first] {
			owner[slug] = i
		}
	}
	next := map[string]int{} // the number to try next
	for i, slug := range slugs {
		if owner[slug] == i {
			headings[i].ID = slug
			continue
		}
		n := max(next[slug], 2)
		for taken[slug+"-"+strconv.Itoa(n)] {
			n++
		}
		next[slug] = n + 1
		headings[i].ID = slug + "-" + strconv.Itoa(n)
		taken[headings[i].ID] = true
	}
}

// eachHeading visits the headings below a block in order.
func eachHeading(n ast.Node, visit func(*ast.Heading)) {
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		if h, ok := c.(*ast.Heading); ok {
			visit(h)
			continue
		}
		eachHeading(c, visit)
	}
}
