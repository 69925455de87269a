package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// mostParts is how many pages a printout has at most. A thousand are about 10 MB
// of HTML, which a browser still prints.
const mostParts = 1000

// addPrintouts lists the printout of each course and, where the site wants it,
// that of the whole handbook.
func (p *planner) addPrintouts(lang locale.Lang) {
	if p.Config.Print {
		p.add(p.printout(lang), lang, nil, "print", func(pg *page) any { return pg.wholePrintout() })
	}
	for _, course := range p.Kind(journey.KindCourse) {
		if hasPrintout(p.Graph, course) {
			p.add(p.coursePrintout(course, lang), lang, course, "print", func(pg *page) any { return pg.courseInPrint() })
		}
	}
}

// printout returns the path of the printout of the whole handbook.
func (a address) printout(lang locale.Lang) string { return a.in(lang) + "print.html" }

// coursePrintout returns the path of the printout of a course.
func (a address) coursePrintout(course *graph.Node, lang locale.Lang) string {
	return a.in(lang) + strings.TrimSuffix(course.Page(), "index") + "print.html"
}

// hasPrintout tells whether a course has anything to print together, and not too
// much.
func hasPrintout(g *graph.Graph, course *graph.Node) bool {
	pages := len(g.Sequence(course))
	return pages > 1 && pages <= mostParts
}

// printLinks returns the link to the printout of the whole handbook.
func (pg *page) printLinks() []view.NavEntry {
	if !pg.Config.Print {
		return nil
	}
	return []view.NavEntry{{Key: "print.title", Href: pg.to(pg.printout(pg.lang))}}
}

// coursePrint returns the address of the printout of the page's course, empty for
// pages that are no course and in a printout.
func (pg *page) coursePrint() string {
	if pg.node.Kind != journey.KindCourse || pg.part || !hasPrintout(pg.Graph, pg.node) {
		return ""
	}
	return pg.to(pg.coursePrintout(pg.node, pg.lang))
}

// courseInPrint returns a course with its sections and lessons in reading order.
func (pg *page) courseInPrint() view.Printout {
	v := pg.newPrintout()
	pg.addCourse(&v, pg.node, 0)
	v.Contents = nil // the course's own page lists its lessons
	v.Count = len(v.Parts)
	return v
}

// wholePrintout returns the handbook kind by kind, each kind's list first, and
// then the free pages.
func (pg *page) wholePrintout() view.Printout {
	v := pg.newPrintout()
	v.Whole, v.Title, v.Description = true, v.Site.Title, v.Site.Description
	v.Count = len(pg.Nodes)
	if v.Count > mostParts {
		v.Courses = pg.coursePrintouts()
		return v
	}
	for _, kind := range indexKinds(pg.Graph) {
		pg.addIndex(&v, kind)
		for _, n := range pg.sorted(kind) {
			if kind == journey.KindCourse {
				pg.addCourse(&v, n, 2)
			} else {
				pg.addNode(&v, n, 2)
			}
		}
	}
	for _, n := range pg.freePages() {
		pg.addNode(&v, n, 1+len(pg.foldersOf(n)))
	}
	return v
}

// coursePrintouts returns the links to the printouts of courses.
func (pg *page) coursePrintouts() []view.NavEntry {
	var list []view.NavEntry
	for _, course := range pg.sorted(journey.KindCourse) {
		if hasPrintout(pg.Graph, course) {
			list = append(list, view.NavEntry{Title: pg.link(course).Title, Lang: pg.titleLang(course), Href: pg.to(pg.coursePrintout(course, pg.lang))})
		}
	}
	return list
}

// freePages returns the free pages that stand for themselves, those of a folder
// behind its index page.
func (pg *page) freePages() []*graph.Node {
	list := slices.DeleteFunc(pg.sorted(journey.KindPage), func(n *graph.Node) bool {
		return n == pg.Home() || introduces(pg.Graph, n)
	})
	slices.SortStableFunc(list, func(a, b *graph.Node) int {
		return slices.CompareFunc(pg.trail(a), pg.trail(b), pg.Order(pg.lang))
	})
	return list
}

// trail returns the index pages above a free page, and the page itself.
func (pg *page) trail(n *graph.Node) []*graph.Node { return append(pg.foldersOf(n), n) }

func (pg *page) newPrintout() view.Printout {
	v := view.Printout{Shell: pg.shell(), Places: map[string]string{}, Path: pg.path}
	v.Contents = nil
	return v
}

// addCourse adds a course with all that it holds.
func (pg *page) addCourse(v *view.Printout, course *graph.Node, depth int) {
	for _, n := range pg.Sequence(course) {
		pg.addNode(v, n, depth+len(pg.coursesAbove(n)))
	}
}

func (pg *page) addNode(v *view.Printout, n *graph.Node, depth int) {
	own := pg.partPage(pg.pathOf(n), n, string(n.Kind))
	own.addTo(v, depth, view.Heading{Title: pg.link(n).Title, Lang: pg.titleLang(n)}, own.view())
}

func (pg *page) addIndex(v *view.Printout, kind journey.Kind) {
	own := pg.partPage(pg.address.index(kind, pg.lang), pg.IndexOf(kind.Folder()), "index")
	shown := own.indexView(kind)
	name := view.Heading{Key: "kinds." + string(kind)}
	if shown.Title != "" {
		name = view.Heading{Title: shown.Title, Lang: own.titleLang(own.node)}
	}
	own.addTo(v, 1, name, shown)
}

// partPage returns a page that is drawn in a printout.
func (pg *page) partPage(outPath string, n *graph.Node, template string) *page {
	own := newPage(pg.Graph, outPath, pg.lang, n, template)
	own.today, own.terms, own.part = pg.today, pg.terms, true
	return own
}

// addTo adds the page to a printout, with its line in the contents, which only
// that of the whole handbook shows.
func (pg *page) addTo(v *view.Printout, depth int, name view.Heading, shown any) {
	id := strings.TrimSuffix(pg.path, ".html")
	v.Places[pg.path] = id
	v.Parts = append(v.Parts, view.PrintPart{ID: id, Path: pg.path, Template: pg.template, Depth: depth, View: shown})
	name.Level, name.ID = depth+1, id
	v.Contents = append(v.Contents, name)
}
