package tomlfile

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Table is a TOML table that its reader asks key by key. A nil *Table is a
// table without keys.
type Table struct {
	doc   *Document
	node  *node
	name  string
	asked []string
}

// Value is a decoded value with its place. A value that is missing or wrong is
// the zero Value.
type Value[T any] struct {
	V  T
	At source.Range
}

// IsSet tells whether the value stands in the file.
func (v Value[T]) IsSet() bool { return v.At.File != nil }

// IsZero tells encoding/json to leave a value out that was not written.
func (v Value[T]) IsZero() bool { return !v.IsSet() }

// MarshalJSON gives the value alone, a date as year-month-day.
func (v Value[T]) MarshalJSON() ([]byte, error) {
	if day, ok := any(v.V).(time.Time); ok {
		return json.Marshal(day.Format(time.DateOnly))
	}
	return json.Marshal(v.V)
}

// Keys returns the keys of the table as the author ordered them.
func (t *Table) Keys() []string {
	if t == nil {
		return nil
	}
	return t.node.order
}

// At returns where the table begins: its header, or the whole inline table.
func (t *Table) At() source.Range {
	if t == nil {
		return source.Range{}
	}
	return t.node.at
}

// Header returns the first line of the table: what to point at when the table
// as a whole is meant.
func (t *Table) Header() source.Range { return t.node.start() }

// KeyAt returns where a key stands, or the place of the table when it does not.
func (t *Table) KeyAt(key string) source.Range {
	if c := t.node.children[key]; c != nil {
		return c.keyAt
	}
	return t.node.at
}

// Has tells whether the key stands in the table, with whatever value.
func (t *Table) Has(key string) bool { return t.ask(key) != nil }

// Knows tells whether a key was asked for, whether it stands in the table or not.
func (t *Table) Knows(key string) bool { return t != nil && slices.Contains(t.asked, key) }

// Report adds a diagnostic of the reader's own.
func (t *Table) Report(d diag.Diagnostic) { t.doc.report(d) }

// ask returns the node of a key, and notes that the key is known.
func (t *Table) ask(key string) *node {
	if t == nil {
		return nil
	}
	n := t.node.children[key]
	if n == nil || !n.asked {
		t.asked = append(t.asked, key) // a missing key may stand here twice
	}
	if n != nil {
		n.asked = true
	}
	return n
}

// Table returns a table, nil when it is missing.
func (t *Table) Table(key, name string) *Table {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	if n.kind != tableNode {
		t.wrongType(key, n, fmt.Sprintf("a table: [%s]", key))
		return nil
	}
	return t.doc.open(n, name)
}

// Tables returns the tables of an array of tables.
func (t *Table) Tables(key, name string) []*Table {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	if n.kind != arrayNode {
		t.wrongType(key, n, fmt.Sprintf("a list of tables: [[%s]]", key))
		return nil
	}
	var list []*Table
	for _, e := range n.elems {
		if e.kind != tableNode {
			t.wrongType(key, e, fmt.Sprintf("a table: [[%s]]", key))
			continue
		}
		list = append(list, t.doc.open(e, name))
	}
	return list
}

// Require reports a key that is missing, a blank text or an empty list.
func (t *Table) Require(key, example string) {
	if t == nil {
		return
	}
	n := t.ask(key)
	switch {
	case n == nil:
		t.Report(diag.New(diag.MissingKey, t.node.start(), "%s needs the key %q", t.name, key).
			WithHint("add the line: %s = %s", key, example))
	case n.isEmpty():
		t.Report(diag.New(diag.MissingKey, n.at, "%q is empty", key).
			WithHint("write for example: %s = %s", key, example))
	}
}

// start is the place to point at when something is missing from a table.
func (n *node) start() source.Range {
	at := n.at
	if i := strings.IndexByte(string(at.File.Text[at.Start:at.End]), '\n'); i >= 0 {
		at.End = at.Start + i
	}
	return at
}

// wrongType reports a value of another type than its reader wants.
func (t *Table) wrongType(key string, n *node, want string) {
	d := diag.New(diag.WrongType, n.at, "%q must be %s, not %s", key, want, typeName(n.value))
	if s, ok := n.value.(string); ok && strings.HasSuffix(want, "without quotes") && isBare(s) {
		d = d.WithHint("if this is what is meant, leave the quotes out: %s", s)
	}
	t.Report(d)
}

// isEmpty tells whether a node is a blank text or an empty list.
func (n *node) isEmpty() bool {
	if n.kind == arrayNode {
		return len(n.elems) == 0
	}
	s, ok := n.value.(string)
	return ok && strings.TrimSpace(s) == ""
}

// isBare tells whether a text would be a value without its quotes.
func isBare(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil || s == "true" || s == "false"
}

func typeName(v any) string {
	switch v.(type) {
	case string:
		return "a text"
	case int64:
		return "a whole number"
	case float64:
		return "a number with decimals"
	case bool:
		return "true or false"
	case time.Time:
		return "a date"
	case map[string]any:
		return "a table"
	case []any, []map[string]any:
		return "a list"
	}
	return "this"
}

// reportUnknown reports the keys that nobody asked for.
func (t *Table) reportUnknown() {
	for _, key := range t.node.order {
		if t.node.children[key].asked {
			continue
		}
		d := diag.New(diag.UnknownKey, t.node.children[key].keyAt, "%s has no key %q", t.name, key)
		if c, ok := diag.Closest(key, t.asked); ok {
			d = d.WithHint("did you mean %q?", c)
		} else if len(t.asked) == 0 {
			d = d.WithHint("remove it")
		} else {
			d = d.WithHint("its keys are: %s", strings.Join(slices.Compact(slices.Sorted(slices.Values(t.asked))), ", "))
		}
		t.Report(d)
	}
}
