package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// crosswalk returns the path of the crosswalk of a language.
func (a address) crosswalk(lang locale.Lang) string { return a.in(lang) + "crosswalk.html" }

// addCrosswalk lists the page that lays the models side by side, if there are any.
func (p *planner) addCrosswalk(lang locale.Lang) {
	if len(p.Kind(journey.KindModel)) > 0 {
		p.add(p.crosswalk(lang), lang, nil, "crosswalk", func(pg *page) any { return pg.crosswalkView() })
	}
}

func (pg *page) crosswalkView() view.CrosswalkPage {
	v := view.CrosswalkPage{Entity: pg.entity(), Table: pg.crosswalkOf(pg.sorted(journey.KindModel))}
	v.Crumbs = append(v.Crumbs, view.NavEntry{Key: "kinds.model", Href: pg.to(pg.index(journey.KindModel, pg.lang))})
	return v
}

// crosswalkOf lays models side by side by the phases of their stages. Stages
// without a phase have a column of their own, only where there are any.
func (pg *page) crosswalkOf(models []*graph.Node) view.Crosswalk {
	phases := journey.Phases()
	if slices.ContainsFunc(models, pg.hasStageWithoutPhase) {
		phases = append(phases, "")
	}
	var t view.Crosswalk
	for _, phase := range phases {
		t.PhaseKeys = append(t.PhaseKeys, phaseKey(phase))
	}
	for _, n := range models {
		m := n.Doc.Entity.(*journey.Model)
		row := view.CrosswalkRow{Model: pg.link(n), Cyclic: m.Cyclic.V}
		stages := pg.modelStages(m)
		for _, phase := range phases {
			row.Cells = append(row.Cells, crosswalkCell(stages, phase))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// phaseKey returns the interface string of a phase; a stage may have none.
func phaseKey(phase string) string {
	if phase == "" {
		return "phase.none"
	}
	return "phase." + phase
}

func (pg *page) hasStageWithoutPhase(model *graph.Node) bool {
	stages := pg.modelStages(model.Doc.Entity.(*journey.Model))
	return slices.ContainsFunc(stages, func(s view.ModelStage) bool { return s.Phase == "" })
}

// crosswalkCell returns the stages of a phase, or the gap where a model has none.
func crosswalkCell(stages []view.ModelStage, phase string) view.CrosswalkCell {
	var c view.CrosswalkCell
	for _, s := range stages {
		if s.Phase == phase {
			c.Stages = append(c.Stages, s.Link)
		}
	}
	if len(c.Stages) == 0 && phase != "" {
		c.GapKey = "gap.stages"
	}
	return c
}
