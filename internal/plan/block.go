package plan

import (
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// block returns what a block in the prose shows.
func (pg *page) block(b journey.Block) view.Block {
	switch b := b.(type) {
	case *journey.StageTable:
		if n := pg.Ref(b.Journey); n != nil {
			return view.Block{Name: "stage-table", View: pg.stageTable(n, b.Lanes)}
		}
	case *journey.BlueprintBlock:
		if n := pg.Ref(b.Blueprint); n != nil {
			return view.Block{Name: "blueprint", View: pg.blueprintMap(n, b.Stages, b.Lanes)}
		}
	case *journey.Crosswalk:
		models := pg.Refs(b.Models)
		if len(b.Models) == 0 {
			models = pg.sorted(journey.KindModel)
		}
		return view.Block{Name: "crosswalk", View: pg.crosswalkOf(models)}
	case *journey.PersonaCard:
		if n := pg.Ref(b.Persona); n != nil {
			return view.Block{Name: "persona-card", View: pg.personaCard(n)}
		}
	case *journey.OpportunityMatrix:
		return view.Block{Name: "opportunity-matrix", View: pg.opportunityMatrix(pg.rank(pg.selectOpportunities(b)))}
	case *journey.JourneyMap:
		if n := pg.Ref(b.Journey); n != nil {
			return view.Block{Name: "journey-map", View: pg.journeyMap(n, b.Lanes)}
		}
	case *journey.EmotionCurve:
		return view.Block{Name: "emotion-curve", View: pg.emotionCurve(pg.curvesOf(b))}
	case *journey.Entities:
		return view.Block{Name: "entities", View: pg.table("", columnsOf(b.Kind), pg.selectEntities(b))}
	case *journey.Matrix:
		return view.Block{Name: "matrix", View: pg.matrixBlock(b)}
	case *journey.MetricBlock:
		if n := pg.Ref(b.Metric); n != nil {
			return view.Block{Name: "metric", View: pg.figure(n, !b.Chart.IsSet() || b.Chart.V)}
		}
	}
	return view.Block{} // what it is about does not exist
}
