package plan

import (
	"math"
	"unicode/utf8"

	"stagecraft/internal/chart"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// roomForTimes is up to how many steps of a stage can carry their time of day in
// place of their number.
const roomForTimes = 4

// roomForScores is up to how many steps of a stage their scores and numbers can
// stand side by side.
const roomForScores = 10

// newCurve returns a drawing of lines over so many columns; without lines, an
// empty one.
func newCurve(columns int, lines ...view.CurveLine) view.Curve {
	if len(lines) == 0 {
		return view.Curve{}
	}
	c := view.Curve{Columns: columns, Lines: lines}
	for i := 1; i < columns; i++ {
		c.Cuts = append(c.Cuts, chart.Along(float64(i), 0, float64(columns)))
	}
	for value := 2; value >= -2; value-- {
		c.Levels = append(c.Levels, view.CurveLevel{Y: chart.Level(float64(value)), Value: value})
	}
	c.Lowest, c.Highest = extremes(lines[len(lines)-1].Points)
	return c
}

// extremes returns the first of the lowest and the first of the highest points.
func extremes(points []view.CurvePoint) (lowest, highest view.CurvePoint) {
	for _, p := range points {
		if !p.Mood.IsSet {
			continue
		}
		if !lowest.Mood.IsSet || p.Mood.Value < lowest.Mood.Value {
			lowest = p
		}
		if !highest.Mood.IsSet || p.Mood.Value > highest.Mood.Value {
			highest = p
		}
	}
	return lowest, highest
}

// curveLine draws the steps of a journey over stages, and tells whether any of
// them is scored. The shift moves all its points a little to a side, so that
// those of several lines do not hide each other.
func (pg *page) curveLine(j *journey.Journey, stages []*graph.Node, shift float64) (line view.CurveLine, scored bool) {
	scores := make([][]chart.Score, len(stages))
	for i, stage := range stages {
		for number, step := range pg.stepsIn(j, stage) {
			scores[i] = append(scores[i], chart.Score{Value: step.Emotion.V, IsSet: step.Emotion.IsSet()})
			line.Points = append(line.Points, view.CurvePoint{
				Step:          number,
				Mood:          mood(step.Emotion),
				MomentOfTruth: step.MomentOfTruth.V,
			})
			scored = scored || step.Emotion.IsSet()
		}
	}
	spots, paths := chart.Curve(scores, shift)
	line.Paths = paths
	at := 0
	for _, column := range spots {
		for _, s := range column {
			p := &line.Points[at]
			p.X, p.Y, p.Above = s.X, s.Y, s.Above
			at++
		}
	}
	leaveOut(line.Points, scores)
	if j.Map.V == "day-in-the-life" {
		tellTimes(line.Points, j.Steps, scores)
	}
	return line, scored
}

// tellTimes gives the points of a day their times, where all are short and there
// is room for them.
func tellTimes(points []view.CurvePoint, steps []journey.Step, columns [][]chart.Score) {
	for _, column := range columns {
		if len(column) > roomForTimes {
			return
		}
	}
	for _, p := range points {
		if t := steps[p.Step-1].Time; utf8.RuneCountInString(t.Source) > len("05:30") {
			return
		}
	}
	for i := range points {
		points[i].Time = steps[points[i].Step-1].Time.Source
	}
}

// giveWay moves a score to the other side of its point where the point of another
// line stands next to it.
func giveWay(line, other []view.CurvePoint) {
	const near = 2 // in percent of the width
	reach := chart.Level(0) - chart.Level(1)
	for i := range line {
		p := &line[i]
		for _, o := range other {
			below := o.Y - p.Y
			if o.Mood.IsSet && math.Abs(o.X-p.X) < near && below != 0 && math.Abs(below) <= reach+.1 {
				p.Above = below > 0
			}
		}
	}
}

// leaveOut takes the scores and numbers from the points of stages with too many
// steps for them. They stand in the words below the curve.
func leaveOut(points []view.CurvePoint, columns [][]chart.Score) {
	at := 0
	for _, column := range columns {
		for range column {
			points[at].Bare = len(column) > roomForScores
			at++
		}
	}
}

// curve returns the curve of the journey, and of today's below it where the
// journey is one of the future.
func (b *tableBuilder) curve() view.Curve {
	var lines []view.CurveLine
	line, scored := b.pg.curveLine(b.journey, b.stages, 0)
	if b.was != nil && scored {
		if was, known := b.pg.curveLine(b.was, b.stages, 0); known {
			was.Key, was.Soft = "curve.today", true
			giveWay(line.Points, was.Points)
			line.Key = "curve.future"
			lines = append(lines, was)
		}
	}
	if scored {
		lines = append(lines, line)
	}
	return newCurve(len(b.stages), lines...)
}
