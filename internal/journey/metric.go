package journey

import (
	"stagecraft/internal/diag"
	"stagecraft/internal/measure"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// Metric is something that is measured on a schedule.
type Metric struct {
	Method      Word     `json:"method,omitzero"`
	Question    Text     `json:"question,omitzero"`
	Scale       Word     `json:"scale,omitzero"` // "0-10"
	Unit        Text     `json:"unit,omitzero"`
	Direction   Word     `json:"direction,omitzero"` // up or down is better
	Target      Float    `json:"target,omitzero"`
	Source      Text     `json:"source,omitzero"`
	Stages      []Ref    `json:"stages,omitempty"`
	Touchpoints []Ref    `json:"touchpoints,omitempty"`
	Results     []Result `json:"-"`
	ResultsFile Asset    `json:"results_file,omitzero"` // a CSV file instead of Results
}

// Result is one measurement.
type Result struct {
	Date     Date             `json:"date"`
	Measured measure.Measured `json:"measured"`
	At       source.Range     `json:"-"`
}

// Directions returns the words for what is better.
func Directions() []string { return []string{"up", "down"} }

func readMetric(r *reader) *Metric {
	if r.doc.Lang == "" {
		r.Require("method", `"nps"`)
	}
	m := &Metric{
		Method:      r.word("method", measure.Methods()...),
		Question:    r.text("question"),
		Scale:       readScale(r),
		Unit:        r.text("unit"),
		Direction:   r.word("direction", Directions()...),
		Target:      r.number("target"),
		Source:      r.text("source"),
		Stages:      r.refs("stages", KindStage),
		Touchpoints: r.refs("touchpoints", KindTouchpoint),
	}
	if r.inherited("results") {
		return m
	}
	if r.IsText("results") {
		m.ResultsFile = r.asset("results")
		return m
	}
	for _, t := range r.Tables("results", "a result of method "+m.Method.V) {
		if result, ok := readResult(t, m); ok {
			m.Results = append(m.Results, result)
		}
	}
	checkOrder(m.Results, r.Report)
	return m
}

// row returns an empty row on the metric's scale.
func (m *Metric) row() measure.Row {
	scale, _ := measure.ParseScale(m.Scale.V) // without a scale, the zero one
	return measure.Row{Numbers: map[string]float64{}, Scale: scale}
}

// readScale reads the scale that the question is answered on.
func readScale(r *reader) Word {
	s := r.plain("scale")
	if !s.IsSet() {
		return s
	}
	if _, err := measure.ParseScale(s.V); err != nil {
		r.Report(diag.New(diag.InvalidValue, s.At, "%v", err).WithHint("write the lowest and the highest point: \"1-5\""))
		return Word{}
	}
	return s
}

// readResult reads a [[results]] table.
func readResult(t *tomlfile.Table, m *Metric) (Result, bool) {
	t.Require("date", "2026-09-30")
	result := Result{Date: t.Date("date"), At: t.Header()}
	method, row := measure.Method(m.Method.V), m.row()
	for _, column := range method.Columns() {
		if v := t.Float(column); v.IsSet() {
			row.Numbers[column] = v.V
		}
	}
	if method.Counted() {
		row.Counts = t.Floats("counts")
	}
	if method == "" || !result.Date.IsSet() {
		return result, false
	}
	measured, err := method.Measure(row)
	if err != nil {
		t.Report(badResult(result.At, method, err))
		return result, false
	}
	result.Measured = measured
	return result, true
}

func badResult(at source.Range, method measure.Method, err error) diag.Diagnostic {
	return diag.New(diag.BadResults, at, "this result can't be measured: %v", err).
		WithHint("a result of method %q holds a date and %s", method, method.Describe())
}

// checkOrder reports results whose dates do not rise.
func checkOrder(results []Result, report func(diag.Diagnostic)) {
	for i := 1; i < len(results); i++ {
		if before, this := results[i-1].Date, results[i].Date; !this.V.After(before.V) {
			report(diag.New(diag.BadResults, this.At, "the results are not in order of their dates").
				WithHint("put the oldest result first, and give each date once"))
		}
	}
}
