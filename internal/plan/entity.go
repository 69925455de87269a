package plan

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// view returns the View of a node's page.
func (pg *page) view() any {
	switch pg.node.Kind {
	case journey.KindJourney:
		return pg.journeyView()
	case journey.KindBlueprint:
		return pg.blueprintView()
	case journey.KindMetric:
		return pg.metricView()
	case journey.KindModel:
		return pg.modelView()
	case journey.KindPersona:
		return pg.personaView()
	case journey.KindChannel:
		return pg.channelView()
	case journey.KindCourse, journey.KindSection:
		return pg.courseView()
	case journey.KindLesson:
		return pg.lessonView()
	}
	return pg.entity()
}

// entity returns what the pages of all kinds show.
func (pg *page) entity() Entity {
	e := Entity{Shell: pg.shell()}
	if pg.doc == nil {
		return e
	}
	e.ID = pg.node.ID
	e.Summary = pg.inline(pg.doc.Summary)
	e.Image = pg.image(pg.node, pg.doc)
	e.Chips = pg.chips()
	e.Facts = pg.entityFacts()
	e.Prose = pg.prose()
	e.Figures = pg.figures()
	e.Tables = pg.tables()
	if pg.showsUsage() {
		e.Usage = pg.usage()
	}
	e.Updated = pg.doc.Updated.V
	e.Previous, e.Next = pg.neighbours()
	e.Extra = pg.doc.Extra
	for _, f := range e.Figures {
		e.Contents = append(e.Contents, Heading{Level: 2, ID: f.ID, Key: f.Key})
	}
	for _, t := range e.Tables {
		e.Contents = append(e.Contents, Heading{Level: 2, ID: t.ID, Key: t.Key})
	}
	if len(e.Usage) > 0 {
		e.Contents = append(e.Contents, Heading{Level: 2, ID: "_usage", Key: "usage"})
	}
	return e
}

// showsUsage tells whether a page says what mentions it. Lists and courses do
// not: what they hold mentions them on every page.
func (pg *page) showsUsage() bool {
	switch pg.template {
	case "home", "index", "course", "section":
		return false
	}
	return true
}

// image returns the picture that the front matter names; the title says what it
// shows.
func (pg *page) image(n *graph.Node, doc *journey.Doc) Image {
	if !doc.Image.IsSet() {
		return Image{}
	}
	file := pg.Asset(n, doc.Image)
	if file == nil {
		return Image{}
	}
	picture := pg.picture(file)
	picture.Alt = plainTitle(doc)
	return picture
}

// picture returns a file of the site as a picture, without words for it.
func (pg *page) picture(file *source.File) Image {
	return Image{Src: pg.to(assetPath(file)), Width: file.Picture.Width, Height: file.Picture.Height}
}

// journeyView adds the stage table, what a future journey changes, and the steps.
func (pg *page) journeyView() Journey {
	v := Journey{Entity: pg.entity(), Map: pg.stageTable(pg.node, nil), Changes: pg.changes()}
	v.Stages = pg.stageSteps()
	v.Method = pg.method()
	v.Review = pg.reviewState(pg.node)
	contents := []Heading{{Level: 2, ID: "_map", Key: "table.map"}}
	if v.Changes.Of.IsSet() {
		contents = append(contents, Heading{Level: 2, ID: "_changes", Key: "changes.heading"})
	}
	if len(v.Stages) > 0 {
		contents = append(contents, Heading{Level: 2, ID: "_steps", Key: "table.steps"})
	}
	v.Contents = append(contents, v.Contents...)
	return v
}

// stageSteps tells the steps of the page's journey, stage by stage.
func (pg *page) stageSteps() []StageSteps {
	j := pg.doc.Entity.(*journey.Journey)
	var list []StageSteps
	for _, stage := range pg.StagesOf(pg.node) {
		s := StageSteps{Stage: pg.link(stage)}
		for number, step := range pg.stepsIn(j, stage) {
			s.Steps = append(s.Steps, pg.step(number, step))
		}
		if len(s.Steps) > 0 {
			list = append(list, s)
		}
	}
	return list
}

func (pg *page) step(number int, s journey.Step) StepView {
	f := &facts{pg: pg}
	f.texts("time", s.Time)
	f.texts("device", s.Device)
	f.refs("touchpoint", s.Touchpoint)
	if n := pg.ChannelOf(s); n != nil {
		f.add("channel", Value{Link: pg.link(n)})
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
	return StepView{
		ID:            stepID(number),
		Number:        number,
		Title:         pg.inline(s.Title),
		MomentOfTruth: s.MomentOfTruth.V,
		Mood:          mood(s.Emotion),
		Feeling:       pg.inlines(pg.node, pg.doc, s.Feeling),
		Facts:         f.list,
	}
}
