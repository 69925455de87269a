package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// link renders a link; one that can't be used shows its text.
func (r *renderer) link(n *ast.Link) {
	a, at, ok := r.target(n, n.Destination, n.Title, false)
	if !ok || r.inLink {
		r.children(n)
		return
	}
	r.raw(`<a href="`)
	index := r.address(a, at)
	r.raw(`"`)
	r.title(n.Title)
	r.rel(a)
	r.raw(">")
	r.inLink = true
	r.children(n)
	r.inLink = false
	if !n.HasChildren() {
		r.emptyLink(a, index)
	}
	r.raw("</a>")
}

// target reads the target of a link or an image, and reports what is wrong with
// it. Targets together may be as long as the largest text: only a definition
// that is used again and again makes them longer, and the page immense.
func (r *renderer) target(n ast.Node, target, title []byte, image bool) (address, source.Range, bool) {
	at := r.targetRange(n, target)
	before := r.targets
	if r.targets += len(target) + len(title); r.targets > maxText {
		if before <= maxText {
			r.report(diag.New(diag.PageTooLarge, at, "the page's links become larger than %d bytes", maxText).
				WithHint("shorten the targets and titles of the links that are used often"))
		}
		return address{}, at, false
	}
	a, flaw := parseAddress(string(unescape(target)), image)
	if flaw != nil {
		r.report(flaw.at(at))
		return address{}, at, false
	}
	return a, at, true
}

// address writes the address of a target, or the hole for it, and lists it.
func (r *renderer) address(a address, at source.Range) (index int) {
	if a.external != "" {
		r.html = appendEscaped(r.html, util.URLEscape([]byte(a.external), false))
		return -1
	}
	a.link.At = at
	r.body.Links = append(r.body.Links, a.link)
	index = len(r.body.Links) - 1
	r.hole(Hole{Kind: LinkAddress, Index: index})
	return index
}

// emptyLink writes the text of a link that has none: [](path).
func (r *renderer) emptyLink(a address, index int) {
	if a.external != "" {
		r.verbatim([]byte(a.external))
		return
	}
	r.shown()
	r.hole(Hole{Kind: LinkTitle, Index: index})
}

func (r *renderer) title(title []byte) {
	if title == nil {
		return
	}
	r.raw(` title="`)
	r.html = appendEscaped(r.html, unescape(title))
	r.raw(`"`)
}

// rel marks the links that leave the site.
func (r *renderer) rel(a address) {
	if scheme, ok := schemeOf(a.external); ok && isAllowed(scheme, true) {
		r.raw(` rel="external"`)
	}
}

// targetRange returns the range of a link's target or, when goldmark had to put
// it together, that of the link's first character.
func (r *renderer) targetRange(n ast.Node, target []byte) source.Range {
	if start, ok := offsetIn(r.src, target); ok {
		return r.place.at(start, start+len(target))
	}
	start := max(n.Pos(), 0)
	return r.place.at(start, min(start+1, len(r.src)))
}

func (r *renderer) wiki(n *wikiLink) {
	r.body.Links = append(r.body.Links, Link{
		Kind:   n.kind,
		ID:     n.id,
		Anchor: locale.NFC(n.anchor),
		At:     r.place.at(n.target.Start, n.target.Stop),
	})
	index := len(r.body.Links) - 1
	if !r.inLink {
		r.raw(`<a href="`)
		r.hole(Hole{Kind: LinkAddress, Index: index})
		r.raw(`">`)
	}
	if n.label.IsEmpty() {
		r.shown()
		r.hole(Hole{Kind: LinkTitle, Index: index})
	} else {
		r.text(n.label.Start, n.label.Stop)
	}
	if !r.inLink {
		r.raw("</a>")
	}
}

// autoLink renders <https://…> and addresses that stand in the text.
func (r *renderer) autoLink(n *ast.AutoLink) {
	label := n.Label(r.src)
	at := r.targetRange(n, label)
	a, flaw := parseAddress(autoTarget(n, r.src), false)
	if flaw != nil {
		r.report(flaw.at(at))
	}
	if flaw != nil || r.inLink {
		r.verbatim(label)
		return
	}
	r.raw(`<a href="`)
	r.address(a, at)
	r.raw(`" class="url"`)
	r.rel(a)
	r.raw(">")
	r.verbatim(label)
	r.raw("</a>")
}

func autoTarget(n *ast.AutoLink, src []byte) string {
	target := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		return "mailto:" + target
	}
	return target
}

// image renders an image; one that can't be used shows its alternative text.
func (r *renderer) image(n *ast.Image) {
	alt := r.plainText(n)
	a, at, ok := r.target(n, n.Destination, n.Title, true)
	if !ok {
		r.verbatim([]byte(alt))
		return
	}
	if alt == "" {
		r.report(diag.New(diag.NoAltText, at, "the image has no alternative text").
			WithHint("say between the brackets what it shows: ![…](…)"))
	}
	r.raw(`<img src="`)
	index := r.address(a, at)
	r.raw(`" alt="`)
	r.html = appendEscaped(r.html, []byte(alt))
	r.raw(`"`)
	r.title(n.Title)
	if index >= 0 {
		r.hole(Hole{Kind: PictureSize, Index: index})
	}
	if r.pictures > 0 { // the first is likely to be in view
		r.raw(` loading="lazy"`)
	}
	r.pictures++
	r.raw(">")
	r.last = 'x'
}
