package chart

import (
	"math"
	"time"
)

// Sample is a value of a day, with the ends of its margin of error where it has
// one.
type Sample struct {
	Day       time.Time
	Value     float64
	Low, High float64
	HasMargin bool
}

// Series is the drawing of values over time: days to the right, values up.
type Series struct {
	Line   string // path through the values, empty for less than two
	Band   string // path around the margins of neighbours that have one
	Dots   []Dot  // one for each sample
	Values []ValueTick
	Days   []DayTick
	frame  frame
}

// Dot is a sample in the drawing.
type Dot struct {
	Point
	Top, Bottom float64 // of the margin; both Y where there is none
}

// ValueTick is a mark of the axis of values.
type ValueTick struct{ Y, Value float64 }

// How many marks an axis has at most, so that their labels fit a phone.
const (
	maxValueSteps = 5
	maxDays       = 4
)

// NewSeries draws samples, whose days rise; it is empty without any. The axis of
// values reaches as far as the samples, their margins and the levels do.
func NewSeries(samples []Sample, levels ...float64) Series {
	if len(samples) == 0 {
		return Series{}
	}
	low, high := extent(samples, levels)
	ticks := valueTicks(low, high, maxValueSteps)
	s := Series{frame: newFrame(samples, ticks[0], ticks[len(ticks)-1])}
	for _, v := range ticks {
		s.Values = append(s.Values, ValueTick{Y: s.Y(v), Value: v})
	}
	for _, d := range dayTicks(samples[0].Day, samples[len(samples)-1].Day, maxDays) {
		d.X = s.frame.x(d.Day)
		s.Days = append(s.Days, d)
	}
	for _, sample := range samples {
		dot := Dot{Point: s.frame.at(sample)}
		dot.Top, dot.Bottom = dot.Y, dot.Y
		if sample.HasMargin {
			dot.Top, dot.Bottom = s.Y(sample.High), s.Y(sample.Low)
		}
		s.Dots = append(s.Dots, dot)
	}
	s.Line, s.Band = linePath(points(s.Dots)), band(samples, s.Dots)
	return s
}

// Y returns where a value lies, from the top.
func (s Series) Y(value float64) float64 { return s.frame.y(value) }

// Spark draws samples as a line without axes, and returns where it ends. It is
// empty for less than two samples.
func Spark(samples []Sample) (line string, end Point) {
	if len(samples) < 2 {
		return "", Point{}
	}
	low, high := samples[0].Value, samples[0].Value
	for _, s := range samples {
		low, high = min(low, s.Value), max(high, s.Value)
	}
	pad := (high - low) / 8 // room for the stroke
	f := newFrame(samples, low-pad, high+pad)
	var at []Point
	for _, s := range samples {
		at = append(at, f.at(s))
	}
	return linePath(at), at[len(at)-1]
}

// frame is the part of the plane that a drawing shows.
type frame struct {
	first, last float64 // seconds
	low, high   float64
}

func newFrame(samples []Sample, low, high float64) frame {
	return frame{seconds(samples[0].Day), seconds(samples[len(samples)-1].Day), low, high}
}

// inset keeps the first and the last dot off the edges.
const inset = 3

func (f frame) x(day time.Time) float64 {
	return round(inset + Along(seconds(day), f.first, f.last)*(100-2*inset)/100)
}

func (f frame) y(value float64) float64 { return round(100 - Along(value, f.low, f.high)) }

func (f frame) at(s Sample) Point { return Point{f.x(s.Day), f.y(s.Value)} }

func seconds(day time.Time) float64 { return float64(day.Unix()) }

func points(dots []Dot) []Point {
	list := make([]Point, len(dots))
	for i, d := range dots {
		list[i] = d.Point
	}
	return list
}

// band returns the path around the margins: a part for each run of samples that
// have one.
func band(samples []Sample, dots []Dot) string {
	var data string
	var upper, lower []Point
	for i, d := range dots {
		if samples[i].HasMargin {
			upper, lower = append(upper, Point{d.X, d.Top}), append(lower, Point{d.X, d.Bottom})
			continue
		}
		data += areaPath(upper, lower)
		upper, lower = nil, nil
	}
	return data + areaPath(upper, lower)
}

// extent returns the lowest and the highest of all that shall be in view. A
// single value gets some room above and below.
func extent(samples []Sample, levels []float64) (low, high float64) {
	low, high = samples[0].Value, samples[0].Value
	hold := func(v float64) { low, high = min(low, v), max(high, v) }
	for _, s := range samples {
		hold(s.Value)
		if s.HasMargin {
			hold(s.Low)
			hold(s.High)
		}
	}
	for _, v := range levels {
		hold(v)
	}
	if low == high {
		room := max(math.Abs(low)/10, 1)
		low, high = low-room, high+room
	}
	return low, high
}
