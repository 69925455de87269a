package chart

// The box of a curve has three bands: marks stand in the uppermost, the line
// runs in the middle one, and the numbers of the steps stand in the lowest. The
// space between them is for the scores beside the points.
const (
	curveTop    = 22 // the height of the best emotion
	curveBottom = 76 // and of the worst
)

// Score is the emotion of one step, from −2 to 2.
type Score struct {
	Value int
	IsSet bool // a step without one breaks the line
}

// CurvePoint is where one step stands on a curve.
type CurvePoint struct {
	Point
	Above bool // there is more room for its score above the point than below
}

// Level returns the height of an emotion from −2 to 2.
func Level(emotion float64) float64 {
	return round(curveBottom - Along(emotion, -2, 2)/100*(curveBottom-curveTop))
}

// slot returns where the i-th of count steps stands in a column, counted from 0
// and all columns being equal: each step has the same share of its column and
// stands in the middle of it, but for a shift in shares, from −0.5 to 0.5.
func slot(column, columns, i, count int, shift float64) float64 {
	share := (float64(i) + 0.5 + shift) / float64(count)
	return round(inside((float64(column) + share) / float64(columns) * 100))
}

// Curve returns the spots of the steps of each column, and the data of a path
// for each unbroken part of the line: a step without a score and a column
// without steps break it. A step that stands alone between two breaks has no
// path.
func Curve(columns [][]Score, shift float64) (spots [][]CurvePoint, paths []string) {
	var run []*CurvePoint
	flush := func() {
		if data := smoothRun(run); data != "" {
			paths = append(paths, data)
		}
		run = nil
	}
	for c, scores := range columns {
		if len(scores) == 0 {
			flush()
		}
		column := make([]CurvePoint, len(scores))
		for i, s := range scores {
			column[i].Point = Point{slot(c, len(columns), i, len(scores), shift), Level(float64(s.Value))}
			if s.IsSet {
				run = append(run, &column[i])
			} else {
				flush()
			}
		}
		spots = append(spots, column)
	}
	flush()
	return spots, paths
}

// smoothRun returns the path through the spots of one part of the line, and
// settles where their scores have room.
func smoothRun(run []*CurvePoint) string {
	points := make([]Point, len(run))
	for i, s := range run {
		points[i] = s.Point
		s.Above = above(s.Y, run[max(i-1, 0)].Y, run[min(i+1, len(run)-1)].Y)
	}
	return smoothPath(points)
}

// above tells whether a point lies above the middle of its neighbours, or, on an
// even slope, in the upper half of the scale.
func above(y, before, after float64) bool {
	if middle := (before + after) / 2; y != middle {
		return y < middle
	}
	return y <= Level(0)
}
