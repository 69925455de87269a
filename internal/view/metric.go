package view

import (
	"html/template"
	"time"
)

// The views of metrics.

// Metric is the view of a metric.
type Metric struct {
	Entity
	Figure MetricFigure
}

// Reading is the latest value of a metric and how it moved.
type Reading struct {
	Metric  Link // where the metric is not the page itself
	Value   Number
	Like    float64 // the value again: all numbers of a reading have its decimals
	Margin  float64 // of error at 95 %, ±; 0 when there is none
	Low     float64 // the ends of the interval that Margin is half of
	High    float64
	Target  Number
	Change  Number // since the result before, never negative
	Moved   string // which way: up, down or even
	Within  bool   // Change is no more than the margin of error of the comparison
	Tone    string // of a change that is not Within: good, bad or even; empty when the metric has no direction
	Date    time.Time
	Answers float64       // 0 when the method counts none
	Counted template.HTML // what Answers are; empty where it isn't said
	Small   bool          // Answers are too few to tell much
}

// Spark is a small drawing of all results of a metric.
type Spark struct {
	Line   string  // path data in a box of 100 × 100
	X, Y   float64 // where it ends, in percent
	Count  int     // how many results there are
	First  Number
	Latest Number
}

// MetricFigure is a metric with its latest value, target and chart.
type MetricFigure struct {
	Title   string // plain text
	Reading Reading
	Since   time.Time // the day of the result that Reading.Change is measured from
	Goal    Goal
	Chart   MetricChart // empty without results, or where it isn't wanted
	Results string      // address of the table of results
}

// Goal tells whether a metric reaches its target.
type Goal struct {
	Key    string // goal.met, goal.missed or goal.within; empty when it can't be told
	Tone   string // good, bad or even
	Target Number
	Gap    float64 // how far the value is from the target, never negative
}

// MetricChart is the results of a metric over time. Positions are in percent of
// the drawing, from the top left; paths are in a box of 100 × 100.
type MetricChart struct {
	Line   string // through the results; empty for less than two
	Band   string // around the margins of error
	Dots   []MetricDot
	Values []ValueMark
	Days   []DayMark
	Target TargetLine
	Few    bool // some dot is of a small sample
}

// MetricDot is a result in a chart.
type MetricDot struct {
	X, Y        float64
	Top, Bottom float64 // ends of the margin of error; both Y where there is none
	Date        time.Time
	Value       Number
	Small       bool
}

// ValueMark is a mark of the vertical axis.
type ValueMark struct {
	Y     float64
	Value Number
}

// DayMark is a mark of the horizontal axis: a day, or the beginning of a month or
// a year.
type DayMark struct {
	X    float64
	Day  time.Time
	Key  string // of the month's name, month.1 to month.12; empty for days and years
	Year string // empty for days
}

// TargetLine is the target in a chart.
type TargetLine struct {
	IsSet bool
	Y     float64
	Value Number
	Below bool // the label stands below the line, not above
	Left  bool // and at its left end, not at the right
}
