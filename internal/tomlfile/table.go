package tomlfile

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
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

// IsText tells whether the value of a key is a text.
func (t *Table) IsText(key string) bool {
	n := t.ask(key)
	if n == nil {
		return false
	}
	_, ok := n.value.(string)
	return ok
}

// KeyAt returns where a key stands, or the place of the table when it does not.
func (t *Table) KeyAt(key string) source.Range {
	if c := t.node.children[key]; c != nil {
		return c.keyAt
	}
	return t.node.at
}

// Has tells whether the key stands in the table, with whatever value.
func (t *Table) Has(key string) bool { return t.ask(key) != nil }

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

// Int returns an integer from lo to hi, both included.
func (t *Table) Int(key string, lo, hi int) Value[int] {
	n := t.ask(key)
	if n == nil {
		return Value[int]{}
	}
	v, ok := n.value.(int64)
	if !ok {
		t.wrongType(key, n, "a whole number without quotes")
		return Value[int]{}
	}
	if v < int64(lo) || v > int64(hi) {
		t.Report(diag.New(diag.OutOfRange, n.at, "%q can't be %d", key, v).WithHint("%s", rangeHint(lo, hi)))
		return Value[int]{}
	}
	return Value[int]{int(v), n.at}
}

func rangeHint(lo, hi int) string {
	if hi == math.MaxInt {
		return fmt.Sprintf("write a whole number from %d up", lo)
	}
	return fmt.Sprintf("write a whole number from %d to %d", lo, hi)
}

// Float returns a finite number; an integer stands for one as well.
func (t *Table) Float(key string) Value[float64] {
	n := t.ask(key)
	if n == nil {
		return Value[float64]{}
	}
	return t.float(key, n)
}

func (t *Table) float(key string, n *node) Value[float64] {
	var v float64
	switch x := n.value.(type) {
	case int64:
		v = float64(x)
	case float64:
		v = x
	default:
		t.wrongType(key, n, "a number without quotes")
		return Value[float64]{}
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		t.Report(diag.New(diag.OutOfRange, n.at, "%q can't be %v", key, v).WithHint("write a finite number"))
		return Value[float64]{}
	}
	return Value[float64]{v, n.at}
}

// Floats returns a list of finite numbers.
func (t *Table) Floats(key string) []float64 {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	if n.kind != arrayNode {
		t.wrongType(key, n, "a list of numbers")
		return nil
	}
	var list []float64
	for _, e := range n.elems {
		if v := t.float(key, e); v.IsSet() {
			list = append(list, v.V)
		}
	}
	return list
}

// Bool returns true or false.
func (t *Table) Bool(key string) Value[bool] {
	n := t.ask(key)
	if n == nil {
		return Value[bool]{}
	}
	v, ok := n.value.(bool)
	if !ok {
		t.wrongType(key, n, "true or false without quotes")
		return Value[bool]{}
	}
	return Value[bool]{v, n.at}
}

// Date returns a day, as midnight UTC.
func (t *Table) Date(key string) Value[time.Time] {
	n := t.ask(key)
	if n == nil {
		return Value[time.Time]{}
	}
	v, ok := n.value.(time.Time)
	if ok && local(v) != dateLocal {
		t.Report(diag.New(diag.BadDate, n.at, "%q is not a day alone", key).
			WithHint("write year-month-day: %s = 2026-09-30", key))
		return Value[time.Time]{}
	}
	if !ok {
		if s, isText := n.value.(string); isText {
			t.badDate(key, n, s)
		} else {
			t.wrongType(key, n, "a date without quotes, such as 2026-09-30")
		}
		return Value[time.Time]{}
	}
	return Value[time.Time]{time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, time.UTC), n.at}
}

func (t *Table) badDate(key string, n *node, text string) {
	d := diag.New(diag.BadDate, n.at, "%q is a text, not a date", key)
	if _, err := time.Parse(time.DateOnly, text); err == nil {
		d = d.WithHint("write it without quotes: %s = %s", key, text)
	} else {
		d = d.WithHint("write year-month-day without quotes: %s = 2026-09-30", key)
	}
	t.Report(d)
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

// Raw returns the value of a key as it is written.
func (t *Table) Raw(key string) string {
	n := t.ask(key)
	if n == nil {
		return ""
	}
	return string(n.at.File.Text[n.at.Start:n.at.End])
}

// Any returns whatever stands at a key, as BurntSushi/toml decodes it.
func (t *Table) Any(key string) any {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	return n.value
}

// Free returns a table whose keys and values may be anything, or nil when it is
// missing: strings, int64, float64, bool, []any and map[string]any. Dates and
// times are strings, as they were written.
func (t *Table) Free(key string) map[string]any {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	if n.kind != tableNode {
		t.wrongType(key, n, fmt.Sprintf("a table: [%s]", key))
		return nil
	}
	v, _ := t.free(n).(map[string]any)
	return v
}

// free returns the value of a node with all that is below it. Numbers that are
// not finite are reported: no output can hold them.
func (t *Table) free(n *node) any {
	switch n.kind {
	case tableNode:
		m := make(map[string]any, len(n.children))
		for key, c := range n.children {
			m[key] = t.free(c)
		}
		return m
	case arrayNode:
		list := make([]any, len(n.elems))
		for i, e := range n.elems {
			list[i] = t.free(e)
		}
		return list
	}
	if f, ok := n.value.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
		t.Report(diag.New(diag.OutOfRange, n.at, "%v is not a finite number", f).WithHint("write a finite number"))
		return nil
	}
	if day, ok := n.value.(time.Time); ok {
		return day.Format(layoutOf(day))
	}
	return n.value
}

// layoutOf returns the layout in which a time was written.
func layoutOf(t time.Time) string {
	switch local(t) {
	case dateLocal:
		return time.DateOnly
	case "datetime-local":
		return "2006-01-02T15:04:05.999999999"
	case "time-local":
		return "15:04:05.999999999"
	}
	return time.RFC3339Nano
}

// Require reports a key that is missing or an empty text.
func (t *Table) Require(key, example string) {
	if t == nil {
		return
	}
	n := t.ask(key)
	switch {
	case n == nil:
		t.Report(diag.New(diag.MissingKey, t.node.start(), "%s needs the key %q", t.name, key).
			WithHint("add the line: %s = %s", key, example))
	case n.value == "":
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
	if s, ok := n.value.(string); ok && strings.HasSuffix(want, "without quotes") && s != "" {
		d = d.WithHint("if this is what is meant, leave the quotes out: %s", s)
	}
	t.Report(d)
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
