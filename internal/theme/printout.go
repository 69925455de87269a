package theme

import (
	"html/template"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stagecraft/internal/href"
	"stagecraft/internal/view"
)

// part draws a page of a printout by its own layout, which need not know where the
// page will stand.
func (ts templates) part(v view.Printout, p view.PrintPart) (template.HTML, error) {
	var b strings.Builder
	if err := ts.layout(p.Template).ExecuteTemplate(&b, "main", p.View); err != nil {
		return "", err
	}
	return moved(v, p, b.String()), nil
}

// moved returns a drawn page as it can stand in the printout: its ids begin with
// that of the part, its headings sink below those of the parts above it, and links
// to pages that the printout holds stay inside.
func moved(v view.Printout, p view.PrintPart, drawn string) template.HTML {
	m := mover{printout: v, part: p}
	m.Grow(len(drawn) + len(drawn)/8)
	tokens := html.NewTokenizer(strings.NewReader(drawn))
	for {
		kind := tokens.Next()
		raw := tokens.Raw() // valid until TagName
		switch kind {
		case html.ErrorToken: // the end: reading from memory does not fail
			return template.HTML(m.String())
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			m.tag(string(raw), tokens.Token())
		default:
			m.Write(raw)
		}
	}
}

// mover writes the tags of a part.
type mover struct {
	strings.Builder
	printout view.Printout
	part     view.PrintPart
}

// tag writes a tag; one in which nothing changes is left as it is.
func (m *mover) tag(raw string, t html.Token) {
	changed := m.sink(&t)
	for i := range t.Attr {
		changed = m.attribute(&t.Attr[i]) || changed
	}
	if changed {
		raw = t.String()
	}
	if isRegion(t) {
		raw = strings.TrimSuffix(raw, ">") + ` role="group">`
	}
	m.WriteString(raw)
}

// sink lowers a heading.
func (m *mover) sink(t *html.Token) bool {
	level, isHeading := headingLevel(t.Data)
	if !isHeading || m.part.Depth == 0 {
		return false
	}
	t.Data = "h" + strconv.Itoa(min(level+m.part.Depth, 6))
	return true
}

func headingLevel(tag string) (int, bool) {
	if len(tag) != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6' {
		return 0, false
	}
	return int(tag[1] - '0'), true
}

// isRegion tells whether a start tag is that of a section with a name. Such
// sections are landmarks of a page; in a printout there would be hundreds of the
// same names.
func isRegion(t html.Token) bool {
	named := func(a html.Attribute) bool { return a.Key == "aria-label" || a.Key == "aria-labelledby" }
	hasRole := func(a html.Attribute) bool { return a.Key == "role" }
	return t.Type == html.StartTagToken && t.Data == "section" && slices.ContainsFunc(t.Attr, named) && !slices.ContainsFunc(t.Attr, hasRole)
}

// attribute changes what an attribute says of places, and tells whether it did.
func (m *mover) attribute(a *html.Attribute) bool {
	before := a.Val
	switch a.Key {
	case "id", "for", "name", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns":
		a.Val = m.ids(a.Val)
	case "href", "src", "poster":
		a.Val = m.address(a.Val)
	case "role":
		if a.Val == "region" {
			a.Val = "group"
		}
	}
	return a.Val != before
}

func (m *mover) ids(list string) string {
	ids := strings.Fields(list)
	for i, id := range ids {
		ids[i] = m.part.ID + ":" + id
	}
	return strings.Join(ids, " ")
}

// address returns an address that the part holds as seen from the printout. What is
// no address of the handbook stays as it is.
func (m *mover) address(address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" || u.Scheme != "" || u.Host != "" {
		return address
	}
	target := m.part.Path
	if u.Path != "" {
		target = path.Join(path.Dir(target), u.Path)
	}
	fragment := u.EscapedFragment()
	if id, inside := m.printout.Places[target]; inside {
		if fragment == "" {
			return "#" + href.Escape(id)
		}
		return "#" + href.Escape(id) + ":" + fragment
	}
	moved := href.Relative(m.printout.Path, target)
	if u.RawQuery != "" {
		moved += "?" + u.RawQuery
	}
	if fragment != "" {
		moved += "#" + fragment
	}
	return moved
}
