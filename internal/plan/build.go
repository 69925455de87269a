package plan

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/href"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/view"
)

// page builds the View of one page in one language.
type page struct {
	*graph.Graph
	address
	path     string
	lang     locale.Lang
	node     *graph.Node  // nil for a page that stands for no node
	doc      *journey.Doc // of the node in the page's language; nil without one
	template string
	root     string // where links begin instead of at the page; empty nearly always
	part     bool   // it is drawn in a printout
	fallback bool   // doc is in the site's own language for want of a translation

	today time.Time // what reviews and deadlines are told by
	feed  bool      // there is a feed in the page's language
	text  bool      // the page is a transcript, and its links lead to transcripts

	terms map[locale.Lang]func() *termIndex // what its prose is searched for; nil for nothing
}

func newPage(g *graph.Graph, outPath string, lang locale.Lang, n *graph.Node, template string) *page {
	pg := &page{Graph: g, address: addressOf(g), path: outPath, lang: lang, node: n, template: template}
	if n != nil {
		var translated bool
		pg.doc, translated = n.InLang(lang)
		pg.fallback = !translated && lang != pg.own
	}
	return pg
}

// to returns the address of another output file as seen from the page.
func (pg *page) to(outPath string) string {
	if pg.text {
		outPath = pg.transcriptOf(outPath)
	}
	if pg.root != "" {
		return pg.root + href.Escape(outPath)
	}
	return href.Relative(pg.path, outPath)
}

// link returns the link to a node.
func (pg *page) link(n *graph.Node) view.Link {
	doc, _ := n.InLang(pg.lang)
	l := view.Link{
		Title: plainTitle(doc),
		Href:  pg.to(pg.pathOf(n)),
		Kind:  string(n.Kind),
		Lang:  pg.titleLang(n),
	}
	if stage, ok := n.Doc.Entity.(*journey.Stage); ok {
		l.Number = pg.StageNumber(n)
		l.Color = stageColor(stage, l.Number)
	}
	return l
}

// pathOf returns the path of a node's page in the page's language. Of a
// transcript there is none that only repeats the original.
func (pg *page) pathOf(n *graph.Node) string {
	lang := pg.lang
	if pg.text && !pg.Written(n, lang) {
		lang = pg.own
	}
	if n == pg.Home() {
		return pg.address.home(lang)
	}
	return pg.address.node(n, lang)
}

func (pg *page) links(nodes []*graph.Node) []view.Link {
	list := make([]view.Link, len(nodes))
	for i, n := range nodes {
		list[i] = pg.link(n)
	}
	return list
}

// refLink returns the link that a reference means, or the zero Link.
func (pg *page) refLink(r journey.Ref) view.Link {
	if n := pg.Ref(r); n != nil {
		return pg.link(n)
	}
	return view.Link{}
}

// stageColor returns a stage's colour: its own, or the one of its number. The
// theme has nine.
func stageColor(s *journey.Stage, number int) string {
	colors := journey.StageColors()
	switch {
	case s.Color.IsSet():
		return s.Color.V
	case number > 0:
		return colors[(number-1)%len(colors)]
	}
	return ""
}

// plainTitle returns a Doc's title, or its id where the title is missing.
func plainTitle(d *journey.Doc) string {
	if d.Title.V == "" {
		return d.ID
	}
	return d.Title.V
}

// inline returns a text of the page's own Doc.
func (pg *page) inline(t journey.Text) template.HTML { return pg.inlineOf(pg.node, pg.doc, t) }

// inlineOf returns a text of any Doc, its links as seen from this page. A text
// that is not translated says which language it is in, also when the rest of its
// Doc is.
func (pg *page) inlineOf(n *graph.Node, doc *journey.Doc, t journey.Text) template.HTML {
	return inLang(pg.langAt(n, t.At), pg.filled(n, doc, t))
}

// filled is inlineOf without the language, for what stands inside a drawing.
func (pg *page) filled(n *graph.Node, doc *journey.Doc, t journey.Text) template.HTML {
	if !t.IsSet() {
		return ""
	}
	return pg.inlineBody(n, doc, t.Body)
}

func (pg *page) inlineBody(n *graph.Node, doc *journey.Doc, body *markdown.Body) template.HTML {
	var b strings.Builder
	for _, part := range pg.fill(n, doc, body, nil, nil) {
		b.WriteString(string(part.HTML)) // inline Markdown has no other holes than links
	}
	return template.HTML(b.String())
}

