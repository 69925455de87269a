package markdown

import (
	stdhtml "html"
	"strings"
	"unicode"
)

// Section is the text from one heading to the next.
type Section struct {
	Heading Heading // zero for the text before the first
	Text    string  // plain, every run of white space one space
}

// Sections returns the text as it is read, section by section; the first is
// what stands before all headings, be it empty. title gives the text of a link
// without a label.
//
// The text is read off the HTML when it is asked for. Keeping it beside the HTML
// would take a third more memory on every site, for the search alone.
func (b *Body) Sections(title func(Link) string) []Section {
	s := &sections{headings: b.Headings, list: make([]Section, 1, len(b.Headings)+1)}
	for _, p := range b.Pieces {
		switch p.Hole.Kind {
		case NoHole:
			s.html(p.HTML)
		case LinkTitle:
			s.write(title(b.Links[p.Hole.Index]))
		case BlockHole:
			s.gap = true
		}
	}
	s.end()
	return s.list
}

// sections gathers the text of a Body. A tag can reach over several pieces,
// because addresses are holes.
type sections struct {
	headings []Heading // those that have not begun yet
	list     []Section
	text     strings.Builder // of the last section
	inTag    bool
	inTitle  bool // in a heading, whose text is known
	gap      bool // there is white space before the next word
}

// end finishes the last section.
func (s *sections) end() {
	s.list[len(s.list)-1].Text = s.text.String()
	s.text.Reset()
	s.gap = false
}

func (s *sections) html(piece string) {
	for {
		if s.inTag {
			_, rest, ended := strings.Cut(piece, ">")
			if !ended {
				return
			}
			s.inTag, piece = false, rest
		}
		text, tag, found := strings.Cut(piece, "<")
		s.write(stdhtml.UnescapeString(text))
		if !found {
			return
		}
		s.tag(tag)
		s.inTag, piece = true, tag
	}
}

// tag takes note of the tag that a piece begins with.
func (s *sections) tag(tag string) {
	name, closes := strings.CutPrefix(tag, "/")
	name = name[:wordEnd(name)]
	s.gap = s.gap || !joins(name)
	if len(name) != 2 || name[0] != 'h' || name == "hr" {
		return
	}
	if closes {
		s.inTitle = false
	} else if len(s.headings) > 0 && strings.HasPrefix(tag[2:], ` id="`+s.headings[0].ID+`"`) {
		s.end()
		s.list = append(s.list, Section{Heading: s.headings[0]})
		s.headings, s.inTitle = s.headings[1:], true
	}
}

func wordEnd(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// joins tells whether the text before and behind a tag of that name may be one
// word.
func joins(name string) bool {
	switch name {
	case "a", "b", "code", "del", "em", "i", "mark", "span", "strong", "u":
		return true
	}
	return false
}

func (s *sections) write(text string) {
	if s.inTitle || text == backArrow {
		return
	}
	for _, r := range text {
		if unicode.IsSpace(r) {
			s.gap = true
			continue
		}
		if s.gap && s.text.Len() > 0 {
			s.text.WriteByte(' ')
		}
		s.gap = false
		s.text.WriteRune(r)
	}
}
