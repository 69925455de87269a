package plan

import (
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// head returns what the page tells programs.
func (pg *page) head() view.Head {
	h := view.Head{Type: "website", Locale: pg.lang.Region()}
	if pg.doc != nil && pg.showsUsage() {
		h.Type = "article"
	}
	if pg.doc != nil && pg.Config.BaseURL != "" {
		if file := pg.Asset(pg.node, pg.doc.Image); file != nil {
			h.Image = absolute(pg.Graph, assetPath(file))
		}
	}
	if pg.feed {
		h.Feed = pg.to(feedPath(pg.address, pg.lang))
	}
	if pg.Config.LLMs && hasTranscript(pg.Graph, pg.node, pg.lang, pg.template) {
		h.Transcript = pg.to(transcriptPath(pg.path))
	}
	h.Alternates = alternates(pg.Graph, pg.path, pg.lang, pg.node, func(outPath string) string {
		if pg.Config.BaseURL != "" {
			return absolute(pg.Graph, outPath)
		}
		return pg.to(outPath)
	})
	return h
}

// canonical returns the address by which the page shall be known: its own, or
// that of the original where this page only repeats it.
func (pg *page) canonical() string {
	if pg.Config.BaseURL == "" {
		return ""
	}
	if pg.fallback {
		return absolute(pg.Graph, pg.moved(pg.path, pg.lang, pg.own))
	}
	return absolute(pg.Graph, pg.path)
}

// alternates returns a page in all languages that it is written in, itself
// among them, and last the one for everybody else. It is empty for a page that
// is written in one language, or only repeats the original.
func alternates(g *graph.Graph, outPath string, lang locale.Lang, n *graph.Node, href func(string) string) []view.Alternate {
	a := addressOf(g)
	var list []view.Alternate
	here := false
	for _, other := range g.Config.Languages {
		if n == nil || g.Written(n, other) {
			list = append(list, view.Alternate{Lang: string(other), Href: href(a.moved(outPath, lang, other))})
			here = here || other == lang
		}
	}
	if len(list) < 2 || !here {
		return nil
	}
	return append(list, view.Alternate{Lang: "x-default", Href: list[0].Href})
}

// moved returns the path of a page in another language.
func (a address) moved(outPath string, from, to locale.Lang) string {
	return a.in(to) + strings.TrimPrefix(outPath, a.in(from))
}
