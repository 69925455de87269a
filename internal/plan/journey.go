package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// journeyView adds the stage table, what a future journey changes, and the steps.
func (pg *page) journeyView() view.Journey {
	v := view.Journey{Entity: pg.entity(), Map: pg.stageTable(pg.node, nil), Changes: pg.changes()}
	v.Stages = pg.stageSteps()
	v.Method = pg.method()
	v.Review = pg.reviewState(pg.node)
	contents := []view.Heading{{Level: 2, ID: "_map", Key: "table.map"}}
	if v.Changes.Of.IsSet() {
		contents = append(contents, view.Heading{Level: 2, ID: "_changes", Key: "changes.heading"})
	}
	if len(v.Stages) > 0 {
		contents = append(contents, view.Heading{Level: 2, ID: "_steps", Key: "table.steps"})
	}
	v.Contents = append(contents, v.Contents...)
	return v
}

// stageSteps tells the steps of the page's journey, stage by stage.
func (pg *page) stageSteps() []view.StageSteps {
	j := pg.doc.Entity.(*journey.Journey)
	var list []view.StageSteps
	for _, stage := range pg.StagesOf(pg.node) {
		s := view.StageSteps{Stage: pg.link(stage)}
		for number, step := range pg.stepsIn(j, stage) {
			s.Steps = append(s.Steps, pg.step(number, step))
		}
		if len(s.Steps) > 0 {
			list = append(list, s)
		}
	}
	return list
}

func (pg *page) step(number int, s journey.Step) view.Step {
	f := &facts{pg: pg}
	f.texts("time", s.Time)
	f.texts("device", s.Device)
	f.refs("touchpoint", s.Touchpoint)
	if n := pg.ChannelOf(s); n != nil {
		f.add("channel", view.Value{Link: pg.link(n)})
	}
	f.texts("action", s.Action...)
	f.texts("thought", s.Thought...)
	f.texts("pains", s.Pains...)
	f.texts("gains", s.Gains...)
	f.texts("opportunities", s.Opportunities...)
	f.answers(s.Pains, pg.StepAnswer(pg.node, number))
	f.add("metrics", pg.readings(s.Metrics)...)
	f.words("actors", "actor", s.Actors...)
	f.refs("sub_journey", s.Journey)
	f.texts("next", s.Next...)
	return view.Step{
		ID:            stepID(number),
		Number:        number,
		Title:         pg.inline(s.Title),
		MomentOfTruth: s.MomentOfTruth.V,
		Mood:          mood(s.Emotion),
		Feeling:       pg.inlines(pg.node, pg.doc, s.Feeling),
		Facts:         f.list,
	}
}

// journeyMap returns a whole journey for the prose of another page.
func (pg *page) journeyMap(n *graph.Node, lanes []journey.Word) view.JourneyMap {
	doc, _ := n.InLang(pg.lang)
	j := doc.Entity.(*journey.Journey)
	f := &facts{pg: pg}
	f.refs("persona", j.Persona)
	f.words("map", "map", j.Map)
	f.refs("model", j.Model)
	f.words("evidence", "evidence", doc.Evidence)
	m := view.JourneyMap{
		Journey:  pg.link(n),
		Chips:    f.list,
		Scenario: pg.inlines(n, doc, j.Scenario),
		Goal:     pg.inlines(n, doc, j.Goal),
		Map:      pg.stageTable(n, lanes),
	}
	m.Map.Journey = view.Link{} // its title stands above
	return m
}

// mapKey returns the interface string of a journey's type of map, or nothing.
func mapKey(j *journey.Journey) string {
	if !j.Map.IsSet() {
		return ""
	}
	return "map." + j.Map.V
}

// around adds the journeys that the page's belongs to: the one above it with the
// steps that open it, and the same in the future or today.
func (f *facts) around(e *journey.Journey) {
	f.refs("parent", e.Parent)
	f.add("opened_by", linkValues(f.pg.openers())...)
	f.refs("future_of", e.FutureOf)
	f.add("future", linkValues(f.pg.links(f.pg.from(f.pg.node, journey.KindJourney, "future_of")))...)
}

// openers returns the steps of other journeys that open the page's, behind their
// journeys where the page does not name those anyway.
func (pg *page) openers() []view.Link {
	var list []view.Link
	for _, m := range pg.mentionsOf(pg.node) {
		if m.Field != "steps.journey" || m.From == pg.node {
			continue
		}
		l := pg.stepLink(m.From, m.Step)
		if number := strconv.Itoa(m.Step); l.Title != number {
			l.Title = number + " " + l.Title
		}
		if m.From != pg.Ref(pg.node.Doc.Entity.(*journey.Journey).Parent) {
			list = append(list, pg.link(m.From))
		}
		list = append(list, l)
	}
	return list
}

// subJourneys returns the journeys that are a part of the page's: those that say
// so, and those that its steps open.
func (pg *page) subJourneys() []*graph.Node {
	list := pg.from(pg.node, journey.KindJourney, "parent")
	for _, s := range pg.node.Doc.Entity.(*journey.Journey).Steps {
		if n := pg.Ref(s.Journey); n != nil && n != pg.node && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

// method returns how far the page's journey has come.
func (pg *page) method() []view.MethodStep {
	var list []view.MethodStep
	for i, s := range check.Method(pg.Graph, pg.node, pg.today) {
		step := view.MethodStep{Number: i + 1, Name: s.Name, Progress: string(s.Progress)}
		for _, key := range s.Missing {
			step.Missing = append(step.Missing, "need."+key)
		}
		list = append(list, step)
	}
	return list
}
