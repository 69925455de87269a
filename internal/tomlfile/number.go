package tomlfile

import (
	"fmt"
	"math"
	"time"

	"stagecraft/internal/diag"
)

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

// Floats returns a list of finite numbers, empty where it is written as empty; nil
// where it is missing, or is wrong in any part.
func (t *Table) Floats(key string) []float64 {
	n := t.ask(key)
	if n == nil {
		return nil
	}
	if n.kind != arrayNode {
		t.wrongType(key, n, "a list of numbers")
		return nil
	}
	list := make([]float64, 0, len(n.elems))
	for _, e := range n.elems {
		if v := t.float(key, e); v.IsSet() {
			list = append(list, v.V)
		}
	}
	if len(list) < len(n.elems) {
		return nil
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
	if v.Year() < FirstYear {
		t.Report(diag.New(diag.BadDate, n.at, "%q is in the year %d", key, v.Year()).
			WithHint("write the year with its four digits: %s = 2026-09-30", key))
		return Value[time.Time]{}
	}
	return Value[time.Time]{time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, time.UTC), n.at}
}

// FirstYear is the earliest year that a date of a handbook can be in: what is
// before it is a slip, such as 0026 for 2026.
const FirstYear = 1000

func (t *Table) badDate(key string, n *node, text string) {
	d := diag.New(diag.BadDate, n.at, "%q is a text, not a date", key)
	if _, err := time.Parse(time.DateOnly, text); err == nil {
		d = d.WithHint("write it without quotes: %s = %s", key, text)
	} else {
		d = d.WithHint("write year-month-day without quotes: %s = 2026-09-30", key)
	}
	t.Report(d)
}
