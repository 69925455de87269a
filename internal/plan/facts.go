package plan

import (
	"path"
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// facts gathers the labelled fields of a page; what is not set is left out.
type facts struct {
	pg   *page
	list []view.Fact
}

func (f *facts) add(key string, values ...view.Value) {
	if len(values) > 0 {
		f.list = append(f.list, view.Fact{Key: "field." + key, Values: values})
	}
}

func (f *facts) texts(key string, texts ...journey.Text) {
	f.add(key, f.pg.textValues(texts)...)
}

func (f *facts) refs(key string, refs ...journey.Ref) {
	f.add(key, linkValues(f.pg.links(f.pg.Refs(refs)))...)
}

// words adds words of a fixed set: their interface strings stand under prefix.
func (f *facts) words(key, prefix string, words ...journey.Word) {
	var values []view.Value
	for _, w := range words {
		values = append(values, wordCell(prefix, w)...)
	}
	f.add(key, values...)
}

func (f *facts) plain(key string, words ...journey.Word) {
	var values []view.Value
	for _, w := range words {
		if w.IsSet() {
			values = append(values, view.Value{Text: inLang(f.pg.langAt(f.pg.node, w.At), escaped(w.V))})
		}
	}
	f.add(key, values...)
}

func (f *facts) date(key string, d journey.Date) { f.add(key, dateCell(d.V)...) }

func (f *facts) rating(key string, i journey.Int) { f.add(key, ratingCell(i)...) }

func (f *facts) mood(key string, i journey.Int) { f.add(key, moodCell(i)...) }

func (f *facts) pairs(pairs []journey.Pair) {
	for _, p := range pairs {
		f.list = append(f.list, view.Fact{Label: p.Key, Lang: f.pg.langAt(f.pg.node, p.Value.At), Values: f.pg.textValues([]journey.Text{p.Value})})
	}
}

// textValues returns texts of the page's own Doc as values.
func (pg *page) textValues(texts []journey.Text) []view.Value {
	var values []view.Value
	for _, t := range texts {
		if t.IsSet() {
			values = append(values, view.Value{Text: pg.inline(t)})
		}
	}
	return values
}

func linkValues(links []view.Link) []view.Value {
	values := make([]view.Value, len(links))
	for i, l := range links {
		values[i] = view.Value{Link: l}
	}
	return values
}

func mood(i journey.Int) view.Mood {
	if !i.IsSet() {
		return view.Mood{}
	}
	tone := "even"
	if i.V > 0 {
		tone = "good"
	} else if i.V < 0 {
		tone = "bad"
	}
	return view.Mood{IsSet: true, Value: i.V, Tone: tone}
}

// chips returns the short facts for the head of the page: those that every kind
// has, behind those that tell what the page is.
func (pg *page) chips() []view.Fact {
	f := &facts{pg: pg}
	switch e := pg.doc.Entity.(type) {
	case *journey.Journey:
		f.refs("persona", e.Persona)
		f.words("map", "map", e.Map)
		f.refs("model", e.Model)
		f.around(e)
	case *journey.Touchpoint:
		f.refs("channel", e.Channel)
		pg.contact(f, e)
		f.rating("influence", e.Influence)
	case *journey.Channel:
		f.words("medium", "medium", e.Medium)
		f.add("direct", flagCell("direct", e.Direct)...)
	case *journey.Stage:
		f.words("phase", "phase", e.Phase)
	case *journey.Blueprint:
		f.refs("journey", e.Journey)
	case *journey.Metric:
		f.words("method", "method", e.Method)
		if better := e.Better(); better != "" {
			f.add("direction", view.Value{Key: "direction." + better})
		}
	case *journey.Opportunity:
		f.rating("impact", e.Impact)
		f.rating("effort", e.Effort)
		f.date("due", e.Due)
	case *journey.Lesson:
		f.texts("duration", e.Duration)
		f.texts("author", e.Author)
	}
	c := pg.doc.Common
	f.refs("owner", c.Owner)
	f.words("status", "status", c.Status)
	f.words("evidence", "evidence", c.Evidence)
	f.date("date", c.Date)
	f.add("reviewed", slices.Concat(dateCell(c.Reviewed.V), intervalCell(c.ReviewEvery))...)
	f.plain("tags", c.Tags...)
	return f.list
}

// contact tells how a touchpoint meets the customer: as it says itself, or as
// its channel does.
func (pg *page) contact(f *facts, t *journey.Touchpoint) {
	medium, direct := t.Medium, t.Direct
	if n := pg.Ref(t.Channel); n != nil {
		c := n.Doc.Entity.(*journey.Channel)
		if !medium.IsSet() {
			medium = c.Medium
		}
		if !direct.IsSet() {
			direct = c.Direct
		}
	}
	f.words("medium", "medium", medium)
	f.add("direct", flagCell("direct", direct)...)
}

// entityFacts returns the fields of the page's kind.
func (pg *page) entityFacts() []view.Fact {
	f := &facts{pg: pg}
	switch e := pg.doc.Entity.(type) {
	case *journey.Persona:
		f.persona(e)
	case *journey.Stage:
		f.stage(e)
	case *journey.Touchpoint:
		f.touchpoint(e)
	case *journey.Journey:
		f.journey(e)
	case *journey.Metric:
		f.metric(e)
	case *journey.Opportunity:
		f.refs("touchpoints", e.Touchpoints...)
		f.refs("stages", e.Stages...)
		f.refs("journeys", e.Journeys...)
		f.aim(e)
		f.texts("hypothesis", e.Hypothesis...)
		f.texts("experiment", e.Experiment...)
	case *journey.Term:
		f.texts("definition", e.Definition...)
		f.texts("synonyms", e.Synonyms...)
	case *journey.Lesson:
		f.texts("objectives", e.Objectives...)
		if e.Pass.IsSet() {
			f.add("pass", view.Value{Number: view.Number{IsSet: true, Value: e.Pass.V}})
		}
	}
	return f.list
}

// aim tells which metric an opportunity shall move, and where to.
func (f *facts) aim(e *journey.Opportunity) {
	values := f.pg.readings([]journey.Ref{e.Metric})
	f.add("metric", values...)
	if len(values) > 0 && values[0].Reading.Target.IsSet {
		f.add("target", view.Value{Number: values[0].Reading.Target})
	}
}

// persona adds the fields of a persona that its card does not show.
func (f *facts) persona(e *journey.Persona) {
	f.pairs(e.Demographics)
	f.texts("needs", e.Needs...)
	f.texts("motivations", e.Motivations...)
	f.texts("barriers", e.Barriers...)
	f.texts("behaviours", e.Behaviours...)
	f.texts("sources", e.Sources...)
	f.texts("shopping", e.Shopping...)
	f.pairs(e.Psychographics)
}

func (f *facts) stage(e *journey.Stage) {
	f.texts("goal", e.Goal...)
	f.texts("business_goal", e.BusinessGoal...)
	f.texts("expectations", e.Expectations...)
	f.texts("emotions", e.Emotions...)
	f.texts("barriers", e.Barriers...)
	f.texts("messages", e.Messages...)
	f.texts("content", e.Content...)
	f.refs("metrics", e.Metrics...)
}

func (f *facts) touchpoint(e *journey.Touchpoint) {
	f.texts("standard", e.Standard...)
	f.mood("emotion", e.Emotion)
	f.texts("target_emotion", e.TargetEmotion...)
	f.refs("stages", e.Stages...)
	f.refs("personas", e.Personas...)
	f.texts("actions", e.Actions...)
	f.texts("thoughts", e.Thoughts...)
	f.texts("motivations", e.Motivations...)
	f.texts("barriers", e.Barriers...)
	f.texts("pains", e.Pains...)
	f.texts("gains", e.Gains...)
	f.texts("opportunities", e.Opportunities...)
	f.answers(e.Pains, f.pg.TouchpointAnswer(f.pg.node))
	f.words("actors", "actor", e.Actors...)
	f.add("metrics", f.pg.readings(e.Metrics)...)
}

func (f *facts) journey(e *journey.Journey) {
	f.texts("scenario", e.Scenario...)
	f.texts("goal", e.Goal...)
	f.add("sub_journeys", linkValues(f.pg.links(f.pg.subJourneys()))...)
}

func (f *facts) metric(e *journey.Metric) {
	f.texts("question", e.Question)
	if e.Scale.IsSet() {
		f.add("scale", view.Value{Text: escaped(strings.Replace(e.Scale.V, "-", "–", 1))}) // numbers, in any language
	}
	f.texts("unit", e.Unit)
	if e.SatisfiedFrom.IsSet() {
		f.add("satisfied_from", view.Value{Number: view.Number{IsSet: true, Value: float64(e.SatisfiedFrom.V)}})
	}
	if target := f.pg.target(f.pg.node); target.IsSet {
		f.add("target", view.Value{Number: target})
	}
	f.texts("denominator", e.Denominator)
	f.texts("source", e.Source)
	if file := f.pg.Asset(f.pg.node, e.ResultsFile); e.ResultsFile.IsSet() && file != nil {
		f.add("results", view.Value{Link: view.Link{Title: path.Base(file.Path), Href: f.pg.to(assetPath(file))}})
	}
	f.refs("stages", e.Stages...)
	f.refs("touchpoints", e.Touchpoints...)
}

// answers adds what answers pains besides the opportunities that stand beside
// them, or that nothing does.
func (f *facts) answers(pains []journey.Text, a graph.Answer) {
	switch {
	case len(pains) == 0:
	case a.IsSet():
		f.add("answers", linkValues(f.pg.links(f.pg.ordered(a.Named)))...)
	default:
		f.add("answers", view.Value{Key: "answer.none"})
	}
}
