package graph

import (
	"strings"
	"sync"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
)

// traceAll follows all that the pages point at, and applies the rules: what means
// a page becomes a mention there, what means nothing is reported. Looking ids up
// is most of what a Graph costs, so each processor takes a run of the nodes; what
// they find is put together in the order of the nodes.
func (r *resolver) traceAll() {
	runs := runs(r.Nodes)
	tracers := make([]tracer, len(runs))
	guesses := &guesses{known: map[Key]string{}}
	var wait sync.WaitGroup
	for i, nodes := range runs {
		t := &tracers[i]
		t.Graph, t.guesses = r.Graph, guesses
		wait.Go(func() { t.trace(nodes) })
	}
	wait.Wait()
	for _, t := range tracers {
		r.diags = append(r.diags, t.diags...)
		r.dated = append(r.dated, t.dated...)
	}
	r.mention(tracers)
}

// tracer follows what some of the nodes point at. Of the Graph it changes nothing
// but the results of these nodes.
type tracer struct {
	*Graph
	guesses *guesses
	edges   []edge
	dated   []*Node
	diags   []diag.Diagnostic
}

// edge is a mention before it is known where the other mentions stand.
type edge struct {
	to *Node
	Mention
}

func (t *tracer) report(d diag.Diagnostic) { t.diags = append(t.diags, d) }

// trace follows all that nodes and their translations point at, and applies the
// rules to them.
func (t *tracer) trace(nodes []*Node) {
	edges := 0
	for _, n := range nodes {
		edges += len(n.Doc.Refs) + len(n.Doc.Links)
	}
	t.edges = make([]edge, 0, edges)
	for _, n := range nodes {
		t.doc(n, n.Doc, true)
		for _, translation := range n.translations {
			t.doc(n, translation.written, false)
		}
		t.rules(n)
		if t.isDated(n) {
			t.dated = append(t.dated, n)
		}
	}
}

// doc reports what a Doc points at in vain and, for an original, notes the rest.
// What only a translation mentions is no edge: the handbook is the same in every
// language.
func (t *tracer) doc(n *Node, d *journey.Doc, original bool) {
	for _, ref := range d.Refs {
		target := t.Ref(ref)
		if target == nil {
			t.report(t.unknownRef(ref.Kind, ref.ID, ref.At))
		} else if original && !isFilter(ref) {
			t.edges = append(t.edges, edge{target, Mention{From: n, Field: ref.Field, Step: ref.Step}})
		}
	}
	for _, link := range d.Links {
		t.link(n, d, link, original)
	}
}

func (t *tracer) link(n *Node, d *journey.Doc, link markdown.Link, original bool) {
	target, ok := t.Link(n, d, link)
	if !ok {
		t.report(t.explain(d, link))
		return
	}
	if target.Node == nil {
		return
	}
	if original && target.Node != n {
		t.edges = append(t.edges, edge{target.Node, Mention{From: n}})
	}
	if target.Anchor == "" {
		return
	}
	doc := d
	if target.Node != n {
		doc = target.Node.writtenIn(d.Lang)
	}
	if !target.Node.hasPlace(doc, target.Anchor) && !doc.Broken() {
		t.report(brokenAnchor(link, doc, target.Node))
	}
}

// mention hands each node its mentions. They are counted first, so that they
// can all stand in one piece of memory.
func (r *resolver) mention(tracers []tracer) {
	counts := make([]int, len(r.Nodes))
	total := 0
	for _, t := range tracers {
		total += len(t.edges)
		for _, e := range t.edges {
			counts[e.to.rank]++
		}
	}
	room := make([]Mention, total)
	for i, n := range r.Nodes {
		n.In, room = room[:0:counts[i]], room[counts[i]:]
	}
	for _, t := range tracers {
		for _, e := range t.edges {
			e.to.mention(e.Mention)
		}
	}
}

// mention notes an edge, once. Edges come in the order of the nodes that they
// come from, so that the mentions of one page stand together and in order.
func (n *Node) mention(m Mention) {
	for i := len(n.In) - 1; i >= 0 && n.In[i].From == m.From; i-- {
		if n.In[i] == m {
			return
		}
	}
	n.In = append(n.In, m)
}

// guesses remembers what was most likely meant by ids that mean nothing. Several
// tracers may ask at a time.
type guesses struct {
	mu    sync.Mutex
	known map[Key]string // guarded by mu
}

// get returns the guess for an id, made by guess if there is none yet. Who asks
// meanwhile waits: a guess goes through all ids, and thousands of links may ask
// for the same one.
func (g *guesses) get(id Key, guess func() string) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	if c, ok := g.known[id]; ok {
		return c
	}
	c := guess()
	g.known[id] = c
	return c
}

// isFilter tells whether a reference only chooses what a block lists.
func isFilter(ref journey.Ref) bool {
	return strings.HasPrefix(ref.Field, "entities.") || strings.HasPrefix(ref.Field, "opportunity-matrix.")
}
