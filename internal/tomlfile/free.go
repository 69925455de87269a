package tomlfile

import (
	"fmt"
	"math"
	"time"

	"stagecraft/internal/diag"
)

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
