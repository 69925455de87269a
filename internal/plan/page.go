// Package plan decides which pages a handbook has, at which address, and what
// each of them shows.
//
// In goes a Graph; out comes the list of all output files. The list is cheap: a
// page's View is built only when somebody asks for it. Two sources for one output
// are found here.
//
// All links are relative, so that the output can be moved, zipped or opened
// from a disk.
//
// This file lists the pages; build.go holds what all of them are built with, and
// shell.go their frame. Each sort of page has a file of its name, such as
// journey.go, and builds the View of that name in package view. What several pages
// show has files of its own: facts.go for labelled fields, tables.go and cells.go
// for lists, stagetable*.go, curve.go, step.go and reading.go. What a block in the
// prose shows is found from block.go.
package plan

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"stagecraft/internal/diag"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/output"
	"stagecraft/internal/source"
)

// Page is one file of the output.
type Page struct {
	Path    string // slash-separated, relative to the output folder
	Source  string // the content file that it is made of; empty when it is made of many
	Lang    locale.Lang
	Content Content
}

// Content says what a file of the output holds: HTML, JSON, XML, SearchData,
// SearchPanel, Cards, Transcript, LLMs, Copy or Data.
type Content interface{ content() }

// HTML is a page drawn by a template of the theme.
type HTML struct {
	Template string     // "journey"
	View     func() any // builds the View; safe to call from several goroutines
}

// JSON is data for machines, encoded as JSON: an object and, where List is set, a
// last field of that name with a list that is too long to be held at once.
type JSON struct {
	Value func() any
	List  string
	Items iter.Seq[any]
}

// XML is data for machines, encoded as XML.
type XML struct{ Value func() any }

// Copy is a file beside the pages, published as it is.
type Copy struct{ File *source.File }

// Data is a finished file, such as a style sheet of the theme.
type Data struct{ Bytes []byte }

func (HTML) content() {}
func (JSON) content() {}
func (XML) content()  {}
func (Copy) content() {}
func (Data) content() {}

// Pages lists all output files, sorted by path: those of the handbook and those
// that its theme publishes. Reviews and deadlines are told by the day.
func Pages(g *graph.Graph, today time.Time, theme []Page) ([]Page, []diag.Diagnostic) {
	p := &planner{Graph: g, today: today, address: addressOf(g), feeds: feeds(g), terms: termIndexes(g)}
	p.pages = append(make([]Page, 0, len(theme)+len(g.Assets)+len(g.Config.Languages)*len(g.Nodes)+few), theme...)
	for _, lang := range g.Config.Languages {
		p.addHome(lang)
		p.addIndexes(lang)
		p.addCrosswalk(lang)
		p.addNodes(lang)
		p.addChecks(lang)
		p.addSearch(lang)
		p.addCards(lang)
		p.addFeed(lang)
		p.addLLMs(lang)
		p.addPrintouts(lang)
	}
	p.addRedirects()
	p.addSite()
	for _, f := range g.Assets {
		p.pages = append(p.pages, Page{Path: assetPath(f), Source: f.Path, Content: Copy{f}})
	}
	p.pages = sorted(p.pages)
	return p.pages, checkPaths(p.pages)
}

// few is room for the pages that are neither of a node nor a file.
const few = 100

// sorted returns the pages in the order of their paths; those of one path keep
// theirs. It sorts places in the list, because a Page is large to move about.
func sorted(pages []Page) []Page {
	type place struct {
		path string
		at   int
	}
	places := make([]place, len(pages))
	for i, p := range pages {
		places[i] = place{p.Path, i}
	}
	slices.SortFunc(places, func(a, b place) int {
		if c := strings.Compare(a.path, b.path); c != 0 {
			return c
		}
		return a.at - b.at
	})
	list := make([]Page, len(pages))
	for i, p := range places {
		list[i] = pages[p.at]
	}
	return list
}

// checkPaths reports what is wrong with the paths of the outputs, on two
// processors: both looks take longer than all else that is done with a path.
func checkPaths(pages []Page) []diag.Diagnostic {
	var wait sync.WaitGroup
	var bad []diag.Diagnostic
	wait.Go(func() { bad = badPaths(pages) })
	clashing := clashes(pages)
	wait.Wait()
	return append(bad, clashing...)
}

// badPaths reports outputs whose path no file can have.
func badPaths(pages []Page) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, p := range pages {
		if err := output.CheckPath(p.Path); err != nil {
			diags = append(diags, diag.OfPath(diag.BadPath, p.Source, "it can't be published at that address: %v", err).
				WithHint("choose another name, or another alias"))
		}
	}
	return diags
}

// planner gathers the pages.
type planner struct {
	*graph.Graph
	address
	today time.Time
	pages []Page
	feeds map[locale.Lang]bool // the languages that have a feed
	terms map[locale.Lang]func() *termIndex
}

// add lists a page of a node, or of none.
func (p *planner) add(outPath string, lang locale.Lang, n *graph.Node, template string, view func(*page) any) {
	out := Page{Path: outPath, Lang: lang, Content: p.html(outPath, lang, n, template, view)}
	if n != nil {
		out.Source = n.SourceIn(lang)
	}
	p.pages = append(p.pages, out)
	if p.Config.LLMs && hasTranscript(p.Graph, n, lang, template) {
		out.Path = transcriptPath(outPath)
		out.Content = Transcript{p.html(out.Path, lang, n, template, func(pg *page) any {
			pg.text = true
			return view(pg)
		})}
		p.pages = append(p.pages, out)
	}
}

// html returns a page that a template draws.
func (p *planner) html(outPath string, lang locale.Lang, n *graph.Node, template string, view func(*page) any) HTML {
	return HTML{Template: template, View: func() any {
		pg := newPage(p.Graph, outPath, lang, n, template)
		pg.today, pg.terms, pg.feed = p.today, p.terms, p.feeds[lang]
		return view(pg)
	}}
}

func (p *planner) addHome(lang locale.Lang) {
	p.add(p.home(lang), lang, p.Home(), "home", func(pg *page) any { return pg.homeView() })
}

// indexKinds returns the kinds that have a list of their own: those that have
// pages, except for what is found through a course or a folder.
func indexKinds(g *graph.Graph) []journey.Kind {
	return slices.DeleteFunc(journey.Kinds(), func(k journey.Kind) bool {
		return k == journey.KindSection || k == journey.KindLesson || k == journey.KindPage || len(g.Kind(k)) == 0
	})
}

func (p *planner) addIndexes(lang locale.Lang) {
	for _, kind := range indexKinds(p.Graph) {
		p.add(p.index(kind, lang), lang, p.IndexOf(kind.Folder()), "index", func(pg *page) any { return pg.indexView(kind) })
	}
}

// addNodes lists the page of each node, except for those that give their prose
// to the home page or a list.
func (p *planner) addNodes(lang locale.Lang) {
	for _, n := range p.Nodes {
		if introduces(p.Graph, n) || n == p.Home() {
			continue
		}
		p.add(p.address.node(n, lang), lang, n, string(n.Kind), func(pg *page) any { return pg.view() })
	}
}

// introduces tells whether a page gives its prose to the list of a kind.
func introduces(g *graph.Graph, n *graph.Node) bool {
	kind, isIndex := indexOf(n)
	return isIndex && len(g.Kind(kind)) > 0
}

// indexOf returns the kind whose list a page introduces.
func indexOf(n *graph.Node) (journey.Kind, bool) {
	if n.Kind != journey.KindPage {
		return "", false
	}
	folder, isIndex := strings.CutSuffix(n.Page(), "/index")
	if !isIndex {
		return "", false
	}
	return journey.KindOfFolder(folder)
}
