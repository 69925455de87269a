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

func TestRange(t *testing.T) {
	five := Scale{Low: 1, High: 5}
	share := Scale{Low: 1, High: 5, Positive: 2}
	for _, c := range []struct {
		method    Method
		scale     Scale
		low, high float64
	}{
		{NPS, Scale{}, -100, 100},
		{Ratio, Scale{}, 0, 100},
		{Churn, Scale{}, 0, 100},
		{CES, five, 1, 5},
		{CES, share, 0, 100},
		{CSAT, five, 0, 100},
		{CSAT, Scale{Low: -2, High: 2}, -2, 100},
		{CLV, Scale{}, 0, Largest},
		{Number, Scale{}, -Largest, Largest},
	} {
		if low, high := c.method.Range(c.scale); low != c.low || high != c.high {
			t.Errorf("%s on %v: %v to %v", c.method, c.scale, low, high)
		}
	}
}
