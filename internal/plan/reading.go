package plan

import (
	"math"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/measure"
	"stagecraft/internal/view"
)

// readings returns the latest values of metrics, each with a link to its page.
func (pg *page) readings(refs []journey.Ref) []view.Value {
	var values []view.Value
	for _, n := range pg.Refs(refs) {
		values = append(values, view.Value{Reading: pg.reading(n)})
	}
	return values
}

// reading returns the latest value of a metric and how it moved. A metric
// without results has only its link.
func (pg *page) reading(n *graph.Node) view.Reading {
	r := view.Reading{}
	if results := pg.Results(n); len(results) > 0 {
		r = pg.readingOf(n, results)
	}
	r.Metric = pg.link(n)
	r.Target = pg.target(n)
	return r
}

// readingOf returns what the last of the results tells.
func (pg *page) readingOf(n *graph.Node, results []journey.Result) view.Reading {
	doc, _ := n.InLang(pg.lang)
	m := doc.Entity.(*journey.Metric)
	last := results[len(results)-1]
	now := last.Measured
	r := view.Reading{
		Value:   pg.number(n, now.Value, now.Percent),
		Like:    now.Value,
		Date:    last.Date.V,
		Answers: now.Answers,
		Counted: pg.inlineOf(n, doc, m.Denominator),
		Small:   now.Small(),
	}
	if now.Interval.IsSet {
		r.Margin, r.Low, r.High = now.Interval.Margin(), now.Interval.Low, now.Interval.High
	}
	if len(results) < 2 {
		return r
	}
	before := results[len(results)-2].Measured
	change := now.Value - before.Value
	r.Change = view.Number{IsSet: true, Value: math.Abs(change), Percent: now.Percent}
	r.Moved = moved(change)
	r.Within = change != 0 && measure.Difference(now, before).Holds(0)
	if !r.Within {
		r.Tone = tone(change, m.Better())
	}
	return r
}

// number returns a number in the unit of a metric.
func (pg *page) number(n *graph.Node, v float64, percent bool) view.Number {
	doc, _ := n.InLang(pg.lang)
	m := doc.Entity.(*journey.Metric)
	number := view.Number{IsSet: true, Value: v, Percent: percent || m.Unit.Source == "%"}
	if !number.Percent {
		number.Unit = pg.filled(n, doc, m.Unit)
	}
	return number
}

// target returns what a metric shall reach. It is a share where its results are.
func (pg *page) target(n *graph.Node) view.Number {
	m := n.Doc.Entity.(*journey.Metric)
	if !m.Target.IsSet() {
		return view.Number{}
	}
	percent := measure.Method(m.Method.V).Percent() || m.SatisfiedFrom.IsSet()
	if results := pg.Results(n); len(results) > 0 {
		percent = results[len(results)-1].Measured.Percent
	}
	return pg.number(n, m.Target.V, percent)
}

// goal tells whether a reading reaches its target. What misses it by less than
// the margin of error may as well have reached it.
func goal(r view.Reading, better string) view.Goal {
	g := view.Goal{Target: r.Target}
	if !r.Value.IsSet || !r.Target.IsSet || better == "" {
		return g
	}
	ahead := r.Value.Value - r.Target.Value
	if better == "down" {
		ahead = -ahead
	}
	g.Gap = math.Abs(ahead)
	switch {
	case ahead >= 0:
		g.Key, g.Tone = "goal.met", "good"
	case r.Margin > 0 && r.Low <= r.Target.Value && r.Target.Value <= r.High:
		g.Key, g.Tone = "goal.within", "even"
	default:
		g.Key, g.Tone = "goal.missed", "bad"
	}
	return g
}

// moved tells which way a number went.
func moved(change float64) string {
	switch {
	case change > 0:
		return "up"
	case change < 0:
		return "down"
	}
	return "even"
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
