package journey

import (
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// problems returns the diagnostics of a metric: code and the text that it points
// at.
func problems(diags []diag.Diagnostic) []string {
	var list []string
	for _, d := range diags {
		list = append(list, string(d.Code)+" "+string(d.At.File.Text[d.At.Start:d.At.End]))
	}
	slices.Sort(list)
	return list
}

func metric(matter string) *Doc {
	return parse("content/metrics/m.md", "+++\ntitle = \"M\"\n"+matter+"\n+++\n")
}

// TestMetricRules holds scale, direction and satisfied_from against the method.
func TestMetricRules(t *testing.T) {
	for _, c := range []struct {
		name, matter string
		want         []string
	}{
		{"ces with all it needs", "method = \"ces\"\nscale = \"1-5\"\ndirection = \"down\"\nsatisfied_from = 2", nil},
		{"ces with nothing", "method = \"ces\"", []string{`missing-key "ces"`, `missing-key "ces"`}},
		{"nps as it is asked", "method = \"nps\"\nscale = \"0-10\"\ndirection = \"up\"", nil},
		{"nps on another scale", "method = \"nps\"\nscale = \"1-10\"", []string{`invalid-value "1-10"`}},
		{"churn that shall grow", "method = \"churn\"\ndirection = \"up\"", []string{`invalid-value "up"`}},
		{"a ratio either way", "method = \"ratio\"\ndirection = \"down\"", nil},
		{"satisfied beyond the scale", "method = \"csat\"\nscale = \"1-5\"\nsatisfied_from = 6", []string{"out-of-range 6"}},
		{"all satisfied", "method = \"csat\"\nscale = \"1-5\"\nsatisfied_from = 1", []string{"out-of-range 1"}},
		{"satisfied without a scale", "method = \"csat\"\nsatisfied_from = 4", []string{"missing-key 4"}},
		{"a share without a scale", "method = \"ces\"\ndirection = \"up\"\nsatisfied_from = 4\n[[results]]\ndate = 2026-01-01\nsatisfied = 3\nanswers = 4", []string{`missing-key "ces"`, "missing-key 4"}},
		{"satisfied of a ratio", "method = \"ratio\"\nsatisfied_from = 4", []string{"invalid-value 4"}},
		{"a mean among shares", "method = \"csat\"\nscale = \"1-5\"\n[[results]]\ndate = 2026-01-01\nmean = 4\n[[results]]\ndate = 2026-02-01\nsatisfied = 3\nanswers = 4", []string{"bad-results [[results]]"}},
		{"one wrong number", "method = \"churn\"\n[[results]]\ndate = 2026-01-01\nstart = 5\nlost = 1.5", []string{"bad-results 1.5"}},
		{"a wrong type alone", "method = \"churn\"\n[[results]]\ndate = 2026-01-01\nstart = \"5\"\nlost = 1", []string{`wrong-type "5"`}},
		{"counts that are no list", "method = \"csat\"\n[[results]]\ndate = 2026-01-01\ncounts = \"1 2\"", []string{`wrong-type "1 2"`}},
		{"a count that is no number", "method = \"csat\"\nscale = \"1-5\"\n[[results]]\ndate = 2026-01-01\ncounts = [1, \"2\", 3, 4, 5]", []string{`wrong-type "2"`}},
		{"no counts", "method = \"csat\"\n[[results]]\ndate = 2026-01-01\ncounts = []", []string{"bad-results [[results]]"}},
		{"a target that no nps reaches", "method = \"nps\"\ntarget = 400", []string{"out-of-range 400"}},
		{"a target off the scale", "method = \"ces\"\nscale = \"1-5\"\ndirection = \"up\"\ntarget = 70", []string{"out-of-range 70"}},
		{"a target that can be reached", "method = \"ces\"\nscale = \"1-5\"\ndirection = \"up\"\nsatisfied_from = 4\ntarget = 70", nil},
		{"a target beyond all numbers", "method = \"value\"\ntarget = -1e300", []string{"out-of-range -1e300"}},
		{"results beyond counting", "method = \"value\"" + strings.Repeat("\n[[results]]", maxResults+1), append([]string{"bad-results [[results]]"}, slices.Repeat([]string{"missing-key [[results]]"}, maxResults)...)},
		{"days in the wrong order, and twice", "method = \"value\"\n[[results]]\ndate = 2099-02-01\nvalue = 1\n[[results]]\ndate = 2099-01-01\nvalue = 1\n[[results]]\ndate = 2099-01-01\nvalue = 1", []string{"bad-results 2099-01-01", "bad-results 2099-01-01"}},
	} {
		if got := problems(metric(c.matter).Diags); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestResultsOfAFile points at the field of a CSV file that is wrong.
func TestResultsOfAFile(t *testing.T) {
	nps := metric("method = \"nps\"").Entity.(*Metric)
	for _, c := range []struct {
		name, text string
		results    int
		want       []string
	}{
		{"all is well", "date,promoters,passives,detractors,answers\n2026-01-01,5,3,2,10\n2099-01-01,5,,2,10\n", 2, nil},
		{"a negative number", "date,promoters,passives,detractors\n2026-01-01,5,3,-2\n", 0, []string{"bad-results -2"}},
		{"half a person", "date,promoters,passives,detractors\n2026-01-01,5.5,3,2\n", 0, []string{"bad-results 5.5"}},
		{"more promoters than answers", "date,promoters,passives,detractors,answers\n2026-01-01,12,0,0,10\n", 0, []string{"bad-results 12"}},
		{"answers that do not add up", "date,promoters,passives,detractors,answers\n2026-01-01,5,3,2,11\n", 0, []string{"bad-results 11"}},
		{"a number missing", "date,promoters,passives,detractors\n2026-01-01,5,,2\n", 0, []string{"bad-results 2026-01-01,5,,2"}},
		{"a year of two digits", "date,promoters,passives,detractors\n0026-01-01,5,3,2\n", 0, []string{"bad-results 0026-01-01"}},
		{"a day twice", "date,promoters,passives,detractors\n2026-01-01,5,3,2\n2026-01-01,5,3,2\n", 2, []string{"bad-results 2026-01-01"}},
		{"a column twice", "date,promoters,promoters\n", 0, []string{"bad-results promoters"}},
	} {
		results, diags := ReadResults(&source.File{Path: "content/metrics/m.csv", Text: []byte(c.text)}, nps)
		if got := problems(diags); !slices.Equal(got, c.want) || len(results) != c.results {
			t.Errorf("%s: %d results\n got %q\nwant %q", c.name, len(results), got, c.want)
		}
	}
}

// TestHintsOfAFile says for each mistake how to mend that one.
func TestHintsOfAFile(t *testing.T) {
	ratio := metric("method = \"ratio\"").Entity.(*Metric)
	for text, want := range map[string]string{
		"":                                           "name the columns in the first line: date,count,total",
		"date,count,count\n":                         "remove one of them",
		"count,total\n1,2\n":                         "the columns are: date, count, total",
		"date,count,total\n31/12/2026,1,2\n":         "write year-month-day: 2026-09-30",
		"date,count,total\n2026-01-01,1\n":           "leave a field empty, between two commas, where there is no number; write decimals with a point",
		"date,count,total\n2026-01-01,\"1,2":         "put a quote before and after the field, or leave quotes out",
		"date,count,total\n2026-01-01,1.000.000,2\n": "write a point for decimals, and nothing between thousands",
	} {
		_, diags := ReadResults(&source.File{Path: "content/metrics/m.csv", Text: []byte(text)}, ratio)
		if len(diags) != 1 || diags[0].Hint != want {
			t.Errorf("%q: %+v, want the hint %q", text, diags, want)
		}
	}
}

// TestBetter tells which way is good, also where the direction speaks of a scale.
func TestBetter(t *testing.T) {
	for matter, want := range map[string]string{
		"method = \"nps\"":                                        "up",
		"method = \"churn\"":                                      "down",
		"method = \"ratio\"":                                      "",
		"method = \"ratio\"\ndirection = \"down\"":                "down",
		"method = \"ces\"\nscale = \"1-5\"\ndirection = \"down\"": "down",
		"method = \"ces\"\nscale = \"1-5\"\ndirection = \"down\"\nsatisfied_from = 2": "up",
	} {
		if got := metric(matter).Entity.(*Metric).Better(); got != want {
			t.Errorf("%s: %q is better", strings.ReplaceAll(matter, "\n", ", "), got)
		}
	}
}

func TestTranslationInheritsResults(t *testing.T) {
	original := metric("method = \"ces\"\nscale = \"1-5\"\ndirection = \"down\"\nsatisfied_from = 2\ndenominator = \"phiếu\"\n[[results]]\ndate = 2026-01-01\ncounts = [4, 3, 1, 1, 1]")
	translation := parse("content/metrics/m.en.md", "+++\ntitle = \"M\"\ndenominator = \"forms\"\nsatisfied_from = 3\n+++\n")
	if got := problems(translation.Diags); !slices.Equal(got, []string{"not-translatable satisfied_from"}) {
		t.Errorf("the translation has %q", got)
	}
	got := Translate(original, translation).Entity.(*Metric)
	if got.Denominator.Source != "forms" || got.SatisfiedFrom.V != 2 || len(got.Results) != 1 {
		t.Fatalf("translated: %+v", got)
	}
	if v := got.Results[0].Measured; v.Value != 70 || !v.Percent || v.Answers != 10 {
		t.Errorf("the share of little effort is %+v", v)
	}
}
