package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// origin returns the journey that a future one is the future of, and for each of
// its steps the number of today's step that it comes from, or 0. Without such a
// journey it returns nil.
func (pg *page) origin(future *graph.Node) (*graph.Node, []int) {
	j := future.Doc.Entity.(*journey.Journey)
	n := pg.Ref(j.FutureOf)
	if n == nil || n == future {
		return nil, nil
	}
	// The originals decide, so that every language tells the same.
	return n, pg.matchSteps(n.Doc.Entity.(*journey.Journey).Steps, j.Steps)
}

// changes holds the page's journey against the one that it is the future of.
func (pg *page) changes() view.Changes {
	before, from := pg.origin(pg.node)
	if before == nil {
		return view.Changes{}
	}
	c := newComparison(pg, before, pg.node, from)
	v := view.Changes{Of: pg.link(before)}
	for _, stage := range c.stages() {
		s := view.StageChanges{Stage: pg.link(stage)}
		for number, step := range pg.stepsIn(c.after.journey, stage) {
			change := c.change(number, step)
			switch {
			case change.Key != "":
				v.New++
			case len(change.Fields) > 0:
				v.Changed++
			default:
				v.Same++
				continue
			}
			s.Steps = append(s.Steps, change)
		}
		for number, step := range pg.stepsIn(c.before.journey, stage) {
			if !slices.Contains(from, number) {
				v.Dropped++
				s.Steps = append(s.Steps, c.dropped(number, step))
			}
		}
		if len(s.Steps) > 0 {
			v.Stages = append(v.Stages, s)
		}
	}
	return v
}

// edition is a journey in the language in which it is compared.
type edition struct {
	node    *graph.Node
	doc     *journey.Doc
	journey *journey.Journey
}

// comparison tells what differs between two journeys.
type comparison struct {
	pg            *page
	before, after edition
	from          []int // for each step after: the number of the one before, or 0
}

// newComparison compares translations only where both journeys have one: words
// of two languages always differ.
func newComparison(pg *page, before, after *graph.Node, from []int) *comparison {
	b, bTranslated := before.InLang(pg.lang)
	a, aTranslated := after.InLang(pg.lang)
	if !bTranslated || !aTranslated {
		b, a = before.Doc, after.Doc
	}
	return &comparison{
		pg:     pg,
		before: edition{before, b, b.Entity.(*journey.Journey)},
		after:  edition{after, a, a.Entity.(*journey.Journey)},
		from:   from,
	}
}

// stages returns the stages of the future journey, and then those that only
// today's has.
func (c *comparison) stages() []*graph.Node {
	list := slices.Clone(c.pg.StagesOf(c.after.node))
	for _, stage := range c.pg.StagesOf(c.before.node) {
		if !slices.Contains(list, stage) {
			list = append(list, stage)
		}
	}
	return list
}

// change tells what is different in a step of the future.
func (c *comparison) change(number int, step journey.Step) view.StepChange {
	v := c.head(c.after, number, step)
	from := c.from[number-1]
	if from == 0 {
		v.Key = "changes.new"
		v.Fields = c.fields(journey.Step{}, step)
	} else {
		v.Fields = c.fields(c.before.journey.Steps[from-1], step)
	}
	return v
}

// dropped tells of a step that only today's journey has.
func (c *comparison) dropped(number int, step journey.Step) view.StepChange {
	v := c.head(c.before, number, step)
	v.Key = "changes.dropped"
	v.Fields = c.fields(step, journey.Step{})
	return v
}

func (c *comparison) head(of edition, number int, step journey.Step) view.StepChange {
	return view.StepChange{
		Number: number,
		Title:  c.pg.inlineOf(of.node, of.doc, step.Title),
		Href:   c.pg.stepHref(of.node, number),
	}
}

// fields returns the fields of a step that differ between today and the future.
func (c *comparison) fields(before, after journey.Step) []view.FieldChange {
	var list []view.FieldChange
	add := func(name string, was, is []view.Value) {
		if len(was)+len(is) > 0 {
			list = append(list, view.FieldChange{Key: "field." + name, Before: was, After: is})
		}
	}
	addTexts := func(name string, was, is []journey.Text) {
		if gone, come := only(was, is), only(is, was); len(gone)+len(come) > 0 {
			list = append(list, view.FieldChange{
				Key: "field." + name, Apart: true,
				Before: c.texts(c.before, gone), After: c.texts(c.after, come),
			})
		}
	}
	if before.Emotion.IsSet() != after.Emotion.IsSet() || before.Emotion.V != after.Emotion.V {
		add("emotion", moodCell(before.Emotion), moodCell(after.Emotion))
	}
	pg := c.pg
	if was, is := pg.Ref(before.Touchpoint), pg.Ref(after.Touchpoint); was != is {
		add("touchpoint", pg.nodeValue(was), pg.nodeValue(is))
	}
	if was, is := pg.ChannelOf(before), pg.ChannelOf(after); was != is {
		add("channel", pg.nodeValue(was), pg.nodeValue(is))
	}
	if only(before.Action, after.Action) != nil || only(after.Action, before.Action) != nil {
		add("action", c.texts(c.before, before.Action), c.texts(c.after, after.Action))
	}
	addTexts("pains", before.Pains, after.Pains)
	addTexts("gains", before.Gains, after.Gains)
	return list
}

// only returns the texts of one list that the other does not hold.
func only(list, other []journey.Text) []journey.Text {
	var rest []journey.Text
	for _, t := range list {
		if !slices.ContainsFunc(other, func(o journey.Text) bool { return o.Source == t.Source }) {
			rest = append(rest, t)
		}
	}
	return rest
}

func (c *comparison) texts(of edition, texts []journey.Text) []view.Value {
	return c.pg.textCell(of.node, of.doc, texts...)
}

func (pg *page) nodeValue(n *graph.Node) []view.Value {
	if n == nil {
		return nil
	}
	return []view.Value{{Link: pg.link(n)}}
}
