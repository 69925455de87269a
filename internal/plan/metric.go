package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/chart"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// metricView adds the figure.
func (pg *page) metricView() view.Metric {
	v := view.Metric{Entity: pg.entity(), Figure: pg.figure(pg.node, true)}
	v.Figure.Reading.Metric = view.Link{} // it is the page itself
	return v
}

// figure returns a metric with its latest value and, where it is wanted, its
// chart.
func (pg *page) figure(n *graph.Node, drawn bool) view.MetricFigure {
	doc, _ := n.InLang(pg.lang)
	f := view.MetricFigure{Title: plainTitle(doc), Reading: pg.reading(n), Results: "#_results"}
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
func (pg *page) metricChart(n *graph.Node, results []journey.Result) view.MetricChart {
	if len(results) == 0 {
		return view.MetricChart{}
	}
	target := bare(pg.target(n))
	var levels []float64
	if target.IsSet {
		levels = append(levels, target.Value)
	}
	s := chart.NewSeries(sampled(results), levels...)
	c := view.MetricChart{Line: s.Line, Band: s.Band, Dots: pg.dots(n, results, s), Days: dayMarks(s.Days)}
	for _, v := range s.Values {
		c.Values = append(c.Values, view.ValueMark{Y: v.Y, Value: bare(pg.number(n, v.Value, results[0].Measured.Percent))})
	}
	if target.IsSet {
		c.Target = targetLine(s.Y(target.Value), s.Dots)
		c.Target.Value = target
	}
	c.Few = slices.ContainsFunc(c.Dots, func(d view.MetricDot) bool { return d.Small })
	return c
}

// The room that the label of a target takes up, in percent of a chart.
const (
	labelWidth  = 35
	labelHeight = 9
)

// targetLine returns where a target lies, with its label where it does not lie on
// the values: above at the right, if it can be.
func targetLine(y float64, dots []chart.Dot) view.TargetLine {
	line := make([]chart.Point, len(dots))
	for i, d := range dots {
		line[i] = d.Point
	}
	first := view.TargetLine{IsSet: true, Y: y, Below: y < labelHeight}
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
				return view.TargetLine{IsSet: true, Y: y, Below: below, Left: left}
			}
		}
	}
	return first
}

// maxDots is how many results a chart marks one by one; a line through more is a
// row of dots already, so only the latest has one.
const maxDots = 60

func (pg *page) dots(n *graph.Node, results []journey.Result, s chart.Series) []view.MetricDot {
	first := 0
	if len(results) > maxDots {
		first = len(results) - 1
	}
	var dots []view.MetricDot
	for i, r := range results[first:] {
		at, m := s.Dots[first+i], r.Measured
		dots = append(dots, view.MetricDot{
			X: at.X, Y: at.Y, Top: at.Top, Bottom: at.Bottom,
			Date: r.Date.V, Value: bare(pg.number(n, m.Value, m.Percent)), Small: m.Small(),
		})
	}
	return dots
}

// bare returns a number without its unit, for the text of a drawing. A unit may
// be long, and may hold HTML, at which a browser ends an SVG.
func bare(n view.Number) view.Number {
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

func dayMarks(ticks []chart.DayTick) []view.DayMark {
	var marks []view.DayMark
	for _, t := range ticks {
		m := view.DayMark{X: t.X, Day: t.Day}
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
func (pg *page) sparkCell(n *graph.Node) view.Cell {
	results := pg.Results(n)
	line, end := chart.Spark(sampled(results))
	if line == "" {
		return nil
	}
	first, last := results[0].Measured, results[len(results)-1].Measured
	return view.Cell{{Spark: view.Spark{
		Line: line, X: end.X, Y: end.Y, Count: len(results),
		First:  bare(pg.number(n, first.Value, first.Percent)),
		Latest: bare(pg.number(n, last.Value, last.Percent)),
	}}}
}

// resultTable lists the results of a metric, the newest first. It has columns for
// margins and for what was counted where there are any.
func (pg *page) resultTable() view.Table {
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
		row := make([]view.Cell, len(columns))
		for k, column := range columns {
			row[k] = resultCell(r, column)
		}
		addRows(&t, view.Group{}, row)
	}
	return t
}

// resultCell returns what a column shows of one result.
func resultCell(r view.Reading, column string) view.Cell {
	switch {
	case column == "date":
		return view.Cell{{Date: r.Date}}
	case column == "value":
		return view.Cell{{Number: r.Value}}
	case column == "margin" && r.Margin > 0:
		return view.Cell{{Reading: view.Reading{Margin: r.Margin, Low: r.Low, High: r.High, Like: r.Like}}}
	case column == "change" && r.Change.IsSet:
		return view.Cell{{Reading: view.Reading{Change: r.Change, Moved: r.Moved, Within: r.Within, Tone: r.Tone, Like: r.Like}}}
	case column == "answers" && r.Answers > 0:
		return view.Cell{{Reading: view.Reading{Answers: r.Answers, Counted: r.Counted, Small: r.Small}}}
	}
	return nil
}
