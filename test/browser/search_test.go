package browser_test

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp/kb"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/output"
	"stagecraft/internal/source"
	"stagecraft/test/browser"
	"stagecraft/themes"
)

// searchable returns a small handbook in two languages.
func searchable() fstest.MapFS {
	files := map[string]string{
		"site.toml":                   "title = \"Sổ tay\"\nlanguages = [\"vi\", \"en\"]\n",
		"content/index.md":            "+++\ntitle = \"Trang đầu\"\n+++\nXin chào.\n",
		"content/personas/linh.md":    "+++\ntitle = \"Linh\"\nsummary = \"Cẩn thận, thích hoà bình\"\n+++\n",
		"content/personas/thuy.md":    "+++\ntitle = \"Thúy\"\nsummary = \"Mong hòa bình và khoẻ mạnh\"\n+++\n",
		"content/personas/linh.en.md": "+++\ntitle = \"Linh\"\nsummary = \"Careful, likes peace\"\n+++\n",
		"content/stages/mua.md":       "+++\ntitle = \"Mua\"\n+++\n",
		"content/journeys/mua.md": `+++
title = "Hành trình mua máy"
summary = "Từ lúc tìm hiểu & so sánh <giá> đến khi \"trả tiền\""
persona = "linh"

[[steps]]
stage = "mua"
title = "Cầm thử đồng hồ"
action = "Hỏi nhân viên"
+++
Phần mở đầu.

## Đi đến quầy

Người bán đưa máy ra. Trình tự: hành động trước, hỏi sau.

## Ra về

Không ai nhắc đến bảo hành.
`,
		"content/journeys/mua.en.md":  "+++\ntitle = \"Buying a camera\"\n+++\nThe beginning.\n\n## At the counter\n\nThe seller shows it.\n",
		"content/touchpoints/ban.md":  "+++\ntitle = \"Bàn thử máy\"\n+++\nMáy đặt trên bàn.\n",
		"content/touchpoints/gia.md":  "+++\ntitle = \"Bán hàng\"\n+++\nNgười bán ở quầy. `</script>`\n",
		"content/guide/index.md":      "+++\ntitle = \"Hướng dẫn\"\n+++\n",
		"content/guide/deep/index.md": "+++\ntitle = \"Sâu\"\n+++\n",
		"content/guide/deep/page.md":  "+++\ntitle = \"Đường đi\"\n+++\nMột đoạn về Đà Lạt.\n",
	}
	for i := range 60 {
		files[fmt.Sprintf("content/glossary/t%d.md", i)] = fmt.Sprintf("+++\ntitle = \"Từ thứ %d\"\ndefinition = \"Nghĩa của nó\"\n+++\n", i)
	}
	site := fstest.MapFS{}
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

// builtSite writes a site into a folder whose name has to be escaped and returns
// its address on the disk and on a server, in a subfolder there.
func builtSite(t *testing.T, site fs.FS) map[string]string {
	t.Helper()
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := build.New(build.Options{Themes: themes.FS}).Compile(context.Background(), snapshot)
	if failed, _ := diag.Count(diags); err != nil || failed > 0 {
		t.Fatal(err, diags)
	}
	top := t.TempDir()
	dir := filepath.Join(top, "sổ tay")
	if _, diags, err := s.Write(context.Background(), dir, output.Options{NoSync: true}); err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(top)))
	t.Cleanup(server.Close)
	file := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	return map[string]string{"file": file.String(), "http": server.URL + (&url.URL{Path: "/sổ tay/"}).EscapedPath()}
}

const (
	field  = `document.querySelector("dialog.search[open] input, #search input")`
	found  = `[...document.querySelectorAll(".found a")]`
	titles = `[...document.querySelectorAll(".found b")].map((e) => e.textContent)`
	status = `document.querySelector("dialog.search [role=status], #search [role=status]").textContent`
)

// ask puts a text into the field and waits for the answer that begins so.
func ask(p *browser.Page, text, answer string) {
	p.Run(field + `.value = ` + fmt.Sprintf("%q", text))
	p.Run(field + `.dispatchEvent(new InputEvent("input", { bubbles: true }))`)
	p.Wait(status + `.startsWith("` + answer + `")`)
}

