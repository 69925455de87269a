package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/chart"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// metricView adds the figure.
func (pg *page) metricView() Metric {
	v := Metric{Entity: pg.entity(), Figure: pg.figure(pg.node, true)}
	v.Figure.Reading.Metric = Link{} // it is the page itself
	return v
}

// figure returns a metric with its latest value and, where it is wanted, its
// chart.
func (pg *page) figure(n *graph.Node, drawn bool) MetricFigure {
	doc, _ := n.InLang(pg.lang)
	f := MetricFigure{Title: plainTitle(doc), Reading: pg.reading(n), Results: "#_results"}
	f.Goal = goal(f.Reading, n.Doc.Entity.(*journey.Metric).Better())
	if n != pg.node {
		f.Results = f.Reading.Metric.Href + f.Results
	}
	results := pg.Results(n)
	if len(results) > 1 {
		f.Since = results[len(results)-2].Date.V
	}
	if drawn {
		f.Chart = pg.metricChart(n, results)
	}
	return f
}

// metricChart draws results over time.
func (pg *page) metricChart(n *graph.Node, results []journey.Result) MetricChart {
	if len(results) == 0 {
		return MetricChart{}
	}
	target := bare(pg.target(n))
	var levels []float64
	if target.IsSet {
		levels = append(levels, target.Value)
	}
	s := chart.NewSeries(sampled(results), levels...)
	c := MetricChart{Line: s.Line, Band: s.Band, Dots: pg.dots(n, results, s), Days: dayMarks(s.Days)}
	for _, v := range s.Values {
		c.Values = append(c.Values, ValueMark{Y: v.Y, Value: bare(pg.number(n, v.Value, results[0].Measured.Percent))})
	}
	if target.IsSet {
		c.Target = targetLine(s.Y(target.Value), s.Dots)
		c.Target.Value = target
	}
	c.Few = slices.ContainsFunc(c.Dots, func(d MetricDot) bool { return d.Small })
	return c
}

// The room that the label of a target takes up, in percent of a chart.
const (
	labelWidth  = 35
	labelHeight = 9
)

// targetLine returns where a target lies, with its label where it does not lie on
// the values: above at the right, if it can be.
func targetLine(y float64, dots []chart.Dot) TargetLine {
	line := make([]chart.Point, len(dots))
	for i, d := range dots {
		line[i] = d.Point
	}
	first := TargetLine{IsSet: true, Y: y, Below: y < labelHeight}
	for _, left := range []bool{false, true} {
		for _, below := range []bool{first.Below, !first.Below} {
			box := chart.Box{Left: 100 - labelWidth, Right: 100, Top: y - labelHeight, Bottom: y}
			if left {
				box.Left, box.Right = 0, labelWidth
			}
			if below {
				box.Top, box.Bottom = y, y+labelHeight
			}
			if box.Top >= 0 && box.Bottom <= 100 && box.IsFree(line) {
				return TargetLine{IsSet: true, Y: y, Below: below, Left: left}
			}
		}
	}
	return first
}

// maxDots is how many results a chart marks one by one; a line through more is a
// row of dots already, so only the latest has one.
const maxDots = 60

func (pg *page) dots(n *graph.Node, results []journey.Result, s chart.Series) []MetricDot {
	first := 0
	if len(results) > maxDots {
		first = len(results) - 1
	}
	var dots []MetricDot
	for i, r := range results[first:] {
		at, m := s.Dots[first+i], r.Measured
		dots = append(dots, MetricDot{
			X: at.X, Y: at.Y, Top: at.Top, Bottom: at.Bottom,
			Date: r.Date.V, Value: bare(pg.number(n, m.Value, m.Percent)), Small: m.Small(),
		})
	}
	return dots
}

// bare returns a number without its unit, for the text of a drawing. A unit may
// be long, and may hold HTML, at which a browser ends an SVG.
func bare(n Number) Number {
	n.Unit = ""
	return n
}

// sampled returns results as what a chart draws.
func sampled(results []journey.Result) []chart.Sample {
	list := make([]chart.Sample, len(results))
	for i, r := range results {
		m := r.Measured
		list[i] = chart.Sample{
			Day: r.Date.V, Value: m.Value,
			Low: m.Interval.Low, High: m.Interval.High, HasMargin: m.Interval.IsSet,
		}
	}
	return list
}

func dayMarks(ticks []chart.DayTick) []DayMark {
	var marks []DayMark
	for _, t := range ticks {
		m := DayMark{X: t.X, Day: t.Day}
		if t.Unit != "day" {
			m.Year = strconv.Itoa(t.Day.Year())
		}
		if t.Unit == "month" {
			m.Key = "month." + strconv.Itoa(int(t.Day.Month()))
		}
		marks = append(marks, m)
	}
	return marks
}

// sparkCell draws the results of a metric in a cell of a list; less than two show
// nothing.
func (pg *page) sparkCell(n *graph.Node) Cell {
	results := pg.Results(n)
	line, end := chart.Spark(sampled(results))
	if line == "" {
		return nil
	}
	first, last := results[0].Measured, results[len(results)-1].Measured
	return Cell{{Spark: Spark{
		Line: line, X: end.X, Y: end.Y, Count: len(results),
		First:  bare(pg.number(n, first.Value, first.Percent)),
		Latest: bare(pg.number(n, last.Value, last.Percent)),
	}}}
}

// resultTable lists the results of a metric, the newest first. It has columns for
// margins and for what was counted where there are any.
func (pg *page) resultTable() Table {
	results := pg.Results(pg.node)
	columns := []string{"date", "value", "change"}
	if slices.ContainsFunc(results, func(r journey.Result) bool { return r.Measured.Interval.IsSet }) {
		columns = slices.Insert(columns, 2, "margin")
	}
	if slices.ContainsFunc(results, func(r journey.Result) bool { return r.Measured.Answers > 0 }) {
		columns = append(columns, "answers")
	}
	t := newTable("results", columns)
	for i := len(results); i > 0; i-- {
		r := pg.readingOf(pg.node, results[:i])
		row := make([]Cell, len(columns))
		for k, column := range columns {
			row[k] = resultCell(r, column)
		}
		t.add(Group{}, row)
	}
	return t
}

// resultCell returns what a column shows of one result.
func resultCell(r Reading, column string) Cell {
	switch {
	case column == "date":
		return Cell{{Date: r.Date}}
	case column == "value":
		return Cell{{Number: r.Value}}
	case column == "margin" && r.Margin > 0:
		return Cell{{Reading: Reading{Margin: r.Margin, Low: r.Low, High: r.High, Like: r.Like}}}
	case column == "change" && r.Change.IsSet:
		return Cell{{Reading: Reading{Change: r.Change, Moved: r.Moved, Within: r.Within, Tone: r.Tone, Like: r.Like}}}
	case column == "answers" && r.Answers > 0:
		return Cell{{Reading: Reading{Answers: r.Answers, Counted: r.Counted, Small: r.Small}}}
	}
	return nil
}