func (pg *page) inlines(n *graph.Node, doc *journey.Doc, texts []journey.Text) []template.HTML {
	list := make([]template.HTML, 0, len(texts))
	for _, t := range texts {
		list = append(list, pg.inlineOf(n, doc, t))
	}
	return list
}

// prose returns the prose of the page's Doc with its holes filled and its terms
// linked.
func (pg *page) prose() view.Prose {
	if pg.doc == nil {
		return nil
	}
	return pg.fill(pg.node, pg.doc, pg.doc.Body, pg.doc.Blocks, pg.termLinker())
}

// fill joins the pieces of a Body. What is HTML once the links are known becomes
// one part.
func (pg *page) fill(n *graph.Node, doc *journey.Doc, body *markdown.Body, blocks []journey.Block, linker *termLinker) view.Prose {
	var prose view.Prose
	var html strings.Builder
	flush := func() {
		if html.Len() > 0 {
			prose = append(prose, view.Part{HTML: template.HTML(html.String())})
			html.Reset()
		}
	}
	for _, piece := range body.Pieces {
		switch hole := piece.Hole; hole.Kind {
		case markdown.NoHole:
			linker.Write(&html, piece.HTML)
		case markdown.LinkAddress:
			pg.linksTerm(linker, n, doc, body.Links[hole.Index])
			html.WriteString(template.HTMLEscapeString(pg.linkAddress(n, doc, body.Links[hole.Index])))
		case markdown.LinkTitle:
			html.WriteString(string(pg.linkText(n, doc, body.Links[hole.Index])))
		case markdown.PictureSize:
			html.WriteString(pg.pictureSize(n, doc, body.Links[hole.Index]))
		case markdown.LabelHole:
			flush()
			prose = append(prose, view.Part{Key: hole.Key, Lang: pg.labelLang(hole.Key)})
		case markdown.BlockHole:
			flush()
			if b := blocks[hole.Index]; b != nil {
				prose = append(prose, view.Part{Block: pg.block(b)})
			}
		}
	}
	flush()
	return prose
}

// linkAddress returns where a link leads. An anchor that the page in this
// language lacks is left out: the top of the page is the best there is.
func (pg *page) linkAddress(n *graph.Node, doc *journey.Doc, link markdown.Link) string {
	target, _ := pg.Link(n, doc, link)
	switch {
	case target.Asset != nil:
		return pg.to(assetPath(target.Asset))
	case target.Node == nil:
		return "#"
	}
	anchor := pg.anchorOn(target)
	if target.Node == pg.node && anchor != "" {
		return anchor
	}
	return pg.to(pg.pathOf(target.Node)) + anchor
}

// anchorOn returns the anchor of a link's target in this language: of a heading or
// of a journey's step. It is empty for the top of the page.
func (pg *page) anchorOn(target graph.Target) string {
	if target.Anchor == "" {
		return ""
	}
	if at, _ := target.Node.InLang(pg.lang); graph.HasAnchor(at, target.Anchor) {
		return "#" + href.Escape(target.Anchor)
	}
	if step := target.Node.StepAt(target.Anchor); step > 0 {
		return "#" + stepID(step)
	}
	return ""
}

// pictureSize returns the attributes that keep room for a picture until it is
// loaded, where its size is known.
func (pg *page) pictureSize(n *graph.Node, doc *journey.Doc, link markdown.Link) string {
	target, _ := pg.Link(n, doc, link)
	if target.Asset == nil || target.Asset.Picture.Width == 0 {
		return ""
	}
	return fmt.Sprintf(` width="%d" height="%d"`, target.Asset.Picture.Width, target.Asset.Picture.Height)
}

// linkText returns the title of what a link without words of its own leads to.
func (pg *page) linkText(n *graph.Node, doc *journey.Doc, link markdown.Link) template.HTML {
	title := escaped(pg.linkTitle(n, doc, link))
	target, _ := pg.Link(n, doc, link)
	if target.Node == nil {
		return title
	}
	return inLang(switched(pg.around(n, link.At), pg.titleLang(target.Node), pg.lang), title)
}

func (pg *page) linkTitle(n *graph.Node, doc *journey.Doc, link markdown.Link) string {
	if target, _ := pg.Link(n, doc, link); target.Node != nil {
		at, _ := target.Node.InLang(pg.lang)
		return plainTitle(at)
	}
	return link.ID
}
