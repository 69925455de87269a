package plan

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stagecraft/internal/graph"
	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// TestLook shows a site's logo, footer and navigation on a page in a folder and
// in another language.
func TestLook(t *testing.T) {
	p := parse(t, sitegen.Site{
		"site.toml": []byte(`title = "T"
languages = ["en"]
[look]
logo = "img/logo.svg"
logo_only = true
footer = "Xem [trang này](guide/a.md)"
nav = ["guide", "personas", "journeys", "guide/a", "nowhere"]
`),
		"content/img/logo.svg":        []byte(`<svg width="30" height="20"/>`),
		"content/guide/index.md":      []byte("+++\ntitle = \"Hướng dẫn\"\n+++\n"),
		"content/guide/a.md":          []byte("+++\ntitle = \"A\"\n+++\n![x](../img/logo.svg) ![y](../img/logo.svg) ![z](https://example.com/z.png)\n"),
		"content/personas/linh.md":    []byte("+++\ntitle = \"Linh\"\n+++\n"),
		"content/glossary/nothing.md": []byte("+++\ntitle = \"N\"\n+++\n"),
	})
	g, diags := graph.Resolve(p.docs, p.snapshot, graph.Options{Config: p.config})
	if len(diags) != 1 || diags[0].Code != "unknown-page" {
		t.Errorf("diagnostics: %v", diags)
	}
	pages, _ := Pages(g, time.Time{}, nil)
	planned := plannedSite{}
	for _, page := range pages {
		planned[page.Path] = page
	}
	v := viewAs[view.Entity](t, planned, "en/guide/a.html")
	if want := (view.Image{Src: "../../img/logo.svg", Alt: "T", Width: 30, Height: 20}); v.Site.Logo != want || !v.Site.LogoOnly {
		t.Errorf("the logo is %+v", v.Site.Logo)
	}
	if got := string(v.Site.Footer); got != `<span lang="vi">Xem <a href="a.html">trang này</a></span>` {
		t.Errorf("the footer is %s", got)
	}
	var nav []string
	for _, e := range v.Nav {
		nav = append(nav, fmt.Sprint(e.Key, e.Title, " ", e.Href, " ", e.Current))
	}
	if got := strings.Join(nav, ", "); got != "Hướng dẫn index.html true, kinds.persona ../personas/index.html false, A a.html true" {
		t.Errorf("the navigation is %s", got)
	}
	want := `<p><img src="../../img/logo.svg" alt="x" width="30" height="20"> <img src="../../img/logo.svg" alt="y" width="30" height="20" loading="lazy"> <img src="https://example.com/z.png" alt="z" loading="lazy"></p>`
	if got := string(v.Prose[0].HTML); got != want {
		t.Errorf("the pictures are\n%s, want\n%s", got, want)
	}
}
