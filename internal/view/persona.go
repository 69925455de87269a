package view

import "html/template"

// The views of personas.

// Persona is the view of a persona.
type Persona struct {
	Entity
	Card PersonaCard
}

// PersonaCard is a persona in short.
type PersonaCard struct {
	Link     Link   // to the persona's page; not set on that page itself
	Image    Image  // may be missing
	Initials string // stand for a missing picture
	Role     template.HTML
	Quote    template.HTML
	Goals    []template.HTML
	Pains    []template.HTML
	Channels []Link
	Journeys []Link
}
