package plan

import (
	"iter"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// Cards is what readers see of a page when they point at a link to it, in one
// language.
type Cards struct {
	Keys  []string // interface strings that the cards need
	Cards iter.Seq[Card]
}

func (Cards) content() {}

// Card is a page in short, in plain text.
type Card struct {
	Href    string // from the output's top folder
	Kind    string // of the entity
	Lang    string // of the texts, where it is not the language of the cards
	Title   string
	Summary string
	Facts   []CardFact
}

// CardFact is a labelled fact of a card.
type CardFact struct {
	Key  string // of its label
	Text string
}

// cardKinds are the kinds of which readers forget the details: whom, where, and
// what a word means. The script of the theme knows their folders.
func cardKinds() []journey.Kind {
	return []journey.Kind{journey.KindPersona, journey.KindTouchpoint, journey.KindTerm}
}

// addCards lists the script that holds the cards. Without pages that have one no
// link asks for it.
func (p *planner) addCards(lang locale.Lang) {
	var nodes []*graph.Node
	cards := Cards{Keys: []string{"field.role", "field.goals", "field.channel", "field.stages", "field.synonyms"}}
	for _, kind := range cardKinds() {
		nodes = append(nodes, p.Kind(kind)...)
		cards.Keys = append(cards.Keys, "kind."+string(kind))
	}
	if len(nodes) == 0 {
		return
	}
	cards.Cards = func(yield func(Card) bool) {
		top := newPage(p.Graph, "index.html", lang, nil, "") // what the addresses begin at
		for _, n := range nodes {
			pg := newPage(p.Graph, top.pathOf(n), lang, n, "")
			card := pg.card()
			if card.Href = top.to(pg.path); !yield(card) {
				return
			}
		}
	}
	p.pages = append(p.pages, Page{Path: "cards-" + string(lang) + ".js", Lang: lang, Content: cards})
}

// card returns the page in short.
func (pg *page) card() Card {
	c := Card{Kind: string(pg.node.Kind), Title: plainTitle(pg.doc), Summary: pg.doc.Body.Lead}
	if pg.fallback {
		c.Lang = string(pg.own)
	}
	if pg.doc.Summary.IsSet() {
		c.Summary = pg.plainText(pg.doc.Summary)
	}
	switch e := pg.doc.Entity.(type) {
	case *journey.Persona:
		if e.Role.IsSet() {
			c.fact("role", pg.plainText(e.Role))
		}
		c.fact("goals", pg.plainTexts(e.Goals[:min(len(e.Goals), 2)])...)
	case *journey.Touchpoint:
		c.fact("channel", pg.titles(pg.Refs([]journey.Ref{e.Channel}))...)
		c.fact("stages", pg.titles(pg.mainStages(e.Stages))...)
	case *journey.Term:
		if len(e.Definition) > 0 {
			c.Summary = strings.Join(pg.plainTexts(e.Definition), " ")
		}
		c.fact("synonyms", pg.plainTexts(e.Synonyms)...)
	}
	return c
}

// fact adds a fact, if there is one.
func (c *Card) fact(field string, texts ...string) {
	if text := joinTexts(texts); text != "" {
		c.Facts = append(c.Facts, CardFact{"field." + field, text})
	}
}

func (pg *page) titles(nodes []*graph.Node) []string {
	list := make([]string, len(nodes))
	for i, n := range nodes {
		list[i] = pg.link(n).Title
	}
	return list
}
