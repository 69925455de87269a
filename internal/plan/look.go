package plan

import (
	"html/template"

	"stagecraft/internal/graph"
	"stagecraft/internal/view"
)

// logo returns the picture of the site's header; it says the title when the title
// does not stand beside it.
func (pg *page) logo() view.Image {
	look := pg.Config.Look
	if !look.Logo.IsSet() {
		return view.Image{}
	}
	file := pg.SiteFile(look.Logo)
	if file == nil {
		return view.Image{}
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
	return inLang(pg.footerLang(), pg.inlineBody(nil, graph.Settings(), body))
}
