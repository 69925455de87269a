package browser_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"stagecraft/internal/diag"
	"stagecraft/internal/preview"
	"stagecraft/test/browser"
)

// in finds an element of what the preview shows over the page; seen tells
// whether it is there for the eye.
func in(selector string) string {
	return `document.querySelector("stagecraft-preview")?.shadowRoot.querySelector("` + selector + `")`
}

func seen(selector string) string { return in(selector) + `?.checkVisibility()` }

func text(selector string) string { return in(selector) + `?.innerText.replace(/\s+/g, " ")` }

// faultsOnly takes the faults of a page and fails for those that don't contain
// any of the texts.
func faultsOnly(t *testing.T, p *browser.Page, texts ...string) {
	t.Helper()
faults:
	for _, fault := range p.Faults() {
		for _, text := range texts {
			if strings.Contains(fault, text) {
				continue faults
			}
		}
		t.Errorf("the page: %s", fault)
	}
}

func TestPreviewShowsErrors(t *testing.T) {
	chromium := browser.Start(t)

	t.Run("they come and go", func(t *testing.T) {
		s := handbook(t, `<h1>Home</h1><a id="link" href="#main">Read on</a>`)
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		p.Run(`document.querySelector("#link").focus()`)
		s.publish(unknownTouchpoint("chekout"), diag.OfPath(diag.BadID, "content/a.md", "<img src=x onerror=alert(1)>"), diag.OfPath(diag.HTMLDropped, "content/b.md", "dropped"))
		p.Wait(seen(".panel"))
		for _, want := range []string{
			"2 errors", "content/journeys/buy.md:2:14", `error[unknown-touchpoint] no touchpoint "chekout"`,
			`2 | touchpoint = "chekout"`, "^^^^^^^^^", `Hint: did you mean "checkout"?`, "content/a.md", "<img src=x onerror=alert(1)>",
		} {
			p.Is(text(".panel") + `.includes(` + "`" + want + "`" + `)`)
		}
		p.Is(text(".unseen") + ` === "2 errors"`) // for screen readers
		p.Is(`document.activeElement.id === "link"`)
		s.publish(unknownTouchpoint("chekot"))
		p.Wait(text("#title") + ` === "1 error"`)
		s.publish()
		p.Wait(`!(` + seen(".panel") + `)`)
		p.Is(`!(` + seen(".count") + `)`)
		p.Is(`document.activeElement.id === "link" && ` + marked)
	})

	t.Run("the keyboard closes and opens them", func(t *testing.T) {
		s := handbook(t, `<h1>Home</h1>`).put("other.html", html("Other", "<h1>Other</h1>"))
		s.publish(unknownTouchpoint("chekout"))
		p := chromium.Open(t, s.url)
		p.Wait(seen(".panel"))
		p.Press(kb.Escape)
		p.Is(`!(` + seen(".panel") + `)`)
		p.Is(text(".count") + ` === "1 error"`)
		p.Goto(s.url + "other.html")
		p.Wait(seen(".count")) // and stay closed on the next page
		p.Is(`!(` + seen(".panel") + `)`)
		p.Run(in(".count") + `.focus()`)
		p.Press(kb.Enter)
		p.Wait(seen(".panel"))
		p.Is(in(".scroll") + `.matches(":focus")`)
		p.Press(kb.Escape)
		p.Is(in(".count") + `.matches(":focus")`)
		s.publish(unknownTouchpoint("chekot"))
		p.Wait(seen(".panel"))
		p.Click(in(".close"))
		p.Is(`!(` + seen(".panel") + `)`)
	})

	t.Run("warnings are counted", func(t *testing.T) {
		s := handbook(t, `<h1>Home</h1>`)
		s.publish(diag.OfPath(diag.HTMLDropped, "a.md", "dropped"), diag.OfPath(diag.HTMLDropped, "b.md", "dropped"))
		p := chromium.Open(t, s.url)
		p.Wait(seen(".count"))
		p.Is(text(".count") + ` === "2 warnings" && !(` + seen(".panel") + `)`)
	})

	t.Run("a page that can't be drawn stays as it was", func(t *testing.T) {
		s := handbook(t, `<h1>Home</h1>`)
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		template := diag.OfPath(diag.TemplateError, "themes/own/layouts/base.html", "no field Titel")
		s.fail("index.html", &preview.ContentError{Diags: []diag.Diagnostic{template}}).publish()
		p.Wait(seen(".panel"))
		p.Is(text(".panel") + `.includes("themes/own/layouts/base.html error[template-error] no field Titel")`)
		p.Is(marked)
		s.put("index.html", html("Home", "<h1>Home</h1><p>again</p>")).publish()
		p.Wait(`document.querySelector("p")`)
		p.Wait(`!(` + seen(".panel") + `)`)
		p.Is(marked)
		faultsOnly(t, p, "500")
	})

	t.Run("a site that is broken at the start", func(t *testing.T) {
		s := newSite(t)
		p := chromium.Open(t, s.url)
		p.Is(`document.querySelector("h1").textContent === "Building the site…"`)
		s.publish(unknownTouchpoint("chekout"))
		p.Wait(`document.querySelector("h1").textContent === "The site has errors"`)
		p.Is(`document.body.innerText.includes("^^^^^^^^^")`)
		s.publish(unknownTouchpoint("chekout"), diag.OfPath(diag.HTMLDropped, "b.md", "dropped"))
		p.Wait(`performance.getEntriesByType("resource").some((e) => e.initiatorType === "fetch")`)
		p.Is(`!(` + seen(".panel") + `)`) // the page shows them already
		s.put("index.html", html("Home", "<h1>Home</h1>")).asset("theme/style.css", "").asset("theme/icon.svg", "<svg/>").publish()
		p.Wait(`document.title === "Home"`)
		s.fail("index.html", errors.New("read template: no such file")).publish()
		p.Wait(seen(".panel"))
		p.Is(text("#title") + ` === "This page can’t be drawn"`)
		p.Is(text(".scroll") + ` === "read template: no such file"`)
		faultsOnly(t, p, "503", "500")
	})
}

