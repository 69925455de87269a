package measure

import "testing"

func TestParseScale(t *testing.T) {
	if s, err := ParseScale("0-10"); err != nil || s != (Scale{Low: 0, High: 10}) {
		t.Errorf("0-10 is %v, %v", s, err)
	}
	for _, wrong := range []string{"", "5", "a-b", "5-1", "1-1", "1–5"} {
		if s, err := ParseScale(wrong); err == nil {
			t.Errorf("%q is %v", wrong, s)
		}
	}
}

// TestSatisfiedFrom counts positive points from the good end, and refuses scales
// on which all or no answers would be positive.
func TestSatisfiedFrom(t *testing.T) {
	rising, falling := Scale{Low: 1, High: 5}, Scale{Low: 1, High: 5, Falling: true}
	for _, c := range []struct {
		scale    Scale
		point    int
		positive int // 0 for none
	}{
		{rising, 4, 2}, {rising, 5, 1}, {rising, 2, 4}, {rising, 1, 0}, {rising, 6, 0},
		{falling, 2, 2}, {falling, 1, 1}, {falling, 4, 4}, {falling, 5, 0}, {falling, 0, 0},
	} {
		got, err := c.scale.SatisfiedFrom(c.point)
		if (err == nil) != (c.positive > 0) || err == nil && got.Positive != c.positive {
			t.Errorf("%+v from %d: %d positive points, %v", c.scale, c.point, got.Positive, err)
		}
	}
}
