package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// toldChanges returns changes as lines: "key number title: field before > after".
func toldChanges(c view.Changes) []string {
	side := func(values []view.Value) string {
		var list []string
		for _, v := range values {
			switch {
			case v.Mood.IsSet:
				list = append(list, fmt.Sprint(v.Mood.Value))
			case v.Link.IsSet():
				list = append(list, v.Link.Title)
			default:
				list = append(list, string(v.Text))
			}
		}
		return strings.Join(list, "+")
	}
	var lines []string
	for _, stage := range c.Stages {
		for _, step := range stage.Steps {
			head := fmt.Sprintf("%s%d %s", strings.TrimPrefix(step.Key, "changes."), step.Number, step.Title)
			for _, f := range step.Fields {
				lines = append(lines, fmt.Sprintf("%s: %s %s > %s", head, strings.TrimPrefix(f.Key, "field."), side(f.Before), side(f.After)))
			}
			if len(step.Fields) == 0 {
				lines = append(lines, head)
			}
		}
	}
	return lines
}

const today = `model = "m"

[[steps]]
stage = "a"
title = "Search"
action = "Types"
emotion = 1

[[steps]]
stage = "b"
title = "Ask"
touchpoint = "chat"
action = "Writes"
emotion = -1
pains = ["Slow", "Rude"]
gains = ["Free"]

[[steps]]
stage = "b"
title = "Wait"
emotion = -2

[[steps]]
stage = "c"
title = "Pay"
touchpoint = "till"
emotion = 0
`

const future = `model = "m"
map = "future-state"
future_of = "today"

[[steps]]
stage = "a"
title = "Search"
action = "Types"
emotion = 1

[[steps]]
stage = "b"
title = "Ask once"
touchpoint = "chat"
action = "Speaks"
emotion = 2
pains = ["Slow"]
gains = ["Free", "Kind"]

[[steps]]
stage = "c"
title = "Pay"
touchpoint = "web"
channel = "online"

[[steps]]
stage = "c"
title = "Thank"
`

func TestWhatAFutureJourneyChanges(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{
		"journeys/today": today, "journeys/future": future,
		"touchpoints/chat": "", "touchpoints/till": "", "touchpoints/web": "", "channels/online": "",
	}))
	v := viewAs[view.Journey](t, site, "journeys/future.html")
	want := []string{
		"2 Ask once: emotion -1 > 2",
		"2 Ask once: action Writes > Speaks",
		"2 Ask once: pains Rude > ",
		"2 Ask once: gains  > Kind",
		"dropped3 Wait: emotion -2 > ",
		"3 Pay: emotion 0 > ",
		"3 Pay: touchpoint touchpoints/till > touchpoints/web",
		"3 Pay: channel  > channels/online",
		"new4 Thank",
	}
	if got := toldChanges(v.Changes); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	c := v.Changes
	if c.Changed != 2 || c.New != 1 || c.Dropped != 1 || c.Same != 1 {
		t.Errorf("changed %d, new %d, dropped %d, same %d", c.Changed, c.New, c.Dropped, c.Same)
	}
	if got := c.Stages[0].Steps[1].Href; got != "today.html#_step-3" {
		t.Errorf("the dropped step leads to %s", got)
	}
	curve := lane(t, v.Map, "emotion").Curve
	if len(curve.Lines) != 2 || !curve.Lines[0].Soft || curve.Lines[1].Soft {
		t.Errorf("the lines are %+v", curve.Lines)
	}
	entries := lane(t, v.Map, "emotion").Cells
	if was := entries[1].Entries[0].Was; was.Value != -1 {
		t.Errorf("the changed step was %+v", was)
	}
	if was := entries[0].Entries[0].Was; was.IsSet {
		t.Error("a step that stays tells what it was")
	}
	if c := viewAs[view.Journey](t, site, "journeys/today.html").Changes; c.Of.IsSet() {
		t.Error("today's journey changes something")
	}
}

func TestNothingChanges(t *testing.T) {
	same := "map = \"future-state\"\nfuture_of = \"today\"\n" + today
	site := planSite(t, threeStages(map[string]string{
		"journeys/today": today, "journeys/future": same,
		"journeys/today.vi": "title = \"Hôm nay\"\n[[steps]]\ntitle = \"Tìm\"\naction = \"Gõ\"\n",
		"touchpoints/chat":  "", "touchpoints/till": "",
	}))
	for _, page := range []string{"journeys/future.html", "vi/journeys/future.html"} {
		c := viewAs[view.Journey](t, site, page).Changes
		if !c.Of.IsSet() || len(c.Stages) != 0 || c.Same != 4 || c.Changed+c.New+c.Dropped != 0 {
			t.Errorf("%s: %v, %+v", page, toldChanges(c), c)
		}
	}
}

func TestStepsAreMatched(t *testing.T) {
	site := threeStages(map[string]string{"touchpoints/x": "", "touchpoints/y": ""})
	for _, c := range []struct {
		name          string
		before, after []string
		want          []int
	}{
		{"by touchpoint", []string{"a 1;touchpoint = \"x\"", "a 1;touchpoint = \"y\""}, []string{"a 1;touchpoint = \"y\"", "a 1;touchpoint = \"x\""}, []int{2, 1}},
		{"by touchpoint and title first", []string{"a 1;touchpoint = \"x\";title = \"1\"", "a 1;touchpoint = \"x\";title = \"2\""}, []string{"a 1;touchpoint = \"x\";title = \"2\""}, []int{2}},
		{"by touchpoint before title", []string{"a 1;title = \"1\"", "a 1;touchpoint = \"x\""}, []string{"a 1;touchpoint = \"x\";title = \"1\""}, []int{2}},
		{"by title", []string{"a 1;title = \"1\"", "a 1;title = \"2\""}, []string{"a 1;title = \"2\"", "a 1;title = \"1\""}, []int{2, 1}},
		{"by order", []string{"a 1", "a 2"}, []string{"a 0", "a 0", "a 0"}, []int{1, 2, 0}},
		{"only within a stage", []string{"a 1;touchpoint = \"x\";title = \"1\""}, []string{"b 1;touchpoint = \"x\";title = \"1\""}, []int{0}},
		{"with nothing", nil, []string{"a 1"}, []int{0}},
	} {
		site["journeys/before"] = `model = "m"` + steps(c.before...)
		site["journeys/after"] = "model = \"m\"\nfuture_of = \"before\"" + steps(c.after...)
		pg := pageOf(t, site, journey.KindJourney, "after")
		if _, got := pg.origin(pg.node); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestJourneyOfItsOwnFutureChangesNothing(t *testing.T) {
	site := planSite(t, threeStages(map[string]string{"journeys/j": `model = "m"` + "\nfuture_of = \"j\"" + steps("a 1")}))
	if c := viewAs[view.Journey](t, site, "journeys/j.html").Changes; c.Of.IsSet() {
		t.Errorf("it changes %+v", c)
	}
}
