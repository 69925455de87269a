package journey

import (
	"stagecraft/internal/diag"
	"stagecraft/internal/measure"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// Result is one measurement.
type Result struct {
	Date     Date             `json:"date"`
	Measured measure.Measured `json:"measured"`
	At       source.Range     `json:"-"`
}

// written is a result as it stands in a page or in a line of a CSV file.
type written struct {
	metric *Metric
	date   Date
	row    measure.Row
	at     source.Range            // of the result as a whole
	places map[string]source.Range // of its numbers, by their columns
}

func (m *Metric) written(at source.Range) *written {
	scale, _ := m.scale() // a wrong one was reported with the metric
	return &written{
		metric: m,
		at:     at,
		row:    measure.Row{Numbers: map[string]float64{}, Scale: scale},
		places: map[string]source.Range{},
	}
}

// set takes the number of a column.
func (w *written) set(column string, v float64, at source.Range) {
	w.row.Numbers[column] = v
	w.places[column] = at
}

// result measures what was written. A number that can't be is reported where it
// stands.
func (w *written) result(report func(diag.Diagnostic)) (Result, bool) {
	method := measure.Method(w.metric.Method.V)
	measured, problem := method.Measure(w.row)
	if problem != nil {
		at, ok := w.places[problem.Column]
		if !ok {
			at = w.at
		}
		report(diag.New(diag.BadResults, at, "this result can't be measured: %s", problem.Text).
			WithHint("a result of method %q holds a date and %s", method, method.Describe()))
	}
	return Result{Date: w.date, Measured: measured, At: w.at}, problem == nil
}

// readResult reads a [[results]] table.
func readResult(t *tomlfile.Table, m *Metric) (Result, bool) {
	method := measure.Method(m.Method.V)
	w := m.written(t.Header())
	t.Require("date", "2026-09-30")
	w.date = t.Date("date")
	readable := method != "" && w.date.IsSet()
	for _, column := range method.Columns() {
		v := t.Float(column)
		if v.IsSet() {
			w.set(column, v.V, v.At)
		}
		readable = readable && v.IsSet() == t.Has(column)
	}
	if method.Counted() {
		w.row.Counts = t.Floats(measure.CountsColumn)
		w.places[measure.CountsColumn] = t.KeyAt(measure.CountsColumn)
		readable = readable && (w.row.Counts != nil) == t.Has(measure.CountsColumn)
	}
	if !readable {
		return Result{}, false // what is wrong has been reported
	}
	return w.result(t.Report)
}

// checkResults reports results whose dates do not rise, and those that can't be
// compared with the ones before, because one is a mean and the other a share.
func checkResults(results []Result, report func(diag.Diagnostic)) {
	for i := 1; i < len(results); i++ {
		before, this := results[i-1], results[i]
		switch {
		case this.Date.V.Equal(before.Date.V):
			report(diag.New(diag.BadResults, this.Date.At, "there are two results of this date").
				WithHint("give each date once"))
		case this.Date.V.Before(before.Date.V):
			report(diag.New(diag.BadResults, this.Date.At, "the results are not in order of their dates").
				WithHint("put the oldest result first"))
		}
		if this.Measured.Percent != before.Measured.Percent {
			report(diag.New(diag.BadResults, this.At, "this result and the one before can't be compared: one is a mean, the other a share").
				WithHint("give all results of a metric in the same way"))
		}
	}
}
