package measure

import (
	"math"
	"testing"
)

// numbers returns a row of columns and their values, in turn.
func numbers(pairs ...any) Row {
	r := Row{Numbers: map[string]float64{}}
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case int:
			r.Numbers[pairs[i].(string)] = float64(v)
		case float64:
			r.Numbers[pairs[i].(string)] = v
		}
	}
	return r
}

// onScale returns a row of answers per point.
func onScale(s Scale, counts ...float64) Row { return Row{Counts: counts, Scale: s} }

func TestMeasure(t *testing.T) {
	effort := Scale{Low: 1, High: 5, Falling: true}
	for _, c := range []struct {
		name   string
		method Method
		row    Row
		want   Measured
	}{
		{"the check value of NPS", NPS, numbers("promoters", 50, "passives", 30, "detractors", 20), Measured{Value: 30, Answers: 100}},
		{"all promoters", NPS, numbers("promoters", 7, "passives", 0, "detractors", 0), Measured{Value: 100, Answers: 7}},
		{"all detractors", NPS, numbers("promoters", 0, "passives", 0, "detractors", 1), Measured{Value: -100, Answers: 1}},
		{"retention", Retention, numbers("start", 200, "end", 210, "new", 30), Measured{Value: 90, Answers: 200, Percent: true}},
		{"churn", Churn, numbers("start", 400, "lost", 10), Measured{Value: 2.5, Answers: 400, Percent: true}},
		{"value of a customer", CLV, numbers("purchase_value", 100, "purchases_per_year", 2, "years", 3), Measured{Value: 600}},
		{"the same with a margin", CLV, numbers("purchase_value", 100, "purchases_per_year", 2, "years", 3, "margin", 2), Measured{Value: 1200}},
		{"ratio", Ratio, numbers("count", 0, "total", 8), Measured{Value: 0, Answers: 8, Percent: true}},
		{"value", Number, numbers("value", -4), Measured{Value: -4}},
		{"satisfied by the top two", CSAT, Row{Counts: []float64{1, 1, 2, 3, 3}}, Measured{Value: 60, Answers: 10, Percent: true}},
		{"satisfied as counted", CSAT, numbers("satisfied", 3, "answers", 4), Measured{Value: 75, Answers: 4, Percent: true}},
		{"satisfied as a mean", CSAT, numbers("mean", 4, "answers", 12), Measured{Value: 4, Answers: 12}},
		{"effort as a mean", CES, Row{Counts: []float64{0, 0, 1, 1}}, Measured{Value: 3.5, Answers: 2}},
		{"passives left out", NPS, numbers("promoters", 3, "detractors", 1, "answers", 8), Measured{Value: 25, Answers: 8}},
		{"everybody stays", Retention, numbers("start", 5, "end", 6, "new", 1), Measured{Value: 100, Answers: 5, Percent: true}},
		{"satisfied from a point", CSAT, onScale(Scale{Low: 1, High: 5, Positive: 3}, 1, 1, 2, 3, 3), Measured{Value: 80, Answers: 10, Percent: true}},
		{"the better half of two points", CSAT, onScale(Scale{Low: 0, High: 1}, 1, 3), Measured{Value: 75, Answers: 4, Percent: true}},
		{"ease as a share", CES, onScale(Scale{Low: 1, High: 4, Positive: 1}, 1, 1, 1, 1), Measured{Value: 25, Answers: 4, Percent: true}},
		{"little effort as a share", CES, onScale(Scale{Low: 1, High: 5, Falling: true, Positive: 2}, 4, 2, 1, 1, 2), Measured{Value: 60, Answers: 10, Percent: true}},
		{"effort as a mean that falls", CES, onScale(effort, 2, 0, 0, 0, 2), Measured{Value: 3, Answers: 4}},
		{"effort from zero", CES, Row{Counts: []float64{1, 0, 1}, Scale: Scale{Low: 0, High: 2}}, Measured{Value: 1, Answers: 2}},
	} {
		got, err := c.method.Measure(c.row)
		if err != nil || math.Abs(got.Value-c.want.Value) > 1e-9 || got.Answers != c.want.Answers || got.Percent != c.want.Percent {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestWhatCannotBeMeasuredSaysWhy(t *testing.T) {
	five := Scale{Low: 1, High: 5}
	share := Scale{Low: 1, High: 5, Positive: 2}
	for name, c := range map[string]struct {
		method Method
		row    Row
		column string // to blame
	}{
		"no answers":             {NPS, numbers("promoters", 0, "passives", 0, "detractors", 0), ""},
		"a negative count":       {NPS, numbers("promoters", -1, "passives", 2, "detractors", 0), "promoters"},
		"half a person":          {Churn, numbers("start", 10, "lost", 2.5), "lost"},
		"promoters past answers": {NPS, numbers("promoters", 9, "passives", 0, "detractors", 0, "answers", 8), "promoters"},
		"groups past answers":    {NPS, numbers("promoters", 5, "detractors", 5, "answers", 8), "answers"},
		"groups short of it":     {NPS, numbers("promoters", 1, "passives", 1, "detractors", 1, "answers", 8), "answers"},
		"passives unknown":       {NPS, numbers("promoters", 1, "detractors", 1), ""},
		"a missing column":       {Churn, numbers("start", 4), ""},
		"nobody at the start":    {Churn, numbers("start", 0, "lost", 0), "start"},
		"more than there were":   {Ratio, numbers("count", 5, "total", 4), "count"},
		"more lost than had":     {Churn, numbers("start", 4, "lost", 5), "lost"},
		"more new than at all":   {Retention, numbers("start", 5, "end", 4, "new", 6), "new"},
		"more stay than were":    {Retention, numbers("start", 5, "end", 9, "new", 3), "end"},
		"satisfied past answers": {CSAT, numbers("satisfied", 3, "answers", 2), "satisfied"},
		"half an answer":         {CES, onScale(Scale{}, 0.5, 1), "counts"},
		"counts off the scale":   {CSAT, onScale(five, 1, 2, 3), "counts"},
		"one scale point":        {CSAT, onScale(Scale{}, 4), "counts"},
		"counts of nobody":       {CES, onScale(Scale{}, 0, 0), "counts"},
		"a mean off the scale":   {CES, Row{Numbers: map[string]float64{"mean": 5.1}, Scale: five}, "mean"},
		"a mean among shares":    {CES, Row{Numbers: map[string]float64{"mean": 5}, Scale: share}, "mean"},
		"a share among means":    {CES, numbers("satisfied", 2, "answers", 4), "satisfied"},
		"two ways at once":       {CSAT, Row{Numbers: map[string]float64{"mean": 4}, Counts: []float64{1, 1}}, ""},
		"too much":               {CLV, numbers("purchase_value", 1e12, "purchases_per_year", 1e12, "years", 1), ""},
		"too large a number":     {Number, numbers("value", -1e16), "value"},
		"too many answers":       {CES, onScale(Scale{}, 1e16, 1), "counts"},
		"nothing at all":         {CSAT, Row{}, ""},
		"a method of no name":    {"", Row{}, ""},
		"a value without value":  {Number, Row{}, ""},
	} {
		got, problem := c.method.Measure(c.row)
		if problem == nil {
			t.Errorf("%s: measured as %+v", name, got)
		} else if problem.Column != c.column || problem.Text == "" {
			t.Errorf("%s: blames %q: %s", name, problem.Column, problem.Text)
		}
	}
}

func TestSmallSamples(t *testing.T) {
	for answers, small := range map[float64]bool{0: false, 1: true, 29: true, 30: false} {
		if got := (Measured{Answers: answers}).Small(); got != small {
			t.Errorf("%v answers are small: %v", answers, got)
		}
	}
}

func TestGroupsAreNamedInWords(t *testing.T) {
	_, problem := NPS.Measure(numbers("promoters", 4, "detractors", 3, "answers", 5))
	if want := `"answers" is 5, but "promoters" and "detractors" add up to 7`; problem == nil || problem.Text != want {
		t.Errorf("%v, want %s", problem, want)
	}
}
