package journey

import (
	"stagecraft/internal/diag"
	"stagecraft/internal/measure"
	"stagecraft/internal/source"
)

// Metric is something that is measured on a schedule.
type Metric struct {
	Method        Word     `json:"method,omitzero"`
	Question      Text     `json:"question,omitzero"`
	Scale         Word     `json:"scale,omitzero"`          // "0-10"
	SatisfiedFrom Int      `json:"satisfied_from,omitzero"` // point of the scale from which an answer is positive
	Unit          Text     `json:"unit,omitzero"`
	Direction     Word     `json:"direction,omitzero"` // up or down is better
	Target        Float    `json:"target,omitzero"`
	Denominator   Text     `json:"denominator,omitzero"` // what is counted: "sessions"
	Source        Text     `json:"source,omitzero"`
	Stages        []Ref    `json:"stages,omitempty"`
	Touchpoints   []Ref    `json:"touchpoints,omitempty"`
	Results       []Result `json:"-"`
	ResultsFile   Asset    `json:"results_file,omitzero"` // a CSV file instead of Results
}

// Directions returns the words for what is better.
func Directions() []string { return []string{"up", "down"} }

// maxPoint bounds satisfied_from; the scale says more.
const maxPoint = 1000

func readMetric(r *reader) *Metric {
	if r.doc.Lang == "" {
		r.Require("method", `"nps"`)
	}
	m := &Metric{
		Method:        r.word("method", measure.Methods()...),
		Question:      r.text("question"),
		Scale:         readScale(r),
		SatisfiedFrom: r.integer("satisfied_from", 0, maxPoint),
		Unit:          r.text("unit"),
		Direction:     r.word("direction", Directions()...),
		Target:        r.number("target"),
		Denominator:   r.text("denominator"),
		Source:        r.text("source"),
		Stages:        r.refs("stages", KindStage),
		Touchpoints:   r.refs("touchpoints", KindTouchpoint),
	}
	m.check(r)
	if r.inherited("results") {
		return m
	}
	if r.IsText("results") {
		m.ResultsFile = r.asset("results")
		return m
	}
	for i, t := range r.Tables("results", "a result of method "+m.Method.V) {
		if i == maxResults {
			r.Report(tooMany(t.Header()))
			break
		}
		if result, ok := readResult(t, m); ok {
			m.Results = append(m.Results, result)
		}
	}
	checkResults(m.Results, r.Report)
	return m
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

// Better returns which way a value of the metric is better, up or down; empty
// where it can't be known. The direction of ces tells which end of its scale is
// good, so more of a share of positive answers is better on every scale.
func (m *Metric) Better() string {
	method := measure.Method(m.Method.V)
	switch {
	case method == measure.CES && m.SatisfiedFrom.IsSet():
		return "up"
	case method.Direction() != "":
		return method.Direction()
	}
	return m.Direction.V
}

// scale returns the scale that results are measured on, with the points that
// count as positive.
func (m *Metric) scale() (measure.Scale, error) {
	s, _ := measure.ParseScale(m.Scale.V) // without a scale, the zero one
	s.Falling = measure.Method(m.Method.V) == measure.CES && m.Direction.V == "down"
	switch {
	case !m.SatisfiedFrom.IsSet():
		return s, nil
	case !s.IsSet():
		s.Positive = 1 // the missing scale is reported; the results are shares all the same
		return s, nil
	}
	return s.SatisfiedFrom(m.SatisfiedFrom.V)
}

// check holds scale and direction against the method.
func (m *Metric) check(r *reader) {
	method := measure.Method(m.Method.V)
	if method == measure.CES {
		needs(r, m.Method.At, "method", "scale", `"1-7"`)
		needs(r, m.Method.At, "method", "direction", `"up"`)
	}
	if method == measure.NPS && m.Scale.IsSet() && m.Scale.V != "0-10" {
		r.Report(diag.New(diag.InvalidValue, m.Scale.At, "the scale of nps is 0-10, not %s", m.Scale.V).
			WithHint("promoters answer 9 or 10, detractors 0 to 6; for a question on another scale use method csat"))
	}
	if better := method.Direction(); better != "" && m.Direction.IsSet() && m.Direction.V != better {
		r.Report(diag.New(diag.InvalidValue, m.Direction.At, "of %s the better direction is always %q", method, better).
			WithHint("remove the line"))
	}
	if m.SatisfiedFrom.IsSet() {
		m.checkSatisfied(r, method)
	}
	scale, _ := m.scale()
	if low, high := method.Range(scale); m.Target.IsSet() && (m.Target.V < low || m.Target.V > high) {
		m.reportTarget(r, low, high)
	}
}

// reportTarget reports a target that no value can reach.
func (m *Metric) reportTarget(r *reader, low, high float64) {
	d := diag.New(diag.OutOfRange, m.Target.At, "the target can't be %v", m.Target.V)
	if high < measure.Largest {
		d = d.WithHint("write a number from %v to %v: no value of this metric lies beyond", low, high)
	}
	r.Report(d)
}

// needs reports a key without which another one, at that place, says too little.
func needs(r *reader, at source.Range, by, key, example string) {
	if !r.Has(key) {
		r.Report(diag.New(diag.MissingKey, at, "this %s needs the key %q as well", by, key).
			WithHint("add the line: %s = %s", key, example))
	}
}

// checkSatisfied holds the point from which answers are positive against the
// scale.
func (m *Metric) checkSatisfied(r *reader, method measure.Method) {
	if !method.Counted() {
		r.Report(diag.New(diag.InvalidValue, m.SatisfiedFrom.At, "a metric of method %q has no satisfied answers", method).
			WithHint("remove the line; it is for csat and ces"))
		return
	}
	needs(r, m.SatisfiedFrom.At, "satisfied_from", "scale", `"1-5"`)
	if _, err := m.scale(); err != nil {
		r.Report(diag.New(diag.OutOfRange, m.SatisfiedFrom.At, "%q can't be %d", "satisfied_from", m.SatisfiedFrom.V).
			WithHint("%v", err))
	}
}
