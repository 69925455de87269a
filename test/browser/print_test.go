package browser_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"stagecraft/test/browser"
)

// What a sheet offers to the text and to maps, in CSS pixels: A4 and A3 less
// their margins, as 90-print.css has them.
const (
	textWidth = 688
	mapWidth  = 1497
	mapHeight = 1030
)

// TestPrint prints pages of the sample from the disk.
func TestPrint(t *testing.T) {
	chromium := browser.Start(t)
	site := builtSite(t, os.DirFS("../.."))["file"]
	for _, c := range []struct {
		page       string
		maps, text [2]int // how many sheets, at least and at most
	}{
		{"index.html", [2]int{0, 0}, [2]int{2, 6}},
		{"coverage.html", [2]int{0, 0}, [2]int{2, 6}},
		{"journeys/buy-first-camera.html", [2]int{1, 3}, [2]int{4, 14}},
		{"blueprints/online-order-service.html", [2]int{1, 4}, [2]int{1, 4}},
		{"courses/build-a-journey/draw-the-map/emotion-and-moments.html", [2]int{1, 2}, [2]int{2, 8}},
		{"courses/build-a-journey/print.html", [2]int{1, 12}, [2]int{20, 120}},
		{"print.html", [2]int{10, 100}, [2]int{150, 900}},
	} {
		t.Run(c.page, func(t *testing.T) {
			p := chromium.Open(t, site+c.page)
			pdf := p.Print()
			testSheets(t, pdf, c.maps, c.text)
			p.Paper()
			if strings.HasSuffix(c.page, "print.html") {
				testLinks(t, p, pdf)
			}
			testLayout(p)
		})
	}
}

// testSheets asks for maps on A3 across, all else on A4 upright, and no sheet with
// nothing but its number.
func testSheets(t *testing.T, pdf browser.PDF, maps, text [2]int) {
	t.Helper()
	var across, upright int
	for i, s := range pdf.Sheets {
		switch [2]int{s.Width, s.Height} {
		case [2]int{420, 297}:
			across++
		case [2]int{210, 297}:
			upright++
		default:
			t.Errorf("sheet %d is %d × %d mm", i+1, s.Width, s.Height)
		}
		if s.Marks < 20 {
			t.Errorf("sheet %d is empty", i+1)
		}
	}
	if across < maps[0] || across > maps[1] {
		t.Errorf("%d sheets of A3, want %v", across, maps)
	}
	if upright < text[0] || upright > text[1] {
		t.Errorf("%d sheets of A4, want %v", upright, text)
	}
}

// testLinks asks that the links of a printout are links in its PDF, too, and lead
// somewhere.
func testLinks(t *testing.T, p *browser.Page, pdf browser.PDF) {
	t.Helper()
	ids := browser.Eval[[]string](p, `[...document.querySelectorAll("main a[href^='#']")].filter((a) => a.checkVisibility()).map((a) => decodeURIComponent(a.getAttribute("href").slice(1)))`)
	if len(ids) < 20 {
		t.Errorf("only %d links", len(ids))
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if !slices.Contains(pdf.Links, id) || !pdf.Targets[id] {
			t.Errorf("no link to #%s in the PDF", id)
		}
	}
}

// testLayout asks how a page is laid out on paper: first as wide as its text, then
// as wide as its maps.
func testLayout(p *browser.Page) {
	const (
		onMaps = `[...document.querySelectorAll(".map:not(.curves), .map:not(.curves) *")]`
		inText = `[...document.querySelectorAll("body *")].filter((e) => !e.closest(".map:not(.curves)"))`
		inside = `.filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 100)).join("\n") === ""`
	)
	p.Resize(textWidth, mapHeight)
	p.Is(inText + inside) // or the browser shrinks all sheets
	p.Is(`![...document.querySelectorAll(".menu, .search-link, .langs, .skip, .foot, .contents, .neighbours, .print-hint, .folded > summary, button, select, input[type=search]")].some((e) => e.checkVisibility())`)
	p.Is(`![...document.querySelectorAll("details:not(.joined details, .menu, .contents, .course-nav) > :not(summary)")].some((e) => !e.checkVisibility({ contentVisibilityAuto: true }))`)

	p.Resize(mapWidth, mapHeight)
	p.Is(onMaps + inside)
	p.Is(`![...document.querySelectorAll(".map")].some((map) => [...map.querySelectorAll("tbody tr")].some((tr) => tr.offsetHeight + map.querySelector("thead").offsetHeight > innerHeight))`)
}
