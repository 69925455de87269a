package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// Transcript is a page as Markdown: what the drawn page says.
type Transcript struct{ HTML HTML }

// LLMs is the list of all pages for language models, in the form of llmstxt.org.
type LLMs struct{ List func() LLMsList }

func (Transcript) content() {}
func (LLMs) content()       {}

// LLMsList is what llms.txt holds. All texts are plain.
type LLMsList struct {
	Title       string
	Description string
	Sections    []LLMsSection
}

// LLMsSection is the pages of a kind.
type LLMsSection struct {
	Key   string // of its heading
	Pages []LLMsPage
}

// LLMsPage is a page in llms.txt.
type LLMsPage struct {
	Title   string
	Href    string // of the page as Markdown; absolute with base_url
	Summary string
}

// hasTranscript tells whether a page is written down as Markdown: one that holds
// content, and does not only repeat the original.
func hasTranscript(g *graph.Graph, n *graph.Node, lang locale.Lang, template string) bool {
	if slices.Contains([]string{"redirect", "notfound", "search", "print"}, template) {
		return false
	}
	return n == nil || g.Written(n, lang)
}

// transcriptPath returns the path of a page as Markdown.
func transcriptPath(outPath string) string {
	return strings.TrimSuffix(outPath, ".html") + ".md"
}

// transcriptOf returns where a link to an output file leads from a transcript: to
// another one, or to a file beside the pages.
func (pg *page) transcriptOf(outPath string) string {
	if !strings.HasSuffix(outPath, ".html") || pg.HasAsset("content/"+outPath) {
		return outPath
	}
	return transcriptPath(outPath)
}

func (p *planner) addLLMs(lang locale.Lang) {
	if !p.Config.LLMs {
		return
	}
	outPath := p.in(lang) + "llms.txt"
	p.pages = append(p.pages, Page{Path: outPath, Lang: lang, Content: LLMs{func() LLMsList {
		pg := newPage(p.Graph, outPath, lang, nil, "")
		pg.text = true
		return pg.llmsList()
	}}})
}

// llmsList lists the pages by kind. Those that are not translated lead to the
// original.
func (pg *page) llmsList() LLMsList {
	l := LLMsList{Title: pg.Config.TitleIn(pg.lang), Description: pg.Config.DescriptionIn(pg.lang)}
	for _, kind := range journey.Kinds() {
		s := LLMsSection{Key: "kinds." + string(kind)}
		for _, n := range pg.sorted(kind) {
			s.Pages = append(s.Pages, pg.llmsPage(n))
		}
		if len(s.Pages) > 0 {
			l.Sections = append(l.Sections, s)
		}
	}
	return l
}

func (pg *page) llmsPage(n *graph.Node) LLMsPage {
	at := newPage(pg.Graph, pg.pathOf(n), pg.lang, n, "")
	l := LLMsPage{Title: plainTitle(at.doc), Href: pg.to(at.path), Summary: at.description()}
	if pg.Config.BaseURL != "" {
		l.Href = absolute(pg.Graph, transcriptPath(at.path))
	}
	return l
}
