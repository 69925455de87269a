package graph

import (
	"cmp"
	"path"
	"strings"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// Target is what a link means: a page, or a file beside the pages.
type Target struct {
	Node   *Node
	Asset  *source.File
	Anchor string // of a page; empty for its top
}

// Link returns what a link in a Doc of a node means, and whether it means
// anything.
func (g *Graph) Link(from *Node, doc *journey.Doc, link markdown.Link) (Target, bool) {
	var n *Node
	switch {
	case link.ID == "" && link.Path == "":
		n = from
	case link.ID == "":
		return g.pathLink(doc, link)
	case link.Kind != "":
		kind, _ := journey.ParseKind(link.Kind)
		n = g.Node(kind, link.ID)
	default:
		n = g.unique(link.ID)
	}
	return Target{Node: n, Anchor: link.Anchor}, n != nil
}

// pathLink resolves a relative link: to a page, to the index of a folder, or to
// a file beside the pages.
func (g *Graph) pathLink(doc *journey.Doc, link markdown.Link) (Target, bool) {
	full, ok := contentPath(doc.File.Path, link.Path)
	if !ok {
		return Target{}, false
	}
	for _, file := range []string{full, full + "/index.md"} {
		if n := g.byPath[file]; n != nil {
			return Target{Node: n, Anchor: link.Anchor}, true
		}
	}
	f := g.assets[full]
	return Target{Asset: f}, f != nil
}

// explain says why a link means nothing.
func (t *tracer) explain(doc *journey.Doc, link markdown.Link) diag.Diagnostic {
	kind, known := journey.ParseKind(link.Kind)
	switch {
	case link.ID == "":
		return t.brokenPath(doc, link)
	case link.Kind == "":
		return t.unknownID(link)
	case known:
		return t.unknownRef(kind, link.ID, link.At)
	}
	d := diag.New(diag.UnknownKind, link.At, "there is no kind %q", link.Kind)
	if c, ok := diag.Closest(link.Kind, journey.KindNames()); ok {
		return d.WithHint("did you mean %q?", c)
	}
	return d.WithHint("the kinds are: %s", strings.Join(journey.KindNames(), ", "))
}

// unknownID is the diagnostic for an id that stands alone and means no page, or
// several.
func (t *tracer) unknownID(link markdown.Link) diag.Diagnostic {
	if found := t.withID(link.ID); len(found) > 1 {
		var ways []string
		for _, n := range found {
			ways = append(ways, "[["+string(n.Kind)+":"+n.ID+"]]")
		}
		return diag.New(diag.AmbiguousID, link.At, "%q is the id of %d pages", link.ID, len(found)).
			WithHint("write %s", strings.Join(ways, " or "))
	}
	if d, ok := t.draft("", link.ID); ok {
		return d.hintAt(diag.New(diag.UnknownID, link.At, "%s %q is a draft", d.Kind, link.ID))
	}
	return t.unknown(diag.UnknownID, link.At, "", link.ID)
}

// withID returns the nodes with an id; those of which it is only the last part
// count when there is no other.
func (g *Graph) withID(id string) []*Node {
	var list []*Node
	for n := g.byID[id]; n != nil; n = n.namesake {
		list = append(list, n)
	}
	if len(list) > 0 {
		return list
	}
	return g.byShort[id]
}

// unique returns the only node withID returns, or nil.
func (g *Graph) unique(id string) *Node {
	if n := g.byID[id]; n != nil {
		if n.namesake != nil {
			return nil
		}
		return n
	}
	if short := g.byShort[id]; len(short) == 1 {
		return short[0]
	}
	return nil
}

// contentPath returns the content path that a relative link means.
func contentPath(from, link string) (string, bool) {
	full := path.Join(path.Dir(from), link)
	if strings.HasPrefix(link, "/") {
		full = path.Join("content", link)
	}
	return locale.NFC(full), full == "content" || strings.HasPrefix(full, "content/")
}

func (t *tracer) brokenPath(doc *journey.Doc, link markdown.Link) diag.Diagnostic {
	full, ok := contentPath(doc.File.Path, link.Path)
	if !ok {
		return diag.New(diag.BrokenLink, link.At, "%q leads out of the folder content", link.Path).
			WithHint("files outside content/ are not published: move the file beside the page")
	}
	ext := path.Ext(full)
	if ext != ".md" && ext != "" && ext != ".html" {
		return t.missingAsset(link.At, full)
	}
	if d, ok := t.draftAt(full); ok {
		return d.hintAt(diag.New(diag.BrokenLink, link.At, "%s is a draft", full))
	}
	d := diag.New(diag.BrokenLink, link.At, "there is no page %s", full)
	if md := strings.TrimSuffix(full, ".html") + ".md"; t.byPath[md] != nil {
		return d.WithHint("link to the source file: %s", strings.TrimSuffix(link.Path, ".html")+".md")
	}
	if folder, isIndex := strings.CutSuffix(full, "/index.md"); isIndex {
		return d.WithHint("write %s with a title, to give the list of this folder words of its own", folder+"/index.md")
	}
	return suggestPath(d, full, t.pagePaths(link.At.File))
}

func (t *tracer) missingAsset(at source.Range, full string) diag.Diagnostic {
	return suggestPath(diag.New(diag.MissingAsset, at, "there is no file %s", full), full, t.assetPaths())
}

// suggestPath adds the path most likely meant as a hint: one with the same file
// name in another folder, because files move more often than they are misspelt,
// or one with a similar name beside it.
func suggestPath(d diag.Diagnostic, full string, candidates []string) diag.Diagnostic {
	var beside []string
	for _, c := range candidates {
		if path.Base(c) == path.Base(full) {
			return d.WithHint("did you mean %s?", c)
		}
		if path.Dir(c) == path.Dir(full) {
			beside = append(beside, path.Base(c))
		}
	}
	if name, ok := diag.Closest(path.Base(full), beside); ok {
		return d.WithHint("did you mean %s?", path.Join(path.Dir(full), name))
	}
	if d.At.File.Path == config.Name {
		return d.WithHint("check the path: it is relative to the folder content")
	}
	return d.WithHint("check the path: it is relative to the file that holds the link")
}

func (t *tracer) assetPaths() []string {
	var list []string
	for _, f := range t.Assets {
		list = append(list, f.Path)
	}
	return list
}

// pagePaths returns the content paths of all pages but the one that asks.
func (t *tracer) pagePaths(from *source.File) []string {
	var list []string
	for _, n := range t.Nodes {
		if n.Doc.File != from {
			list = append(list, n.Doc.File.Path)
		}
	}
	return list
}

// shortened returns the ids of nodes, and of ids that are paths also the last
// parts.
func shortened(nodes []*Node) []string {
	var list []string
	for _, n := range nodes {
		list = append(list, n.ID)
		if short := path.Base(n.ID); short != n.ID {
			list = append(list, short)
		}
	}
	return list
}

// unknownRef is the diagnostic for an id that no page of a kind has.
func (t *tracer) unknownRef(kind journey.Kind, id string, at source.Range) diag.Diagnostic {
	code := diag.Code("unknown-" + string(kind))
	if d, ok := t.draft(kind, id); ok {
		return d.hintAt(diag.New(code, at, "%s %q is a draft", kind, id))
	}
	d := t.unknown(code, at, kind, id)
	switch others := t.withID(id); {
	case d.Hint != "":
		return d
	case len(others) > 0:
		return d.WithHint("%q is the id of %s", id, others[0].Kind.Noun())
	case journey.ValidID(id) && kind.Flat():
		return d.WithHint("write it: stagecraft new %s %s", kind, id)
	}
	return d.WithHint("the ids are listed by: stagecraft list %s", kind)
}

// unknown is the diagnostic for an id of no page, with the closest id as a hint.
// An empty kind stands for all.
func (t *tracer) unknown(code diag.Code, at source.Range, kind journey.Kind, id string) diag.Diagnostic {
	d := diag.New(code, at, "no %s %q", cmp.Or(kind, "page"), id)
	c := t.closest(kind, id)
	if c == "" {
		return d
	}
	if found := t.withID(c); len(found) > 0 {
		return d.WithHint("did you mean %q? (%s)", c, found[0].Doc.File.Path)
	}
	return d.WithHint("did you mean %q?", c)
}

// closest returns the id most likely meant, looked for once: a page that goes
// may leave thousands of links.
func (t *tracer) closest(kind journey.Kind, id string) string {
	return t.guesses.get(Key{kind, id}, func() string {
		nodes := t.Nodes
		if kind != "" {
			nodes = t.Kind(kind)
		}
		c, _ := diag.Closest(id, shortened(nodes))
		return c
	})
}
