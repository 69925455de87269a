package plan

import (
	"cmp"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/href"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// shell returns what every page has. The title is the Doc's, where there is one.
func (pg *page) shell() view.Shell {
	s := view.Shell{
		Lang:        string(pg.lang),
		ContentLang: string(pg.lang),
		Template:    pg.template,
		Site:        pg.site(),
		Part:        pg.part,
	}
	if !pg.part {
		s.Search = pg.searchLink()
		s.Nav = pg.nav()
		s.Crumbs = pg.crumbs()
		s.Foot = append(pg.checkLinks(), pg.printLinks()...)
		s.Languages = pg.languages()
	}
	s.Canonical, s.Head = pg.canonical(), pg.head()
	if pg.doc != nil {
		s.Kind = string(pg.node.Kind)
		s.Title, s.TitleLang = plainTitle(pg.doc), pg.titleLang(pg.node)
		s.Description = pg.description()
		s.Contents = pg.proseHeadings()
		s.Edit = pg.Config.Edit(href.Escape(pg.doc.File.Path))
	}
	if s.Description == "" && pg.path == pg.home(pg.lang) {
		s.Description = s.Site.Description
	}
	if pg.fallback {
		s.ContentLang = string(pg.own)
	}
	s.Outdated = pg.outdated()
	return s
}

// site returns what the page shows of the handbook as a whole.
func (pg *page) site() view.Site {
	return view.Site{
		Title:       pg.Config.TitleIn(pg.lang),
		Lang:        pg.siteLang(),
		Description: pg.Config.DescriptionIn(pg.lang),
		Home:        pg.to(pg.home(pg.lang)),
		Root:        cmp.Or(strings.TrimSuffix(pg.to("index.html"), "index.html"), "./"),
		Logo:        pg.logo(),
		LogoOnly:    pg.Config.Look.LogoOnly,
		Footer:      pg.footer(),
		Extra:       pg.Config.Extra,
	}
}

// outdated tells that the original has changed since the page was translated.
func (pg *page) outdated() view.Outdated {
	if pg.node == nil {
		return view.Outdated{}
	}
	original, translation, outdated := pg.node.Outdated(pg.lang)
	if !outdated {
		return view.Outdated{}
	}
	return view.Outdated{Href: pg.to(pg.pathIn(pg.own)), Lang: string(pg.own), Original: original, Translation: translation}
}

// description returns a plain text for machines: the summary or the beginning
// of the prose.
func (pg *page) description() string {
	if pg.doc.Summary.IsSet() {
		return pg.doc.Summary.Body.Lead
	}
	return pg.doc.Body.Lead
}

func (pg *page) proseHeadings() []view.Heading {
	var list []view.Heading
	for _, h := range pg.doc.Body.Headings {
		if h.Level <= 3 {
			list = append(list, view.Heading{Level: h.Level, ID: h.ID, Title: h.Text, Lang: pg.proseLang()})
		}
	}
	return list
}

// languages returns the page in every language of the site, empty when there is
// only one.
func (pg *page) languages() []view.Language {
	if len(pg.Config.Languages) < 2 {
		return nil
	}
	var list []view.Language
	for _, lang := range pg.Config.Languages {
		l := view.Language{
			Lang:       string(lang),
			Href:       pg.to(pg.pathIn(lang)),
			Current:    lang == pg.lang,
			Translated: pg.node == nil || pg.Written(pg.node, lang),
		}
		list = append(list, l)
	}
	return list
}

// pathIn returns the path of this page in another language.
func (pg *page) pathIn(lang locale.Lang) string {
	return pg.moved(pg.path, pg.lang, lang)
}

// crumbs returns the way from the home page down to the page.
func (pg *page) crumbs() []view.NavEntry {
	if pg.path == pg.home(pg.lang) {
		return nil
	}
	crumbs := []view.NavEntry{{Title: pg.Config.TitleIn(pg.lang), Lang: pg.siteLang(), Href: pg.to(pg.home(pg.lang))}}
	if pg.node == nil {
		return crumbs
	}
	above := pg.foldersOf(pg.node)
	if pg.node.Kind != journey.KindPage {
		kind := indexKind(pg.node.Kind)
		crumbs = append(crumbs, view.NavEntry{Key: "kinds." + string(kind), Href: pg.to(pg.address.index(kind, pg.lang))})
		above = pg.coursesAbove(pg.node)
	}
	for _, n := range above {
		l := pg.link(n)
		crumbs = append(crumbs, view.NavEntry{Title: l.Title, Href: l.Href, Lang: l.Lang})
	}
	return crumbs
}

// coursesAbove returns the course and the section that a node belongs to, the
// course first.
func (pg *page) coursesAbove(n *graph.Node) []*graph.Node {
	var list []*graph.Node
	for p := pg.Parent(n); p != nil; p = pg.Parent(p) {
		list = append([]*graph.Node{p}, list...)
	}
	return list
}

// indexKind returns the kind in whose list a kind is found.
func indexKind(k journey.Kind) journey.Kind {
	if k == journey.KindSection || k == journey.KindLesson {
		return journey.KindCourse
	}
	return k
}

// foldersOf returns the index pages of the folders that a free page stands in,
// the outermost first.
func (pg *page) foldersOf(n *graph.Node) []*graph.Node {
	var list []*graph.Node
	folders := strings.Split(strings.TrimSuffix(n.Doc.Page, "/index"), "/")
	for i := 1; i < len(folders); i++ {
		if up := pg.IndexOf(strings.Join(folders[:i], "/")); up != nil {
			list = append(list, up)
		}
	}
	return list
}
