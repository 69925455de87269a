package terms

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Index finds the names of terms in texts. Its zero value knows none. Once made
// it can be used by several goroutines.
type Index[T any] struct {
	names map[string]*names[T] // by their first words
}

// names are names that begin alike, as a tree of what follows, folded as text is:
// a text is read once, however many names begin as it does.
type names[T any] struct {
	term *T // whose name ends here; nil when none does
	next map[rune]*names[T]
}

// Add adds a name, unless another term has it. One that does not begin with a
// letter or a digit is no word to look for.
func (x *Index[T]) Add(name string, term *T) {
	folded := strings.Map(foldRune, strings.Join(strings.Fields(name), " "))
	size := wordLength(folded)
	if size == 0 {
		return
	}
	n := child(&x.names, folded[:size])
	for _, r := range folded[size:] {
		n = child(&n.next, r)
	}
	if n.term == nil {
		n.term = term
	}
}

// child returns the names at a key, which are none at first.
func child[K comparable, T any](all *map[K]*names[T], key K) *names[T] {
	if *all == nil {
		*all = map[K]*names[T]{}
	}
	if (*all)[key] == nil {
		(*all)[key] = &names[T]{}
	}
	return (*all)[key]
}

// wordLength returns the length of the word that a plain text begins with.
func wordLength(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// find returns the term with the longest name that a text begins with, and how
// long the name is there; without one, nil and the length of the first word. The
// text is HTML without tags that begins with a word; goesOn tells whether its last
// word goes on behind it.
func (x *Index[T]) find(text string, goesOn bool) (*T, int) {
	var room [64]byte
	word, size := foldWord(room[:0], text)
	term, rest := x.names[string(word)].longest(text[size:], goesOn)
	return term, size + rest
}

// longest returns the term with the longest of the names that a text goes on with,
// and how long the name is there: a space stands for any white space.
func (n *names[T]) longest(text string, goesOn bool) (term *T, length int) {
	for at := 0; n != nil; {
		if n.term != nil && endsWord(text[at:], goesOn) {
			term, length = n.term, at
		}
		r, size := nextRune(text[at:])
		r, at = foldRune(r), at+size
		if r == ' ' {
			at += spaces(text[at:])
		}
		n = n.next[r]
	}
	return term, length
}

// spaces returns the length of the white space that HTML text begins with.
func spaces(text string) int {
	for at := 0; ; {
		r, size := nextRune(text[at:])
		if !unicode.IsSpace(r) {
			return at
		}
		at += size
	}
}

// foldWord appends the folded word that a text begins with, and returns its length
// in the text.
func foldWord(dst []byte, text string) ([]byte, int) {
	for i := 0; i < len(text); {
		r, size := nextRune(text[i:])
		if !inWord(r) {
			return dst, i
		}
		dst = utf8.AppendRune(dst, foldRune(r))
		i += size
	}
	return dst, len(text)
}

// endsWord tells whether no word goes on at the start of a text.
func endsWord(text string, goesOn bool) bool {
	if text == "" {
		return !goesOn
	}
	r, _ := nextRune(text)
	return !inWord(r)
}

// nextRune returns the character that HTML text begins with, and how many bytes
// it is written in: 0 at the end.
func nextRune(text string) (rune, int) {
	if text == "" {
		return 0, 0
	}
	if c := text[0]; c < utf8.RuneSelf && c != '&' {
		return rune(c), 1
	} else if c == '&' {
		return entity(text)
	}
	return utf8.DecodeRuneInString(text)
}

// maxEntity is above the length of every named entity.
const maxEntity = 40

// entity returns what a text that begins with an ampersand shows first.
func entity(text string) (rune, int) {
	end := strings.IndexByte(text[:min(len(text), maxEntity)], ';') + 1
	if r, size := utf8.DecodeRuneInString(html.UnescapeString(text[:end])); end > 0 && r != '&' {
		if utf8.RuneLen(r) == size {
			return r, end
		}
	}
	if strings.HasPrefix(text, "&amp;") {
		return '&', len("&amp;")
	}
	return '&', 1
}

// inWord tells whether a character is part of a word: a letter, a digit, or a mark
// of one. Most letters of Latin scripts are told without the tables of Unicode,
// which take half the time of the search.
func inWord(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case 'À' <= r && r <= 'ɏ':
		return r != '×' && r != '÷'
	case 'Ḁ' <= r && r <= 'ỿ':
		return true
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// foldRune folds case, spaces, and the apostrophe that typesetting makes.
func foldRune(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '!' <= r && r < utf8.RuneSelf || 'à' <= r && r <= 'ÿ':
		return r
	case 'Ạ' <= r && r <= 'ỹ':
		return r | 1 // capital and small letters by turns
	case unicode.IsSpace(r):
		return ' '
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}
