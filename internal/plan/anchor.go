package plan

import (
	"html/template"
	"strconv"
	"strings"
)

// Links are most of what a page is made of, and so their views draw them: a
// template escapes every attribute by itself, each with three calls by
// reflection, which costs many times as much.

// Anchor returns the link as an <a> element.
func (l Link) Anchor() template.HTML {
	a := openAnchor(l.Color)
	a = appendAttribute(a, "href", safeHref(l.Href))
	a = appendAttribute(a, "lang", l.Lang)
	a = append(a, '>')
	if l.Number > 0 {
		a = append(a, "<i>"...)
		a = strconv.AppendInt(a, int64(l.Number), 10)
		a = append(a, "</i>"...)
	}
	return closeAnchor(a, l.Title)
}

// Anchor returns the lesson as an <a> element for the contents of its course.
func (l CourseLesson) Anchor() template.HTML {
	a := openAnchor("")
	a = appendAttribute(a, "href", safeHref(l.Link.Href))
	a = appendAttribute(a, "lang", l.Link.Lang)
	if l.Current {
		a = appendAttribute(a, "aria-current", "page")
	}
	a = append(a, `><span class="num">`...)
	a = strconv.AppendInt(a, int64(l.Number), 10)
	a = append(a, "</span> "...)
	return closeAnchor(a, l.Link.Title)
}

// Anchor returns the entry as an <a> element of that text: its Title, or the
// interface string of its Key.
func (e NavEntry) Anchor(text string) template.HTML {
	a := openAnchor("")
	a = appendAttribute(a, "href", safeHref(e.Href))
	if e.Current {
		a = appendAttribute(a, "aria-current", "true")
	}
	return closeAnchor(append(a, '>'), text)
}

// Anchor returns the heading as an <a> element of that text: its Title, or the
// interface string of its Key.
func (h Heading) Anchor(text string) template.HTML {
	a := openAnchor("")
	a = appendAttribute(a, "href", "#"+escapePath(h.ID))
	return closeAnchor(append(a, '>'), text)
}

// openAnchor begins an <a> element, in the colour of a stage if there is one.
func openAnchor(color string) []byte {
	const usual = 128 // bytes of most links
	a := append(make([]byte, 0, usual), "<a"...)
	if color != "" {
		a = appendAttribute(a, "class", "stage "+color)
	}
	return a
}

// appendAttribute adds an attribute, unless its value is empty.
func appendAttribute(html []byte, name, value string) []byte {
	if value == "" {
		return html
	}
	html = append(html, ' ')
	html = append(html, name...)
	html = append(html, `="`...)
	html = append(html, template.HTMLEscapeString(value)...)
	return append(html, '"')
}

func closeAnchor(html []byte, text string) template.HTML {
	html = append(html, template.HTMLEscapeString(text)...)
	return template.HTML(append(html, "</a>"...))
}

// safeHref returns an address, or none if it could name a scheme: links of the
// handbook are relative, and anything else is no link of ours.
func safeHref(href string) string {
	if first, _, _ := strings.Cut(href, "/"); strings.Contains(first, ":") {
		return "#"
	}
	return href
}
