package plan

import (
	"html/template"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

// logo returns the picture of the site's header; it says the title when the title
// does not stand beside it.
func (pg *page) logo() Image {
	look := pg.Config.Look
	if !look.Logo.IsSet() {
		return Image{}
	}
	file := pg.SiteFile(look.Logo)
	if file == nil {
		return Image{}
	}
	logo := pg.picture(file)
	if look.LogoOnly {
		logo.Alt = pg.Config.TitleIn(pg.lang)
	}
	return logo
}

// footer returns the site's own words below every page.
func (pg *page) footer() template.HTML {
	body := pg.Config.FooterIn(pg.lang)
	if body == nil {
		return ""
	}
	return pg.inlineBody(nil, graph.Settings(), body)
}

// chosenNav returns the navigation that site.toml lists.
func (pg *page) chosenNav() []NavEntry {
	var list []NavEntry
	for _, entry := range pg.Config.Look.Nav {
		kind, n := pg.Place(entry)
		switch {
		case n != nil:
			list = append(list, pg.navTo(n))
		case kind != "" && len(pg.Kind(kind)) > 0:
			list = append(list, pg.navList(kind))
		}
	}
	return list
}

// navList is the way to the list of a kind.
func (pg *page) navList(k journey.Kind) NavEntry {
	return NavEntry{
		Key:     "kinds." + string(k),
		Href:    pg.to(pg.address.index(k, pg.lang)),
		Current: strings.HasPrefix(pg.path, pg.in(pg.lang)+k.Folder()+"/"),
	}
}

// navTo is the way to a page, current on all pages of the folder whose index it
// is.
func (pg *page) navTo(n *graph.Node) NavEntry {
	l := pg.link(n)
	folder, isIndex := strings.CutSuffix(n.Page(), "/index")
	return NavEntry{
		Title:   l.Title,
		Href:    l.Href,
		Current: n == pg.node || isIndex && strings.HasPrefix(pg.path, pg.in(pg.lang)+folder+"/"),
	}
}
