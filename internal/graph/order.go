package graph

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// stagePlace is where a stage has its number: the first model that holds it. It is
// empty for a stage that stands in no model.
type stagePlace struct {
	model  *Node
	rank   int // of the model among all, from 1
	number int // of the stage in it, from 1
}

// numberStages gives each stage its number: its place in the first model that
// holds it. The model that most journeys use comes first.
func (r *resolver) numberStages() {
	uses := map[*Node]int{}
	for _, n := range r.Kind(journey.KindJourney) {
		uses[r.Ref(n.Doc.Entity.(*journey.Journey).Model)]++
	}
	models := slices.SortedFunc(slices.Values(r.Kind(journey.KindModel)), func(a, b *Node) int {
		return cmp.Or(
			cmp.Compare(uses[b], uses[a]),
			CompareWeights(a, b),
			cmp.Compare(a.ID, b.ID),
		)
	})
	r.places = map[*Node]stagePlace{}
	for i, m := range models {
		for k, stage := range r.Refs(m.Doc.Entity.(*journey.Model).Stages) {
			if _, placed := r.places[stage]; !placed {
				r.places[stage] = stagePlace{m, i + 1, k + 1}
			}
		}
	}
}

// order puts the nodes into the order of their kinds and, within a kind, sorts
// sections and lessons by their numbers, then all by weight, stages by their
// models, and the rest by title.
func (r *resolver) order() {
	r.byKind = map[journey.Kind][]*Node{}
	for _, n := range r.Nodes {
		r.byKind[n.Kind] = append(r.byKind[n.Kind], n)
	}
	r.numberStages()
	var wait sync.WaitGroup
	all := slices.Clone(r.Nodes)
	wait.Go(func() { r.addPaths(all) }) // meanwhile, since sorting asks for no path
	for _, nodes := range r.byKind {
		wait.Go(func() { slices.SortFunc(nodes, r.compareIn(r.Config.Language())) })
	}
	wait.Wait()
	r.Nodes = r.Nodes[:0]
	for i, kind := range journey.Kinds() {
		for _, n := range r.byKind[kind] {
			n.rank, n.kindRank = len(r.Nodes), i
			r.Nodes = append(r.Nodes, n)
		}
	}
	slices.SortFunc(r.aliased, Compare)
	r.folders = map[string][]*Node{}
	for _, n := range r.Kind(journey.KindPage) {
		r.addToFolder(n)
		if isSection(n) {
			r.sections = append(r.sections, n)
		}
	}
}

// isSection tells whether a free page introduces a top folder of such pages.
func isSection(n *Node) bool {
	folder, isIndex := strings.CutSuffix(n.page, "/index")
	if !isIndex || strings.Contains(folder, "/") {
		return false
	}
	_, ofKind := journey.KindOfFolder(folder)
	return !ofKind
}

// compareIn orders nodes of a kind in a language. It is written out because it
// runs for each pair, and cmp.Or would compute every key.
func (g *Graph) compareIn(lang locale.Lang) func(a, b *Node) int {
	byTitle := CompareTitles(lang)
	return func(a, b *Node) int {
		if c := cmp.Compare(a.trail, b.trail); c != 0 {
			return c
		}
		if c := CompareWeights(a, b); c != 0 {
			return c
		}
		if a.Kind == journey.KindStage {
			if c := g.compareStages(a, b); c != 0 {
				return c
			}
		}
		return byTitle(a, b)
	}
}

// CompareWeights orders nodes by weight, those without one last: a weight is
// given to what shall be found first.
func CompareWeights(a, b *Node) int {
	switch {
	case a.weighted && !b.weighted:
		return -1
	case b.weighted && !a.weighted:
		return 1
	}
	return cmp.Compare(a.weight, b.weight)
}

// compareStages orders stages by their models and their places in them; those
// that stand in no model come last.
func (g *Graph) compareStages(a, b *Node) int {
	x, y := g.places[a], g.places[b]
	return cmp.Or(
		cmp.Compare(uint(x.rank-1), uint(y.rank-1)), // 0 becomes the greatest
		cmp.Compare(x.number, y.number),
	)
}

// Compare orders nodes as the handbook does.
func Compare(a, b *Node) int { return cmp.Compare(a.rank, b.rank) }

// CompareTitles orders nodes by their titles in a language, as the site's own
// language sorts.
func CompareTitles(lang locale.Lang) func(a, b *Node) int {
	return func(a, b *Node) int {
		if c := bytes.Compare(a.titleKey(lang), b.titleKey(lang)); c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	}
}

// Order returns how a page in a language orders nodes: where titles decide the
// handbook's order, their translations decide this one.
func (g *Graph) Order(lang locale.Lang) func(a, b *Node) int {
	if lang == g.Config.Language() {
		return Compare
	}
	ofKind := g.compareIn(lang)
	return func(a, b *Node) int {
		if c := cmp.Compare(a.kindRank, b.kindRank); c != 0 {
			return c
		}
		return ofKind(a, b)
	}
}

// Sorted returns nodes in the order of a language.
func (g *Graph) Sorted(nodes []*Node, lang locale.Lang) []*Node {
	return slices.SortedFunc(slices.Values(nodes), g.Order(lang))
}

// growCourses joins courses, sections and lessons by their folders.
func (r *resolver) growCourses() {
	for _, n := range slices.Concat(r.Kind(journey.KindSection), r.Kind(journey.KindLesson)) {
		folder := path.Dir(n.file)
		if n.Kind == journey.KindSection {
			folder = path.Dir(folder)
		}
		parent := r.byPath[folder+"/index.md"]
		if parent == nil {
			r.report(diag.OfPath(diag.BrokenLink, n.Doc.File.Path, "its folder has no index.md").
				WithHint("write %s/index.md with a title", folder))
			continue
		}
		n.parent = parent
		parent.children = append(parent.children, n)
	}
	for _, n := range r.Nodes {
		slices.SortStableFunc(n.children, func(a, b *Node) int { return cmp.Compare(a.Doc.Order, b.Doc.Order) })
	}
	for _, course := range r.Kind(journey.KindCourse) {
		for i, lesson := range r.Lessons(course) {
			lesson.lesson = i + 1
		}
	}
}

// Lessons returns the lessons of a course in reading order.
func (g *Graph) Lessons(course *Node) []*Node {
	return slices.DeleteFunc(g.Sequence(course), func(n *Node) bool { return n.Kind != journey.KindLesson })
}

// LessonNumber returns the place of a lesson in its course, from 1.
func (g *Graph) LessonNumber(lesson *Node) int { return lesson.lesson }

// Parent returns the course of a section, the section or course of a lesson, and
// nil of everything else.
func (g *Graph) Parent(n *Node) *Node { return n.parent }

// Children returns the sections and lessons of a course, or the lessons of a
// section, in order.
func (g *Graph) Children(n *Node) []*Node { return n.children }

// CourseOf returns the course that a section or lesson belongs to, the course
// itself for a course, and nil for everything else.
func (g *Graph) CourseOf(n *Node) *Node {
	for p := n; p != nil; p = p.parent {
		if p.Kind == journey.KindCourse {
			return p
		}
	}
	return nil
}

// Sequence returns a course with its sections and lessons in reading order.
func (g *Graph) Sequence(course *Node) []*Node {
	list := []*Node{course}
	for _, c := range course.children {
		list = append(list, g.Sequence(c)...)
	}
	return list
}