func TestSearch(t *testing.T) {
	chromium := browser.Start(t)
	sites := builtSite(t, searchable())
	for scheme, site := range sites {
		t.Run(scheme, func(t *testing.T) { testSearch(t, chromium, site) })
	}
	t.Run("the same folding", func(t *testing.T) { testFolding(t, chromium, sites["file"]) })
	t.Run("input methods", func(t *testing.T) { testComposition(t, chromium, sites["http"]) })
	t.Run("a phone", func(t *testing.T) { testPhone(t, chromium, sites["http"]) })
	t.Run("without scripts", func(t *testing.T) { testNoScript(t, chromium, sites["file"]) })
}

func testSearch(t *testing.T, chromium *browser.Browser, site string) {
	p := chromium.Open(t, site+"guide/deep/page.html")
	for _, address := range p.Requests() {
		if strings.Contains(address, "search-") {
			t.Errorf("%s is loaded before anybody searches", address)
		}
	}
	p.Press("/")
	p.Wait(`document.querySelector("dialog.search[open]") && document.activeElement === ` + field)
	p.Press("mua máy") // behind a slash, which a key of the protocol leaves where a real one does not
	p.Wait(titles + `[0] === "Hành trình mua máy"`)

	testFinding(t, p)
	testKeyboard(p)
	testOtherLanguage(chromium.Open(t, site+"en/journeys/mua.html"))
	testPage(chromium.Open(t, site+"search.html?q=h%C3%A0nh+tr%C3%ACnh"))
	for _, address := range p.Requests() {
		if !strings.HasPrefix(address, site) {
			t.Errorf("the page asks for %s", address)
		}
	}
}

// testFinding asks for many things in the dialog.
func testFinding(t *testing.T, p *browser.Page) {
	for _, c := range []struct{ text, first string }{
		{"hanh trinh", "Hành trình,Hành trình mua máy"},
		{"Hành trình", "Hành trình,Hành trình mua máy"},
		{"HANH  TRINH ", "Hành trình,Hành trình mua máy"},
		{"Ha\u0300nh tri\u0300nh", "Hành trình,Hành trình mua máy"},
		{"hành tr", "Hành trình,Hành trình mua máy"}, // the last word is a prefix
		{"duong di", "Đường đi"},
		{"đường đi", "Đường đi"},
		{"Da Lat", "Đường đi"},
		{"đa lat?", "Đường đi"},
		{"dong ho", "Cầm thử đồng hồ"}, // a step of a journey
		{"bao hanh", "Ra về"},          // a section of a page
		{"bàn", "Bàn thử máy"},         // accents raise a hit
		{"bán", "Bán hàng"},
		{"thuý", "Thúy"}, // both ways to place tones
		{"khỏe", "Thúy"},
		{"Hoà bình", "Linh"},
		{"<giá>", "Hành trình mua máy"},
		{"điểm chạm", "Điểm chạm"},     // the list of a kind
		{"do phu", "Độ phủ và chỗ hở"}, // a page that is computed
		{"mua bao hanh", "Ra về"},      // words of the section and of the page's title
	} {
		ask(p, c.text, "")
		p.Wait(titles + `.join().startsWith("` + c.first + `")`)
	}
	for _, text := range []string{"hòa bình", "hoà bình", "hoa binh"} {
		ask(p, text, "2 ")
		p.Is(`[...document.querySelectorAll(".found mark")].map((e) => e.textContent).join() === "hoà bình,hòa bình"`)
	}
	ask(p, "bán", "3 ")
	p.Is(titles + `.includes("Bàn thử máy")`)
	ask(p, "hành trình", "4 ") // the phrase before scattered words
	p.Is(titles + `.join() === "Hành trình,Hành trình mua máy,Đi đến quầy,Ra về"`)
	ask(p, "trìn hành", "Không tìm thấy") // only the last word is a prefix
	p.Is(`document.querySelector(".advice").checkVisibility()`)
	ask(p, "script", "1 ")
	p.Is(`!document.querySelector(".found script") && document.querySelector(".found").textContent.includes("</script>")`)
	ask(p, "đà lạt", "1 ")
	p.Is(`document.querySelector(".found small").textContent === "Trang › Hướng dẫn › Sâu"`)
	ask(p, "", "Tìm trong")
	if got := browser.Eval[string](p, `JSON.stringify(stagecraftSearch.find("…"))`); got != "[]" {
		t.Errorf("punctuation finds %s", got)
	}
}

