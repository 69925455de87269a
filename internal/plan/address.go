package plan

import (
	"net/url"
	"path"
	"strings"

	"stagecraft/internal/graph"
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
	return g.Config.BaseURL + escapePath(outPath)
}

// relative returns the address of one output file as seen from another, escaped
// for a URL.
func relative(from, to string) string {
	common := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			common = i + 1
		}
	}
	up := strings.Repeat("../", strings.Count(from[common:], "/"))
	rest := escapePath(to[common:])
	if up == "" && strings.Contains(rest, ":") {
		return "./" + rest // or the colon would end a scheme
	}
	return up + rest
}

// escapePath escapes a path for a URL, leaving its slashes.
func escapePath(p string) string {
	plain := true
	for i := 0; i < len(p) && plain; i++ {
		c := p[i]
		plain = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~/", c) >= 0
	}
	if plain {
		return p
	}
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return strings.Join(segments, "/")
}
