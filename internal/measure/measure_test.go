package measure

import (
	"math"
	"testing"
)

func TestMeasure(t *testing.T) {
	numbers := func(pairs ...any) Row {
		r := Row{Numbers: map[string]float64{}}
		for i := 0; i < len(pairs); i += 2 {
			r.Numbers[pairs[i].(string)] = float64(pairs[i+1].(int))
		}
		return r
	}
	for _, c := range []struct {
		name   string
		method Method
		row    Row
		want   Measured
	}{
		{"the check value of NPS", NPS, numbers("promoters", 50, "passives", 30, "detractors", 20), Measured{30, 100, false}},
		{"all promoters", NPS, numbers("promoters", 7, "passives", 0, "detractors", 0), Measured{100, 7, false}},
		{"all detractors", NPS, numbers("promoters", 0, "passives", 0, "detractors", 1), Measured{-100, 1, false}},
		{"retention", Retention, numbers("start", 200, "end", 210, "new", 30), Measured{90, 200, true}},
		{"churn", Churn, numbers("start", 400, "lost", 10), Measured{2.5, 400, true}},
		{"value of a customer", CLV, numbers("purchase_value", 100, "purchases_per_year", 2, "years", 3), Measured{600, 0, false}},
		{"the same with a margin", CLV, numbers("purchase_value", 100, "purchases_per_year", 2, "years", 3, "margin", 2), Measured{1200, 0, false}},
		{"ratio", Ratio, numbers("count", 0, "total", 8), Measured{0, 8, true}},
		{"value", Number, numbers("value", -4), Measured{-4, 0, false}},
		{"satisfied by the top two", CSAT, Row{Counts: []float64{1, 1, 2, 3, 3}}, Measured{60, 10, true}},
		{"satisfied as counted", CSAT, numbers("satisfied", 3, "answers", 4), Measured{75, 4, true}},
		{"satisfied as a mean", CSAT, numbers("mean", 4, "answers", 12), Measured{4, 12, false}},
		{"effort as a mean", CES, Row{Counts: []float64{0, 0, 1, 1}}, Measured{3.5, 2, false}},
		{"effort from zero", CES, Row{Counts: []float64{1, 0, 1}, Scale: Scale{0, 2}}, Measured{1, 2, false}},
	} {
		got, err := c.method.Measure(c.row)
		if err != nil || math.Abs(got.Value-c.want.Value) > 1e-9 || got.Answers != c.want.Answers || got.Percent != c.want.Percent {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestWhatCannotBeMeasuredSaysWhy(t *testing.T) {
	for name, c := range map[string]struct {
		method Method
		row    Row
	}{
		"no answers":            {NPS, Row{Numbers: map[string]float64{"promoters": 0, "passives": 0, "detractors": 0}}},
		"a negative count":      {NPS, Row{Numbers: map[string]float64{"promoters": -1, "passives": 2, "detractors": 0}}},
		"a missing column":      {Churn, Row{Numbers: map[string]float64{"start": 4}}},
		"nobody at the start":   {Churn, Row{Numbers: map[string]float64{"start": 0, "lost": 0}}},
		"more than there were":  {Ratio, Row{Numbers: map[string]float64{"count": 5, "total": 4}}},
		"more new than at all":  {Retention, Row{Numbers: map[string]float64{"start": 5, "end": 4, "new": 6}}},
		"half an answer":        {CES, Row{Counts: []float64{0.5}}},
		"counts off the scale":  {CSAT, Row{Counts: []float64{1, 2, 3}, Scale: Scale{1, 5}}},
		"counts of nobody":      {CES, Row{Counts: []float64{0, 0}}},
		"nothing at all":        {CSAT, Row{}},
		"a method of no name":   {"", Row{}},
		"a value without value": {Number, Row{}},
	} {
		if got, err := c.method.Measure(c.row); err == nil {
			t.Errorf("%s: measured as %+v", name, got)
		}
	}
}

func TestParseScale(t *testing.T) {
	if s, err := ParseScale("0-10"); err != nil || s != (Scale{0, 10}) {
		t.Errorf("0-10 is %v, %v", s, err)
	}
	for _, wrong := range []string{"", "5", "a-b", "5-1", "1-1", "1–5"} {
		if s, err := ParseScale(wrong); err == nil {
			t.Errorf("%q is %v", wrong, s)
		}
	}
}
