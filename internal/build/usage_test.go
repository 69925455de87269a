package build_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// TestPageThatHundredsMentionFoldsThem draws a touchpoint that 500 pages mention.
// All are named on its page, which needs no script for it, and no list or table
// shows more than a screen or two of them before it is unfolded.
func TestPageThatHundredsMentionFoldsThem(t *testing.T) {
	files := map[string]string{
		"site.toml":                   "title = \"T\"\nlanguage = \"en\"\n",
		"content/touchpoints/shop.md": "+++\ntitle = \"Shop\"\n+++\n",
		"content/stages/s.md":         "+++\ntitle = \"S\"\n+++\n",
	}
	for i := range 350 {
		files[fmt.Sprintf("content/notes/n%d.md", i)] = "+++\ntitle = \"Note\"\n+++\n[[shop]]\n"
	}
	for i := range 150 {
		files[fmt.Sprintf("content/journeys/j%d.md", i)] = "+++\ntitle = \"J\"\nstages = [\"s\"]\n" +
			"[[steps]]\nstage = \"s\"\ntouchpoint = \"shop\"\n[[steps]]\nstage = \"s\"\ntouchpoint = \"shop\"\n+++\n"
	}
	page := drawnPages(t, files)["touchpoints/shop.html"]
	named := map[string]bool{}
	for n := range page.Descendants() {
		switch n.DataAtom {
		case atom.A:
			named[attr(n, "href")] = true
		case atom.Ul, atom.Table:
			if parts := countParts(n); parts > 40 && n.Parent.DataAtom != atom.Details && n.Parent.Parent.DataAtom != atom.Details {
				t.Errorf("a %s shows %d at once", n.Data, parts)
			}
		}
	}
	for file := range files {
		href := strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md") + ".html"
		if (strings.HasPrefix(href, "notes/") || strings.HasPrefix(href, "journeys/")) && !named["../"+href] {
			t.Errorf("%s mentions it and is not named", href)
		}
	}
}

// countParts returns how many entries a list has, or rows a table.
func countParts(n *html.Node) int {
	count := 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.Li || c.DataAtom == atom.Tr {
			count++
		}
	}
	return count
}
