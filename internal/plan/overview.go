package plan

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// samples is how many pages of a kind the home page names.
const samples = 4

// homeView returns the view of the home page. A site without content/index.md has
// one all the same.
func (pg *page) homeView() view.Home {
	v := view.Home{Entity: pg.entity(), Kinds: pg.kindCards()}
	if pg.doc == nil {
		v.Title, v.TitleLang = v.Site.Title, v.Site.Lang
	}
	journeys, courses := pg.sorted(journey.KindJourney), pg.sorted(journey.KindCourse)
	journeys, v.RestOfJourneys = pg.first(journeys)
	courses, v.RestOfCourses = pg.first(courses)
	v.Journeys = pg.table("journeys", []string{"title", "persona", "map", "model"}, journeys)
	v.Courses = pg.links(courses)
	return v
}

// first returns the nodes of a kind that the home page lists, and what it leaves
// to the list of the kind: nobody reads thousands of rows before the first page.
func (pg *page) first(nodes []*graph.Node) ([]*graph.Node, view.Rest) {
	const most = 50
	if len(nodes) <= most {
		return nodes, view.Rest{}
	}
	return nodes[:most], view.Rest{Count: len(nodes) - most, Href: pg.to(pg.address.index(nodes[0].Kind, pg.lang))}
}

// kindCards returns the kinds with how many pages each has.
func (pg *page) kindCards() []view.KindCard {
	var cards []view.KindCard
	for _, kind := range indexKinds(pg.Graph) {
		nodes := pg.sorted(kind)
		shown := nodes[:min(len(nodes), samples)]
		cards = append(cards, view.KindCard{
			Kind:    string(kind),
			Href:    pg.to(pg.address.index(kind, pg.lang)),
			Count:   len(nodes),
			Samples: pg.links(shown),
			More:    len(nodes) - len(shown),
		})
	}
	return cards
}

// indexView returns the view of the list of a kind, with the prose of the
// folder's index.md where there is one.
func (pg *page) indexView(kind journey.Kind) view.Index {
	nodes := pg.sorted(kind)
	v := view.Index{Entity: pg.entity(), Count: len(nodes)}
	v.Kind = string(kind)
	if kind == journey.KindModel {
		v.Crosswalk = pg.to(pg.crosswalk(pg.lang))
	}
	columns := columnsOf(kind)
	switch kind {
	case journey.KindTouchpoint:
		v.List = pg.byChannel("", nodes)
	case journey.KindStage:
		v.List = newTable("", columns)
		v.List.Groups = pg.byModel(columns)
	case journey.KindPersona:
		v.Personas = pg.personaCards(nodes)
	case journey.KindTerm:
		v.Letters = pg.glossary(nodes)
	case journey.KindOpportunity:
		r := pg.rank(pg.Kind(kind)) // a rank is the same in every language
		v.List = pg.rankingTable(r)
		v.Matrix, v.Agenda = pg.opportunityMatrix(r), pg.agenda(r)
		v.Contents = append(v.Contents, agendaContents(v.Agenda)...)
	default:
		v.List = pg.table("", columns, nodes)
	}
	return v
}

// byModel lists the stages of each model, and last those that stand in none.
func (pg *page) byModel(columns []string) []view.Group {
	var groups []view.Group
	for _, m := range pg.sorted(journey.KindModel) {
		rows := pg.stageRows(m.Doc.Entity.(*journey.Model), columns)
		groups = append(groups, view.Group{Head: pg.link(m), Rows: rows})
	}
	var rest []*graph.Node
	for _, n := range pg.sorted(journey.KindStage) {
		if pg.StageNumber(n) == 0 {
			rest = append(rest, n)
		}
	}
	if len(rest) > 0 {
		groups = append(groups, view.Group{HeadKey: "group.none", Rows: pg.rows(rest, columns)})
	}
	return groups
}

// redirectView returns the view of an earlier address of a node.
func (pg *page) redirectView(n *graph.Node) view.Redirect {
	v := view.Redirect{Shell: pg.shell(), Target: pg.link(n)}
	v.Title = v.Target.Title
	v.Languages, v.Head = nil, view.Head{} // there is one for all
	if pg.Config.BaseURL != "" {
		v.Canonical = absolute(pg.Graph, pg.pathOf(n))
	}
	return v
}

// notFoundView returns the view for addresses that lead nowhere.
func (pg *page) notFoundView() view.NotFound {
	v := view.NotFound{Shell: pg.shell(), Kinds: pg.kindCards()}
	v.Languages, v.Head, v.Canonical = nil, view.Head{}, "" // there is one for all
	return v
}
