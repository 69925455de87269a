package plan

import (
	"html/template"
	"slices"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// columnsOf returns the columns of the list of a kind.
func columnsOf(kind journey.Kind) []string {
	switch kind {
	case journey.KindPersona:
		return []string{"title", "role", "journeys"}
	case journey.KindJourney:
		return []string{"title", "persona", "map", "model", "owner"}
	case journey.KindStage:
		return []string{"title", "phase", "goal", "touchpoints"}
	case journey.KindTouchpoint:
		return []string{"title", "stages", "influence", "emotion", "owner"}
	case journey.KindChannel:
		return []string{"title", "medium", "direct", "touchpoints"}
	case journey.KindBlueprint:
		return []string{"title", "journey", "owner"}
	case journey.KindMetric:
		return []string{"title", "latest", "trend", "target", "owner"}
	case journey.KindOpportunity:
		return []string{"title", "impact", "effort", "due", "owner", "status"}
	case journey.KindModel:
		return []string{"title", "stages", "journeys"}
	case journey.KindTeam:
		return []string{"title", "summary", "touchpoints"}
	case journey.KindTerm:
		return []string{"title", "definition"}
	case journey.KindCourse:
		return []string{"title", "summary", "lessons"}
	}
	return []string{"title", "summary"}
}

// rows returns a row for each node, with the cells of the columns.
func (pg *page) rows(nodes []*graph.Node, columns []string) [][]view.Cell {
	rows := make([][]view.Cell, len(nodes))
	for i, n := range nodes {
		doc, _ := n.InLang(pg.lang)
		row := make([]view.Cell, len(columns))
		for k, column := range columns {
			row[k] = pg.cell(n, doc, column)
		}
		rows[i] = row
	}
	return rows
}

// cell returns what a column shows for a node: what every kind has, or what its
// kind has.
func (pg *page) cell(n *graph.Node, doc *journey.Doc, column string) view.Cell {
	switch column {
	case "title":
		return view.Cell{{Link: pg.link(n)}}
	case "summary":
		return pg.textCell(n, doc, doc.Summary)
	case "owner":
		return pg.refCell(doc.Owner)
	case "status":
		return wordCell("status", doc.Status)
	case "touchpoints":
		if n.Kind == journey.KindStage {
			return numberCell(len(pg.TouchpointsOf(n)))
		}
		return pg.countCell(n, journey.KindTouchpoint)
	case "journeys":
		return pg.countCell(n, journey.KindJourney)
	}
	switch e := doc.Entity.(type) {
	case *journey.Persona:
		return pg.textCell(n, doc, e.Role)
	case *journey.Journey:
		return pg.journeyCell(e, column)
	case *journey.Stage:
		if column == "phase" {
			return wordCell("phase", e.Phase)
		}
		return pg.textCell(n, doc, e.Goal...)
	case *journey.Touchpoint:
		return pg.touchpointCell(e, column)
	case *journey.Channel:
		if column == "medium" {
			return wordCell("medium", e.Medium)
		}
		return flagCell("direct", e.Direct)
	case *journey.Blueprint:
		return pg.refCell(e.Journey)
	case *journey.Metric:
		return pg.metricCell(n, column)
	case *journey.Opportunity:
		return pg.opportunityCell(n, e, column)
	case *journey.Model:
		var c view.Cell
		for _, s := range pg.modelStages(e) {
			c = append(c, view.Value{Link: s.Link})
		}
		return c
	case *journey.Term:
		return pg.textCell(n, doc, e.Definition...)
	case *journey.Lesson:
		return numberCell(len(pg.Lessons(n)))
	}
	return nil
}

func (pg *page) journeyCell(e *journey.Journey, column string) view.Cell {
	switch column {
	case "persona":
		return pg.refCell(e.Persona)
	case "map":
		return wordCell("map", e.Map)
	}
	return pg.refCell(e.Model)
}

func (pg *page) touchpointCell(e *journey.Touchpoint, column string) view.Cell {
	switch column {
	case "stages":
		return linkValues(pg.links(pg.mainStages(e.Stages)))
	case "influence":
		return ratingCell(e.Influence)
	}
	return moodCell(e.Emotion)
}

// mainStages returns the stages that belong to the model that most journeys use,
// or all of them where none does: a touchpoint may name the stages of several
// models, and side by side they say the same thing twice.
func (pg *page) mainStages(refs []journey.Ref) []*graph.Node {
	all := pg.Refs(refs)
	main := slices.DeleteFunc(slices.Clone(all), func(n *graph.Node) bool { return !pg.InMainModel(n) })
	if len(main) > 0 {
		return main
	}
	return all
}

func (pg *page) metricCell(n *graph.Node, column string) view.Cell {
	r := pg.reading(n)
	r.Metric = view.Link{} // the row names it
	switch {
	case column == "target" && r.Target.IsSet:
		return view.Cell{{Number: r.Target}}
	case column == "latest" && r.Value.IsSet:
		return view.Cell{{Reading: r}}
	case column == "trend":
		return pg.sparkCell(n)
	}
	return nil
}

func (pg *page) opportunityCell(n *graph.Node, e *journey.Opportunity, column string) view.Cell {
	switch column {
	case "impact":
		return ratingCell(e.Impact)
	case "effort":
		return ratingCell(e.Effort)
	case "due":
		return dateCell(e.Due.V)
	}
	return pg.aimCell(n, column)
}

func (pg *page) textCell(n *graph.Node, doc *journey.Doc, texts ...journey.Text) view.Cell {
	var cell view.Cell
	for _, html := range pg.inlines(n, doc, texts) {
		if html != "" {
			cell = append(cell, view.Value{Text: html})
		}
	}
	return cell
}

func (pg *page) refCell(refs ...journey.Ref) view.Cell {
	return linkValues(pg.links(pg.Refs(refs)))
}

func wordCell(prefix string, w journey.Word) view.Cell {
	if !w.IsSet() {
		return nil
	}
	return view.Cell{{Key: prefix + "." + w.V}}
}

func flagCell(prefix string, b journey.Bool) view.Cell {
	switch {
	case !b.IsSet():
		return nil
	case b.V:
		return view.Cell{{Key: prefix + ".true"}}
	}
	return view.Cell{{Key: prefix + ".false"}}
}

// countCell counts the nodes of a kind that name this one in their front matter.
func (pg *page) countCell(n *graph.Node, kind journey.Kind) view.Cell {
	count := 0
	var last *graph.Node
	for _, m := range n.In {
		if m.Field != "" && m.From.Kind == kind && m.From != last {
			count++
			last = m.From
		}
	}
	return numberCell(count)
}

func numberCell(n int) view.Cell {
	return view.Cell{{Number: view.Number{IsSet: true, Value: float64(n)}}}
}

func dateCell(day time.Time) view.Cell {
	if day.IsZero() {
		return nil
	}
	return view.Cell{{Date: day}}
}

// intervalCell tells how often something comes back: a number of days, weeks,
// months or years such as "90d".
func intervalCell(w journey.Word) view.Cell {
	n, unit, ok := journey.ParseInterval(w.V)
	if !ok {
		return nil
	}
	return view.Cell{{Key: "interval." + unit, Count: n}}
}

func ratingCell(i journey.Int) view.Cell {
	if !i.IsSet() {
		return nil
	}
	return view.Cell{{Rating: i.V}}
}

func moodCell(i journey.Int) view.Cell {
	if !i.IsSet() {
		return nil
	}
	return view.Cell{{Mood: mood(i)}}
}

func escaped(text string) template.HTML { return template.HTML(template.HTMLEscapeString(text)) }
