package journey

// BlueprintBlock is the block that draws a blueprint, or a part of it.
type BlueprintBlock struct {
	Blueprint Ref
	Stages    []Ref  // whose steps are shown; empty for all
	Lanes     []Word // lanes and optional rows; empty for all
}

func (*BlueprintBlock) block() {}

func readBlueprintBlock(r *reader) Block {
	r.Require("blueprint", `"online-order"`)
	return &BlueprintBlock{
		Blueprint: r.ref("blueprint", KindBlueprint),
		Stages:    r.refs("stages", KindStage),
		Lanes:     r.words("lanes", BlueprintRows()...),
	}
}
