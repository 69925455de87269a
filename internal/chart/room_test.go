package chart

import "testing"

func TestBoxIsFree(t *testing.T) {
	box := Box{Left: 60, Right: 100, Top: 20, Bottom: 40}
	for _, c := range []struct {
		name string
		line []Point
		want bool
	}{
		{"no line", nil, true},
		{"a dot inside", []Point{{70, 30}}, false},
		{"a dot outside", []Point{{50, 30}}, true},
		{"above all the way", []Point{{0, 10}, {100, 15}}, true},
		{"through, with both ends outside", []Point{{0, 80}, {100, 0}}, false},
		{"down to the left of it", []Point{{0, 30}, {55, 30}, {59, 90}, {100, 90}}, true},
		{"steeply through", []Point{{70, 0}, {71, 100}}, false},
	} {
		if got := box.IsFree(c.line); got != c.want {
			t.Errorf("%s: free is %v", c.name, got)
		}
	}
}
