package graph

import (
	"slices"
	"time"

	"stagecraft/internal/locale"
)

// Dated returns the nodes that have a day: of a change or of their own, in any
// language.
func (g *Graph) Dated() []*Node { return g.dated }

func (g *Graph) isDated(n *Node) bool {
	return n.Doc.Date.IsSet() || slices.ContainsFunc(g.Config.Languages, func(lang locale.Lang) bool {
		day, _ := g.LastChange(n, lang)
		return !day.IsZero()
	})
}

// LastChange returns the day on which a node's page in a language was changed last,
// zero when nothing tells it, and whether that is the day of a commit. The front matter
// of the page's own file says it, or else the history of that file; only then that of
// the original, whose day is not that of its translation.
func (g *Graph) LastChange(n *Node, lang locale.Lang) (day time.Time, committed bool) {
	doc := n.writtenIn(lang)
	if doc.Updated.IsSet() {
		return doc.Updated.V, false
	}
	if day := g.days[doc.File.Path]; !day.IsZero() {
		return day, true
	}
	return n.Doc.Updated.V, false
}
