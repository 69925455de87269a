package measure

import (
	"fmt"
	"math"
)

// Largest is the largest number of a result or target. It is far beyond what is
// counted of customers, and up to here a number is exact, and so is its drawing.
const Largest = 1e15

// Row holds the numbers of one result by the names of Columns.
type Row struct {
	Numbers map[string]float64
	Counts  []float64 // answers per scale point, lowest point first
	Scale   Scale
}

// Problem is why a row can't be measured, in words for the author.
type Problem struct {
	Column string // the number to blame, or CountsColumn; empty where it is the row as a whole
	Text   string
}

func problem(column, format string, args ...any) *Problem {
	return &Problem{Column: column, Text: fmt.Sprintf(format, args...)}
}

// check tells what is wrong with the numbers of a row: one is missing, or can't
// be.
func (m Method) check(r Row) *Problem {
	for _, name := range m.Columns() {
		v, ok := r.Numbers[name]
		switch {
		case !ok && m.needs(name, r):
			return problem("", "%q is missing", name)
		case math.Abs(v) > Largest:
			return problem(name, "%q is too large", name)
		case ok && v < 0 && m != Number:
			return problem(name, "%q can't be negative", name)
		case ok && v != math.Trunc(v) && m.countsPeople(name):
			return problem(name, "%q can't be %v: people and cases are whole", name, v)
		}
	}
	if m.Counted() {
		if p := m.checkAnswers(r); p != nil {
			return p
		}
	}
	return m.checkSums(r.Numbers)
}

// countsPeople tells whether a column holds a number of people or cases.
func (m Method) countsPeople(column string) bool {
	return m != CLV && m != Number && column != "mean"
}

// needs tells whether a row can't do without a column.
func (m Method) needs(name string, r Row) bool {
	has := func(other string) bool {
		_, ok := r.Numbers[other]
		return ok
	}
	switch m {
	case NPS:
		return name != "answers" && (name != "passives" || !has("answers"))
	case CES, CSAT:
		return name != "mean" && !has("mean") && len(r.Counts) == 0
	case CLV:
		return name != "margin"
	}
	return true
}

// checkAnswers tells what is wrong with a result of ces or csat: that it is
// given in two ways, or in one that the metric does not declare.
func (m Method) checkAnswers(r Row) *Problem {
	value, mean := r.Numbers["mean"]
	_, satisfied := r.Numbers["satisfied"]
	switch {
	case mean && satisfied, (mean || satisfied) && len(r.Counts) > 0:
		return problem("", `only one of "counts", "satisfied" and "mean" can say what was answered`)
	case mean && r.Scale.Positive > 0:
		return problem("mean", `"mean" is no share, but "satisfied_from" says that the metric is one`)
	case satisfied && m == CES && r.Scale.Positive == 0:
		return problem("satisfied", `the metric is a mean; set "satisfied_from" to make it a share of positive answers`)
	case mean && r.Scale.IsSet() && (value < float64(r.Scale.Low) || value > float64(r.Scale.High)):
		return problem("mean", `"mean" can't be %v on the scale %d-%d`, value, r.Scale.Low, r.Scale.High)
	}
	return r.checkCounts()
}

// checkCounts tells what is wrong with the answers per scale point.
func (r Row) checkCounts() *Problem {
	for _, c := range r.Counts {
		if c < 0 || c != math.Trunc(c) || c > Largest {
			return problem(CountsColumn, "a count of answers can't be %v", c)
		}
	}
	points := r.Scale.High - r.Scale.Low + 1
	switch n := len(r.Counts); {
	case n == 1:
		return problem(CountsColumn, "there is one count only: give one for each point of the scale")
	case n > 0 && r.Scale.IsSet() && n != points:
		return problem(CountsColumn, "there are %d counts for the %d points of the scale", n, points)
	}
	return nil
}

// checkSums tells which number is more than it is a part of.
func (m Method) checkSums(n map[string]float64) *Problem {
	switch {
	case m == NPS:
		return checkPromotion(n)
	case m == Ratio && n["count"] > n["total"]:
		return problem("count", `"count" is more than "total"`)
	case m == Churn && n["lost"] > n["start"]:
		return problem("lost", `"lost" is more than "start"`)
	case m == Retention && n["new"] > n["end"]:
		return problem("new", `"new" is more than "end"`)
	case m == Retention && n["end"]-n["new"] > n["start"]:
		return problem("end", `"end" without "new" is more than "start": nobody can stay who was not there`)
	case m.Counted() && n["satisfied"] > n["answers"]:
		return problem("satisfied", `"satisfied" is more than "answers"`)
	}
	return nil
}

// checkPromotion holds the groups of nps against the number of answers, where
// that is given.
func checkPromotion(n map[string]float64) *Problem {
	answers, given := n["answers"]
	if !given {
		return nil
	}
	for _, group := range []string{"promoters", "passives", "detractors"} {
		if n[group] > answers {
			return problem(group, "%q is more than %q", group, "answers")
		}
	}
	_, all := n["passives"]
	sum := n["promoters"] + n["passives"] + n["detractors"]
	if sum > answers || all && sum < answers {
		named := `"promoters", "passives" and "detractors"`
		if !all {
			named = `"promoters" and "detractors"`
		}
		return problem("answers", `"answers" is %v, but %s add up to %v`, answers, named, sum)
	}
	return nil
}
