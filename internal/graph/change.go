package graph

import (
	"time"

	"stagecraft/internal/locale"
)

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
