package measure

import "testing"

func TestShortfall(t *testing.T) {
	for _, c := range []struct {
		name          string
		value, target float64
		moreIsBetter  bool
		want          float64
	}{
		{"too low", 30, 40, true, 25},
		{"reached", 40, 40, true, 0},
		{"passed", 50, 40, true, 0},
		{"too high", 9, 5, false, 80},
		{"low enough", 4, 5, false, 0},
		{"below a target under zero", -20, -10, true, 100},
		{"a target of zero", 3, 0, false, 0},
	} {
		if got := Shortfall(c.value, c.target, c.moreIsBetter); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
