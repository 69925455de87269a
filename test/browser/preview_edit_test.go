package browser_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/preview"
	"stagecraft/test/browser"
)

// marked is lost when the page is loaded again.
const mark, marked = `window.mark = document.querySelector("h1")`, `window.mark === document.querySelector("h1")`

// long is a page with what a reader may have done to it: scrolled, opened, typed.
func long(changed string) string {
	var b strings.Builder
	b.WriteString(`<h1>Handbook</h1>
<details id="menu"><summary>Menu</summary><p>Links</p></details>
<details><summary>Steps</summary><p>One</p></details>
<details open><summary>Sources</summary><p>Two</p></details>
<input id="filter" type="text">
<div id="box" tabindex="0"><table>`)
	for i := range 60 {
		fmt.Fprintf(&b, "<tr><td>Row %d</td></tr>", i)
	}
	fmt.Fprintf(&b, `</table></div><p>%s</p><p>Read <a href="#main">the top</a> first.</p>`, changed)
	for i := range 200 {
		fmt.Fprintf(&b, "<p>Paragraph %d</p>\n", i)
	}
	return b.String()
}

func TestPreviewFollowsEdits(t *testing.T) {
	chromium := browser.Start(t)

	t.Run("an edit changes the page in place", func(t *testing.T) {
		s := handbook(t, long("before")).asset("theme/style.css", "#box { height: 100px; overflow: auto }")
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		p.Run(`document.querySelectorAll("details").forEach((d) => d.open = !d.open)`)
		p.Run(`document.querySelector("#box").scrollTop = 70`)
		p.Run(`document.querySelector("#filter").value = "typed"`)
		p.Run(`document.querySelector("#filter").focus()`)
		p.Run(`document.querySelector("#filter").setSelectionRange(2, 3)`)
		p.Run(`window.scrollTo({ top: 3000, behavior: "instant" })`)
		p.Run(`document.addEventListener("stagecraft:update", () => window.updates = (window.updates ?? 0) + 1)`)

		s.put("index.html", strings.Replace(html("Trang chủ", "<p>An intro</p>"+long("after")), `lang="en"`, `lang="vi" class="wide"`, 1)).publish()
		p.Wait(`document.body.textContent.includes("after")`)
		p.Is(marked)
		p.Is(`document.title === "Trang chủ" && document.documentElement.lang === "vi" && document.documentElement.className === "wide"`)
		p.Is(`[...document.querySelectorAll("details")].map((d) => d.open).join() === "true,true,false"`)
		p.Is(`document.querySelector("#box").scrollTop === 70`)
		p.Is(`document.activeElement.id === "filter" && document.activeElement.value === "typed" && document.activeElement.selectionStart === 2`)
		p.Is(`window.scrollY > 2900 && window.scrollY < 3200`) // the browser keeps what is read in its place
		p.Is(`window.updates === 1`)
		p.Is(`document.querySelector("#main").innerHTML.startsWith("<p>An intro</p><h1>")`)
	})

	t.Run("the document is the one that was fetched", func(t *testing.T) {
		bodies := []string{
			`<h1>A</h1><p id="p">one</p><ul><li>1</li><li>2</li><li>3</li></ul>`,
			`<h1>A</h1><ul><li>0</li><li>1</li><li>3</li><li>4</li></ul><p id="p" class="x">one</p>text<!-- note -->`,
			`text first<h1 id="a">A</h1><section><p id="p">two</p></section><table><tr><td>x</td></tr></table>`,
			``,
			`<h2>B</h2><table><tr><th>y</th></tr><tr><td>x</td></tr></table><p>one<br>two <b>three</b></p><p>one</p>`,
		}
		s := handbook(t, bodies[0])
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(`window.mark = 1`)
		for i, body := range append(bodies[1:], bodies[0], bodies[2], bodies[1], bodies[0]) {
			title := fmt.Sprint("Version ", i)
			s.put("index.html", html(title, body)).publish()
			p.Wait(fmt.Sprintf("document.title === %q", title))
			p.Wait(`fetch(location).then((r) => r.text()).then((text) => {
				const want = new DOMParser().parseFromString(text, "text/html");
				want.querySelector("script").remove();
				return want.body.isEqualNode(document.body) &&
					[...want.head.children].map((e) => e.outerHTML).join() === [...document.head.children].map((e) => e.outerHTML).join();
			})`)
		}
		p.Is(`window.mark === 1`)
	})

	t.Run("what stays is the same element", func(t *testing.T) {
		s := handbook(t, `<p>one</p><p>two</p><p id="edited">three</p><p>four</p><p>stays</p><p>five</p>`)
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(`window.all = [...document.querySelectorAll("p")]`)
		s.put("index.html", html("Home", `<p>1</p><p id="edited">3</p><p>stays</p><div>5</div>`)).publish()
		p.Wait(`document.querySelector("div")`)
		p.Is(`[...document.querySelectorAll("p")].every((e, i) => e === all[[0, 2, 4][i]])`)
	})

	t.Run("a page that is the same is left alone", func(t *testing.T) {
		s := handbook(t, "<h1>Home</h1>").put("other.html", html("Other", "before"))
		s.publish()
		home, other := chromium.Open(t, s.url), chromium.Open(t, s.url+"other.html")
		home.Run(mark)
		home.Run(`document.querySelector("h1").textContent = "changed by a script"`)
		s.put("other.html", html("Other", "after")).publish()
		other.Wait(`document.querySelector("main").textContent === "after"`)
		s.put("index.html", html("Home again", "<h1>Home</h1>"))
		home.Wait(`performance.getEntriesByType("resource").some((e) => e.initiatorType === "fetch")`)
		home.Is(`document.querySelector("h1").textContent === "changed by a script" && ` + marked)
	})

	t.Run("a script that changed loads the page again", func(t *testing.T) {
		s := handbook(t, `<h1>Home</h1><script src="theme/site.js"></script>`).asset("theme/site.js", `document.body.dataset.by = "one"`)
		s.publish()
		p := chromium.Open(t, s.url)
		s.asset("theme/site.js", `document.body.dataset.by = "two"`).publish()
		p.Wait(`document.body.dataset.by === "two"`)
		s.put("index.html", html("Home", `<h1>Home</h1><script src="theme/new.js"></script>`)).asset("theme/new.js", `document.body.dataset.by = "three"`).publish()
		p.Wait(`document.body.dataset.by === "three"`)
	})

	t.Run("many edits at once end with the last", func(t *testing.T) {
		s := handbook(t, "<h1>0</h1>")
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		for i := range 200 {
			s.put("index.html", html("Home", fmt.Sprintf("<h1>%d</h1>", i+1))).publish()
		}
		p.Wait(`document.querySelector("h1").textContent === "200"`)
		p.Is(marked)
	})

	t.Run("an edit is not lost while the one before is fetched", func(t *testing.T) {
		s := handbook(t, "<h1>1</h1>").put("other.html", html("Other", "1"))
		s.publish()
		p, other := chromium.Open(t, s.url), chromium.Open(t, s.url+"other.html")
		asked, release := make(chan bool), make(chan bool)
		s.put("other.html", html("Other", "2"))
		s.state.Files["index.html"] = preview.File{Render: func(context.Context) ([]byte, error) {
			asked <- true
			<-release
			return []byte(html("Home", "<h1>2</h1>")), nil
		}}
		s.publish()
		<-asked
		s.put("index.html", html("Home", "<h1>3</h1>")).put("other.html", html("Other", "3")).asset("theme/style.css", "h1 { color: rgb(3, 3, 3) }").publish()
		other.Wait(`document.querySelector("main").textContent === "3"`) // by now all have heard
		close(release)
		p.Wait(`document.querySelector("h1").textContent === "3" && getComputedStyle(document.querySelector("h1")).color === "rgb(3, 3, 3)"`)
	})

	t.Run("a hidden window lets go and catches up", func(t *testing.T) {
		s := handbook(t, "<h1>before</h1>")
		s.publish()
		hidden, visible := chromium.Open(t, s.url), chromium.Open(t, s.url)
		for _, hide := range []string{"true", "false"} {
			hidden.Run(`Object.defineProperty(document, "hidden", { value: ` + hide + `, configurable: true })`)
			hidden.Run(`document.dispatchEvent(new Event("visibilitychange"))`)
			if hide == "true" {
				s.put("index.html", html("Home", "<h1>after</h1>")).publish()
				visible.Wait(`document.querySelector("h1").textContent === "after"`)
				hidden.Is(`document.querySelector("h1").textContent === "before"`)
			}
		}
		hidden.Wait(`document.querySelector("h1").textContent === "after"`)
	})
}

