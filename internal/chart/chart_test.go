package chart

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

func TestPathData(t *testing.T) {
	points := []Point{{0, 50}, {33.333333, 0}, {100, 100}}
	for _, c := range []struct{ name, got, want string }{
		{"line", linePath(points), "M0 50L33.33 0L100 100"},
		{"smooth", smoothPath(points), "M0 50C16.67 50 16.67 0 33.33 0C66.67 0 66.67 100 100 100"},
		{"area", areaPath(points[:2], []Point{{0, 60}, {33.333333, 10}}), "M0 50L33.33 0L33.33 10L0 60Z"},
		{"line of one point", linePath(points[:1]), ""},
		{"smooth of nothing", smoothPath(nil), ""},
		{"area of one point", areaPath(points[:1], points[:1]), ""},
		{"area of unlike rows", areaPath(points, points[:2]), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestAlong(t *testing.T) {
	for _, c := range []struct{ value, low, high, want float64 }{
		{-2, -2, 2, 0}, {0, -2, 2, 50}, {2, -2, 2, 100}, {1, 3, 0, 66.67},
		{9, -2, 2, 100}, {-9, -2, 2, 0}, {7, 7, 7, 50},
	} {
		if got := Along(c.value, c.low, c.high); got != c.want {
			t.Errorf("Along(%v, %v, %v) = %v, want %v", c.value, c.low, c.high, got, c.want)
		}
	}
}

func TestCoordinatesStayInTheBoxAndShort(t *testing.T) {
	short := regexp.MustCompile(`^(?:[MLCZ ]?(?:100|\d{1,2}(?:\.\d{1,2})?)?)+$`)
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		points := make([]Point, 2+r.IntN(9))
		for i := range points {
			points[i] = pointAt(r.NormFloat64()*100, r.NormFloat64()*100)
		}
		for _, data := range []string{linePath(points), smoothPath(points), areaPath(points, points)} {
			if !short.MatchString(data) {
				t.Fatalf("path data %q leaves the box or is too long", data)
			}
		}
	}
}
