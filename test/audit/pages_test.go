package audit

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stagecraft/test/browser"
)

// tabs is how many tabs share the pages of a test.
const tabs = 2

// eachPage opens every page of the sample below an address and calls check with
// its path. Tabs are made ready by prepare.
func eachPage(t *testing.T, base string, prepare func(*browser.Page), check func(t *testing.T, p *browser.Page, path string)) {
	t.Helper()
	b := browser.Start(t)
	list := pages(t)
	t.Run("tabs", func(t *testing.T) { // ends when all tabs have
		for tab := range tabs {
			t.Run(fmt.Sprint(tab), func(t *testing.T) {
				t.Parallel()
				p := b.Blank(t)
				prepare(p)
				for i := tab; i < len(list); i += tabs {
					path, err := filepath.Rel(sample, list[i])
					if err != nil {
						t.Fatal(err)
					}
					path = filepath.ToSlash(path)
					p.Goto(base + path)
					check(t, p, path)
				}
			})
		}
	})
}

// violations runs axe with the rules of WCAG and its own, and returns what it
// found, an element a line.
const violations = `axe.run({ resultTypes: ["violations"], preload: false%s }).then((r) => r.violations.flatMap((v) =>
	v.nodes.map((n) => v.id + ": " + v.help + " at " + n.target.join(" ") + ": " + n.html.slice(0, 200))))`

func TestAxeFindsNothing(t *testing.T) {
	judge(t, func(*browser.Page) {}, "")
}

// TestAxeFindsNothingInTheDark looks at the contrast once more, on a phone.
func TestAxeFindsNothingInTheDark(t *testing.T) {
	judge(t, func(p *browser.Page) {
		p.Resize(390, 800)
		p.Dark()
	}, `, runOnly: ["color-contrast"]`)
}

// judge runs axe on every page of the sample.
func judge(t *testing.T, prepare func(*browser.Page), options string) {
	t.Helper()
	axe, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	eachPage(t, "file://"+sample+"/", prepare, func(t *testing.T, p *browser.Page, path string) {
		p.Run(string(axe) + "; 0")
		for _, v := range browser.Eval[[]string](p, fmt.Sprintf(violations, options)) {
			t.Errorf("%s: %s", path, v)
		}
	})
}

// TestPagesAreSelfContained opens every page on the narrowest of screens, from
// the disk and from a subfolder of a server. A page must ask for nothing outside
// the site, keep its own content policy, leave the console empty, and scroll
// down only.
func TestPagesAreSelfContained(t *testing.T) {
	server := httptest.NewServer(http.StripPrefix("/some/folder/", http.FileServer(http.Dir(sample))))
	t.Cleanup(server.Close)
	for scheme, base := range map[string]string{
		"file": "file://" + sample + "/",
		"http": server.URL + "/some/folder/",
	} {
		t.Run(scheme, func(t *testing.T) {
			narrow := func(p *browser.Page) { p.Resize(320, 640) }
			eachPage(t, base, narrow, func(t *testing.T, p *browser.Page, path string) {
				for _, request := range p.Requests() {
					if !strings.HasPrefix(request, base) && !strings.HasPrefix(request, "data:") {
						t.Errorf("%s asks for %s", path, request)
					}
				}
				for _, fault := range p.Faults() {
					t.Errorf("%s: %s", path, fault)
				}
				if width := browser.Eval[int](p, "document.documentElement.scrollWidth"); width > 320 {
					t.Errorf("%s is %d pixels wide on a screen of 320", path, width)
				}
			})
		})
	}
}