// testKeyboard goes through results, filter and dialog without a mouse.
func testKeyboard(p *browser.Page) {
	active := func(what string) { p.Wait(`document.activeElement === ` + what) }
	ask(p, "từ", "6")
	p.Is(found + `.length === 7`) // five terms, and a journey twice
	p.Press(kb.ArrowDown + kb.ArrowDown)
	active(found + `[1]`)
	p.Press(kb.ArrowUp + kb.ArrowUp)
	active(field)
	p.Press(kb.ArrowDown + kb.ArrowDown + kb.ArrowDown + kb.ArrowDown + kb.ArrowDown + kb.ArrowDown)
	p.Is(`document.activeElement.textContent === "Thêm 55"`)
	p.Press(kb.Enter)
	active(found + `[5]`)
	p.Wait(status + ` === "60 kết quả"`)
	p.Is(found + `.length === 50 && document.querySelector("select").value === "term"`)
	p.Run(field + `.focus()`)
	p.Press("x")
	p.Wait(`document.querySelector(".advice").checkVisibility()`) // with the filter, and none without
	p.Run(`document.querySelector("dialog select").value = "all"`)
	p.Run(`document.querySelector("dialog select").dispatchEvent(new Event("change"))`)
	p.Press(kb.Escape)
	p.Wait(`!document.querySelector("dialog[open]")`)

	p.Run(`document.querySelector(".brand").focus()`)
	p.Command("k")
	p.Wait(`document.querySelector("dialog.search[open]")`)
	active(field)
	p.Press(kb.Escape)
	active(`document.querySelector(".brand")`)
	p.Click(`document.querySelector(".search-link")`)
	active(field)
	ask(p, "quầy", "2 ")
	p.Press(kb.Enter)
	p.Wait(`location.pathname.endsWith("/journeys/mua.html") && location.hash === "#di-den-quay" && document.readyState === "complete"`)
	p.Press("/")
	active(field)
	ask(p, "ra về", "1 ")
	p.Press(kb.Enter) // on the same page
	p.Wait(`location.hash === "#ra-ve" && !document.querySelector("dialog[open]")`)
}

func testOtherLanguage(p *browser.Page) {
	p.Press("/")
	p.Wait(`document.activeElement === ` + field)
	ask(p, "counter", "1 result")
	p.Is(found + `[0].href.endsWith("/en/journeys/mua.html#at-the-counter")`)
	ask(p, "duong di", "1 result") // a page that is not translated
	p.Is(`(([title, path, text]) => title.lang === "vi" && path.lang === "" && text.lang === "vi")(` + found + `[0].children)`)
	p.Is(found + `[0].href.endsWith("/en/guide/deep/page.html")`)
	ask(p, "xyz", "Nothing found for “xyz”")
}

// testPage searches on the page of its own.
func testPage(p *browser.Page) {
	p.Wait(status + ` === "4 kết quả"`)
	p.Is(field + `.value === "hành trình" && !document.querySelector(".cards").checkVisibility()`)
	p.Press("/")
	p.Wait(`document.activeElement === ` + field + ` && !document.querySelector("dialog")`)
	ask(p, "quầy", "2 ")
	p.Is(`new URLSearchParams(location.search).get("q") === "quầy"`)
	p.Press(kb.Enter)
	p.Wait(`location.hash === "#di-den-quay"`)
	p.Run(`setTimeout(() => history.back())`) // once the answer is on its way
	p.Wait(`location.pathname.endsWith("/search.html") && ` + field + `.value === "quầy" && ` + status + ` === "2 kết quả"`)
	p.Run(field + `.focus()`)
	p.Press(kb.Escape)
	p.Wait(field + `.value === "" && location.search === "" && document.querySelector(".cards").checkVisibility()`)
}

