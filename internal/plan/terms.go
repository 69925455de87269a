package plan

import (
	"sync"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/terms"
)

// termIndex finds the titles and synonyms of terms in texts of one language, and
// termLinker makes links of them in the prose of a page. These are no edges of the
// Graph: what a term is called would decide who mentions whom.
type (
	termIndex  = terms.Index[graph.Node]
	termLinker = terms.Linker[graph.Node]
)

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
	x := &termIndex{}
	var written []*graph.Node
	for _, n := range g.Kind(journey.KindTerm) {
		if g.Written(n, lang) {
			written = append(written, n)
		}
	}
	for _, n := range written {
		doc, _ := n.InLang(lang)
		x.Add(plainTitle(doc), n)
	}
	for _, n := range written {
		doc, _ := n.InLang(lang)
		for _, s := range doc.Entity.(*journey.Term).Synonyms {
			x.Add(s.Body.Lead, n)
		}
	}
	return x
}

// termLinker returns what links the terms in the page's prose, or nil. Prose for
// want of a translation is searched for the terms of its own language.
func (pg *page) termLinker() *termLinker {
	lang := pg.lang
	if pg.fallback {
		lang = pg.own
	}
	index := pg.terms[lang]
	if index == nil {
		return nil
	}
	l := terms.NewLinker(index(), func(n *graph.Node) string { return pg.to(pg.pathOf(n)) })
	l.Done(pg.node)
	return l
}

// linksTerm tells a linker of a link of the author's: what it leads to needs no
// other.
func (pg *page) linksTerm(linker *termLinker, n *graph.Node, doc *journey.Doc, link markdown.Link) {
	if linker == nil {
		return
	}
	if target, _ := pg.Link(n, doc, link); target.Node != nil {
		linker.Done(target.Node)
	}
}
