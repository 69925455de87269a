package tomlfile

import (
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// String is a decoded text with its place, the quotes included.
type String struct {
	Value[string]
	Exact bool // between its quotes the text stands in the file byte for byte
}

// Inner returns the place of the text itself, where it is exact, and otherwise
// the place of the whole value.
func (s String) Inner() source.Range {
	at := s.At
	if s.Exact {
		at.Start, at.End = at.Start+1, at.End-1
	}
	return at
}

// Item is an element of a list that may hold texts and tables.
type Item struct {
	Text  String
	Table *Table // nil for a text
}

// IsText tells whether the value of a key is a text.
func (t *Table) IsText(key string) bool {
	n := t.ask(key)
	if n == nil {
		return false
	}
	_, ok := n.value.(string)
	return ok
}

// String returns a text.
func (t *Table) String(key string) String {
	n := t.ask(key)
	if n == nil {
		return String{}
	}
	return t.text(key, n, "a text in quotes")
}

// Strings returns a list of texts; a single text stands for a list of one.
func (t *Table) Strings(key string) []String {
	n := t.ask(key)
	switch {
	case n == nil:
		return nil
	case n.kind != arrayNode:
		return present(t.text(key, n, "a text in quotes or a list of texts"))
	}
	list := make([]String, 0, len(n.elems))
	for _, e := range n.elems {
		list = append(list, present(t.text(key, e, "a list of texts in quotes"))...)
	}
	return list
}

func present(s String) []String {
	if !s.IsSet() {
		return nil
	}
	return []String{s}
}

// Items returns a list whose elements are texts or tables; a single one stands
// for a list of one.
func (t *Table) Items(key, name string) []Item {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	elems := n.elems
	if n.kind != arrayNode {
		elems = []*node{n}
	}
	items := make([]Item, 0, len(elems))
	for _, e := range elems {
		if e.kind == tableNode {
			items = append(items, Item{Table: t.doc.open(e, name)})
		} else if s := t.text(key, e, "a text, a list or tables"); s.IsSet() {
			items = append(items, Item{Text: s})
		}
	}
	return items
}

// text reads a node as a text; want says in messages what the key takes.
func (t *Table) text(key string, n *node, want string) String {
	v, ok := n.value.(string)
	if !ok {
		t.wrongType(key, n, want)
		return String{}
	}
	raw := n.at.File.Text[n.at.Start:n.at.End]
	exact := len(raw) == len(v)+2 && string(raw[1:len(raw)-1]) == v
	return String{Value[string]{v, n.at}, exact}
}

// Enum returns a text that is one of the allowed ones.
func (t *Table) Enum(key string, allowed ...string) String {
	return t.Check(t.String(key), key, allowed)
}

// Enums returns a list of texts, each one of the allowed ones.
func (t *Table) Enums(key string, allowed ...string) []String {
	var list []String
	for _, s := range t.Strings(key) {
		if slices.ContainsFunc(list, func(x String) bool { return x.V == s.V }) {
			t.Report(diag.New(diag.InvalidValue, s.At, "%q stands twice", s.V).WithHint("write it once"))
			continue
		}
		list = append(list, present(t.Check(s, key, allowed))...)
	}
	return list
}

// Check returns the text when it is one of the allowed ones, and otherwise
// reports it.
func (t *Table) Check(s String, key string, allowed []string) String {
	if !s.IsSet() || slices.Contains(allowed, s.V) {
		return s
	}
	d := diag.New(diag.InvalidValue, s.At, "%q can't be %q", key, s.V)
	if c, ok := diag.Closest(s.V, allowed); ok {
		d = d.WithHint("did you mean %q?", c)
	} else {
		d = d.WithHint("write one of: %s", strings.Join(allowed, ", "))
	}
	t.Report(d)
	return String{}
}
