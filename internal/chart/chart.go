// Package chart turns values into the coordinates of drawings.
//
// In go numbers; out come positions and path data in a box of 100 × 100, from
// the top left. Templates draw them: points and labels at percentages of an SVG
// without a viewBox, paths in a nested SVG with viewBox "0 0 100 100" and
// preserveAspectRatio "none". So a drawing fits any width without a script, and
// stays aligned with equal columns above it. Coordinates have at most two
// decimals, so equal values give equal bytes on every machine.
package chart

import (
	"math"
	"strconv"
	"strings"
)

// Point is a position in the box: both coordinates run from 0 to 100, Y from
// the top.
type Point struct{ X, Y float64 }

// pointAt returns the point with its coordinates rounded and held inside the
// box.
func pointAt(x, y float64) Point { return Point{round(inside(x)), round(inside(y))} }

// Along returns where a value lies between low and high, from 0 to 100. Where
// both ends are the same, all lies in the middle.
func Along(value, low, high float64) float64 {
	if low == high {
		return 50
	}
	return round(inside((value - low) / (high - low) * 100))
}

// linePath returns the data of a path of straight lines, empty for less than two
// points.
func linePath(points []Point) string {
	if len(points) < 2 {
		return ""
	}
	var p path
	p.to('M', points[0])
	for _, next := range points[1:] {
		p.to('L', next)
	}
	return p.String()
}

// smoothPath returns the data of a path through the points, which rise in X, empty
// for less than two of them. Each half of a segment leaves its point level, so
// the curve never rises above the higher of two neighbours nor falls below the
// lower one.
func smoothPath(points []Point) string {
	if len(points) < 2 {
		return ""
	}
	var p path
	p.to('M', points[0])
	for i, next := range points[1:] {
		middle := round((points[i].X + next.X) / 2)
		p.to('C', Point{middle, points[i].Y}, Point{middle, next.Y}, next)
	}
	return p.String()
}

// areaPath returns the data of a closed path around the band between two rows of
// points with the same X, empty for less than two of each.
func areaPath(upper, lower []Point) string {
	if len(upper) < 2 || len(upper) != len(lower) {
		return ""
	}
	var p path
	p.to('M', upper[0])
	for _, next := range upper[1:] {
		p.to('L', next)
	}
	for i := len(lower) - 1; i >= 0; i-- {
		p.to('L', lower[i])
	}
	return p.String() + "Z"
}

// path gathers path data.
type path struct{ strings.Builder }

func (p *path) to(command byte, points ...Point) {
	p.WriteByte(command)
	for i, at := range points {
		if i > 0 {
			p.WriteByte(' ')
		}
		p.WriteString(number(at.X))
		p.WriteByte(' ')
		p.WriteString(number(at.Y))
	}
}

func number(v float64) string { return strconv.FormatFloat(round(v), 'f', -1, 64) }

func round(v float64) float64 { return math.Round(v*100) / 100 }

func inside(v float64) float64 { return min(max(v, 0), 100) }
