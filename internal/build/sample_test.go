package build_test

import (
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stagecraft/internal/build"
)

// TestSampleIsWhole builds the sample and follows every link, anchor, picture
// and style sheet of every page.
func TestSampleIsWhole(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writeSite(t, compileDir(t, sampleDir, build.Options{}), out)
	files := tree(t, out)
	pages := map[string]*scannedPage{}
	for name, data := range files {
		if path.Ext(name) == ".html" {
			pages[name] = scan(t, name, data)
		}
	}
	for name, data := range files {
		if strings.HasPrefix(name, "cards-") && missingString.MatchString(data) {
			t.Errorf("%s shows the key of a string: %s", name, missingString.FindString(data))
		}
	}
	if len(pages) < 300 {
		t.Errorf("only %d pages", len(pages))
	}
	if parts := len(pages["print.html"].parts); parts < 150 {
		t.Errorf("only %d pages in print.html", parts)
	}
	for name, p := range pages {
		for _, problem := range p.problems {
			t.Errorf("%s: %s", name, problem)
		}
		for _, link := range p.links {
			checkLink(t, name, link, files, pages)
		}
	}
}

// missingString finds the key of an interface string that a theme lacks.
var missingString = regexp.MustCompile(`⟦[a-z]`)

// scannedPage is what the checks need to know of a page.
type scannedPage struct {
	ids      map[string]bool
	links    []string
	parts    []string // pages that a printout holds
	problems []string
}

// scan reads a page and notes what is wrong with it by itself.
func scan(t *testing.T, name, data string) *scannedPage {
	t.Helper()
	root, err := html.Parse(strings.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := &scannedPage{ids: map[string]bool{}}
	headings := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "h1":
			headings++
		case "article":
			p.parts = append(p.parts, attr(n, "id"))
		case "style":
			p.problems = append(p.problems, "an inline style sheet")
		case "html":
			if attr(n, "lang") == "" {
				p.problems = append(p.problems, "no language")
			}
		case "title":
			if n.FirstChild == nil {
				p.problems = append(p.problems, "no title")
			}
		case "img":
			if _, ok := hasAttr(n, "alt"); !ok {
				p.problems = append(p.problems, "a picture without alternative text")
			}
		}
		p.attributes(n)
	}
	if headings != 1 {
		p.problems = append(p.problems, "not exactly one h1")
	}
	return p
}

func (p *scannedPage) attributes(n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "id" && p.ids[a.Val]:
			p.problems = append(p.problems, "the id "+a.Val+" stands twice")
		case a.Key == "id":
			p.ids[a.Val] = true
		case a.Key == "style", strings.HasPrefix(a.Key, "on"):
			p.problems = append(p.problems, "an inline "+a.Key+" on "+n.Data)
		case a.Key == "href", a.Key == "src":
			p.links = append(p.links, a.Val)
		case missingString.MatchString(a.Val):
			p.problems = append(p.problems, "a missing interface string in "+a.Key)
		}
	}
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode && missingString.MatchString(n.FirstChild.Data) {
		p.problems = append(p.problems, "a missing interface string: "+n.FirstChild.Data)
	}
}

func attr(n *html.Node, key string) string {
	v, _ := hasAttr(n, key)
	return v
}

func hasAttr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// checkLink follows a link of a page inside the output.
func checkLink(t *testing.T, from, link string, files map[string]string, pages map[string]*scannedPage) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: %q: %v", from, link, err)
		return
	}
	if u.Scheme != "" {
		return
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if _, ok := files[target]; !ok {
		t.Errorf("%s: %q leads nowhere", from, link)
		return
	}
	if u.Fragment != "" && pages[target] != nil && !pages[target].ids[u.Fragment] {
		t.Errorf("%s: %q: the page has no such anchor", from, link)
	}
}
