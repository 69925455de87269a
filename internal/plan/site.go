package plan

import (
	"iter"
	"net/url"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// addRedirects lists a page at each earlier address of a page, in the site's own
// language.
func (p *planner) addRedirects() {
	lang := p.Config.Language()
	for _, n := range p.Aliased() {
		for _, alias := range n.Doc.Aliases {
			p.add(alias.V, lang, nil, "redirect", func(pg *page) any { return pg.redirectView(n) })
			p.pages[len(p.pages)-1].Source = n.Doc.File.Path
		}
	}
}

// addSite lists what the site has once.
func (p *planner) addSite() {
	lang := p.Config.Language()
	p.pages = append(p.pages,
		Page{Path: "404.html", Lang: lang, Content: HTML{Template: "notfound", View: func() any {
			return notFoundPage(p.Graph, lang).notFoundView()
		}}},
		Page{Path: "handbook.json", Content: JSON{
			Value: func() any { return Handbook{p.Config.Title, p.Config.Languages} },
			List:  "pages",
			Items: handbookPages(p.Graph),
		}},
	)
	if p.Config.BaseURL != "" {
		p.pages = append(p.pages, Page{Path: "sitemap.xml", Content: XML{Value: func() any { return newSitemap(p.Graph, p.pages) }}})
	}
}

// notFoundPage returns the page for addresses that lead nowhere. A server shows
// it at any depth, so where the site's address is known its links begin at the
// server's root instead of at the page.
func notFoundPage(g *graph.Graph, lang locale.Lang) *page {
	pg := newPage(g, "404.html", lang, nil, "notfound")
	if u, err := url.Parse(g.Config.BaseURL); err == nil && g.Config.BaseURL != "" {
		pg.root = u.EscapedPath()
	}
	return pg
}

// Handbook is the whole handbook for machines: what handbook.json holds, besides
// a HandbookPage for each page.
type Handbook struct {
	Title     string        `json:"title"`
	Languages []locale.Lang `json:"languages"`
}

// HandbookPage is one page of the handbook with its front matter.
type HandbookPage struct {
	Kind         journey.Kind           `json:"kind"`
	ID           string                 `json:"id"`
	URL          string                 `json:"url"`    // relative to handbook.json
	Source       string                 `json:"source"` // the content file
	Translations map[locale.Lang]string `json:"translations,omitempty"`
	Common       *journey.Common        `json:"common"`
	Fields       journey.Entity         `json:"fields"`
	Results      []journey.Result       `json:"results,omitempty"` // of a metric
	MentionedBy  []HandbookMention      `json:"mentioned_by,omitempty"`
}

// HandbookMention is a page that points at another.
type HandbookMention struct {
	Kind  journey.Kind `json:"kind"`
	ID    string       `json:"id"`
	Field string       `json:"field,omitempty"`
	Step  int          `json:"step,omitempty"`
}

// handbookPages yields the HandbookPage of each node.
func handbookPages(g *graph.Graph) iter.Seq[any] {
	return func(yield func(any) bool) {
		pg := newPage(g, "handbook.json", g.Config.Language(), nil, "")
		for _, n := range g.Nodes {
			if !yield(pg.handbookPage(n)) {
				return
			}
		}
	}
}

func (pg *page) handbookPage(n *graph.Node) HandbookPage {
	p := HandbookPage{
		Kind:   n.Kind,
		ID:     n.ID,
		URL:    pg.to(pg.pathOf(n)),
		Source: n.Doc.File.Path,
		Common: &n.Doc.Common,
		Fields: n.Doc.Entity,
	}
	if n.Kind == journey.KindMetric {
		p.Results = pg.Results(n)
	}
	for _, lang := range pg.Config.Languages[1:] {
		if pg.Written(n, lang) {
			if p.Translations == nil {
				p.Translations = map[locale.Lang]string{}
			}
			p.Translations[lang] = pg.to(pg.address.node(n, lang))
		}
	}
	for _, m := range n.In {
		p.MentionedBy = append(p.MentionedBy, HandbookMention{m.From.Kind, m.From.ID, m.Field, m.Step})
	}
	return p
}
