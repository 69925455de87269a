// Package terms makes links of the first mentions of terms in HTML.
//
// In go the names of terms, and the HTML of a page piece by piece; out comes the
// HTML with <a> elements added, and nothing else changed. Each term is linked once
// at most, the longest name first. Nothing is linked in what is a link already, in
// titles, code and controls, nor in part of a word.
//
// The work grows with the length of the text, not with the number of terms.
package terms

import (
	"html/template"
	"strings"
	"unicode/utf8"
)

// Linker makes links of the first mentions of terms in the prose of one page. A
// nil Linker makes none.
type Linker[T any] struct {
	index *Index[T]
	href  func(*T) string
	done  map[*T]bool // the terms that need no link any more

	inTag bool
	quote byte   // that an attribute's value ends with; 0 outside of one
	skip  string // the element that holds no links, empty outside of one
	depth int    // how many elements of that name are open
	last  rune   // the character before, 0 where no word can go on
}

// NewLinker returns a Linker that finds names by an index; href returns the
// address of a term as seen from the page.
func NewLinker[T any](index *Index[T], href func(*T) string) *Linker[T] {
	return &Linker[T]{index: index, href: href, done: map[*T]bool{}}
}

// Done tells the Linker that a term needs no link any more.
func (l *Linker[T]) Done(term *T) {
	if l != nil {
		l.done[term] = true
	}
}

// Write writes the next piece of the page's HTML with its links. A piece may end
// anywhere, within a tag or a word.
func (l *Linker[T]) Write(out *strings.Builder, piece string) {
	if l == nil {
		out.WriteString(piece)
		return
	}
	for piece != "" {
		size := 0
		switch {
		case l.inTag:
			size = l.tag(piece)
		case l.skip != "":
			size = l.skipped(piece)
		case piece[0] == '<':
			size = l.open(piece)
		default:
			if size = strings.IndexByte(piece, '<'); size < 0 {
				size = len(piece)
			}
			l.text(out, piece[:size], piece[size:])
			piece = piece[size:]
			continue
		}
		out.WriteString(piece[:size])
		piece = piece[size:]
	}
}

// text writes text; rest is what follows it.
func (l *Linker[T]) text(out *strings.Builder, text, rest string) {
	from, goesOn := 0, goesOn(rest)
	for i := 0; i < len(text); {
		r, size := nextRune(text[i:])
		if !inWord(r) || inWord(l.last) {
			l.last = r
			i += size
			continue
		}
		term, size := l.index.find(text[i:], goesOn)
		if term != nil && !l.done[term] {
			l.done[term] = true
			out.WriteString(text[from:i])
			l.link(out, term, text[i:i+size])
			from = i + size
		}
		i += size
		l.last = r
	}
	out.WriteString(text[from:])
}

func (l *Linker[T]) link(out *strings.Builder, term *T, text string) {
	out.WriteString(`<a class="term" href="`)
	out.WriteString(template.HTMLEscapeString(l.href(term)))
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
func (l *Linker[T]) open(piece string) int {
	if strings.HasPrefix(piece, "<!--") {
		l.last = 0
		if end := strings.Index(piece, "-->"); end >= 0 {
			return end + len("-->")
		}
		return len(piece)
	}
	name := tagName(piece)
	if !joinsWords(name) {
		l.last = 0
	}
	if holdsNoLinks(name, piece) {
		l.skip, l.depth = name, 1
	} else {
		l.inTag = true
	}
	return 1 + len(name)
}

// tag returns how much of a piece belongs to the tag that is open.
func (l *Linker[T]) tag(piece string) int {
	for i := range len(piece) {
		switch c := piece[i]; {
		case l.quote != 0:
			if c == l.quote {
				l.quote = 0
			}
		case c == '"' || c == '\'':
			l.quote = c
		case c == '>':
			l.inTag = false
			return i + 1
		}
	}
	return len(piece)
}

// skipped returns how much of a piece belongs to the element that holds no links.
// Only tags of its own name are looked at: a script is no HTML.
func (l *Linker[T]) skipped(piece string) int {
	for i := 0; ; i++ {
		next := strings.IndexByte(piece[i:], '<')
		if next < 0 {
			return len(piece)
		}
		i += next
		switch name := tagName(piece[i:]); name {
		case l.skip:
			l.depth++
		case "/" + l.skip:
			if l.depth--; l.depth > 0 {
				continue
			}
			l.last = 0
			if joinsWords(l.skip) {
				l.last, _ = utf8.DecodeLastRuneInString(piece[:i])
			}
			l.skip, l.inTag = "", true
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
