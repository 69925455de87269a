package journey

// PersonaCard is the block that shows a persona in short.
type PersonaCard struct{ Persona Ref }

func (*PersonaCard) block() {}

func readPersonaCard(r *reader) Block {
	r.Require("persona", `"linh"`)
	return &PersonaCard{Persona: r.ref("persona", KindPersona)}
}
