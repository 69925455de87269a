package measure

import (
	"math"
	"math/rand/v2"
	"testing"
)

// measured measures a row that is known to be right.
func measured(t *testing.T, m Method, r Row) Measured {
	t.Helper()
	v, problem := m.Measure(r)
	if problem != nil {
		t.Fatalf("%s of %+v: %s", m, r, problem.Text)
	}
	return v
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.05 }

// TestPromotionInterval holds the two forms against the check values of the
// field: 100 answers, 50 promoters, 20 detractors.
func TestPromotionInterval(t *testing.T) {
	plain, adjusted := promotionInterval(50, 20, 100, 0), promotionInterval(50, 20, 100, wald)
	if !near(plain.Margin(), 15.3) || !near((plain.Low+plain.High)/2, 30) {
		t.Errorf("plain: %+v", plain)
	}
	if !near(adjusted.Margin(), 15.1) || !near((adjusted.Low+adjusted.High)/2, 29.1) {
		t.Errorf("adjusted: %+v", adjusted)
	}
}

// TestIntervals compares with values worked by hand.
func TestIntervals(t *testing.T) {
	for _, c := range []struct {
		name      string
		method    Method
		row       Row
		low, high float64
	}{
		{"81 of 263, the example of Newcombe (1998)", Ratio, numbers("count", 81, "total", 263), 25.53, 36.62},
		{"nobody of ten", Ratio, numbers("count", 0, "total", 10), 0, 27.75},
		{"all of ten", Ratio, numbers("count", 10, "total", 10), 72.25, 100},
		{"one of one", Ratio, numbers("count", 1, "total", 1), 20.65, 100},
		{"all promoters", NPS, numbers("promoters", 7, "passives", 0, "detractors", 0), 32.81, 100},
		{"one answer", NPS, numbers("promoters", 0, "passives", 1, "detractors", 0), -60.01, 60.01},
		{"a mean: s = √(8/3)", CES, onScale(Scale{Low: 1, High: 7}, 1, 0, 2, 0, 1, 0, 0), 1.4, 4.6},
		{"a mean at the end of its scale", CES, onScale(Scale{Low: 1, High: 5}, 0, 0, 0, 1, 1), 3.52, 5},
	} {
		got := measured(t, c.method, c.row).Interval
		if !got.IsSet || !near(got.Low, c.low) || !near(got.High, c.high) {
			t.Errorf("%s: %+v, want %v to %v", c.name, got, c.low, c.high)
		}
	}
}

func TestValuesWithoutInterval(t *testing.T) {
	for name, c := range map[string]struct {
		method Method
		row    Row
	}{
		"a mean without counts":  {CSAT, numbers("mean", 4.2, "answers", 80)},
		"a mean of one answer":   {CES, onScale(Scale{}, 0, 1, 0)},
		"answers all alike":      {CES, onScale(Scale{}, 0, 9, 0)},
		"the value of customers": {CLV, numbers("purchase_value", 2, "purchases_per_year", 2, "years", 2)},
		"a plain number":         {Number, numbers("value", 2)},
	} {
		if got := measured(t, c.method, c.row).Interval; got != (Interval{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestIntervalsAreSound draws results at random: an interval lies inside what can
// be, holds its value (or, for nps, the adjusted centre), and is narrower for ten
// times the same answers.
func TestIntervalsAreSound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		a, b, c := 1+r.IntN(60), r.IntN(60), r.IntN(60)
		checkSound(t, Ratio, numbers("count", a, "total", a+b), 0, 100)
		checkSound(t, Churn, numbers("start", a+c, "lost", c), 0, 100)
		checkSound(t, Retention, numbers("start", a+b, "end", a+c, "new", c), 0, 100)
		checkSound(t, NPS, numbers("promoters", a, "passives", b, "detractors", c), -100, 100)
		checkSound(t, CSAT, onScale(Scale{}, float64(a), float64(b), float64(c)), 0, 100)
		checkSound(t, CES, onScale(Scale{}, float64(a), float64(b+1), float64(c)), 1, 3)
	}
}

func checkSound(t *testing.T, m Method, r Row, least, most float64) {
	t.Helper()
	v := measured(t, m, r)
	held := v.Value
	if m == NPS {
		held = (r.Numbers["promoters"] - r.Numbers["detractors"]) / (v.Answers + wald) * 100
	}
	const epsilon = 1e-9
	if i := v.Interval; !i.IsSet || i.Low < least || i.High > most || held < i.Low-epsilon || held > i.High+epsilon {
		t.Fatalf("%s of %+v: %v in %+v", m, r, v.Value, i)
	}
	if more := measured(t, m, tenfold(r)); more.Interval.Margin() >= v.Interval.Margin() {
		t.Fatalf("%s of %+v: ±%v, and ±%v for ten times the answers", m, r, v.Interval.Margin(), more.Interval.Margin())
	}
}

func tenfold(r Row) Row {
	more := Row{Numbers: map[string]float64{}, Scale: r.Scale}
	for name, v := range r.Numbers {
		more.Numbers[name] = 10 * v
	}
	for _, c := range r.Counts {
		more.Counts = append(more.Counts, 10*c)
	}
	return more
}

// TestDifference uses the first example of Newcombe (1998): 56 of 70 against 48
// of 80 differ by 0.2, from 0.0524 to 0.3339.
func TestDifference(t *testing.T) {
	newer := measured(t, Ratio, numbers("count", 56, "total", 70))
	older := measured(t, Ratio, numbers("count", 48, "total", 80))
	up, down := Difference(newer, older), Difference(older, newer)
	if !near(up.Low, 5.24) || !near(up.High, 33.39) || up.Holds(0) {
		t.Errorf("newer − older: %+v", up)
	}
	if !near(down.Low, -33.39) || !near(down.High, -5.24) {
		t.Errorf("older − newer: %+v", down)
	}
	if same := Difference(newer, newer); !same.Holds(0) {
		t.Errorf("a result differs from itself: %+v", same)
	}
	for _, plain := range []Measured{{Value: 3}, {Value: 3, Answers: 9}} {
		if got := Difference(newer, plain); got.IsSet || got.Holds(0) {
			t.Errorf("a difference from %+v: %+v", plain, got)
		}
	}
}
