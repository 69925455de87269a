package journey

import "math"

// Entities is the block that lists the pages of a kind which fit all filters
// that are set.
type Entities struct {
	Kind    Kind
	Channel Ref
	Stage   Ref
	Persona Ref
	Owner   Ref
	Tag     Word
	Sort    Word // empty for the kind's usual order
	Limit   Int  // 0 for all
}

func (*Entities) block() {}

// sortOrders returns the words by which an entities block can be sorted.
func sortOrders() []string { return []string{"title", "weight", "influence", "updated"} }

func readEntities(r *reader) Block {
	r.Require("kind", `"touchpoint"`)
	return &Entities{
		Kind:    Kind(r.word("kind", KindNames()...).V),
		Channel: r.ref("channel", KindChannel),
		Stage:   r.ref("stage", KindStage),
		Persona: r.ref("persona", KindPersona),
		Owner:   r.ref("owner", KindTeam),
		Tag:     r.plain("tag"),
		Sort:    r.word("sort", sortOrders()...),
		Limit:   r.integer("limit", 1, math.MaxInt),
	}
}
