package journey

// Opportunity is a pain turned into an improvement.
type Opportunity struct {
	Touchpoints []Ref  `json:"touchpoints,omitempty"`
	Stages      []Ref  `json:"stages,omitempty"`
	Journeys    []Ref  `json:"journeys,omitempty"`
	Impact      Int    `json:"impact,omitzero"` // 1 to 5
	Effort      Int    `json:"effort,omitzero"` // 1 to 5
	Due         Date   `json:"due,omitzero"`
	Metric      Ref    `json:"metric,omitzero"` // that shall move
	Hypothesis  []Text `json:"hypothesis,omitempty"`
	Experiment  []Text `json:"experiment,omitempty"`
}

func readOpportunity(r *reader) *Opportunity {
	return &Opportunity{
		Touchpoints: r.refs("touchpoints", KindTouchpoint),
		Stages:      r.refs("stages", KindStage),
		Journeys:    r.refs("journeys", KindJourney),
		Impact:      r.integer("impact", 1, 5),
		Effort:      r.integer("effort", 1, 5),
		Due:         r.day("due"),
		Metric:      r.ref("metric", KindMetric),
		Hypothesis:  r.texts("hypothesis"),
		Experiment:  r.texts("experiment"),
	}
}
