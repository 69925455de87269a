package plan

import (
	"encoding/xml"
	"slices"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/href"
	"stagecraft/internal/locale"
)

// Feed is a feed of changed pages in the form of Atom (RFC 4287). Its dates are
// those of the pages, so that it changes only when the handbook does.
type Feed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	ID        string      `xml:"id"`
	Updated   string      `xml:"updated"`
	Author    string      `xml:"author>name"`
	Generator string      `xml:"generator"`
	Links     []FeedLink  `xml:"link"`
	Entries   []FeedEntry `xml:"entry"`
}

// FeedEntry is a page in a feed.
type FeedEntry struct {
	Title     string   `xml:"title"`
	ID        string   `xml:"id"` // the same in both forms of urls
	Link      FeedLink `xml:"link"`
	Published string   `xml:"published,omitempty"`
	Updated   string   `xml:"updated"`
	Summary   string   `xml:"summary,omitempty"`
}

// FeedLink is a link of a feed or of an entry.
type FeedLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

// feedLength is how many pages a feed tells of.
const feedLength = 30

// feedPath returns the path of the feed in a language.
func feedPath(a address, lang locale.Lang) string { return a.in(lang) + "feed.xml" }

// feeds returns the languages that have a feed: those in which a page has a date,
// in a handbook whose address is known.
func feeds(g *graph.Graph) map[locale.Lang]bool {
	with := map[locale.Lang]bool{}
	for _, lang := range g.Config.Languages {
		with[lang] = g.Config.BaseURL != "" && slices.ContainsFunc(g.Dated(), func(n *graph.Node) bool {
			return g.Written(n, lang) && !changed(g, n, lang).IsZero()
		})
	}
	return with
}

func (p *planner) addFeed(lang locale.Lang) {
	if p.feeds[lang] {
		p.pages = append(p.pages, Page{Path: feedPath(p.address, lang), Lang: lang, Content: XML{Value: func() any {
			return newPage(p.Graph, feedPath(p.address, lang), lang, nil, "").newFeed()
		}}})
	}
}

// changed returns the day of a page's last change, or else its date; zero when it
// has neither.
func changed(g *graph.Graph, n *graph.Node, lang locale.Lang) time.Time {
	if day, _ := g.LastChange(n, lang); !day.IsZero() {
		return day
	}
	return n.Doc.Date.V
}

// newFeed lists the pages that changed last, the newest first.
func (pg *page) newFeed() Feed {
	f := Feed{
		Lang:      string(pg.lang),
		Title:     pg.Config.TitleIn(pg.lang),
		Subtitle:  pg.Config.DescriptionIn(pg.lang),
		ID:        absolute(pg.Graph, pg.home(pg.lang)),
		Author:    pg.Config.TitleIn(pg.lang),
		Generator: "stagecraft",
		Links: []FeedLink{
			{"self", "application/atom+xml", absolute(pg.Graph, pg.path)},
			{"alternate", "text/html", absolute(pg.Graph, pg.home(pg.lang))},
		},
	}
	for _, n := range pg.lastChanged() {
		f.Entries = append(f.Entries, newPage(pg.Graph, pg.pathOf(n), pg.lang, n, "").feedEntry())
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return f
}

// lastChanged returns the pages in the feed's language, the newest first; those
// of one day stand in the order of the handbook.
func (pg *page) lastChanged() []*graph.Node {
	type dated struct {
		node *graph.Node
		day  time.Time
	}
	var list []dated
	for _, n := range pg.Dated() {
		if day := changed(pg.Graph, n, pg.lang); pg.Written(n, pg.lang) && !day.IsZero() {
			list = append(list, dated{n, day})
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return b.day.Compare(a.day) })
	var nodes []*graph.Node
	for _, d := range list[:min(len(list), feedLength)] {
		nodes = append(nodes, d.node)
	}
	return nodes
}

func (pg *page) feedEntry() FeedEntry {
	e := FeedEntry{
		Title:   plainTitle(pg.doc),
		ID:      pg.Config.BaseURL + href.Escape(pg.in(pg.lang)+pg.node.Page()),
		Link:    FeedLink{"alternate", "text/html", absolute(pg.Graph, pg.path)},
		Updated: changed(pg.Graph, pg.node, pg.lang).Format(time.RFC3339),
		Summary: pg.description(),
	}
	if pg.doc.Date.IsSet() {
		e.Published = pg.doc.Date.V.Format(time.RFC3339)
	}
	return e
}
