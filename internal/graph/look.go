package graph

import (
	"path"
	"slices"
	"strings"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// Settings returns the Doc that stands for site.toml where its links are
// resolved: they begin in the folder content.
func Settings() *journey.Doc {
	return &journey.Doc{File: &source.File{Path: path.Join("content", config.Name)}}
}

// SiteFile returns the file that a key of site.toml names, or nil.
func (g *Graph) SiteFile(name tomlfile.String) *source.File {
	full, _ := contentPath(Settings().File.Path, name.V)
	return g.assets[full]
}

// Place returns what an entry of the navigation means: the list of a kind, by the
// kind's folder, or a page, by its path in the folder content. Neither is set when
// it means nothing.
func (g *Graph) Place(entry tomlfile.String) (journey.Kind, *Node) {
	name := placeName(entry)
	if kind, ok := journey.KindOfFolder(name); ok {
		return kind, nil
	}
	if n := g.byPath["content/"+name+".md"]; n != nil {
		return "", n
	}
	return "", g.IndexOf(name)
}

// placeName returns the folder, or the file without its ending, that an entry of
// the navigation names.
func placeName(entry tomlfile.String) string {
	return locale.NFC(strings.Trim(strings.TrimSuffix(entry.V, ".md"), "/"))
}

// checkLook reports what the looks of the site name in vain.
func (r *resolver) checkLook() {
	t := tracer{Graph: r.Graph, guesses: &guesses{known: map[Key]string{}}}
	look := r.Config.Look
	files := look.FontFiles()
	if look.Logo.IsSet() {
		files = append(files, look.Logo)
	}
	for _, f := range files {
		t.checkSiteFile(f)
	}
	for _, entry := range look.Nav {
		if kind, n := t.Place(entry); kind == "" && n == nil {
			t.report(t.unknownPlace(entry))
		}
	}
	for _, lang := range r.Config.Languages {
		t.checkFooter(lang)
	}
	r.diags = append(r.diags, t.diags...)
}

func (t *tracer) checkSiteFile(name tomlfile.String) {
	if t.SiteFile(name) == nil {
		t.report(t.noFile(name.At, Settings(), name.V, "put the file into content/"))
	}
}

// unknownPlace is the diagnostic for an entry of the navigation that means
// nothing.
func (t *tracer) unknownPlace(entry tomlfile.String) diag.Diagnostic {
	for _, ending := range []string{".md", "/index.md"} {
		file := "content/" + placeName(entry) + ending
		if d, ok := t.draftAt(file); ok {
			return d.hintAt(diag.New(diag.UnknownPage, entry.At, "%s is a draft", file))
		}
	}
	var names []string
	for _, kind := range journey.Kinds() {
		if kind.Folder() != "" {
			names = append(names, kind.Folder())
		}
	}
	for _, n := range t.Nodes {
		names = append(names, strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(n.file, "content/"), ".md"), "/index"))
	}
	d := diag.New(diag.UnknownPage, entry.At, "there is no folder or page content/%s", entry.V)
	if c, ok := diag.Closest(entry.V, slices.Compact(names)); ok {
		return d.WithHint("did you mean %q?", c)
	}
	return d.WithHint("write a folder such as \"journeys\", or the path of a page below content/")
}

// checkFooter follows the links of the footer that is written in a language.
func (t *tracer) checkFooter(lang locale.Lang) {
	footer := t.Config.Translations[lang].Footer
	if lang == t.Config.Language() {
		footer = t.Config.Look.Footer
	}
	if footer == nil {
		return
	}
	settings := Settings()
	for _, link := range footer.Links {
		t.checkLink(settings, link)
	}
}

// checkLink reports a link of site.toml that means nothing.
func (t *tracer) checkLink(settings *journey.Doc, link markdown.Link) {
	target, ok := t.Link(nil, settings, link)
	switch {
	case !ok && link.ID == "" && link.Path == "":
		t.report(diag.New(diag.BrokenAnchor, link.At, "#%s is a place on the same page, and the footer is on all pages", link.Anchor).
			WithHint("name the page: page.md#%s", link.Anchor))
	case !ok:
		t.report(t.explain(settings, link))
	case target.Node != nil && target.Anchor != "" && !target.Node.hasPlace(target.Node.Doc, target.Anchor):
		t.report(brokenAnchor(link, target.Node.Doc, target.Node))
	}
}