func TestPreviewSwapsAssets(t *testing.T) {
	chromium := browser.Start(t)

	t.Run("a style sheet", func(t *testing.T) {
		s := handbook(t, "<h1>Home</h1>")
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		p.Run(`window.bare = 0`)
		p.Run(`new MutationObserver(() => { if (![...document.querySelectorAll("link[rel=stylesheet]")].some((l) => l.sheet)) window.bare++ }).observe(document.head, { childList: true })`)
		const color = `getComputedStyle(document.body).color`
		p.Is(color + ` === "rgb(1, 2, 3)"`)
		for _, c := range []string{"rgb(4, 5, 6)", "rgb(7, 8, 9)"} {
			s.asset("theme/style.css", "body { color: "+c+" }").publish()
			p.Wait(color + ` === "` + c + `"`)
			p.Wait(`document.querySelectorAll("link[rel=stylesheet]").length === 1`)
		}
		s.asset("theme/style.css", "body { color: rgb(10, 11, 12) }").put("index.html", html("Home", "<h1>Home</h1><p>and text</p>")).publish()
		p.Wait(color + ` === "rgb(10, 11, 12)" && document.querySelector("p")`)
		p.Is(`window.bare === 0 && ` + marked)
	})

	t.Run("an image", func(t *testing.T) {
		image := func(width int) string {
			return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"/>`, width)
		}
		const name = "Ảnh bìa, 50% #1.svg"
		body := `<h1>Home</h1><img src="img/%E1%BA%A2nh%20b%C3%ACa,%2050%25%20%231.svg">`
		s := handbook(t, body).asset("img/"+name, image(20))
		s.publish()
		p := chromium.Open(t, s.url)
		p.Run(mark)
		p.Wait(`document.querySelector("img").naturalWidth === 20`)
		s.asset("img/"+name, image(30)).publish()
		p.Wait(`document.querySelector("img").naturalWidth === 30`)
		s.put("index.html", html("Home", body+"<p>more</p>")).publish()
		p.Wait(`document.querySelector("p")`)
		p.Is(`document.querySelector("img").naturalWidth === 30 && ` + marked)
	})

	t.Run("nothing else is asked for", func(t *testing.T) {
		s := handbook(t, "<h1>Home</h1>").asset("img/unused.svg", "one")
		s.publish()
		p := chromium.Open(t, s.url)
		p.Wait(`performance.getEntriesByType("resource").length > 3`)
		p.Requests()
		s.asset("img/unused.svg", "two").put("index.html", html("Home", "<h1>Home</h1><p>and text</p>")).publish()
		p.Wait(`document.querySelector("p")`)
		got := slices.DeleteFunc(p.Requests(), func(url string) bool { return strings.HasSuffix(url, "icon.svg") }) // that is asked for late
		if !slices.Equal(got, []string{s.url}) {
			t.Errorf("asked for %q", got)
		}
	})
}
