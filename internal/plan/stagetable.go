package plan

import (
	"slices"
	"strconv"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// stageTable builds the stage table of a journey. Lanes that the author did not
// ask for are left out where they would be empty.
func (pg *page) stageTable(n *graph.Node, lanes []journey.Word) StageTable {
	doc, _ := n.InLang(pg.lang)
	j := doc.Entity.(*journey.Journey)
	b := &tableBuilder{pg: pg, node: n, doc: doc, journey: j, stages: pg.StagesOf(n)}
	t := StageTable{Caption: plainTitle(doc), Columns: b.columns()}
	if n != pg.node {
		t.Journey = pg.link(n)
	}
	if len(lanes) == 0 {
		lanes = j.Lanes
	}
	for _, name := range laneNames(j, lanes) {
		lane := Lane{Key: "lane." + name, Name: name}
		filled := len(lanes) > 0 || name == "touchpoints"
		for _, stage := range b.stages {
			cell := LaneCell{Entries: b.entries(name, stage)}
			if name == "touchpoints" && len(cell.Entries) == 0 {
				cell.GapKey = "gap.touchpoints"
			}
			filled = filled || len(cell.Entries) > 0
			lane.Cells = append(lane.Cells, cell)
		}
		if filled {
			t.Lanes = append(t.Lanes, lane)
		}
	}
	return t
}

// laneNames returns the lanes of a journey: those asked for, or all that its map
// type shows.
func laneNames(j *journey.Journey, asked []journey.Word) []string {
	var names []string
	for _, w := range asked {
		names = append(names, w.V)
	}
	if len(names) > 0 {
		return names
	}
	day := j.Map.V == "day-in-the-life"
	return slices.DeleteFunc(journey.Lanes(), func(name string) bool {
		return name == "actors" || !day && (name == "time" || name == "device")
	})
}

// tableBuilder fills the cells of a stage table.
type tableBuilder struct {
	pg      *page
	node    *graph.Node
	doc     *journey.Doc
	journey *journey.Journey
	stages  []*graph.Node
}

func (b *tableBuilder) columns() []StageColumn {
	columns := make([]StageColumn, len(b.stages))
	for i, stage := range b.stages {
		doc, _ := stage.InLang(b.pg.lang)
		columns[i] = StageColumn{
			Stage:  b.pg.link(stage),
			Number: i + 1,
			Goal:   b.pg.inlines(stage, doc, doc.Entity.(*journey.Stage).Goal),
		}
		for range b.steps(stage) {
			columns[i].Steps++
		}
	}
	return columns
}

// steps yields the steps of a stage with their numbers in the journey.
func (b *tableBuilder) steps(stage *graph.Node) func(yield func(int, journey.Step) bool) {
	return func(yield func(int, journey.Step) bool) {
		for i, s := range b.journey.Steps {
			if b.pg.Ref(s.Stage) == stage && !yield(i+1, s) {
				return
			}
		}
	}
}

// entries returns what a lane holds for a stage: what belongs to the stage as a
// whole, or what its steps say, in their order.
func (b *tableBuilder) entries(lane string, stage *graph.Node) []LaneEntry {
	switch lane {
	case "goal":
		doc, _ := stage.InLang(b.pg.lang)
		return b.texts(0, stage, doc, "", doc.Entity.(*journey.Stage).Goal...)
	case "metrics":
		return b.metrics(stage)
	}
	var list []LaneEntry
	for number, step := range b.steps(stage) {
		for _, e := range b.stepEntries(lane, number, step) {
			if i := repeated(list, e); i >= 0 {
				list[i].MomentOfTruth = list[i].MomentOfTruth || e.MomentOfTruth
				list[i].More = append(list[i].More, number)
			} else {
				list = append(list, e)
			}
		}
	}
	if lane == "opportunities" {
		list = b.withOpportunities(list, stage)
	}
	return list
}

// repeated returns the place of an entry that is only a link or a word and stands
// in the cell already, and otherwise −1.
func repeated(list []LaneEntry, e LaneEntry) int {
	if e.Value.Link.Href == "" && e.Value.Key == "" {
		return -1
	}
	return slices.IndexFunc(list, func(x LaneEntry) bool {
		return x.Value.Link == e.Value.Link && x.Value.Key == e.Value.Key
	})
}

// stepEntries returns what one step has to say in a lane.
func (b *tableBuilder) stepEntries(lane string, number int, s journey.Step) []LaneEntry {
	texts := func(tone string, texts ...journey.Text) []LaneEntry {
		return b.texts(number, b.node, b.doc, tone, texts...)
	}
	switch lane {
	case "actions":
		if len(s.Action) == 0 {
			return b.starred(s, texts("", s.Title))
		}
		return b.starred(s, texts("", s.Action...))
	case "touchpoints":
		return b.starred(s, b.nodes(number, b.pg.Ref(s.Touchpoint)))
	case "channel":
		return b.nodes(number, b.pg.ChannelOf(s))
	case "owner":
		if t := b.pg.Ref(s.Touchpoint); t != nil {
			return b.nodes(number, b.pg.Ref(t.Doc.Owner))
		}
	case "thoughts":
		return texts("", s.Thought...)
	case "emotion":
		return b.emotion(number, s)
	case "pains":
		return b.answered(number, texts("bad", s.Pains...))
	case "gains":
		return texts("good", s.Gains...)
	case "opportunities":
		return texts("", s.Opportunities...)
	case "time":
		return texts("", s.Time)
	case "device":
		return texts("", s.Device)
	case "actors":
		var list []LaneEntry
		for _, a := range s.Actors {
			list = append(list, b.entry(number, Value{Key: "actor." + a.V}))
		}
		return list
	}
	return nil
}

// emotion tells how a step feels: the number, and the words that go with it.
func (b *tableBuilder) emotion(number int, s journey.Step) []LaneEntry {
	feelings := b.texts(number, b.node, b.doc, "", s.Feeling...)
	if !s.Emotion.IsSet() {
		return feelings
	}
	e := b.entry(number, Value{Mood: mood(s.Emotion)})
	if len(feelings) > 0 {
		e.Value.Text = feelings[0].Value.Text
		feelings = feelings[1:]
	}
	return b.starred(s, append([]LaneEntry{e}, feelings...))
}

// starred marks the first entry of a moment of truth.
func (b *tableBuilder) starred(s journey.Step, list []LaneEntry) []LaneEntry {
	if s.MomentOfTruth.V && len(list) > 0 {
		list[0].MomentOfTruth = true
	}
	return list
}

func (b *tableBuilder) texts(number int, n *graph.Node, doc *journey.Doc, tone string, texts ...journey.Text) []LaneEntry {
	var list []LaneEntry
	for _, t := range texts {
		if t.IsSet() {
			e := b.entry(number, Value{Text: b.pg.inlineOf(n, doc, t)})
			e.Tone = tone
			list = append(list, e)
		}
	}
	return list
}

func (b *tableBuilder) nodes(number int, n *graph.Node) []LaneEntry {
	if n == nil {
		return nil
	}
	return []LaneEntry{b.entry(number, Value{Link: b.pg.link(n)})}
}

func (b *tableBuilder) entry(number int, v Value) LaneEntry {
	e := LaneEntry{Value: v, Step: number}
	if number > 0 && b.node == b.pg.node {
		e.StepID = stepID(number)
	}
	return e
}

// stepID returns the anchor of a step on its journey's page.
func stepID(number int) string { return "_step-" + strconv.Itoa(number) }

// metrics returns the metrics of a stage: those that its steps name, those that
// the stage names, and those that name the stage and, unless they are about the
// stage as a whole, a touchpoint that the journey meets there.
func (b *tableBuilder) metrics(stage *graph.Node) []LaneEntry {
	var nodes []*graph.Node
	for _, step := range b.steps(stage) {
		nodes = append(nodes, b.pg.Refs(step.Metrics)...)
	}
	nodes = append(nodes, b.pg.Refs(stage.Doc.Entity.(*journey.Stage).Metrics)...)
	nodes = append(nodes, b.metricsNaming(stage)...)
	var list []LaneEntry
	seen := map[*graph.Node]bool{}
	for _, n := range nodes {
		if !seen[n] {
			seen[n] = true
			list = append(list, b.entry(0, Value{Reading: b.pg.reading(n)}))
		}
	}
	return list
}

// metricsNaming returns the metrics that name a stage and, unless they are about
// the stage as a whole, a touchpoint that the journey meets there. It begins at
// the touchpoints, which have few metrics where a stage may have thousands.
func (b *tableBuilder) metricsNaming(stage *graph.Node) []*graph.Node {
	var list []*graph.Node
	for _, n := range stage.From(journey.KindMetric, "stages") {
		if len(n.Doc.Entity.(*journey.Metric).Touchpoints) == 0 {
			list = append(list, n)
		}
	}
	for _, step := range b.steps(stage) {
		if t := b.pg.Ref(step.Touchpoint); t != nil {
			list = append(list, slices.DeleteFunc(t.From(journey.KindMetric, "touchpoints"), func(n *graph.Node) bool {
				return !slices.Contains(b.pg.Refs(n.Doc.Entity.(*journey.Metric).Stages), stage)
			})...)
		}
	}
	slices.SortFunc(list, graph.Compare)
	return list
}

// withOpportunities adds the opportunities that name both the journey and the
// stage and that no step of the stage links to.
func (b *tableBuilder) withOpportunities(list []LaneEntry, stage *graph.Node) []LaneEntry {
	linked := map[*graph.Node]bool{}
	for _, step := range b.steps(stage) {
		for _, t := range step.Opportunities {
			for _, link := range t.Body.Links {
				target, _ := b.pg.Link(b.node, b.doc, link)
				linked[target.Node] = true
			}
		}
	}
	for _, n := range b.node.From(journey.KindOpportunity, "journeys") {
		here := slices.Contains(b.pg.Refs(n.Doc.Entity.(*journey.Opportunity).Stages), stage)
		if here && !linked[n] {
			list = append(list, b.nodes(0, n)...)
		}
	}
	return list
}
