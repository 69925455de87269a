// Package graph joins all Docs of a site into one Graph: which page an id or a
// link means, what points at what, and in which order pages stand.
//
// In go the Docs, the snapshot (for files beside the pages), the Config and the
// days of the last commits; out comes a Graph in which every reference that could
// be resolved is an edge with its field and step, and diagnostics for all that
// could not. The rules that take more than one file to check are here, too: ids
// that clash, stages outside their model, parents in a circle.
//
// A Graph is made anew on every change and never changed afterwards. It holds
// the Docs; it does not copy them.
package graph

import (
	"iter"
	"slices"
	"sort"

	"stagecraft/internal/config"
	"stagecraft/internal/history"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// Graph is the whole handbook, resolved.
type Graph struct {
	Config config.Config
	Nodes  []*Node        // by kind, then in the order in which each kind is listed
	Assets []*source.File // files beside the pages, to be published as they are

	byKind   map[journey.Kind][]*Node // parts of Nodes
	byPath   map[string]*Node         // originals and translations, by content path
	byID     map[string]*Node         // the first node with an id; Node.namesake leads to the others
	byShort  map[string][]*Node       // by the last parts of ids that are paths
	sections []*Node
	aliased  []*Node
	dated    []*Node
	assets   map[string]*source.File
	places   map[*Node]stagePlace
	folders  map[string][]*Node // free pages by their folder in the output
	drafts   map[Key]draft      // what is not published
	days     history.Days
}

// Key names a node.
type Key struct {
	Kind journey.Kind
	ID   string
}

// Node is one page of the handbook with all that points at it.
type Node struct {
	// What is asked for each link stands in the first 64 bytes, which memory gives at
	// once.
	Key
	Doc      *journey.Doc // the original
	namesake *Node        // another node with this id, of another kind
	rank     int          // position in Graph.Nodes
	kindRank int          // position of its kind in journey.Kinds

	In []Mention // what points here, in the order of the pages it comes from

	// Copies of what stands in the Doc, for whoever goes through all nodes: Docs lie
	// far apart.
	file, page     string // Doc.File.Path and Doc.Page
	trail          string
	title          []byte // Doc.TitleKey
	weight         int32
	draft, aliased bool
	weighted       bool // weight is set

	parent       *Node   // of a section or lesson
	children     []*Node // of a course or section
	lesson       int     // the number of a lesson in its course
	translations []*translation
	results      []journey.Result // of a metric
}

// Mention is an edge: the place from which one page points at another.
type Mention struct {
	From  *Node
	Field string // the key that holds the reference; empty for a link in prose
	Step  int    // the step that holds it, from 1; 0 outside steps
}

// Page returns the path of the node's page in the output, without language and
// extension.
func (n *Node) Page() string { return n.page }

// Mentions returns what points here from the pages of a kind: a part of In. A
// stage may be mentioned everywhere, so it is looked for, not gone through.
func (n *Node) Mentions(kind journey.Kind) []Mention {
	rank := slices.Index(journey.Kinds(), kind)
	from := sort.Search(len(n.In), func(i int) bool { return n.In[i].From.kindRank >= rank })
	rest := n.In[from:]
	return rest[:sort.Search(len(rest), func(i int) bool { return rest[i].From.kindRank > rank })]
}

// NamedBy tells whether the front matter of another node names this one.
func (n *Node) NamedBy(other *Node) bool {
	i := sort.Search(len(n.In), func(i int) bool { return n.In[i].From.rank >= other.rank })
	for ; i < len(n.In) && n.In[i].From == other; i++ {
		if n.In[i].Field != "" {
			return true
		}
	}
	return false
}

// From returns the nodes of a kind that point here from one of the fields, each
// once, in their order. Without fields any mention counts.
func (n *Node) From(kind journey.Kind, fields ...string) []*Node {
	var list []*Node
	for _, m := range n.Mentions(kind) {
		if len(list) > 0 && list[len(list)-1] == m.From {
			continue
		}
		if len(fields) == 0 || slices.Contains(fields, m.Field) {
			list = append(list, m.From)
		}
	}
	return list
}

// Node returns the node that a reference means, or nil.
func (g *Graph) Node(kind journey.Kind, id string) *Node {
	if n := g.withKind(kind, id); n != nil {
		return n
	}
	var found *Node
	for _, n := range g.byShort[id] { // the last part of a path, where it is unique
		if n.Kind == kind {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}

// withKind returns the node of a kind with an id, or nil.
func (g *Graph) withKind(kind journey.Kind, id string) *Node {
	n := g.byID[id]
	for n != nil && n.Kind != kind {
		n = n.namesake
	}
	return n
}

// Ref returns the node that a reference of the front matter means, or nil.
func (g *Graph) Ref(r journey.Ref) *Node { return g.Node(r.Kind, r.ID) }

// Refs returns the nodes that references mean, leaving out those that mean none.
func (g *Graph) Refs(refs []journey.Ref) []*Node {
	nodes := make([]*Node, 0, len(refs))
	for _, r := range refs {
		if n := g.Ref(r); n != nil {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// Kind returns the nodes of a kind, in their order.
func (g *Graph) Kind(kind journey.Kind) []*Node { return g.byKind[kind] }

// All yields the nodes whose entity is of type E, with it.
func All[E journey.Entity](g *Graph) iter.Seq2[*Node, E] {
	return func(yield func(*Node, E) bool) {
		for _, n := range g.Nodes {
			if e, ok := n.Doc.Entity.(E); ok && !yield(n, e) {
				return
			}
		}
	}
}

// Home returns the node of content/index.md, or nil.
func (g *Graph) Home() *Node { return g.byPath["content/index.md"] }

// NodeOf returns the node that a content file tells of, in any language, or nil.
func (g *Graph) NodeOf(file string) *Node { return g.byPath[file] }

// HasAsset tells whether a file beside the pages has that content path.
func (g *Graph) HasAsset(file string) bool { return g.assets[file] != nil }

// Sections returns the pages that introduce the top folders of free pages.
func (g *Graph) Sections() []*Node { return g.sections }

// Aliased returns the nodes that have had other addresses.
func (g *Graph) Aliased() []*Node { return g.aliased }

// IndexOf returns the node of kind page whose file is the index.md of a folder of
// content, such as "touchpoints", or nil.
func (g *Graph) IndexOf(folder string) *Node {
	return g.byPath["content/"+folder+"/index.md"]
}

// Results returns the results of a metric, the oldest first, whether they stand
// in its page or in a file beside it.
func (g *Graph) Results(metric *Node) []journey.Result { return metric.results }

// StagesOf returns the stages of a journey: its own, or those of its model, or
// those that its steps name, in the order in which they do.
func (g *Graph) StagesOf(n *Node) []*Node {
	j, ok := n.Doc.Entity.(*journey.Journey)
	if !ok {
		return nil
	}
	if len(j.Stages) > 0 {
		return g.Refs(j.Stages)
	}
	if m := g.Ref(j.Model); m != nil {
		return g.Refs(m.Doc.Entity.(*journey.Model).Stages)
	}
	var list []*Node
	seen := map[*Node]bool{}
	for _, s := range j.Steps {
		if stage := g.Ref(s.Stage); stage != nil && !seen[stage] {
			seen[stage] = true
			list = append(list, stage)
		}
	}
	return list
}

// StageNumber returns the number by which a stage is known throughout the site,
// from 1: its place in the model that most journeys use. It is 0 for a stage
// that stands in no model.
func (g *Graph) StageNumber(stage *Node) int { return g.places[stage].number }

// ModelOf returns the model in which a stage has its number, or nil.
func (g *Graph) ModelOf(stage *Node) *Node { return g.places[stage].model }

// InMainModel tells whether a stage belongs to the model that most journeys use.
func (g *Graph) InMainModel(stage *Node) bool { return g.places[stage].rank == 1 }
