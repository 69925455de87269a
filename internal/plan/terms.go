package plan

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// termIndex finds the names of terms in texts of one language.
type termIndex struct {
	names map[string][]termName // by their first words, the longest first
}

// termName is a title or a synonym of a term.
type termName struct {
	rest string // what follows the first word, folded as text is
	term *graph.Node
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
	x := &termIndex{names: map[string][]termName{}}
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
	for _, names := range x.names {
		slices.SortStableFunc(names, func(a, b termName) int { return cmp.Compare(len(b.rest), len(a.rest)) })
	}
	return x
}

// add adds a name, unless it is taken. One that does not begin with a letter or a
// digit is no word to look for.
func (x *termIndex) add(name string, term *graph.Node) {
	folded := strings.Map(foldRune, strings.Join(strings.Fields(name), " "))
	size := wordLength(folded)
	first, rest := folded[:size], folded[size:]
	if first == "" || slices.ContainsFunc(x.names[first], func(n termName) bool { return n.rest == rest }) {
		return
	}
	x.names[first] = append(x.names[first], termName{rest, term})
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
	for _, name := range x.names[string(word)] {
		if length, ok := name.follows(text[size:]); ok && endsWord(text[size+length:], goesOn) {
			return name.term, size + length
		}
	}
	return nil, size
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

// follows tells whether a text begins with what follows the name's first word, and
// how long that is there: a space stands for any white space.
func (n termName) follows(text string) (int, bool) {
	at := 0
	for _, want := range n.rest {
		r, size := nextRune(text[at:])
		if size == 0 || foldRune(r) != want {
			return 0, false
		}
		at += size
		for want == ' ' {
			if r, size = nextRune(text[at:]); !unicode.IsSpace(r) {
				break
			}
			at += size
		}
	}
	return at, true
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
