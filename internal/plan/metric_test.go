package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/chart"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// metricPage returns the page of the first metric of a site, which may have
// errors.
func metricPage(t *testing.T, files map[string]string) *page {
	t.Helper()
	site := sitegen.Site{"site.toml": []byte("title = \"T\"\nlanguage = \"en\"\n")}
	for name, text := range files {
		site["content/"+name] = []byte(text)
	}
	p := parse(t, site)
	g, _ := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	n := g.Kind(journey.KindMetric)[0]
	return newPage(g, "metrics/"+n.ID+".html", locale.English, n, "metric")
}

// metricOf returns the view of a metric with these keys and results.
func metricOf(t *testing.T, keys string, results ...string) view.Metric {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = \"M\"\n%s\n", keys)
	for i, r := range results {
		fmt.Fprintf(&b, "[[results]]\ndate = 2026-%02d-01\n%s\n", i+1, r)
	}
	return metricPage(t, map[string]string{"metrics/m.md": b.String() + "+++\n"}).metricView()
}

func ratioOf(count, total int) string { return fmt.Sprintf("count = %d\ntotal = %d", count, total) }

// TestReadingTellsRealChangesFromNoise reads the same ten points, from few people
// and from many, and both ways.
func TestReadingTellsRealChangesFromNoise(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		results    []string
		moved      string
		within     bool
		tone       string
		small      bool
	}{
		{"few people", "method = \"ratio\"\ndirection = \"up\"", []string{ratioOf(10, 20), ratioOf(12, 20)}, "up", true, "", true},
		{"many people", "method = \"ratio\"\ndirection = \"up\"", []string{ratioOf(1000, 2000), ratioOf(1200, 2000)}, "up", false, "good", false},
		{"less is better", "method = \"ratio\"\ndirection = \"down\"", []string{ratioOf(1000, 2000), ratioOf(1200, 2000)}, "up", false, "bad", false},
		{"neither is", "method = \"ratio\"", []string{ratioOf(1200, 2000), ratioOf(1000, 2000)}, "down", false, "", false},
		{"nothing moved", "method = \"churn\"", []string{"start = 50\nlost = 5", "start = 50\nlost = 5"}, "even", false, "even", false},
		{"no margin at all", "method = \"value\"\ndirection = \"down\"", []string{"value = 9", "value = 8"}, "down", false, "good", false},
		{"the first result", "method = \"value\"", []string{"value = 9"}, "", false, "", false},
	} {
		r := metricOf(t, c.keys, c.results...).Figure.Reading
		if r.Moved != c.moved || r.Within != c.within || r.Tone != c.tone || r.Small != c.small || r.Change.Value < 0 {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

// TestGoal holds the latest value against the target, whichever way is good.
func TestGoal(t *testing.T) {
	for _, c := range []struct {
		name, keys, result string
		key                string
		gap                float64
	}{
		{"above", "method = \"value\"\ndirection = \"up\"\ntarget = 5", "value = 7", "goal.met", 2},
		{"at it", "method = \"value\"\ndirection = \"down\"\ntarget = 5", "value = 5", "goal.met", 0},
		{"above where less is better", "method = \"value\"\ndirection = \"down\"\ntarget = 5", "value = 7", "goal.missed", 2},
		{"below, but within the margin", "method = \"ratio\"\ndirection = \"up\"\ntarget = 60", ratioOf(10, 20), "goal.within", 10},
		{"below", "method = \"ratio\"\ndirection = \"up\"\ntarget = 60", ratioOf(1000, 2000), "goal.missed", 10},
		{"no direction", "method = \"ratio\"\ntarget = 60", ratioOf(1, 2), "", 0},
		{"no target", "method = \"churn\"", "start = 5\nlost = 1", "", 0},
		{"a share of little effort", "method = \"ces\"\nscale = \"1-5\"\ndirection = \"down\"\nsatisfied_from = 2\ntarget = 50", "satisfied = 90\nanswers = 100", "goal.met", 40},
	} {
		g := metricOf(t, c.keys, c.result).Figure.Goal
		if g.Key != c.key || g.Gap != c.gap {
			t.Errorf("%s: %+v", c.name, g)
		}
	}
}

// TestTargetIsAShareWhereResultsAre looks at the target before and after the first
// result.
func TestTargetIsAShareWhereResultsAre(t *testing.T) {
	keys := "method = \"csat\"\nunit = \"points\"\ntarget = 80"
	if share := metricOf(t, keys, "satisfied = 4\nanswers = 5").Figure.Reading.Target; !share.Percent || share.Unit != "" {
		t.Errorf("the target of shares is %+v", share)
	}
	if mean := metricOf(t, keys, "mean = 4").Figure.Reading.Target; mean.Percent || mean.Unit != "points" {
		t.Errorf("the target of means is %+v", mean)
	}
	if none := metricOf(t, "method = \"churn\"\ntarget = 4").Figure.Reading.Target; !none.Percent {
		t.Errorf("the target without results is %+v", none)
	}
}

// TestResultTableHasTheColumnsItNeeds leaves margins and counts out where there
// are none.
func TestResultTableHasTheColumnsItNeeds(t *testing.T) {
	for _, c := range []struct{ keys, result, want string }{
		{"method = \"value\"", "value = 1", "date value change"},
		{"method = \"csat\"", "mean = 4\nanswers = 9", "date value change answers"},
		{"method = \"ratio\"", ratioOf(1, 2), "date value margin change answers"},
	} {
		table := metricOf(t, c.keys, c.result).Tables[0]
		got := strings.ReplaceAll(strings.Join(table.Columns, " "), "column.", "")
		if got != c.want || len(table.Groups[0].Rows[0]) != len(table.Columns) {
			t.Errorf("%s: %q", c.keys, got)
		}
	}
	if v := metricOf(t, "method = \"value\""); len(v.Tables) != 0 || len(v.Figure.Chart.Dots) != 0 || v.Figure.Reading.Value.IsSet {
		t.Errorf("a metric without results shows %+v", v.Figure)
	}
}

// TestLongSeriesAreALine marks no more dots than can be told apart.
func TestLongSeriesAreALine(t *testing.T) {
	csv := "date,value\n"
	for i := range 200 {
		csv += fmt.Sprintf("%d-01-01,%d\n", 1800+i, i%7)
	}
	c := metricPage(t, map[string]string{
		"metrics/m.md":  "+++\ntitle = \"M\"\nmethod = \"value\"\nresults = \"m.csv\"\n+++\n",
		"metrics/m.csv": csv,
	}).metricView().Figure.Chart
	if len(c.Dots) != 1 || strings.Count(c.Line, "L") != 199 {
		t.Errorf("%d dots, a line of %d parts", len(c.Dots), strings.Count(c.Line, "L"))
	}
}

// TestTargetsAreNamedWhereThereIsRoom keeps the name of the target off the values.
func TestTargetsAreNamedWhereThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		name        string
		y           float64
		line        []float64 // its heights from left to right
		below, left bool
	}{
		{"nothing near", 40, []float64{90, 90, 90}, false, false},
		{"values above", 40, []float64{38, 38, 38}, true, false},
		{"at the upper edge", 4, []float64{90, 90, 90}, true, false},
		{"at the lower edge", 98, []float64{95, 50, 50}, false, false},
		{"through the right end", 40, []float64{90, 50, 30}, false, true},
		{"around all of it", 40, []float64{30, 50, 30, 50, 30, 50, 30}, false, false},
	} {
		var dots []chart.Dot
		for i, y := range c.line {
			dots = append(dots, chart.Dot{Point: chart.Point{X: 3 + 94*float64(i)/float64(len(c.line)-1), Y: y}})
		}
		if got := targetLine(c.y, dots); got.Below != c.below || got.Left != c.left {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestDrawingsHoldNoUnits keeps the HTML of units out of the text of an SVG.
func TestDrawingsHoldNoUnits(t *testing.T) {
	v := metricOf(t, "method = \"value\"\nunit = \"*min*\"\ntarget = 3", "value = 2", "value = 4")
	c := v.Figure.Chart
	for _, n := range []view.Number{c.Target.Value, c.Values[0].Value, c.Dots[0].Value} {
		if !n.IsSet || n.Unit != "" {
			t.Errorf("a number of the chart is %+v", n)
		}
	}
	if v.Figure.Reading.Value.Unit != "<em>min</em>" {
		t.Errorf("the reading has the unit %q", v.Figure.Reading.Value.Unit)
	}
}

// TestBrokenMetricsAreShown plans what a preview shows beside its errors.
func TestBrokenMetricsAreShown(t *testing.T) {
	for _, matter := range []string{
		"",
		"method = \"no\"\ntarget = 3\n[[results]]\ndate = 2026-01-01\n",
		"method = \"ces\"\nsatisfied_from = 9\n[[results]]\ndate = 2026-01-01\ncounts = [1, 2]\n",
		"method = \"csat\"\n[[results]]\ndate = 2026-02-01\nmean = 4\n[[results]]\ndate = 2026-01-01\nsatisfied = 3\nanswers = 4\n",
		"method = \"value\"\nresults = \"none.csv\"\n",
	} {
		pg := metricPage(t, map[string]string{"metrics/m.md": "+++\ntitle = \"M\"\n" + matter + "+++\n```metric\nmetric = \"none\"\n```\n"})
		if v := pg.metricView(); v.Title != "M" {
			t.Errorf("%q: %+v", matter, v)
		}
	}
}

// TestTargetAtTheTopHasItsLabelBelow gives a target above all results, and one
// among them.
func TestTargetAtTheTopHasItsLabelBelow(t *testing.T) {
	for target, below := range map[int]bool{100: true, 50: false} {
		keys := fmt.Sprintf("method = \"value\"\ntarget = %d", target)
		line := metricOf(t, keys, "value = 0", "value = 100").Figure.Chart.Target
		if !line.IsSet || line.Below != below {
			t.Errorf("a target of %d: %+v", target, line)
		}
	}
}
