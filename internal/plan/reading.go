package plan

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/measure"
)

// readings returns the latest values of metrics, each with a link to its page.
func (pg *page) readings(refs []journey.Ref) []Value {
	var values []Value
	for _, n := range pg.Refs(refs) {
		values = append(values, Value{Reading: pg.reading(n)})
	}
	return values
}

// reading returns the latest value of a metric and how it moved. A metric
// without results has only its link.
func (pg *page) reading(n *graph.Node) Reading {
	r := Reading{Metric: pg.link(n)}
	m := n.Doc.Entity.(*journey.Metric)
	if m.Target.IsSet() {
		r.Target = pg.number(n, m.Target.V)
	}
	results := pg.Results(n)
	if len(results) == 0 {
		return r
	}
	pg.latest(&r, n, m, results)
	return r
}

// latest fills in the last of the results.
func (pg *page) latest(r *Reading, n *graph.Node, m *journey.Metric, results []journey.Result) {
	last := results[len(results)-1]
	r.Value = pg.number(n, last.Measured.Value)
	r.Value.Percent = last.Measured.Percent
	r.Date = last.Date.V
	r.Answers = last.Measured.Answers
	if len(results) < 2 {
		return
	}
	change := last.Measured.Value - results[len(results)-2].Measured.Value
	r.Change = Number{IsSet: true, Value: change, Percent: last.Measured.Percent}
	r.Tone = tone(change, direction(m))
}

// number returns a number in the unit of a metric.
func (pg *page) number(n *graph.Node, v float64) Number {
	doc, _ := n.InLang(pg.lang)
	m := doc.Entity.(*journey.Metric)
	number := Number{IsSet: true, Value: v}
	if m.Unit.Source == "%" || !m.Unit.IsSet() && measure.Method(m.Method.V).Percent() {
		number.Percent = true
		return number
	}
	number.Unit = pg.inlineOf(n, doc, m.Unit)
	return number
}

// direction returns whether more of a metric is better: up, down, or empty when
// it can't be known. The default is the one of the method.
func direction(m *journey.Metric) string {
	if m.Direction.IsSet() {
		return m.Direction.V
	}
	switch measure.Method(m.Method.V) {
	case measure.NPS, measure.CSAT, measure.Retention, measure.CLV:
		return "up"
	case measure.Churn:
		return "down"
	}
	return ""
}

// tone tells whether a change is good or bad.
func tone(change float64, better string) string {
	switch {
	case better == "":
		return ""
	case change == 0:
		return "even"
	case (change > 0) == (better == "up"):
		return "good"
	}
	return "bad"
}
