package chart

import "math"

// Spot is a cell of a square grid: Column from the left, Row from the bottom,
// both from 1.
type Spot struct{ Column, Row int }

// Place is where an item stands in the drawing. Share is how many dots stand side
// by side in its cell: a dot may be as wide as the cell divided by Share.
type Place struct {
	Point
	Share int
}

// Scatter places items in the cells of a grid of size × size, the dots in the
// order of the spots. Several in one cell stand in rows of equal places from its
// top left, so that none covers another.
func Scatter(spots []Spot, size int) []Place {
	in := map[Spot]int{} // how many each cell holds
	for _, s := range spots {
		in[s]++
	}
	placed := map[Spot]int{}
	dots := make([]Place, len(spots))
	for i, s := range spots {
		side := int(math.Ceil(math.Sqrt(float64(in[s]))))
		rows := (in[s] + side - 1) / side
		k := placed[s]
		placed[s]++
		cell := 100 / float64(size)
		x := (float64(s.Column-1) + middle(k%side, side)) * cell
		y := 100 - (float64(s.Row)-middle(k/side, rows))*cell
		dots[i] = Place{pointAt(x, y), side}
	}
	return dots
}

// middle returns the middle of the i-th of n equal parts of a length of 1.
func middle(i, n int) float64 { return (float64(i) + .5) / float64(n) }
