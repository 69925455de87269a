package chart

import (
	"math"
	"testing"
)

func TestRingOfFour(t *testing.T) {
	r := NewRing(4)
	want := []Point{{50, 9}, {91, 50}, {50, 91}, {9, 50}}
	for i, c := range r.Centres {
		if c != want[i] {
			t.Errorf("disc %d is at %v, want %v", i+1, c, want[i])
		}
	}
	if len(r.Lines) != 4 || len(r.Heads) != 4 || r.Radius != 8 {
		t.Errorf("got %d lines, %d heads, radius %v", len(r.Lines), len(r.Heads), r.Radius)
	}
	if want := "M59.44 10.1A41 41 0 0 1 88.79 36.72"; r.Lines[0] != want {
		t.Errorf("the first line is %s, want %s", r.Lines[0], want)
	}
}

func TestRingDiscsStayApartAndInside(t *testing.T) {
	for n := 2; n <= 60; n++ {
		r := NewRing(n)
		for i, c := range r.Centres {
			next := r.Centres[(i+1)%n]
			if gap := math.Hypot(c.X-next.X, c.Y-next.Y) - 2*r.Radius; gap < r.Radius/2 {
				t.Errorf("%d discs: %d and the next leave %.2f between them", n, i+1, gap)
			}
			if min(c.X, c.Y)-r.Radius < 0 || max(c.X, c.Y)+r.Radius > 100 {
				t.Errorf("%d discs: %d at %v leaves the box", n, i+1, c)
			}
		}
		if len(r.Lines) != n || len(r.Heads) != n {
			t.Errorf("%d discs have %d lines and %d heads", n, len(r.Lines), len(r.Heads))
		}
	}
}

func TestRingOfFew(t *testing.T) {
	if r := NewRing(0); len(r.Centres) != 0 {
		t.Errorf("no discs: %+v", r)
	}
	if r := NewRing(1); len(r.Centres) != 1 || len(r.Lines) != 0 {
		t.Errorf("one disc: %+v", r)
	}
}
