package graph

import (
	"slices"
	"strconv"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
)

// hasPlace tells whether an anchor means anything on the page that a Doc of the node
// tells of: a heading, or a step of a journey.
func (n *Node) hasPlace(d *journey.Doc, anchor string) bool {
	return HasAnchor(d, anchor) || n.StepAt(anchor) > 0
}

// HasAnchor tells whether a heading of the Doc has the id.
func HasAnchor(d *journey.Doc, anchor string) bool {
	return slices.ContainsFunc(d.Body.Headings, func(h markdown.Heading) bool { return h.ID == anchor })
}

// StepAt returns the number, from 1, of the step of a journey that an anchor
// means: "step-3", "_step-3" as a browser shows it, or the slug of its title in any
// language. It is 0 for all other anchors and nodes.
func (n *Node) StepAt(anchor string) int {
	if anchor == "" {
		return 0
	}
	anchors := stepAnchors(n.Doc)
	for i := range anchors {
		if strings.TrimPrefix(anchor, "_") == "step-"+strconv.Itoa(i+1) {
			return i + 1
		}
	}
	if i := slices.Index(anchors, anchor); i >= 0 {
		return i + 1
	}
	for _, t := range n.translations {
		if i := slices.Index(stepAnchors(t.written), anchor); i >= 0 && i < len(anchors) {
			return i + 1
		}
	}
	return 0
}

// stepAnchors returns the slugs of the titles of a journey's steps, empty where
// there is no title.
func stepAnchors(d *journey.Doc) []string {
	j, ok := d.Entity.(*journey.Journey)
	if !ok {
		return nil
	}
	anchors := make([]string, len(j.Steps))
	for i, s := range j.Steps {
		if s.Title.IsSet() {
			anchors[i] = locale.Slug(s.Title.Body.Lead)
		}
	}
	return anchors
}

// brokenAnchor is the diagnostic for an anchor that neither a heading of a Doc has
// nor, on the page of a journey, a step of its node.
func brokenAnchor(link markdown.Link, d *journey.Doc, n *Node) diag.Diagnostic {
	steps := stepAnchors(n.Doc)
	what := "heading"
	if len(steps) > 0 {
		what = "heading or step"
	}
	p := diag.New(diag.BrokenAnchor, link.At, "%s has no %s %q", d.File.Path, what, link.Anchor)
	var ids []string
	for _, h := range d.Body.Headings {
		ids = append(ids, h.ID)
	}
	if c, ok := diag.Closest(locale.Slug(link.Anchor), slices.Concat(ids, steps)); ok {
		return p.WithHint("did you mean #%s?", c)
	}
	if len(steps) > 0 {
		return p.WithHint("its steps are #step-1 to #step-%d, or the slugs of their titles", len(steps))
	}
	if len(ids) == 0 {
		return p.WithHint("the page has no headings: leave out #%s", link.Anchor)
	}
	return p.WithHint("its headings are: #%s", strings.Join(ids, ", #"))
}
