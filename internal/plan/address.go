package plan

import (
	"path"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/href"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// address holds what the addresses of a site depend on.
type address struct {
	own         locale.Lang
	directories bool
}

func addressOf(g *graph.Graph) address {
	return address{g.Config.Language(), g.Config.Directories}
}

// home returns the path of the home page in a language.
func (a address) home(lang locale.Lang) string { return a.in(lang) + "index.html" }

// index returns the path of the list of a kind.
func (a address) index(k journey.Kind, lang locale.Lang) string {
	return a.in(lang) + k.Folder() + "/index.html"
}

// node returns the path of a node's page.
func (a address) node(n *graph.Node, lang locale.Lang) string {
	ending := ".html"
	if a.directories && path.Base(n.Page()) != "index" {
		ending = "/index.html"
	}
	return a.in(lang) + n.Page() + ending
}

// in returns the folder of a language, ending in a slash; the site's own
// language has none.
func (a address) in(lang locale.Lang) string {
	if lang == a.own {
		return ""
	}
	return string(lang) + "/"
}

// assetPath returns the path of a file beside the pages.
func assetPath(f *source.File) string { return strings.TrimPrefix(f.Path, "content/") }

// absolute returns the address of an output file on the server that base_url
// names. A folder's index is known by its folder.
func absolute(g *graph.Graph, outPath string) string {
	if path.Base(outPath) == "index.html" {
		outPath = strings.TrimSuffix(outPath, "index.html")
	}
	return g.Config.BaseURL + href.Escape(outPath)
}
