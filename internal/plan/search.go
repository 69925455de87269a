package plan

import (
	"iter"
	"strconv"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/view"
)

// SearchData is a part of what the search knows in one language: the text of
// some pages. Package search encodes it.
type SearchData struct {
	Parts int // how many there are, in the first of them; 0 in the others
	Texts iter.Seq[SearchText]
}

// SearchPanel is what the theme's script makes the panel of the search of.
// Package search encodes it.
type SearchPanel struct{ View view.SearchPanel }

func (SearchData) content()  {}
func (SearchPanel) content() {}

// SearchText is a page as the search sees it.
type SearchText struct {
	Href     string // from the output's top folder
	Title    string
	Key      string   // of the interface string that is the title of a page of stagecraft's own
	Kind     string   // of the entity, or of the list
	Lang     string   // of the texts, where it is not the language of the search
	Above    []string // titles of the pages that this one stands below, the outermost first
	Sections []SearchSection
}

// SearchSection is the text of a page from one heading to the next. The first of
// a page is its top: title, fields, and what stands before the first heading.
type SearchSection struct {
	ID    string // anchor; empty for the top
	Title string // of the heading; empty for the top
	Text  string
}

// maxSearchPart is how many bytes of sources a part of the search data is made of
// at most. The part itself stays below 5 MB, which a browser reads in a moment.
const maxSearchPart = 4 << 20

// addSearch lists the page to search on, the panel and the data for it. The script
// of the theme knows the names. How many parts there are is known by the size of
// the sources, so that listing stays cheap: the plain text of a page is smaller
// than its source.
func (p *planner) addSearch(lang locale.Lang) {
	if !p.Config.Search {
		return
	}
	p.add(p.searchPage(lang), lang, nil, "search", func(pg *page) any {
		return view.Search{Shell: pg.shell(), Kinds: pg.kindCards()}
	})
	p.pages = append(p.pages, Page{Path: "search-panel-" + string(lang) + ".js", Lang: lang, Content: SearchPanel{p.searchPanel(lang)}})
	parts := searchParts(p.Nodes, lang, maxSearchPart)
	for i, nodes := range parts {
		data := SearchData{Texts: func(yield func(SearchText) bool) { p.searchTexts(lang, i == 0, nodes, yield) }}
		if i == 0 {
			data.Parts = len(parts)
		}
		p.pages = append(p.pages, Page{Path: searchScript(lang, i+1), Lang: lang, Content: data})
	}
}

// searchPage returns the path of the page to search on.
func (a address) searchPage(lang locale.Lang) string { return a.in(lang) + "search.html" }

// searchScript returns the path of a part of the data, counted from 1.
func searchScript(lang locale.Lang, part int) string {
	if part == 1 {
		return "search-" + string(lang) + ".js"
	}
	return "search-" + string(lang) + "-" + strconv.Itoa(part) + ".js"
}

// searchLink returns where to search from this page.
func (pg *page) searchLink() string {
	if !pg.Config.Search {
		return ""
	}
	return pg.to(pg.searchPage(pg.lang))
}

func (p *planner) searchPanel(lang locale.Lang) view.SearchPanel {
	v := view.SearchPanel{Href: p.searchPage(lang)}
	for _, kind := range journey.Kinds() {
		if kind == journey.KindPage || len(p.Kind(kind)) > 0 { // a page of stagecraft's own counts as one
			v.Kinds = append(v.Kinds, string(kind))
		}
	}
	return v
}

// searchParts divides nodes into runs whose sources have at most limit bytes
// together, and at least one node. There is always a first run.
func searchParts(nodes []*graph.Node, lang locale.Lang, limit int) [][]*graph.Node {
	var parts [][]*graph.Node
	from, size := 0, 0
	for i, n := range nodes {
		more := len(n.FileIn(lang).Text)
		if i > from && size+more > limit {
			parts = append(parts, nodes[from:i])
			from, size = i, 0
		}
		size += more
	}
	return append(parts, nodes[from:])
}

