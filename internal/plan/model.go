package plan

import (
	"stagecraft/internal/chart"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// maxDiscs is how many stages a ring has room for, with their numbers. A longer
// cycle is drawn as a path.
const maxDiscs = 16

// modelView adds the drawing of the stages.
func (pg *page) modelView() view.Model {
	m := pg.doc.Entity.(*journey.Model)
	v := view.Model{Entity: pg.entity(), Stages: pg.modelStages(m), Cyclic: m.Cyclic.V}
	if v.Cyclic && len(v.Stages) <= maxDiscs {
		v.Ring = modelRing(v.Stages)
	}
	return v
}

// modelStages returns the stages of a model, numbered by their places in it.
func (pg *page) modelStages(m *journey.Model) []view.ModelStage {
	var list []view.ModelStage
	for i, n := range pg.Refs(m.Stages) {
		s := view.ModelStage{Link: pg.link(n), Phase: n.Doc.Entity.(*journey.Stage).Phase.V}
		s.Link.Number = i + 1
		list = append(list, s)
	}
	return list
}

func modelRing(stages []view.ModelStage) view.ModelRing {
	r := chart.NewRing(len(stages))
	ring := view.ModelRing{Radius: r.Radius}
	for i, at := range r.Centres {
		l := stages[i].Link
		ring.Discs = append(ring.Discs, view.RingDisc{X: at.X, Y: at.Y, Number: l.Number, Color: l.Color})
	}
	for i := range r.Lines {
		ring.Arrows = append(ring.Arrows, view.RingArrow{Line: r.Lines[i], Head: r.Heads[i]})
	}
	return ring
}
