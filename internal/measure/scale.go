package measure

import (
	"fmt"
	"strconv"
	"strings"
)

// Scale is the scale that a question is answered on. The zero Scale begins at 1,
// is as long as there are counts, and its high points are the good ones.
type Scale struct {
	Low, High int
	Falling   bool // the low points are the good ones: effort, not ease
	Positive  int  // how many points at the good end are positive answers; 0 where it is not declared
}

// ParseScale reads a scale such as "0-10".
func ParseScale(text string) (Scale, error) {
	low, high, _ := strings.Cut(text, "-")
	l, err := strconv.Atoi(low)
	if err != nil {
		return Scale{}, fmt.Errorf("%q is not a scale", text)
	}
	h, err := strconv.Atoi(high)
	if err != nil || h <= l {
		return Scale{}, fmt.Errorf("%q is not a scale", text)
	}
	return Scale{Low: l, High: h}, nil
}

// IsSet tells whether the scale has ends.
func (s Scale) IsSet() bool { return s.High > s.Low }

// SatisfiedFrom returns the scale on which answers are positive from a point to
// the good end. The error says which points can be meant: neither all nor none
// may be positive.
func (s Scale) SatisfiedFrom(point int) (Scale, error) {
	first, last := s.Low+1, s.High
	s.Positive = s.High - point + 1
	if s.Falling {
		first, last = s.Low, s.High-1
		s.Positive = point - s.Low + 1
	}
	if point < first || point > last {
		return s, fmt.Errorf("on the scale %d-%d, answers can be positive from a point between %d and %d", s.Low, s.High, first, last)
	}
	return s, nil
}

// Range returns between which numbers every value of the method lies, on a scale
// where answers have one. A csat may be a share or a mean, so it has the range of
// both.
func (m Method) Range(s Scale) (low, high float64) {
	switch {
	case m == NPS:
		return -100, 100
	case m == CES && s.Positive == 0 && s.IsSet():
		return float64(s.Low), float64(s.High)
	case m == CSAT && s.IsSet():
		return min(0, float64(s.Low)), max(100, float64(s.High))
	case m.Percent() || m.Counted() && s.Positive > 0:
		return 0, 100
	case m == CLV:
		return 0, Largest
	}
	return -Largest, Largest
}

// point returns the point of the scale that a count is of.
func (s Scale) point(i int) float64 {
	if !s.IsSet() {
		return float64(i + 1)
	}
	return float64(s.Low + i)
}

// topTwo is how many points of a scale count as satisfied unless it says more:
// the "top two box" of market research.
const topTwo = 2

// positive tells whether the answers of a count, of so many, are positive.
func (s Scale) positive(i, counts int) bool {
	points := s.Positive
	if points == 0 {
		points = min(topTwo, counts-1)
	}
	if s.Falling {
		return i < points
	}
	return i >= counts-points
}
