package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

const (
	// navAll is how many pages the menu lists of the kind or folder that a page is
	// in. Of a longer list it names the page's neighbours: 10,000 pages that name
	// 4,000 others each would be links and nothing else.
	navAll = 30
	// navNear is how many neighbours it then names on each side.
	navNear = 5
)

// navKinds are the kinds that can be reached from everywhere.
func navKinds() []journey.Kind {
	return []journey.Kind{
		journey.KindJourney, journey.KindPersona, journey.KindStage, journey.KindTouchpoint, journey.KindChannel,
		journey.KindBlueprint, journey.KindMetric, journey.KindOpportunity, journey.KindModel, journey.KindTeam,
		journey.KindTerm, journey.KindCourse,
	}
}

// isMinor tells whether a kind is left out where there is room for a few only.
func isMinor(k journey.Kind) bool {
	switch k {
	case journey.KindStage, journey.KindChannel, journey.KindModel, journey.KindTeam:
		return true
	}
	return false
}

// nav returns what site.toml lists, or else the lists of the kinds and the
// sections of free pages, with the pages near this one below its own.
func (pg *page) nav() []view.NavEntry {
	if len(pg.Config.Look.Nav) > 0 {
		return pg.chosenNav()
	}
	var list []view.NavEntry
	for _, k := range navKinds() {
		if len(pg.Kind(k)) > 0 {
			entry := pg.navList(k)
			entry.Minor = isMinor(k)
			list = append(list, entry)
		}
	}
	for _, n := range pg.ordered(pg.Sections()) {
		list = append(list, pg.navTo(n))
	}
	return list
}

// chosenNav returns the navigation that site.toml lists.
func (pg *page) chosenNav() []view.NavEntry {
	var list []view.NavEntry
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
func (pg *page) navList(k journey.Kind) view.NavEntry {
	e := view.NavEntry{Key: "kinds." + string(k), Href: pg.to(pg.address.index(k, pg.lang))}
	return pg.navEntry(e, k.Folder())
}

// navTo is the way to a page, current on all pages of the folder whose index it
// is.
func (pg *page) navTo(n *graph.Node) view.NavEntry {
	l := pg.link(n)
	e := view.NavEntry{Title: l.Title, Href: l.Href, Lang: l.Lang, Current: n == pg.node}
	if folder, isIndex := strings.CutSuffix(n.Page(), "/index"); isIndex {
		return pg.navEntry(e, folder)
	}
	return e
}

// navEntry completes an entry when the page is in its folder.
func (pg *page) navEntry(e view.NavEntry, folder string) view.NavEntry {
	e.Current = strings.HasPrefix(pg.path, pg.in(pg.lang)+folder+"/")
	if e.Current {
		e.Pages, e.Cut = pg.navPages(e.Href)
	}
	return e
}

// navPages returns the pages near this one, without the one that has the address
// of the entry itself, and whether there are more. Lists name their pages anyway,
// and a lesson has the contents of its course.
func (pg *page) navPages(entry string) (pages []view.NavPage, cut bool) {
	if pg.node == nil || pg.template != string(pg.node.Kind) || pg.node.Kind == journey.KindLesson {
		return nil, false
	}
	at, all := pg.node, pg.Kind(pg.node.Kind)
	if course := pg.CourseOf(pg.node); course != nil {
		at, all = course, pg.Kind(journey.KindCourse)
	} else if pg.node.Kind == journey.KindPage {
		all = pg.Folder(pg.node)
	}
	near := all
	if cut = len(all) > navAll; cut {
		i, _ := slices.BinarySearchFunc(all, at, graph.Compare)
		near = all[max(0, i-navNear):min(len(all), i+navNear+1)]
	}
	for _, n := range pg.ordered(near) {
		if l := pg.link(n); l.Href != entry {
			pages = append(pages, view.NavPage{Title: l.Title, Href: l.Href, Lang: l.Lang, Current: n == at})
		}
	}
	return pages, cut
}
