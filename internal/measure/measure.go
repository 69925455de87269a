// Package measure computes customer-experience metrics from what was counted.
//
// A Method says which numbers a result needs (its Columns) and how they become
// one value with its margin of error; a Row holds the numbers of one result. The
// functions are pure and know nothing of files. The formulas are those in common
// use in the field: NPS by Reichheld (2003), CES by Dixon, Freeman and Toman
// (2010), the others as textbooks give them; interval.go names the sources of the
// margins.
package measure

import (
	"math"
	"strconv"
	"strings"
)

// Method is a way to compute a metric.
type Method string

// The methods.
const (
	NPS       Method = "nps"       // promoters% − detractors%, −100…100
	CES       Method = "ces"       // mean or positive share of "how easy was it"
	CSAT      Method = "csat"      // satisfied ÷ all × 100, or the mean
	Retention Method = "retention" // (end − new) ÷ start × 100
	Churn     Method = "churn"     // lost ÷ start × 100
	CLV       Method = "clv"       // purchase value × purchases a year × years × margin
	Ratio     Method = "ratio"     // count ÷ total × 100
	Number    Method = "value"     // a plain number
)

// Methods returns the names of all methods.
func Methods() []string {
	return []string{
		string(NPS), string(CES), string(CSAT), string(Retention),
		string(Churn), string(CLV), string(Ratio), string(Number),
	}
}

// Columns returns the names of the numbers that a result of the method may
// hold, besides its date and, for ces and csat, CountsColumn.
func (m Method) Columns() []string {
	switch m {
	case NPS:
		return []string{"promoters", "passives", "detractors", "answers"}
	case CES, CSAT:
		return []string{"satisfied", "answers", "mean"}
	case Retention:
		return []string{"start", "end", "new"}
	case Churn:
		return []string{"start", "lost"}
	case CLV:
		return []string{"purchase_value", "purchases_per_year", "years", "margin"}
	case Ratio:
		return []string{"count", "total"}
	case Number:
		return []string{"value"}
	}
	return nil
}

// CountsColumn is the name of the list of answers per scale point.
const CountsColumn = "counts"

// Counted tells whether results of the method may give the answers per scale
// point.
func (m Method) Counted() bool { return m == CES || m == CSAT }

// Percent tells whether the method always gives a share of a hundred.
func (m Method) Percent() bool { return m == Retention || m == Churn || m == Ratio }

// Direction returns which way a value of the method is better, up or down, and
// nothing where that is for the author to say.
func (m Method) Direction() string {
	switch m {
	case NPS, CSAT, Retention, CLV:
		return "up"
	case Churn:
		return "down"
	}
	return ""
}

// Measured is what a result comes to.
type Measured struct {
	Value    float64  `json:"value"`
	Answers  float64  `json:"answers,omitempty"` // people asked or cases counted; 0 when the method has none
	Percent  bool     `json:"percent,omitempty"` // Value is a share of a hundred
	Interval Interval `json:"interval,omitzero"` // at 95 %, in the unit of Value
}

// smallSample is the number of answers from which one speaks of a sample: below
// it an interval is so wide that hardly any change shows. 30 is the usual rule
// of thumb of textbooks for the normal approximation.
const smallSample = 30

// Small tells whether the value rests on fewer than 30 answers. A value without
// answers is never small.
func (v Measured) Small() bool { return v.Answers > 0 && v.Answers < smallSample }

// Measure computes the value of a row, or says why it can't be.
func (m Method) Measure(r Row) (Measured, *Problem) {
	if p := m.check(r); p != nil {
		return Measured{}, p
	}
	v, p := m.measure(r)
	if p == nil && math.Abs(v.Value) > Largest {
		return Measured{}, problem("", "the numbers are too large")
	}
	return v, p
}

// measure applies the formula of the method.
func (m Method) measure(r Row) (Measured, *Problem) {
	n := r.Numbers
	switch m {
	case NPS:
		return promotion(n)
	case CES, CSAT:
		return m.answered(r)
	case Retention:
		return share(n["end"]-n["new"], n["start"], "start")
	case Churn:
		return share(n["lost"], n["start"], "start")
	case CLV:
		margin, ok := n["margin"]
		if !ok {
			margin = 1
		}
		return Measured{Value: n["purchase_value"] * n["purchases_per_year"] * n["years"] * margin}, nil
	case Ratio:
		return share(n["count"], n["total"], "total")
	case Number:
		return Measured{Value: n["value"]}, nil
	}
	return Measured{}, problem("", "no method %q", m)
}

// promotion is the net promoter score: promoters% − detractors%. Passives may be
// left out where the number of answers is given.
func promotion(n map[string]float64) (Measured, *Problem) {
	all, given := n["answers"]
	if !given {
		all = n["promoters"] + n["passives"] + n["detractors"]
	}
	if all == 0 {
		return Measured{}, problem("", "there are no answers")
	}
	return Measured{
		Value:    (n["promoters"] - n["detractors"]) / all * 100,
		Answers:  all,
		Interval: promotionInterval(n["promoters"], n["detractors"], all, wald),
	}, nil
}

// answered measures ces and csat. CSAT is the share of answers on the top two
// points of the scale, or on those that the scale declares positive; CES is the
// mean of the points, or the share of those.
func (m Method) answered(r Row) (Measured, *Problem) {
	if mean, ok := r.Numbers["mean"]; ok {
		return Measured{Value: mean, Answers: r.Numbers["answers"]}, nil
	}
	if len(r.Counts) == 0 {
		return share(r.Numbers["satisfied"], r.Numbers["answers"], "answers")
	}
	if m == CES && r.Scale.Positive == 0 {
		return mean(r)
	}
	all, positive := 0.0, 0.0
	for i, c := range r.Counts {
		all += c
		if r.Scale.positive(i, len(r.Counts)) {
			positive += c
		}
	}
	return share(positive, all, CountsColumn)
}

// mean is the mean of the points that were answered.
func mean(r Row) (Measured, *Problem) {
	all, sum := 0.0, 0.0
	for i, c := range r.Counts {
		all += c
		sum += c * r.Scale.point(i)
	}
	if all == 0 {
		return Measured{}, problem(CountsColumn, "there are no answers")
	}
	return Measured{Value: sum / all, Answers: all, Interval: meanInterval(r, sum/all, all)}, nil
}

// share is part ÷ whole × 100; name is the column that whole comes from.
func share(part, whole float64, name string) (Measured, *Problem) {
	if whole == 0 {
		return Measured{}, problem(name, "%q is zero, so there is no share of it", name)
	}
	return Measured{Value: part / whole * 100, Answers: whole, Percent: true, Interval: shareInterval(part, whole)}, nil
}

// Describe lists what a result of the method holds, for messages.
func (m Method) Describe() string {
	switch m {
	case NPS:
		return `"promoters", "passives", "detractors" and, if wanted, "answers"`
	case CES, CSAT:
		return `"counts" (answers per scale point, lowest first), or "satisfied" and "answers", or "mean" and "answers"`
	case CLV:
		return `"purchase_value", "purchases_per_year", "years" and, if wanted, "margin"`
	}
	quoted := make([]string, len(m.Columns()))
	for i, c := range m.Columns() {
		quoted[i] = strconv.Quote(c)
	}
	return strings.Join(quoted, ", ")
}
