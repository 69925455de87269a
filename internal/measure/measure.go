// Package measure computes customer-experience metrics from what was counted.
//
// A Method says which numbers a result needs (its Columns) and how they become
// one value; a Row holds the numbers of one result. The functions are pure and
// know nothing of files. The formulas are those in common use in the field:
// NPS by Reichheld (2003), CES by Dixon, Freeman and Toman (2010), the others as
// textbooks give them.
package measure

import (
	"errors"
	"fmt"
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
// hold, besides its date and, for ces and csat, the list of answers per scale
// point.
func (m Method) Columns() []string {
	switch m {
	case NPS:
		return []string{"promoters", "passives", "detractors"}
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

// Counted tells whether results of the method may give the answers per scale
// point.
func (m Method) Counted() bool { return m == CES || m == CSAT }

// Percent tells whether the method gives a share of a hundred.
func (m Method) Percent() bool { return m == Retention || m == Churn || m == Ratio }

// Row holds the numbers of one result by the names of Columns.
type Row struct {
	Numbers map[string]float64
	Counts  []float64 // answers per scale point, lowest point first
	Scale   Scale
}

// Scale is the scale that a question is answered on. The zero Scale begins at 1
// and is as long as there are counts.
type Scale struct{ Low, High int }

// ParseScale reads a scale such as "0-10".
func ParseScale(text string) (Scale, error) {
	low, high, _ := strings.Cut(text, "-")
	l, err := strconv.Atoi(low)
	if err != nil {
		return Scale{}, fmt.Errorf("%q is not a scale", text)
	}
	h, err := strconv.Atoi(high)
	if err != nil || h <= l {
		return Scale{}, fmt.Errorf("%q is not a scale", text)
	}
	return Scale{l, h}, nil
}

func (s Scale) lowest() int {
	if s == (Scale{}) {
		return 1
	}
	return s.Low
}

// fits tells whether there is a count for each point.
func (s Scale) fits(counts int) bool { return s == (Scale{}) || counts == s.High-s.Low+1 }

// Measured is what a result comes to.
type Measured struct {
	Value   float64 `json:"value"`
	Answers float64 `json:"answers,omitempty"` // people asked or cases counted; 0 when the method has none
	Percent bool    `json:"percent,omitempty"` // Value is a share of a hundred
}

// Measure computes the value of a row. The error says which number is missing
// or can't be, in words for the author.
func (m Method) Measure(r Row) (Measured, error) {
	if err := m.valid(r); err != nil {
		return Measured{}, err
	}
	v, err := m.measure(r)
	if err == nil && (math.IsInf(v.Value, 0) || math.IsNaN(v.Value)) {
		return Measured{}, errors.New("the numbers are too large")
	}
	return v, err
}

// measure applies the formula of the method.
func (m Method) measure(r Row) (Measured, error) {
	n := r.Numbers
	switch m {
	case NPS:
		all := n["promoters"] + n["passives"] + n["detractors"]
		v, err := share(n["promoters"]-n["detractors"], all, "answers")
		return Measured{Value: v, Answers: all}, err
	case CES, CSAT:
		return m.answers(r)
	case Retention:
		v, err := share(n["end"]-n["new"], n["start"], "start")
		return Measured{v, n["start"], true}, err
	case Churn:
		v, err := share(n["lost"], n["start"], "start")
		return Measured{v, n["start"], true}, err
	case CLV:
		margin, ok := n["margin"]
		if !ok {
			margin = 1
		}
		return Measured{Value: n["purchase_value"] * n["purchases_per_year"] * n["years"] * margin}, nil
	case Ratio:
		v, err := share(n["count"], n["total"], "total")
		return Measured{v, n["total"], true}, err
	case Number:
		return Measured{Value: n["value"]}, nil
	}
	return Measured{}, fmt.Errorf("no method %q", m)
}

// answers measures ces and csat. CSAT counts the top two points of the scale as
// satisfied unless the result says how many were; CES is the mean of the points.
func (m Method) answers(r Row) (Measured, error) {
	if mean, ok := r.Numbers["mean"]; ok {
		return Measured{Value: mean, Answers: r.Numbers["answers"]}, nil
	}
	if len(r.Counts) == 0 {
		v, err := share(r.Numbers["satisfied"], r.Numbers["answers"], "answers")
		return Measured{v, r.Numbers["answers"], true}, err
	}
	var all, sum, top float64
	for i, c := range r.Counts {
		all += c
		sum += c * float64(r.Scale.lowest()+i)
		if i >= len(r.Counts)-2 {
			top += c
		}
	}
	if m == CES {
		if all == 0 {
			return Measured{}, errors.New("there are no answers")
		}
		return Measured{Value: sum / all, Answers: all}, nil
	}
	v, err := share(top, all, "answers")
	return Measured{v, all, true}, err
}

// valid checks that the numbers needed are there and possible.
func (m Method) valid(r Row) error {
	for _, c := range r.Counts {
		if c < 0 || c != math.Trunc(c) {
			return fmt.Errorf("a count of answers can't be %v", c)
		}
	}
	if len(r.Counts) > 0 && !r.Scale.fits(len(r.Counts)) {
		return fmt.Errorf("there are %d counts for the %d points of the scale", len(r.Counts), r.Scale.High-r.Scale.Low+1)
	}
	for _, name := range m.Columns() {
		v, ok := r.Numbers[name]
		if ok && v < 0 && m != Number {
			return fmt.Errorf("%q can't be negative", name)
		}
		if !ok && m.needs(name, r) {
			return fmt.Errorf("%q is missing", name)
		}
	}
	switch n := r.Numbers; {
	case m == Ratio && n["count"] > n["total"]:
		return errors.New(`"count" is more than "total"`)
	case m == Churn && n["lost"] > n["start"]:
		return errors.New(`"lost" is more than "start"`)
	case m == Retention && n["new"] > n["end"]:
		return errors.New(`"new" is more than "end"`)
	case m.Counted() && n["satisfied"] > n["answers"]:
		return errors.New(`"satisfied" is more than "answers"`)
	}
	return nil
}

// needs tells whether a row can't do without a column.
func (m Method) needs(name string, r Row) bool {
	if m == CLV && name == "margin" {
		return false
	}
	if !m.Counted() {
		return true
	}
	if _, mean := r.Numbers["mean"]; mean || len(r.Counts) > 0 || name == "mean" {
		return false
	}
	return true
}

func share(part, whole float64, name string) (float64, error) {
	if whole == 0 {
		return 0, fmt.Errorf("%q is zero, so there is no share of it", name)
	}
	return part / whole * 100, nil
}

// Describe lists what a result of the method holds, for messages.
func (m Method) Describe() string {
	switch m {
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