// searchTexts yields the texts of nodes and, with own, of the pages that stand for
// no node.
func (p *planner) searchTexts(lang locale.Lang, own bool, nodes []*graph.Node, yield func(SearchText) bool) {
	top := newPage(p.Graph, "index.html", lang, nil, "") // what the addresses begin at
	if own {
		for _, text := range top.ownSearchTexts() {
			if !yield(text) {
				return
			}
		}
	}
	for _, n := range nodes {
		pg := newPage(p.Graph, top.pathOf(n), lang, n, "")
		text := pg.searchText()
		text.Href = top.to(pg.path)
		if !yield(text) {
			return
		}
	}
}

// ownSearchTexts returns the texts of the pages that are made of all others, as
// seen from the output's top folder: home page and lists without a page of the
// author's, and what is computed.
func (pg *page) ownSearchTexts() []SearchText {
	var list []SearchText
	add := func(outPath string, kind journey.Kind, key string) {
		list = append(list, SearchText{Href: pg.to(outPath), Key: key, Kind: string(kind), Sections: make([]SearchSection, 1)})
	}
	if pg.Home() == nil {
		list = append(list, SearchText{
			Href:     pg.to(pg.home(pg.lang)),
			Title:    pg.Config.TitleIn(pg.lang),
			Kind:     string(journey.KindPage),
			Sections: []SearchSection{{Text: pg.Config.DescriptionIn(pg.lang)}},
		})
	}
	for _, kind := range indexKinds(pg.Graph) {
		if pg.IndexOf(kind.Folder()) == nil {
			add(pg.index(kind, pg.lang), kind, "kinds."+string(kind))
		}
	}
	if len(pg.Kind(journey.KindModel)) > 0 {
		add(pg.crosswalk(pg.lang), journey.KindModel, "crosswalk.title")
	}
	if hasHandbook(pg.Graph) {
		add(pg.coverage(pg.lang), journey.KindPage, "coverage.title")
		add(pg.review(pg.lang), journey.KindPage, "review.title")
	}
	return list
}

// searchText returns what the page itself says. What it shows of other pages is
// found there.
func (pg *page) searchText() SearchText {
	text := SearchText{Title: plainTitle(pg.doc), Kind: string(pg.node.Kind)}
	if pg.fallback {
		text.Lang = string(pg.own)
	}
	for _, c := range pg.crumbs() {
		if c.Title != "" {
			text.Above = append(text.Above, c.Title)
		}
	}
	if len(text.Above) > 0 {
		text.Above = text.Above[1:] // without the home page
	}
	fields, steps := pg.doc.FieldTexts()
	top := pg.plainTexts(fields)
	for _, tag := range pg.doc.Tags {
		top = append(top, tag.V)
	}
	prose := pg.doc.Body.Sections(pg.plainLink)
	text.Sections = append(text.Sections, SearchSection{Text: joinTexts(append(top, prose[0].Text))})
	for i, step := range steps {
		text.Sections = append(text.Sections, pg.searchStep(i, step))
	}
	for _, s := range prose[1:] {
		text.Sections = append(text.Sections, SearchSection{s.Heading.ID, s.Heading.Text, s.Text})
	}
	return text
}

// searchStep returns the section of a journey's step, counted from 0.
func (pg *page) searchStep(i int, texts []journey.Text) SearchSection {
	s := SearchSection{ID: stepID(i + 1), Text: joinTexts(pg.plainTexts(texts))}
	if title := pg.doc.Entity.(*journey.Journey).Steps[i].Title; title.IsSet() {
		s.Title = pg.plainText(title)
	}
	return s
}

func (pg *page) plainTexts(texts []journey.Text) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = pg.plainText(t)
	}
	return list
}

// plainText returns a text of the page's Doc without its markup.
func (pg *page) plainText(t journey.Text) string { return t.Body.Sections(pg.plainLink)[0].Text }

func (pg *page) plainLink(l markdown.Link) string { return pg.linkTitle(pg.node, pg.doc, l) }

// joinTexts joins texts so that no phrase reaches from one into the next.
func joinTexts(texts []string) string {
	kept := texts[:0]
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, " · ")
}
