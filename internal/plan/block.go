package plan

import "stagecraft/internal/journey"

// block returns what a block in the prose shows.
func (pg *page) block(b journey.Block) Block {
	switch b := b.(type) {
	case *journey.StageTable:
		if n := pg.Ref(b.Journey); n != nil {
			return Block{Name: "stage-table", View: pg.stageTable(n, b.Lanes)}
		}
	case *journey.Entities:
		return Block{Name: "entities", View: pg.table("", columnsOf(b.Kind), pg.selectEntities(b))}
	case *journey.Matrix:
		return Block{Name: "matrix", View: pg.matrixBlock(b)}
	}
	return Block{} // what it is about does not exist
}
