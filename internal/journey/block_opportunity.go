package journey

// OpportunityMatrix is the block that shows the opportunities which fit all
// filters that are set, by impact and effort.
type OpportunityMatrix struct {
	Owner   Ref
	Stage   Ref
	Journey Ref
}

// PersonaCard is the block that shows a persona in short.
type PersonaCard struct{ Persona Ref }

func (*OpportunityMatrix) block() {}
func (*PersonaCard) block()       {}

func readOpportunityMatrix(r *reader) Block {
	return &OpportunityMatrix{
		Owner:   r.ref("owner", KindTeam),
		Stage:   r.ref("stage", KindStage),
		Journey: r.ref("journey", KindJourney),
	}
}

func readPersonaCard(r *reader) Block {
	r.Require("persona", `"linh"`)
	return &PersonaCard{Persona: r.ref("persona", KindPersona)}
}
