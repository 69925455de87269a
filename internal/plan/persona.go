package plan

import (
	"strings"
	"unicode"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// personaView puts the card, which holds the picture, at the head of the page.
func (pg *page) personaView() view.Persona {
	v := view.Persona{Entity: pg.entity(), Card: pg.personaCard(pg.node)}
	v.Image = view.Image{}
	return v
}

func (pg *page) personaCards(personas []*graph.Node) []view.PersonaCard {
	cards := make([]view.PersonaCard, len(personas))
	for i, n := range personas {
		cards[i] = pg.personaCard(n)
	}
	return cards
}

func (pg *page) personaCard(n *graph.Node) view.PersonaCard {
	doc, _ := n.InLang(pg.lang)
	e := doc.Entity.(*journey.Persona)
	c := view.PersonaCard{
		Image:    pg.image(n, doc),
		Initials: initials(plainTitle(doc)),
		Role:     pg.inlineOf(n, doc, e.Role),
		Quote:    pg.inlineOf(n, doc, e.Quote),
		Goals:    pg.inlines(n, doc, e.Goals),
		Pains:    pg.inlines(n, doc, e.Pains),
		Channels: pg.links(pg.Refs(e.Channels)),
		Journeys: pg.links(pg.from(n, journey.KindJourney, "persona")),
	}
	if n != pg.node {
		c.Link = pg.link(n)
	}
	return c
}

// initials returns the first letters of the first and the last word of a name.
func initials(name string) string {
	var letters []rune
	for word := range strings.FieldsSeq(name) {
		for _, r := range word {
			if unicode.IsLetter(r) {
				letters = append(letters, unicode.ToUpper(r))
			}
			break // a word in brackets is no part of the name
		}
	}
	if len(letters) > 2 {
		letters = []rune{letters[0], letters[len(letters)-1]}
	}
	return string(letters)
}
