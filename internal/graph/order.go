package graph

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// numberStages gives each stage its number: its place in the first model that
// holds it. The model that most journeys use comes first.
func (r *resolver) numberStages() {
	uses := map[*Node]int{}
	for _, j := range All[*journey.Journey](r.Graph) {
		uses[r.Ref(j.Model)]++
	}
	var models []*Node
	for n := range All[*journey.Model](r.Graph) {
		models = append(models, n)
	}
	slices.SortFunc(models, func(a, b *Node) int {
		return cmp.Or(
			cmp.Compare(uses[b], uses[a]),
			cmp.Compare(a.Doc.Weight.V, b.Doc.Weight.V),
			cmp.Compare(a.ID, b.ID),
		)
	})
	r.numbers = map[*Node]int{}
	r.home = map[*Node]int{}
	for i, m := range models {
		for k, stage := range r.Refs(m.Doc.Entity.(*journey.Model).Stages) {
			if r.numbers[stage] == 0 {
				r.numbers[stage], r.home[stage] = k+1, i+1
			}
		}
	}
}

// order sorts the nodes by kind and, within a kind, by weight, then stages by
// their models, sections and lessons by their numbers, and the rest by title.
func (r *resolver) order() {
	kinds := map[journey.Kind]int{}
	for i, k := range journey.Kinds() {
		kinds[k] = i
	}
	collator := locale.NewCollator(r.Config.Language())
	for _, n := range r.Nodes {
		n.title = collator.Key(n.Doc.Title.Source)
	}
	slices.SortFunc(r.Nodes, func(a, b *Node) int {
		return cmp.Or(
			cmp.Compare(kinds[a.Kind], kinds[b.Kind]),
			cmp.Compare(trail(a), trail(b)),
			cmp.Compare(a.Doc.Weight.V, b.Doc.Weight.V),
			compareStages(r.home[a], r.home[b]),
			cmp.Compare(r.numbers[a], r.numbers[b]),
			CompareTitles(a, b),
		)
	})
	for i, n := range r.Nodes {
		n.rank = i
	}
}

// Compare orders nodes as the handbook does.
func Compare(a, b *Node) int { return cmp.Compare(a.rank, b.rank) }

// CompareTitles orders nodes by their titles, as the site's language sorts.
func CompareTitles(a, b *Node) int {
	return cmp.Or(bytes.Compare(a.title, b.title), cmp.Compare(a.ID, b.ID))
}

// compareStages puts stages that stand in no model last.
func compareStages(a, b int) int {
	return cmp.Compare(uint(a-1), uint(b-1))
}

// trail sorts sections and lessons by the numbers of their folders and files;
// it is empty for the other kinds.
func trail(n *Node) string {
	if n.Kind != journey.KindSection && n.Kind != journey.KindLesson {
		return ""
	}
	var b strings.Builder
	for part := range strings.SplitSeq(path.Dir(n.Doc.File.Path), "/") {
		b.WriteString(pad(part))
	}
	if n.Kind == journey.KindLesson {
		b.WriteString(pad(path.Base(n.Doc.File.Path)))
	}
	return b.String()
}

// pad makes names that begin with a number sort by it.
func pad(name string) string {
	digits := len(name) - len(strings.TrimLeft(name, "0123456789"))
	if digits == 0 || digits > 8 {
		return name + "/"
	}
	return fmt.Sprintf("%0*d%s/", 8, atoi(name[:digits]), name[digits:])
}

func atoi(digits string) int {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}

// growCourses joins courses, sections and lessons by their folders.
func (r *resolver) growCourses() {
	r.parents, r.children = map[*Node]*Node{}, map[*Node][]*Node{}
	for _, n := range r.Nodes {
		if n.Kind != journey.KindSection && n.Kind != journey.KindLesson {
			continue
		}
		folder := path.Dir(n.Doc.File.Path)
		if n.Kind == journey.KindSection {
			folder = path.Dir(folder)
		}
		parent := r.byPath[folder+"/index.md"]
		if parent == nil {
			r.report(diag.OfPath(diag.BrokenLink, n.Doc.File.Path, "its folder has no index.md").
				WithHint("write %s/index.md with a title", folder))
			continue
		}
		r.parents[n] = parent
		r.children[parent] = append(r.children[parent], n)
	}
	for _, list := range r.children {
		slices.SortStableFunc(list, func(a, b *Node) int { return cmp.Compare(a.Doc.Order, b.Doc.Order) })
	}
}

// Parent returns the course of a section, the section or course of a lesson, and
// nil of everything else.
func (g *Graph) Parent(n *Node) *Node { return g.parents[n] }

// Children returns the sections and lessons of a course, or the lessons of a
// section, in order.
func (g *Graph) Children(n *Node) []*Node { return g.children[n] }

// CourseOf returns the course that a section or lesson belongs to, the course
// itself for a course, and nil for everything else.
func (g *Graph) CourseOf(n *Node) *Node {
	for p := n; p != nil; p = g.parents[p] {
		if p.Kind == journey.KindCourse {
			return p
		}
	}
	return nil
}

// Sequence returns a course with its sections and lessons in reading order.
func (g *Graph) Sequence(course *Node) []*Node {
	list := []*Node{course}
	for _, c := range g.children[course] {
		list = append(list, g.Sequence(c)...)
	}
	return list
}
