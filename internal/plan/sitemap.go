package plan

import (
	"encoding/xml"
	"slices"
	"time"

	"stagecraft/internal/graph"
)

// Sitemap is a sitemap in the form of sitemaps.org, version 0.9, with the links
// between translations that search engines read.
type Sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []SitemapURL `xml:"url"`
}

// SitemapURL is a page in a sitemap.
type SitemapURL struct {
	Loc        string        `xml:"loc"`
	LastMod    string        `xml:"lastmod,omitempty"` // year-month-day
	Alternates []SitemapLink `xml:"xhtml:link"`
}

// SitemapLink is the page in one of its languages.
type SitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// newSitemap lists the HTML pages that are worth finding. Those that only repeat
// an original for want of a translation are not.
func newSitemap(g *graph.Graph, pages []Page) Sitemap {
	s := Sitemap{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range pages {
		html, ok := p.Content.(HTML)
		if !ok || slices.Contains([]string{"redirect", "notfound", "search", "print"}, html.Template) {
			continue
		}
		u := SitemapURL{Loc: absolute(g, p.Path)}
		n := g.NodeOf(p.Source)
		if n != nil {
			if !g.Written(n, p.Lang) {
				continue
			}
			if day, _ := g.LastChange(n, p.Lang); !day.IsZero() {
				u.LastMod = day.Format(time.DateOnly)
			}
		}
		for _, a := range alternates(g, p.Path, p.Lang, n, func(outPath string) string { return absolute(g, outPath) }) {
			u.Alternates = append(u.Alternates, SitemapLink{"alternate", a.Lang, a.Href})
		}
		s.URLs = append(s.URLs, u)
	}
	return s
}
