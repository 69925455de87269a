package view

import (
	"html/template"
	"strconv"
	"strings"

	"stagecraft/internal/href"
)

// Links are most of what a page is made of, and so their views draw them: a
// template escapes every attribute by itself, an address with three calls by
// reflection, and takes twice as long.

// Anchor returns the link as an <a> element.
func (l Link) Anchor() template.HTML {
	var a anchor
	a.open(l.Href, l.Title)
	if l.Color != "" {
		a.attribute("class", "stage "+l.Color)
	}
	a.attribute("href", safeHref(l.Href))
	a.attribute("lang", l.Lang)
	a.WriteByte('>')
	if l.Number > 0 {
		a.WriteString("<i>" + strconv.Itoa(l.Number) + "</i>")
	}
	return a.close(l.Title)
}

// Anchor returns the lesson as an <a> element for the contents of its course.
func (l CourseLesson) Anchor() template.HTML {
	var a anchor
	a.open(l.Link.Href, l.Link.Title)
	a.attribute("href", safeHref(l.Link.Href))
	a.attribute("lang", l.Link.Lang)
	a.attribute("aria-current", current(l.Current, "page"))
	a.WriteString(`><span class="num">` + strconv.Itoa(l.Number) + "</span> ")
	return a.close(l.Link.Title)
}

// Anchor returns the entry as an <a> element of that text: its Title, or the
// interface string of its Key.
func (e NavEntry) Anchor(text string) template.HTML {
	return plainAnchor(safeHref(e.Href), text, e.Lang, current(e.Current, "true"))
}

// Anchor returns the page as an <a> element for the menu.
func (p NavPage) Anchor() template.HTML {
	return plainAnchor(safeHref(p.Href), p.Title, p.Lang, current(p.Current, "page"))
}

// Anchor returns the heading as an <a> element of that text: its Title, or the
// interface string of its Key.
func (h Heading) Anchor(text string) template.HTML {
	return plainAnchor("#"+href.Escape(h.ID), text, h.Lang, "")
}

// plainAnchor returns an <a> element that holds nothing but a text.
func plainAnchor(address, text, lang, current string) template.HTML {
	var a anchor
	a.open(address, text)
	a.attribute("href", address)
	a.attribute("lang", lang)
	a.attribute("aria-current", current)
	a.WriteByte('>')
	return a.close(text)
}

// current returns the value of aria-current for what is current, else none.
func current(is bool, value string) string {
	if is {
		return value
	}
	return ""
}

// anchor is an <a> element in the making.
type anchor struct{ strings.Builder }

// open begins the element, with room for an address, a text and what usually
// stands around them.
func (a *anchor) open(address, text string) {
	a.Grow(len(address) + len(text) + len(`<a href="" class="stage s1"><i>1</i></a>`))
	a.WriteString("<a")
}

// attribute adds an attribute, unless its value is empty.
func (a *anchor) attribute(name, value string) {
	if value == "" {
		return
	}
	a.WriteByte(' ')
	a.WriteString(name)
	a.WriteString(`="`)
	a.WriteString(template.HTMLEscapeString(value))
	a.WriteByte('"')
}

func (a *anchor) close(text string) template.HTML {
	a.WriteString(template.HTMLEscapeString(text))
	a.WriteString("</a>")
	return template.HTML(a.String())
}

// safeHref returns an address, or none if it could name a scheme: links of the
// handbook are relative, and anything else is no link of ours.
func safeHref(address string) string {
	if first, _, _ := strings.Cut(address, "/"); strings.Contains(first, ":") {
		return "#"
	}
	return address
}
