package plan

import (
	"html"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// termIndex finds the titles and synonyms of terms in texts of one language.
type termIndex struct {
	names map[string]*termNames // by their first words
}

// termNames are names that begin alike, as a tree of what follows, folded as text
// is: a text is read once, however many names begin as it does.
type termNames struct {
	term *graph.Node // whose name ends here; nil when none does
	next map[rune]*termNames
}

// termIndexes returns for each language how to get its index, which is made when
// a page first asks for it. There is none when the site links no terms.
func termIndexes(g *graph.Graph) map[locale.Lang]func() *termIndex {
	if !g.Config.LinkTerms || len(g.Kind(journey.KindTerm)) == 0 {
		return nil
	}
	indexes := map[locale.Lang]func() *termIndex{}
	for _, lang := range g.Config.Languages {
		indexes[lang] = sync.OnceValue(func() *termIndex { return newTermIndex(g, lang) })
	}
	return indexes
}

// newTermIndex returns the index of the terms that are written in a language. Of
// two terms with one name the first has it, and a title goes before a synonym.
func newTermIndex(g *graph.Graph, lang locale.Lang) *termIndex {
	x := &termIndex{names: map[string]*termNames{}}
	var terms []*graph.Node
	for _, n := range g.Kind(journey.KindTerm) {
		if g.Written(n, lang) {
			terms = append(terms, n)
		}
	}
	for _, n := range terms {
		doc, _ := n.InLang(lang)
		x.add(plainTitle(doc), n)
	}
	for _, n := range terms {
		doc, _ := n.InLang(lang)
		for _, s := range doc.Entity.(*journey.Term).Synonyms {
			x.add(s.Body.Lead, n)
		}
	}
	return x
}

// add adds a name, unless it is taken. One that does not begin with a letter or a
// digit is no word to look for.
func (x *termIndex) add(name string, term *graph.Node) {
	folded := strings.Map(foldRune, strings.Join(strings.Fields(name), " "))
	size := wordLength(folded)
	if size == 0 {
		return
	}
	names := child(x.names, folded[:size])
	for _, r := range folded[size:] {
		if names.next == nil {
			names.next = map[rune]*termNames{}
		}
		names = child(names.next, r)
	}
	if names.term == nil {
		names.term = term
	}
}

// child returns the names at a key, which are none at first.
func child[K comparable](names map[K]*termNames, key K) *termNames {
	if names[key] == nil {
		names[key] = &termNames{}
	}
	return names[key]
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
func (x *termIndex) find(text string, goesOn bool) (*graph.Node, int) {
	var room [64]byte
	word, size := foldWord(room[:0], text)
	term, rest := x.names[string(word)].longest(text[size:], goesOn)
	return term, size + rest
}

// longest returns the term with the longest of the names that a text goes on with,
// and how long the name is there: a space stands for any white space.
func (n *termNames) longest(text string, goesOn bool) (term *graph.Node, length int) {
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
