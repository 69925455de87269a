package chart

import (
	"math"
	"slices"
	"testing"
)

func TestScatter(t *testing.T) {
	spots := []Spot{{1, 5}, {5, 1}, {3, 3}, {3, 3}, {5, 1}, {5, 1}}
	want := []Place{
		{Point{10, 10}, 1},                     // alone, in the middle of the top left cell
		{Point{85, 85}, 2},                     // three at the bottom right: two above, one below
		{Point{45, 50}, 2}, {Point{55, 50}, 2}, // two side by side
		{Point{95, 85}, 2}, {Point{85, 95}, 2},
	}
	if got := Scatter(spots, 5); !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if got := Scatter(nil, 5); len(got) != 0 {
		t.Errorf("nothing is drawn as %v", got)
	}
}

// TestScatteredDotsDoNotMeet fills one cell with more and more.
func TestScatteredDotsDoNotMeet(t *testing.T) {
	for n := 1; n <= 40; n++ {
		dots := Scatter(slices.Repeat([]Spot{{2, 4}}, n), 5)
		width := 20/float64(dots[0].Share) - .02 // less what rounding may take
		for i, a := range dots {
			if a.X-width/2 < 20 || a.X+width/2 > 40 || a.Y-width/2 < 20 || a.Y+width/2 > 40 {
				t.Fatalf("%d in a cell: %v leaves it", n, a)
			}
			for _, b := range dots[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < width {
					t.Fatalf("%d in a cell: %v covers %v", n, a, b)
				}
			}
		}
	}
}
