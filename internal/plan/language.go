package plan

import (
	"html/template"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// What is not translated stands in the site's own language on the pages of all
// others. Elements say so, for screen readers, hyphenation and translators.

// langAt returns the language of what stands at a place of a node's files, where
// it is not the page's.
func (pg *page) langAt(n *graph.Node, at source.Range) string {
	if pg.lang != pg.own && at.File == n.Doc.File {
		return string(pg.own)
	}
	return ""
}

// titleLang returns the language of a node's title, where it is not the page's. A
// translation may leave the title as it is.
func (pg *page) titleLang(n *graph.Node) string {
	doc, _ := n.InLang(pg.lang)
	return pg.langAt(n, doc.Title.At)
}

// siteLang returns the language of the site's title, where it is not the page's.
func (pg *page) siteLang() string {
	if pg.lang != pg.own && pg.Config.Translations[pg.lang].Title == "" {
		return string(pg.own)
	}
	return ""
}

// footerLang returns the language of the site's footer, where it is not the
// page's.
func (pg *page) footerLang() string {
	if pg.lang != pg.own && pg.Config.Translations[pg.lang].Footer == nil {
		return string(pg.own)
	}
	return ""
}

// around returns the language of the text in which a link stands, where it is not
// the page's. Without a node the link stands in the footer.
func (pg *page) around(n *graph.Node, link source.Range) string {
	if n == nil {
		return pg.footerLang()
	}
	return pg.langAt(n, link)
}

// proseLang returns the language of the page's prose, where it is not the page's.
func (pg *page) proseLang() string {
	if pg.fallback {
		return string(pg.own)
	}
	return ""
}

// labelLang returns the language of an interface string in the page's prose, where
// it is another than the prose's. Only the titles of notes are texts; the others
// are attributes, which can't name one.
func (pg *page) labelLang(key string) string {
	if pg.fallback && strings.HasPrefix(key, markdown.LabelNote) {
		return string(pg.lang)
	}
	return ""
}

// inLang names the language of HTML. Without one it is that of what is around.
func inLang(lang string, html template.HTML) template.HTML {
	if lang == "" || html == "" {
		return html
	}
	return `<span lang="` + template.HTML(lang) + `">` + html + `</span>`
}

// switched returns the language to name for a text in a language within one in
// another, each empty for the page's own.
func switched(within, lang string, page locale.Lang) string {
	switch {
	case within == lang:
		return ""
	case lang == "":
		return string(page)
	}
	return lang
}