func TestPreviewTellsOfGonePages(t *testing.T) {
	chromium := browser.Start(t)
	const home, away = "index.html", "lessons/gio-hang.html"

	t.Run("and where they went", func(t *testing.T) {
		s := handbook(t, "<h1>Home</h1>").put("cart.html", html("Cart", "<h1>Cart</h1>"))
		s.publish()
		p := chromium.Open(t, s.url+"cart.html")
		p.Run(mark)

		s.drop("cart.html").publish()
		p.Wait(seen(".notice"))
		p.Is(text(".notice") + ` === "This page no longer exists. Go to the home page" && ` + marked)
		p.Is(in(".notice a") + `.pathname === "/"`)

		s.put("cart.html", html("Cart", "<h1>Cart</h1>")).publish()
		p.Wait(`!(` + seen(".notice") + `)`)
		p.Is(marked)

		s.state.Moved = map[string]string{"cart.html": away}
		s.drop("cart.html").put(away, strings.ReplaceAll(html("Giỏ hàng", "<h1>Giỏ hàng</h1>"), "theme/", "../theme/")).publish()
		p.Wait(text(".notice") + ` === "This page has moved to /lessons/gio-hang.html"`)
		p.Click(in(".notice a"))
		p.Wait(`document.title === "Giỏ hàng"`)
		faultsOnly(t, p, "404")
	})

	t.Run("to who comes later", func(t *testing.T) {
		s := handbook(t, "<h1>Home</h1>")
		s.state.Moved = map[string]string{"cart.html": home}
		s.publish()
		p := chromium.Open(t, s.url+"cart.html")
		p.Wait(text(".notice") + ` === "This page has moved to /"`)
		s.put("cart.html", html("Cart", "<h1>Cart</h1>")).publish()
		p.Wait(`document.title === "Cart" && !(` + seen(".notice") + `)`)
		faultsOnly(t, p, "404")
	})
}

func TestPreviewOutlivesTheServer(t *testing.T) {
	chromium := browser.Start(t)
	s := &site{t: t, state: preview.State{Files: map[string]preview.File{}}}
	stop := s.start("127.0.0.1:0")
	s.put("index.html", html("Home", "<h1>before</h1>")).asset("theme/style.css", "").asset("theme/icon.svg", "<svg/>").publish()
	p := chromium.Open(t, s.url)
	p.Wait(`performance.getEntriesByType("resource").some((e) => e.name.endsWith("/overlay.js"))`)
	stop()
	p.Is(`document.querySelector("h1").textContent === "before"`)
	s.start(strings.TrimSuffix(strings.TrimPrefix(s.url, "http://"), "/"))
	s.put("index.html", html("Home", "<h1>after</h1>")).publish()
	p.Wait(`document.querySelector("h1").textContent === "after"`)
	s.put("index.html", html("Home", "<h1>later</h1>")).publish()
	p.Wait(`document.querySelector("h1").textContent === "later"`)
	p.Goto("about:blank") // the server ends before the page does
	faultsOnly(t, p, "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE", "503")
}

func TestPreviewNeedsNoScript(t *testing.T) {
	s := newSite(t)
	p := browser.Start(t).Blank(t)
	p.NoScript()
	p.Goto(s.url)
	p.Wait(`document.querySelector("h1").textContent === "Building the site…"`)
	s.publish(unknownTouchpoint("chekout"))
	p.Wait(`document.body.textContent.includes("^^^^^^^^^")`)
	s.put("index.html", html("Home", "<h1>Home</h1>")).asset("theme/style.css", "").asset("theme/icon.svg", "<svg/>").publish()
	p.Goto(s.url)
	p.Is(`document.querySelector("h1").textContent === "Home"`)
	faultsOnly(t, p, "503", "500")
}
