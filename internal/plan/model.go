package plan

import (
	"stagecraft/internal/chart"
	"stagecraft/internal/journey"
)

// maxDiscs is how many stages a ring has room for, with their numbers. A longer
// cycle is drawn as a path.
const maxDiscs = 16

// modelView adds the drawing of the stages.
func (pg *page) modelView() Model {
	m := pg.doc.Entity.(*journey.Model)
	v := Model{Entity: pg.entity(), Stages: pg.modelStages(m), Cyclic: m.Cyclic.V}
	if v.Cyclic && len(v.Stages) <= maxDiscs {
		v.Ring = modelRing(v.Stages)
	}
	return v
}

// modelStages returns the stages of a model, numbered by their places in it.
func (pg *page) modelStages(m *journey.Model) []ModelStage {
	var list []ModelStage
	for i, n := range pg.Refs(m.Stages) {
		s := ModelStage{Link: pg.link(n), Phase: n.Doc.Entity.(*journey.Stage).Phase.V}
		s.Link.Number = i + 1
		list = append(list, s)
	}
	return list
}

func modelRing(stages []ModelStage) ModelRing {
	r := chart.NewRing(len(stages))
	ring := ModelRing{Radius: r.Radius}
	for i, at := range r.Centres {
		l := stages[i].Link
		ring.Discs = append(ring.Discs, RingDisc{X: at.X, Y: at.Y, Number: l.Number, Color: l.Color})
	}
	for i := range r.Lines {
		ring.Arrows = append(ring.Arrows, RingArrow{Line: r.Lines[i], Head: r.Heads[i]})
	}
	return ring
}
