package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/href"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// glossary returns the terms with their definitions and, as references to them,
// their synonyms: in the order and under the letters of the page's language.
func (pg *page) glossary(terms []*graph.Node) []view.Letter {
	var entries []glossaryEntry
	for _, n := range terms {
		entries = append(entries, pg.glossaryEntries(n)...)
	}
	locale.SortBy(locale.NewCollator(pg.lang), entries, func(e glossaryEntry) string { return e.name })
	alphabet := locale.NewAlphabet(pg.lang)
	var letters []view.Letter
	for _, e := range entries {
		letter := alphabet.Letter(e.name)
		i := slices.IndexFunc(letters, func(l view.Letter) bool { return l.Letter == letter })
		if i < 0 {
			i = len(letters)
			letters = append(letters, newLetter(letter))
		}
		letters[i].Terms = append(letters[i].Terms, e.term)
	}
	return letters
}

func newLetter(letter string) view.Letter {
	id := "_0"
	if letter != locale.NoLetter {
		id = "_" + strings.ToLower(letter)
	}
	return view.Letter{Letter: letter, ID: id, Href: "#" + href.Escape(id)}
}

// glossaryEntry is an entry with the plain text by which it is sorted.
type glossaryEntry struct {
	name string
	term view.GlossaryTerm
}

// glossaryEntries returns a term and its synonyms.
func (pg *page) glossaryEntries(n *graph.Node) []glossaryEntry {
	doc, _ := n.InLang(pg.lang)
	term := doc.Entity.(*journey.Term)
	link := pg.link(n)
	entries := []glossaryEntry{{link.Title, view.GlossaryTerm{
		Link:       link,
		ID:         "_term-" + n.ID,
		Definition: pg.inlines(n, doc, term.Definition),
	}}}
	for _, s := range term.Synonyms {
		if name := s.Body.Lead; !strings.EqualFold(name, link.Title) {
			entries = append(entries, glossaryEntry{name, view.GlossaryTerm{Name: name, Lang: pg.langAt(n, s.At), Link: link}})
		}
	}
	return entries
}
