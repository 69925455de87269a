package chart

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestStepsStandInTheirColumns(t *testing.T) {
	for columns := 1; columns <= 9; columns++ {
		for count := 1; count <= 8; count++ {
			for c := range columns {
				left, right := float64(c)/float64(columns)*100, float64(c+1)/float64(columns)*100
				sum, last := 0.0, left
				for i := range count {
					x := slot(c, columns, i, count, 0)
					if x <= last || x >= right {
						t.Fatalf("step %d of %d in column %d of %d stands at %v, outside its share", i+1, count, c+1, columns, x)
					}
					sum, last = sum+x, x
				}
				if middle := sum / float64(count); middle < (left+right)/2-.01 || middle > (left+right)/2+.01 {
					t.Errorf("%d steps in column %d of %d are not centred: their mean is %v", count, c+1, columns, middle)
				}
			}
		}
	}
}

func TestShiftedStepsStayInTheirShare(t *testing.T) {
	for _, shift := range []float64{-.5, -.25, .25, .5} {
		got := slot(1, 4, 2, 5, shift)
		if want := 25 + 25*(2.5+shift)/5; got != want {
			t.Errorf("shift %v: %v, want %v", shift, got, want)
		}
	}
}

func TestLevels(t *testing.T) {
	for emotion, want := range map[float64]float64{2: 22, 1: 35.5, 0: 49, -1: 62.5, -2: 76, 7: 22, -7: 76} {
		if got := Level(emotion); got != want {
			t.Errorf("Level(%v) = %v, want %v", emotion, got, want)
		}
	}
}

func score(value int) Score { return Score{Value: value, IsSet: true} }

func TestCurveBreaksWhereNothingIsScored(t *testing.T) {
	for _, c := range []struct {
		name    string
		columns [][]Score
		paths   int
	}{
		{"unbroken", [][]Score{{score(1), score(2)}, {score(-1)}}, 1},
		{"a step without a score", [][]Score{{score(1), score(2)}, {{}, score(1), score(0)}}, 2},
		{"a column without steps", [][]Score{{score(1), score(2)}, {}, {score(1), score(0)}}, 2},
		{"a step alone between breaks", [][]Score{{score(1), score(2)}, {{}, score(1), {}}, {score(1), score(0)}}, 2},
		{"one step", [][]Score{{score(1)}}, 0},
		{"nothing scored", [][]Score{{{}, {}}, {{}}}, 0},
		{"no steps", [][]Score{{}, {}}, 0},
		{"no columns", nil, 0},
	} {
		spots, paths := Curve(c.columns, 0)
		if len(paths) != c.paths {
			t.Errorf("%s: %d paths, want %d: %q", c.name, len(paths), c.paths, paths)
		}
		for i := range c.columns {
			if len(spots[i]) != len(c.columns[i]) {
				t.Errorf("%s: column %d has %d spots for %d steps", c.name, i, len(spots[i]), len(c.columns[i]))
			}
		}
	}
}

func TestCurvePassesThroughItsSpots(t *testing.T) {
	spots, paths := Curve([][]Score{{score(1)}, {score(-2), score(0)}}, 0)
	const want = "M25 35.5C43.75 35.5 43.75 76 62.5 76C75 76 75 49 87.5 49"
	if len(paths) != 1 || paths[0] != want {
		t.Errorf("got %q, want %q", paths, want)
	}
	if s := spots[1][0]; s.X != 62.5 || s.Y != 76 {
		t.Errorf("the second step stands at %v", s.Point)
	}
}

func TestScoresStandClearOfTheLine(t *testing.T) {
	for _, c := range []struct {
		before, at, after int
		above             bool
	}{
		{0, 2, 0, true}, {0, -2, 0, false}, {-2, -1, -2, true}, {2, 1, 2, false},
		{0, 1, 2, true}, {0, -1, -2, false}, {1, 1, 1, true}, {-1, -1, -1, false}, {0, 0, 0, true},
	} {
		spots, _ := Curve([][]Score{{score(c.before), score(c.at), score(c.after)}}, 0)
		if got := spots[0][1].Above; got != c.above {
			t.Errorf("%d between %d and %d: above is %v", c.at, c.before, c.after, got)
		}
	}
}

func TestCurveStaysInTheBox(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		columns := make([][]Score, r.IntN(10))
		scored := 0
		for i := range columns {
			columns[i] = make([]Score, r.IntN(9))
			for k := range columns[i] {
				columns[i][k] = Score{Value: r.IntN(5) - 2, IsSet: r.IntN(4) > 0}
				if columns[i][k].IsSet {
					scored++
				}
			}
		}
		spots, paths := Curve(columns, r.Float64()-.5)
		ends := 0
		for _, p := range paths {
			ends += strings.Count(p, "C") + 1
		}
		if ends > scored {
			t.Fatalf("the line has %d ends, only %d steps are scored", ends, scored)
		}
		for _, column := range spots {
			for _, s := range column {
				if s.X < 0 || s.X > 100 || s.Y < curveTop || s.Y > curveBottom {
					t.Fatalf("%v leaves the box", s.Point)
				}
			}
		}
	}
}
