package journey

// OpportunityMatrix is the block that shows the opportunities which fit all
// filters that are set, by impact and effort.
type OpportunityMatrix struct {
	Owner   Ref
	Stage   Ref
	Journey Ref
}

func (*OpportunityMatrix) block() {}

func readOpportunityMatrix(r *reader) Block {
	return &OpportunityMatrix{
		Owner:   r.ref("owner", KindTeam),
		Stage:   r.ref("stage", KindStage),
		Journey: r.ref("journey", KindJourney),
	}
}
