package tomlfile

import (
	"time"

	"stagecraft/internal/source"
)

// node is a place in the document: where its key and value stand, and the value
// itself once attach has run.
type node struct {
	kind     nodeKind
	keyAt    source.Range
	at       source.Range
	value    any
	asked    bool             // its key was asked for
	order    []string         // of a table: its keys as written
	children map[string]*node // of a table
	elems    []*node          // of an array
}

type nodeKind int

const (
	scalarNode nodeKind = iota
	arrayNode
	tableNode
)

// child returns the child of a key, made when it is missing.
func (n *node) child(part keyPart, kind nodeKind) *node {
	if c := n.children[part.name]; c != nil {
		return c
	}
	c := &node{kind: kind, keyAt: part.at, at: part.at}
	n.put(part.name, c)
	return c
}

func (n *node) table(part keyPart) *node { return n.child(part, tableNode) }

// lastTable returns the node itself, or the newest table of an array.
func (n *node) lastTable() *node {
	if n.kind == arrayNode && len(n.elems) > 0 {
		return n.elems[len(n.elems)-1]
	}
	return n
}

func (n *node) put(key string, c *node) {
	if n.children == nil {
		n.children = map[string]*node{}
	}
	if n.children[key] == nil {
		n.order = append(n.order, key)
	}
	n.children[key] = c
}

// attach hangs the decoded values onto the nodes.
func (n *node) attach(value any) {
	n.value = value
	switch v := value.(type) {
	case time.Time:
		n.value = portable(v)
	case map[string]any:
		for key, c := range n.children {
			c.attach(v[key])
		}
	case []any:
		for i := range min(len(v), len(n.elems)) {
			n.elems[i].attach(v[i])
		}
	case []map[string]any:
		for i := range min(len(v), len(n.elems)) {
			n.elems[i].attach(v[i])
		}
	}
}

// portable returns a time without the zone of this computer, which the decoder
// gives to dates and times that have none.
func portable(t time.Time) time.Time {
	if local(t) == "" {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), zone(local(t)))
}

// zone returns UTC under the name by which the decoder marks local times.
func zone(name string) *time.Location { return time.FixedZone(name, 0) }

// local returns the decoder's mark of a local date, a local time or both, and
// nothing of a time with a zone.
func local(t time.Time) string {
	switch name := t.Location().String(); name {
	case dateLocal, "datetime-local", "time-local":
		return name
	}
	return ""
}

// dateLocal is the decoder's mark of a day.
const dateLocal = "date-local"