// testFolding folds the same texts in the browser and in Go.
func testFolding(t *testing.T, chromium *browser.Browser, site string) {
	p := chromium.Open(t, site+"index.html")
	texts := []string{
		"", "Điểm chạm", "ĐIỀU KHOẢN", "Ðà Nẵng", "hòa hoà HOÀ", "a\u0306\u0323", "5A (Kotler) & m² €", "Straße", "İstanbul", "ΣΑΣ",
		"한국어 \u1112\u1161\u11ab", "ภาษาไทย", "हिन्दी", "👨‍👩‍👧 gia đình", "𝔘nicode ﬁn ǅ", "e\u0323\u0302m", "\u0301x", "“…” – —",
	}
	for _, vowel := range "aăâeêioôơuưyđ" {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			texts = append(texts, string(vowel)+tone, locale.NFC(strings.ToUpper(string(vowel)+tone)))
		}
	}
	for _, text := range texts {
		if got := browser.Eval[string](p, fmt.Sprintf("stagecraftSearch.fold(%q)", text)); got != locale.Fold(text) {
			t.Errorf("%q: the script folds it to %q, Go to %q", text, got, locale.Fold(text))
		}
	}
}

// testComposition types as with an input method that composes syllables.
func testComposition(t *testing.T, chromium *browser.Browser, site string) {
	p := chromium.Open(t, site+"index.html")
	p.Press("/")
	p.Wait(`document.activeElement === ` + field)
	ask(p, "bán", "3 ")
	p.Run(field + `.value = ""`)
	p.Compose("hanh")
	p.Compose("hành")
	p.Is(field + `.value === "hành" && ` + status + ` === "3 kết quả"`) // still those of before
	p.Run(field + `.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }))`)
	p.Run(field + `.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true }))`)
	p.Is(`document.querySelector("dialog[open]") && document.body.className === "home"`)
	p.Insert("hành")
	p.Wait(field + `.value === "hành" && ` + status + ` === "4 kết quả"`)
}

// testPhone looks at narrow windows.
func testPhone(t *testing.T, chromium *browser.Browser, site string) {
	for _, width := range []int64{390, 320} {
		p := chromium.Blank(t)
		p.Resize(width, 700)
		p.Goto(site + "guide/deep/page.html")
		p.Is(`document.documentElement.scrollWidth <= innerWidth`)
		p.Click(`document.querySelector(".search-link")`)
		p.Wait(`document.activeElement === ` + field)
		ask(p, "từ", "6")
		p.Is(`document.querySelector("dialog").scrollWidth <= innerWidth && document.documentElement.scrollWidth <= innerWidth`)
		p.Is(`(({ width, height }) => width === innerWidth && height === innerHeight)(document.querySelector("dialog").getBoundingClientRect())`)
		p.Click(`document.querySelector("dialog .close")`)
		p.Wait(`!document.querySelector("dialog[open]")`)
	}
}

func testNoScript(t *testing.T, chromium *browser.Browser, site string) {
	p := chromium.Blank(t)
	p.NoScript()
	p.Goto(site + "guide/deep/page.html")
	p.Is(`document.querySelector(".search-link").href.endsWith("/search.html") && !document.querySelector("input")`)
	p.Click(`document.querySelector(".search-link")`)
	p.Wait(`location.pathname.endsWith("/search.html") && document.readyState === "complete"`)
	p.Is(`document.querySelector("noscript").checkVisibility() && document.querySelector(".cards a") && !document.querySelector("input")`)
}

// TestSearchWithoutItsPanel opens the page to search on when the panel can't be
// loaded.
func TestSearchWithoutItsPanel(t *testing.T) {
	site := builtSite(t, searchable())["file"]
	folder, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(filepath.FromSlash(folder.Path), "search-panel-en.js")); err != nil {
		t.Fatal(err)
	}
	p := browser.Start(t).Open(t, site+"en/journeys/mua.html")
	p.Press("/")
	p.Wait(`location.pathname.endsWith("/en/search.html") && document.querySelector(".cards a")`)
	var faults []string
	for end := time.Now().Add(browser.Limit); len(faults) < 2 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		faults = append(faults, p.Faults()...)
	}
	if len(faults) < 2 {
		t.Errorf("%d faults, want one of each page that asked for the panel", len(faults))
	}
	for _, fault := range faults {
		if !strings.Contains(fault, "search-panel-en.js") {
			t.Error(fault)
		}
	}
}

// TestSearchSwitchedOff looks for what is left of the search.
func TestSearchSwitchedOff(t *testing.T) {
	site := searchable()
	site["site.toml"].Data = append(site["site.toml"].Data, "search = false\n"...)
	address := builtSite(t, site)["file"] + "index.html"
	p := browser.Start(t).Open(t, address)
	p.Press("/")
	p.Is(`!document.querySelector("dialog, .search-link, script[src$=\"search.js\"]") && !window.stagecraftSearch`)
}
