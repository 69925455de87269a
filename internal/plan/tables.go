package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// tables returns the tables that a page builds for itself.
func (pg *page) tables() []view.Table {
	n := pg.node
	switch n.Kind {
	case journey.KindPersona:
		return present(
			pg.table("journeys", []string{"title", "map", "model", "owner"}, pg.from(n, journey.KindJourney, "persona")),
			pg.byChannel("touchpoints", pg.from(n, journey.KindTouchpoint, "personas")),
		)
	case journey.KindStage:
		return present(
			pg.byChannel("touchpoints", pg.TouchpointsOf(n)),
			pg.table("metrics", columnsOf(journey.KindMetric), pg.metricsOf(n)),
			pg.table("models", []string{"title", "stages"}, pg.from(n, journey.KindModel, "stages")),
		)
	case journey.KindModel:
		return present(pg.stagesInOrder(n.Doc.Entity.(*journey.Model)), pg.table("journeys", columnsOf(journey.KindJourney), pg.from(n, journey.KindJourney, "model")))
	case journey.KindChannel:
		return present(
			pg.table("touchpoints", columnsOf(journey.KindTouchpoint), pg.from(n, journey.KindTouchpoint, "channel")),
		)
	case journey.KindTeam:
		return present(pg.teamReviews(), pg.owned())
	case journey.KindTouchpoint:
		return present(
			pg.stepTable("steps", pg.stepsAt(n)),
			pg.table("metrics", columnsOf(journey.KindMetric), pg.from(n, journey.KindMetric, "touchpoints")),
			pg.table("opportunities", columnsOf(journey.KindOpportunity), pg.from(n, journey.KindOpportunity, "touchpoints")),
		)
	case journey.KindOpportunity:
		return present(pg.painTable())
	case journey.KindMetric:
		return present(pg.resultTable())
	}
	return nil
}

// present leaves out tables without rows.
func present(tables ...view.Table) []view.Table {
	return slices.DeleteFunc(tables, func(t view.Table) bool { return len(t.Groups) == 0 })
}

// table lists nodes under a heading.
func (pg *page) table(name string, columns []string, nodes []*graph.Node) view.Table {
	t := newTable(name, columns)
	addRows(&t, view.Group{}, pg.rows(nodes, columns)...)
	return t
}

// newTable returns an empty table. The ids of generated headings begin with an
// underscore, which no heading of an author's does.
func newTable(name string, columns []string) view.Table {
	t := view.Table{}
	if name != "" {
		t.Key, t.ID = "table."+name, "_"+name
	}
	for _, c := range columns {
		t.Columns = append(t.Columns, "column."+c)
	}
	return t
}

// addRows adds rows to the last group of a table where its head is that of the
// given one, and else begins another.
func addRows(t *view.Table, head view.Group, rows ...[]view.Cell) {
	if len(rows) == 0 {
		return
	}
	if k := len(t.Groups); k == 0 || t.Groups[k-1].Head != head.Head || t.Groups[k-1].HeadKey != head.HeadKey {
		t.Groups = append(t.Groups, head)
	}
	last := &t.Groups[len(t.Groups)-1]
	last.Rows = append(last.Rows, rows...)
}

// stagesInOrder lists the stages of a model.
func (pg *page) stagesInOrder(m *journey.Model) view.Table {
	columns := columnsOf(journey.KindStage)
	t := newTable("stages", columns)
	addRows(&t, view.Group{}, pg.stageRows(m, columns)...)
	return t
}

// stageRows returns a row for each stage of a model, numbered as it is there.
func (pg *page) stageRows(m *journey.Model, columns []string) [][]view.Cell {
	rows := pg.rows(pg.Refs(m.Stages), columns)
	for i, row := range rows {
		row[0][0].Link.Number = i + 1
	}
	return rows
}

// byChannel lists touchpoints in a group for each channel.
func (pg *page) byChannel(name string, touchpoints []*graph.Node) view.Table {
	columns := columnsOf(journey.KindTouchpoint)
	t := newTable(name, columns)
	t.Groups = pg.grouped(touchpoints, columns, func(n *graph.Node) *graph.Node {
		return pg.Ref(n.Doc.Entity.(*journey.Touchpoint).Channel)
	})
	return t
}

// grouped puts nodes of one kind into groups by another node, all in the order of
// the page's language; nodes that belong to none come last.
func (pg *page) grouped(nodes []*graph.Node, columns []string, by func(*graph.Node) *graph.Node) []view.Group {
	members := map[*graph.Node][]*graph.Node{}
	var heads []*graph.Node
	for _, n := range pg.ordered(nodes) {
		head := by(n)
		if members[head] == nil && head != nil {
			heads = append(heads, head)
		}
		members[head] = append(members[head], n)
	}
	heads = pg.ordered(heads)
	if members[nil] != nil {
		heads = append(heads, nil)
	}
	var groups []view.Group
	for _, head := range heads {
		g := view.Group{Rows: pg.rows(members[head], columns)}
		if head != nil {
			g.Head = pg.link(head)
		} else if len(heads) > 1 {
			g.HeadKey = "group.none"
		}
		groups = append(groups, g)
	}
	return groups
}

// metricsOf returns the metrics of a stage, whichever of the two names the
// other.
func (pg *page) metricsOf(stage *graph.Node) []*graph.Node {
	list := pg.Refs(stage.Doc.Entity.(*journey.Stage).Metrics)
	for _, n := range pg.from(stage, journey.KindMetric, "stages") {
		if !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

// owned lists all that a team owns, in a group for each kind.
func (pg *page) owned() view.Table {
	columns := []string{"title", "status", "reviewed"}
	t := newTable("owned", columns)
	for _, kind := range journey.Kinds() {
		for _, n := range pg.from(pg.node, kind, "owner") {
			row := []view.Cell{{{Link: pg.link(n)}}, wordCell("status", n.Doc.Status), dateCell(n.Doc.Reviewed.V)}
			addRows(&t, view.Group{HeadKey: "kinds." + string(kind)}, row)
		}
	}
	return t
}

// stepAt is a step of a journey, with the journey that it is part of.
type stepAt struct {
	journey *graph.Node
	number  int // from 1
}

// stepsAt returns the steps of journeys at a touchpoint.
func (pg *page) stepsAt(touchpoint *graph.Node) []stepAt {
	var list []stepAt
	for _, m := range pg.mentionsOf(touchpoint) {
		if m.From.Kind == journey.KindJourney && m.Field == "steps.touchpoint" {
			list = append(list, stepAt{m.From, m.Step})
		}
	}
	return list
}

// stepTable lists steps in a group for each journey.
func (pg *page) stepTable(name string, steps []stepAt) view.Table {
	t := newTable(name, []string{"step", "stage", "emotion"})
	for _, s := range steps {
		doc, _ := s.journey.InLang(pg.lang)
		step := doc.Entity.(*journey.Journey).Steps[s.number-1]
		addRows(&t, view.Group{Head: pg.link(s.journey)}, []view.Cell{
			pg.stepCell(s, doc, step),
			pg.refCell(step.Stage),
			moodCell(step.Emotion),
		})
	}
	return t
}

// stepCell tells what happens in a step: its title, or what the customer does.
func (pg *page) stepCell(s stepAt, doc *journey.Doc, step journey.Step) view.Cell {
	if step.Title.IsSet() {
		return pg.textCell(s.journey, doc, step.Title)
	}
	return pg.textCell(s.journey, doc, step.Action...)
}
