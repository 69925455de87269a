package journey

// Model is an ordered list of stages; after the last stage of a cyclic one comes
// the first.
type Model struct {
	Stages []Ref `json:"stages"`
	Cyclic Bool  `json:"cyclic,omitzero"`
}

func readModel(r *reader) *Model {
	if r.doc.Lang == "" {
		r.Require("stages", `["awareness", "decision"]`)
	}
	return &Model{
		Stages: r.refsOnce("stages", KindStage),
		Cyclic: r.flag("cyclic"),
	}
}
