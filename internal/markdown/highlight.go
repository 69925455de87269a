package markdown

import (
	"bytes"
	"strings"
)

// This is no chroma, and on purpose. Its expressions backtrack: 16 KiB of line
// ends in a C block took more than 4 seconds, 2 KiB of "a" in LilyPond hung,
// YANG panicked, and what it puts out depends on a time limit (v2.27). The
// scanner below is linear and knows comments, strings, numbers, keywords and
// keys. The classes are those of chroma and Pygments, so that their style
// sheets fit:
//
//	c comment   s string   m number   k keyword   na key or attribute   nt tag, table
//	gh heading  gi inserted  gd deleted  gu place of a change

// isHighlighted tells whether a language has a syntax.
func isHighlighted(language string) bool {
	_, ok := syntaxes[strings.ToLower(language)]
	return ok
}

// highlight appends code, escaped and, if the language has a syntax, marked up.
func highlight(dst []byte, language string, code []byte) []byte {
	syntax, ok := syntaxes[strings.ToLower(language)]
	if !ok {
		return appendEscaped(dst, code)
	}
	s := scanner{syntax: syntax, code: code, lineStart: true}
	from := 0 // of code that has no class
	for s.at < len(code) {
		start := s.at
		class := s.next()
		s.lineStart = code[s.at-1] == '\n'
		if class == "" {
			continue
		}
		dst = appendEscaped(dst, code[from:start])
		dst = append(append(append(dst, `<span class="`...), class...), `">`...)
		dst = appendEscaped(dst, code[start:s.at])
		dst = append(dst, "</span>"...)
		from = s.at
	}
	return appendEscaped(dst, code[from:])
}

// scanner divides code into tokens.
type scanner struct {
	*syntax
	code      []byte
	at        int
	lineStart bool // at is the start of a line
	inTag     bool // of a markup language
}

// next moves past one token and returns its class, "" of plain text.
func (s *scanner) next() string {
	rest := s.code[s.at:]
	if class := s.line(rest); class != "" {
		return class
	}
	if s.comment(rest) {
		return "c"
	}
	c := rest[0]
	switch {
	case s.markup && c == '<':
		s.inTag = true
		s.at++
		s.skip(func(c byte) bool { return isWord(c) || c == '/' || c == '!' })
		return "nt"
	case s.markup && c == '>':
		s.inTag = false
	case s.markup && !s.inTag:
	case strings.IndexByte(s.quotes, c) >= 0:
		s.quoted(rest)
		return s.orKey("s")
	case c >= '0' && c <= '9':
		s.skip(func(c byte) bool { return isWord(c) || c == '.' })
		return "m"
	case isWord(c):
		return s.word()
	}
	s.at++
	return ""
}

// line takes a whole line that its beginning gives a class.
func (s *scanner) line(rest []byte) string {
	if !s.lineStart {
		return ""
	}
	for _, l := range s.lines {
		if bytes.HasPrefix(rest, []byte(l.prefix)) {
			s.at += lineEnd(rest)
			return l.class
		}
	}
	return ""
}

func (s *scanner) comment(rest []byte) bool {
	for _, c := range s.comments {
		if !bytes.HasPrefix(rest, []byte(c.open)) {
			continue
		}
		if c.close == "" {
			s.at += lineEnd(rest)
			return true
		}
		s.at = len(s.code)
		if i := bytes.Index(rest[len(c.open):], []byte(c.close)); i >= 0 {
			s.at -= len(rest) - len(c.open) - i - len(c.close)
		}
		return true
	}
	return false
}

// quoted moves past a string: to its closing quote or, unless the quote is
// threefold or a backtick, the end of the line.
func (s *scanner) quoted(rest []byte) {
	quote := rest[:1]
	if bytes.HasPrefix(rest, bytes.Repeat(quote, 3)) {
		quote = rest[:3]
	}
	for i := len(quote); i < len(rest); i++ {
		switch {
		case bytes.HasPrefix(rest[i:], quote):
			s.at += i + len(quote)
			return
		case rest[i] == '\\':
			i++
		case rest[i] == '\n' && len(quote) == 1 && quote[0] != '`':
			s.at += i
			return
		}
	}
	s.at = len(s.code)
}

func (s *scanner) word() string {
	start := s.at
	s.skip(isWord)
	word := string(s.code[start:s.at])
	switch {
	case s.inTag:
		return "na"
	case strings.Contains(s.keywords, " "+word+" "),
		s.anyCase && strings.Contains(s.keywords, " "+strings.ToLower(word)+" "):
		return "k"
	}
	return s.orKey("")
}

// orKey returns the class of a key if what follows makes the last token one.
func (s *scanner) orKey(class string) string {
	rest := bytes.TrimLeft(s.code[s.at:], " \t")
	if s.keyEnd != 0 && len(rest) > 0 && rest[0] == s.keyEnd {
		return "na"
	}
	return class
}

func (s *scanner) skip(while func(byte) bool) {
	for s.at < len(s.code) && while(s.code[s.at]) {
		s.at++
	}
}

func isWord(c byte) bool {
	return c == '_' || c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

// lineEnd returns the length of the line, without its end.
func lineEnd(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}
