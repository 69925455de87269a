package plan

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
	"stagecraft/internal/view"
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
func (pg *page) entity() view.Entity {
	e := view.Entity{Shell: pg.shell()}
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
	if day, committed := pg.LastChange(pg.node, pg.lang); committed {
		e.Committed = day
	} else {
		e.Updated = day
	}
	e.Previous, e.Next = pg.neighbours()
	e.Extra = pg.doc.Extra
	for _, f := range e.Figures {
		e.Contents = append(e.Contents, view.Heading{Level: 2, ID: f.ID, Key: f.Key})
	}
	for i, t := range e.Tables {
		e.Tables[i] = fold(t)
		e.Contents = append(e.Contents, view.Heading{Level: 2, ID: t.ID, Key: t.Key})
	}
	if len(e.Usage) > 0 {
		e.Contents = append(e.Contents, view.Heading{Level: 2, ID: "_usage", Key: "usage"})
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
func (pg *page) image(n *graph.Node, doc *journey.Doc) view.Image {
	if !doc.Image.IsSet() {
		return view.Image{}
	}
	file := pg.Asset(n, doc.Image)
	if file == nil {
		return view.Image{}
	}
	picture := pg.picture(file)
	picture.Alt = plainTitle(doc)
	return picture
}

// picture returns a file of the site as a picture, without words for it.
func (pg *page) picture(file *source.File) view.Image {
	return view.Image{Src: pg.to(assetPath(file)), Width: file.Picture.Width, Height: file.Picture.Height}
}

// figures returns the drawings that a page shows below its prose.
func (pg *page) figures() []view.Figure {
	switch pg.node.Kind {
	case journey.KindPersona:
		if curves := pg.smallCurves(); len(curves) > 0 {
			return []view.Figure{{Key: "curve.journeys", ID: "_curves", Block: view.Block{Name: "small-curves", View: curves}}}
		}
	case journey.KindModel:
		if v := pg.emotionCurve(pg.journeysToday(pg.node)); len(v.Curve.Lines) > 0 {
			return []view.Figure{{Key: "curve.model", ID: "_emotions", Block: view.Block{Name: "emotion-curve", View: v}}}
		}
	}
	return nil
}
