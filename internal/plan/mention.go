package plan

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
)

// mentions makes links of the first mentions of terms in the prose of a page. It
// reads the finished HTML piece by piece, because a Body is compiled without
// knowledge of other pages, and adds nothing but <a> elements. These are no edges
// of the Graph: what a term is called would decide who mentions whom.
type mentions struct {
	*page
	index *termIndex
	done  map[*graph.Node]bool // the terms that need no link any more

	inTag bool
	quote byte   // that an attribute's value ends with; 0 outside of one
	skip  string // the element that holds no links, empty outside of one
	depth int    // how many elements of that name are open
	last  rune   // the character before, 0 where no word can go on
}

// mentions returns what links the terms in the page's prose, or nil. Prose for
// want of a translation is searched for the terms of its own language.
func (pg *page) mentions() *mentions {
	lang := pg.lang
	if pg.fallback {
		lang = pg.own
	}
	index := pg.terms[lang]
	if index == nil {
		return nil
	}
	return &mentions{page: pg, index: index(), done: map[*graph.Node]bool{pg.node: true}}
}

// write writes a piece of HTML with its links.
func (m *mentions) write(out *strings.Builder, piece string) {
	if m == nil {
		out.WriteString(piece)
		return
	}
	for piece != "" {
		size := 0
		switch {
		case m.inTag:
			size = m.tag(piece)
		case m.skip != "":
			size = m.skipped(piece)
		case piece[0] == '<':
			size = m.open(piece)
		default:
			if size = strings.IndexByte(piece, '<'); size < 0 {
				size = len(piece)
			}
			m.text(out, piece[:size], piece[size:])
			piece = piece[size:]
			continue
		}
		out.WriteString(piece[:size])
		piece = piece[size:]
	}
}

// linked notes a link of the author's: what it leads to needs no other.
func (m *mentions) linked(n *graph.Node, doc *journey.Doc, link markdown.Link) {
	if m == nil {
		return
	}
	if target, _ := m.Link(n, doc, link); target.Node != nil && target.Node.Kind == journey.KindTerm {
		m.done[target.Node] = true
	}
}

// text writes text; rest is what follows it.
func (m *mentions) text(out *strings.Builder, text, rest string) {
	from, goesOn := 0, goesOn(rest)
	for i := 0; i < len(text); {
		r, size := nextRune(text[i:])
		if !inWord(r) || inWord(m.last) {
			m.last = r
			i += size
			continue
		}
		term, size := m.index.find(text[i:], goesOn)
		if term != nil && !m.done[term] {
			m.done[term] = true
			out.WriteString(text[from:i])
			m.link(out, term, text[i:i+size])
			from = i + size
		}
		i += size
		m.last = r
	}
	out.WriteString(text[from:])
}

func (m *mentions) link(out *strings.Builder, term *graph.Node, text string) {
	out.WriteString(`<a class="term" href="`)
	out.WriteString(template.HTMLEscapeString(m.to(m.pathOf(term))))
	out.WriteString(`">`)
	out.WriteString(text)
	out.WriteString(`</a>`)
}

// goesOn tells whether the tags that a piece begins with let the word before them
// go on.
func goesOn(piece string) bool {
	for strings.HasPrefix(piece, "<") {
		end := strings.IndexByte(piece, '>')
		if end < 0 || !joinsWords(tagName(piece)) {
			return false
		}
		piece = piece[end+1:]
	}
	r, _ := nextRune(piece)
	return inWord(r)
}

// open takes note of a tag or a comment, and returns how much of it is read.
func (m *mentions) open(piece string) int {
	if strings.HasPrefix(piece, "<!--") {
		m.last = 0
		if end := strings.Index(piece, "-->"); end >= 0 {
			return end + len("-->")
		}
		return len(piece)
	}
	name := tagName(piece)
	if !joinsWords(name) {
		m.last = 0
	}
	if holdsNoLinks(name, piece) {
		m.skip, m.depth = name, 1
	} else {
		m.inTag = true
	}
	return 1 + len(name)
}

// tag returns how much of a piece belongs to the tag that is open.
func (m *mentions) tag(piece string) int {
	for i := range len(piece) {
		switch c := piece[i]; {
		case m.quote != 0:
			if c == m.quote {
				m.quote = 0
			}
		case c == '"' || c == '\'':
			m.quote = c
		case c == '>':
			m.inTag = false
			return i + 1
		}
	}
	return len(piece)
}

// skipped returns how much of a piece belongs to the element that holds no links.
// Only tags of its own name are looked at: a script is no HTML.
func (m *mentions) skipped(piece string) int {
	for i := 0; ; i++ {
		next := strings.IndexByte(piece[i:], '<')
		if next < 0 {
			return len(piece)
		}
		i += next
		switch name := tagName(piece[i:]); name {
		case m.skip:
			m.depth++
		case "/" + m.skip:
			if m.depth--; m.depth > 0 {
				continue
			}
			m.last = 0
			if joinsWords(m.skip) {
				m.last, _ = utf8.DecodeLastRuneInString(piece[:i])
			}
			m.skip, m.inTag = "", true
			return i
		}
	}
}

// tagName returns the name in the tag that a piece begins with, in lower case; of
// an end tag with its slash.
func tagName(piece string) string {
	end := 1
	for end < len(piece) && (inWord(rune(piece[end])) && piece[end] < utf8.RuneSelf || end == 1 && piece[end] == '/') {
		end++
	}
	return strings.ToLower(piece[1:end])
}

// joinsWords tells whether the text before and behind a tag may be one word.
func joinsWords(tag string) bool {
	switch strings.TrimPrefix(tag, "/") {
	case "a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u":
		return true
	}
	return false
}

// holdsNoLinks tells whether an element is to hold no link: it is one, or a
// title, or what it holds is to be taken as it is. piece begins with its tag.
func holdsNoLinks(name, piece string) bool {
	switch name {
	case "a", "button", "label", "select", "summary",
		"h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "th",
		"code", "kbd", "pre", "samp", "math", "script", "style", "svg", "template", "textarea", "title", "iframe":
		return true
	case "p":
		return strings.HasPrefix(piece, `<p class="note-title"`)
	}
	return false
}
