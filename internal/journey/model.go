package journey

import (
	"slices"

	"stagecraft/internal/diag"
)

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
		Stages: r.stages(),
		Cyclic: r.flag("cyclic"),
	}
}

// stages reads an ordered list of stages, each of which stands once.
func (r *reader) stages() []Ref {
	var list []Ref
	for _, ref := range r.refs("stages", KindStage) {
		if slices.ContainsFunc(list, func(x Ref) bool { return x.ID == ref.ID }) {
			r.Report(diag.New(diag.InvalidValue, ref.At, "stage %q stands twice", ref.ID).WithHint("name each stage once"))
			continue
		}
		list = append(list, ref)
	}
	return list
}
