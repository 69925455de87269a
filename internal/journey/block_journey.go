package journey

// StageTable is the block that shows the stage table of a journey.
type StageTable struct {
	Journey Ref
	Lanes   []Word // empty for the journey's own
}

func (*StageTable) block() {}

func readStageTable(r *reader) Block {
	r.Require("journey", `"first-purchase"`)
	return &StageTable{Journey: r.ref("journey", KindJourney), Lanes: r.words("lanes", Lanes()...)}
}

// JourneyMap is the block that shows a whole journey.
type JourneyMap struct {
	Journey Ref
	Lanes   []Word // empty for the journey's own
}

func (*JourneyMap) block() {}

func readJourneyMap(r *reader) Block {
	r.Require("journey", `"first-purchase"`)
	return &JourneyMap{Journey: r.ref("journey", KindJourney), Lanes: r.words("lanes", Lanes()...)}
}
