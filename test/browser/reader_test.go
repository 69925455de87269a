package browser_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp/kb"

	"stagecraft/test/browser"
)

// readable returns a small handbook with a long page.
func readable() fstest.MapFS {
	var sections strings.Builder
	for i := range 8 {
		fmt.Fprintf(&sections, "## Section %d\n\n%s\n\n", i+1, strings.Repeat("Customers read before they buy. ", 120))
	}
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml":                   "title = \"Handbook\"\nlanguage = \"en\"\nlanguages = [\"en\", \"vi\"]\n",
		"content/index.md":            "+++\ntitle = \"Home\"\n+++\n",
		"content/guide/index.md":      "+++\ntitle = \"Guide\"\n+++\n",
		"content/guide/long.md":       "+++\ntitle = \"A long page\"\n+++\nMeet [[linh]], at the [[till]], and know [[nps]]; see [[guide]].\n\n" + sections.String() + "The last word is of [[web]].\n",
		"content/personas/linh.md":    "+++\ntitle = \"Linh\"\nsummary = \"Buys her *first* camera\"\nrole = \"Beginner\"\n+++\n",
		"content/personas/linh.vi.md": "+++\ntitle = \"Linh\"\nsummary = \"Mua máy đầu tiên\"\n+++\n",
		"content/channels/shop.md":    "+++\ntitle = \"The <shop>\"\n+++\n",
		"content/touchpoints/till.md": "+++\ntitle = \"Till\"\nsummary = \"Where they pay\"\nchannel = \"shop\"\n+++\n",
		"content/touchpoints/web.md":  "+++\ntitle = \"Web page\"\n+++\n",
		"content/glossary/nps.md":     "+++\ntitle = \"NPS\"\ndefinition = \"Promoters less detractors\"\n+++\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

const (
	card    = `document.querySelector(".card")`
	current = `[...document.querySelectorAll(".contents [aria-current]")].map((e) => e.textContent).join()`
)

// linkTo is the first link in the prose to a page.
func linkTo(page string) string { return `document.querySelector('.prose a[href$="` + page + `"]')` }

func TestReader(t *testing.T) {
	chromium := browser.Start(t)
	for scheme, site := range builtSite(t, readable()) {
		page := site + "guide/long.html"
		t.Run(scheme+", contents", func(t *testing.T) { testContents(chromium.Open(t, page)) })
		t.Run(scheme+", copied links", func(t *testing.T) { testCopiedLinks(chromium.Open(t, page), page) })
		t.Run(scheme+", cards", func(t *testing.T) { testCards(t, chromium.Open(t, page)) })
		t.Run(scheme+", cards in another language", func(t *testing.T) { testForeignCards(chromium.Open(t, site+"vi/guide/long.html")) })
		t.Run(scheme+", cards by touch", func(t *testing.T) { testTouchedCards(chromium.Open(t, page), site) })
		t.Run(scheme+", without scripts", func(t *testing.T) {
			p := chromium.Blank(t)
			p.NoScript()
			p.Goto(page)
			p.Is(`document.querySelectorAll("h2 > a.mark[href='#section-3']").length === 1`)
			p.Click(`document.querySelector("a.mark[href='#section-3']")`)
			p.Wait(`location.hash === "#section-3"`)
			p.Is(`!document.querySelector(".said, .card, [aria-current=location]")`)
		})
	}
}

// testContents scrolls to and fro, by little and at once.
func testContents(p *browser.Page) {
	p.Is(current + ` === ""`)
	for _, c := range []struct{ scroll, want string }{
		{`document.getElementById("section-2").scrollIntoView()`, "Section 2"},
		{`scrollBy(0, 200)`, "Section 2"},
		{`document.getElementById("section-6").scrollIntoView()`, "Section 6"},
		{`scrollTo(0, document.documentElement.scrollHeight)`, "Section 8"},
		{`document.getElementById("section-3").nextElementSibling.scrollIntoView()`, "Section 3"},
		{`scrollTo(0, 0)`, ""},
	} {
		p.Run(c.scroll)
		p.Wait(current + ` === "` + c.want + `"`)
	}
	p.Click(`document.querySelector(".contents a[href='#section-4']")`)
	p.Wait(current + ` === "Section 4"`)
	p.Run(`document.dispatchEvent(new Event("stagecraft:update"))`) // as the preview does
	p.Run(`scrollTo(0, 0)`)
	p.Wait(current + ` === ""`)
}

func testCopiedLinks(p *browser.Page, page string) {
	mark := `document.querySelector("a.mark[href='#section-3']")`
	p.Run(`Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { window.copied = text } }, configurable: true })`)
	p.Is(mark + `.getAttribute("aria-label") === "Copy the link to this heading" && getComputedStyle(` + mark + `).opacity < 1`)
	p.Hover(mark)
	p.Wait(`getComputedStyle(` + mark + `).opacity === "1"`)
	p.Run(mark + `.focus()`)
	p.Press(kb.Enter)
	p.Wait(`window.copied === "` + page + `#section-3"`)
	p.Wait(`document.querySelector("[role=status].said").textContent === "Link copied"`)
	p.Is(`location.hash === "#section-3"`)
	p.Wait(`document.querySelector(".said").textContent === ""`)
	p.Run(`delete navigator.clipboard; Object.defineProperty(navigator, "clipboard", { value: undefined })`)
	p.Click(`document.querySelector("a.mark[href='#section-4']")`)
	p.Wait(`location.hash === "#section-4"`)
	p.Is(`document.querySelector(".said").textContent === ""`)
}

// testCards points at links, and moves among them by keyboard.
func testCards(t *testing.T, p *browser.Page) {
	for _, address := range p.Requests() {
		if strings.Contains(address, "cards-") {
			t.Errorf("%s is loaded before anybody asks", address)
		}
	}
	p.Run(linkTo("linh.html") + `.previousSibling.parentElement.setAttribute("tabindex", "-1")`)
	p.Run(linkTo("linh.html") + `.parentElement.focus()`)
	p.Press(kb.Tab)
	p.Is(`document.activeElement === ` + linkTo("linh.html"))
	p.Wait(card + `?.innerText.replace(/\s+/g, " ") === "Persona Linh Buys her first camera Role Beginner"`)
	p.Is(`document.activeElement.getAttribute("aria-describedby") === ` + card + `.id && ` + card + `.role === "tooltip"`)
	p.Press(kb.Escape)
	p.Wait(`!` + card)
	p.Is(`document.activeElement === ` + linkTo("linh.html") + ` && !document.querySelector("[aria-describedby=_card]")`)

	p.Press(kb.Tab)
	p.Wait(card + `?.innerText.includes("The <shop>")`)
	p.Press(kb.Tab)
	p.Wait(card + `?.innerText.includes("Promoters less detractors")`)
	p.Press(kb.Tab) // a free page has no card
	p.Wait(`!` + card)
	p.Run(`document.activeElement.blur()`)

	p.Hover(linkTo("till.html"))
	p.Wait(card + `?.innerText.includes("Where they pay")`)
	p.Is(`(({ left, right, top }) => left >= 0 && right <= innerWidth && top >= ` + linkTo("till.html") + `.getBoundingClientRect().bottom)(` + card + `.getBoundingClientRect())`)
	p.Hover(card) // the pointer may go on to the card
	p.Run(`new Promise((done) => setTimeout(done, 600))`)
	p.Is(card + ` !== null`)
	p.Hover(`document.querySelector("h1")`)
	p.Wait(`!` + card)

	p.Hover(linkTo("web.html")) // at the end of the page there is room above
	p.Wait(card + `?.getBoundingClientRect().bottom <= innerHeight`)
}

// testForeignCards points at a page that is not translated: what is its own says
// its language, and what is the handbook's does not.
func testForeignCards(p *browser.Page) {
	p.Hover(linkTo("till.html"))
	p.Wait(card + `?.innerText.includes("Where they pay")`)
	p.Is(`[...` + card + `.querySelectorAll("b, p, dd")].every((e) => e.lang === "en")`)
	p.Is(`![...` + card + `.querySelectorAll("small, dt")].some((e) => e.closest("[lang]").lang === "en")`)
}

// testTouchedCards rests a finger on a link, then taps it.
func testTouchedCards(p *browser.Page, site string) {
	p.Resize(390, 800)
	p.Touch(linkTo("till.html"))
	p.Wait(card + `?.innerText.includes("Where they pay")`)
	p.Is(`(({ left, right }) => left >= 0 && right <= innerWidth)(` + card + `.getBoundingClientRect())`)
	p.Lift()
	p.Is(card + ` !== null`)
	p.Touch(`document.querySelector("h1")`)
	p.Lift()
	p.Wait(`!` + card)
	p.Touch(linkTo("till.html"))
	p.Lift()
	p.Wait(`location.href === "` + site + `touchpoints/till.html"`)
}

// TestMenu looks at the one menu in its three forms.
func TestMenu(t *testing.T) {
	const nav = `document.querySelector(".menu nav")`
	chromium := browser.Start(t)
	site := builtSite(t, readable())["file"]
	const here = `document.querySelector(".menu [aria-current=page]")`

	p := chromium.Open(t, site+"guide/long.html")
	p.Is(nav + `.checkVisibility() && !document.querySelector(".menu summary").checkVisibility()`)
	p.Is(nav + `.getBoundingClientRect().right <= document.querySelector("main").getBoundingClientRect().left`)
	p.Is(here + `.textContent === "A long page" && ` + here + `.checkVisibility()`)

	p.Resize(390, 800)
	p.Is(`!` + nav + `.checkVisibility()`)
	p.Run(`document.querySelector(".menu summary").focus()`)
	p.Press(kb.Enter)
	p.Wait(nav + `.checkVisibility() && ` + here + `.checkVisibility()`)
	p.Is(`document.documentElement.scrollWidth <= innerWidth`)
	p.Click(nav + `.querySelector("a[href$='personas/index.html']")`)
	p.Wait(`location.pathname.endsWith("personas/index.html")`)
}
