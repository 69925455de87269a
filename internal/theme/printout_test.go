package theme

import (
	"testing"

	"stagecraft/internal/view"
)

// TestMoved checks what changes in a page that stands in a printout, and what
// does not.
func TestMoved(t *testing.T) {
	v := view.Printout{Path: "en/print.html", Places: map[string]string{
		"en/courses/a/one.html": "en/courses/a/one",
		"en/personas/linh.html": "en/personas/linh",
		"en/điểm.html":          "en/điểm",
	}}
	p := view.PrintPart{ID: "en/courses/a/one", Path: "en/courses/a/one.html", Depth: 3}
	for drawn, want := range map[string]string{
		`<h1>A &amp; B</h1>`:                          `<h4>A &amp; B</h4>`,
		`<h2 id="_map" class="vh">x</h2>`:             `<h5 id="en/courses/a/one:_map" class="vh">x</h5>`,
		`<h4>x</h4>`:                                  `<h6>x</h6>`,
		`<p>1 < 2 "id='x'"<br>`:                       `<p>1 < 2 "id='x'"<br>`,
		`<a href="#_map">x</a>`:                       `<a href="#en/courses/a/one:_map">x</a>`,
		`<a href="../../personas/linh.html">`:         `<a href="#en/personas/linh">`,
		`<a href="../../personas/linh.html#b">`:       `<a href="#en/personas/linh:b">`,
		`<a href="../../%C4%91i%E1%BB%83m.html">`:     `<a href="#en/%C4%91i%E1%BB%83m">`,
		`<a href="../../index.html#%C4%91">`:          `<a href="index.html#%C4%91">`,
		`<img src="sheet.png" alt="">`:                `<img src="courses/a/sheet.png" alt="">`,
		`<a href="https://example.com/a#b">`:          `<a href="https://example.com/a#b">`,
		`<a href="mailto:a@example.com">`:             `<a href="mailto:a@example.com">`,
		`<section aria-labelledby="a b">`:             `<section aria-labelledby="en/courses/a/one:a en/courses/a/one:b" role="group">`,
		`<section class="told">`:                      `<section class="told">`,
		`<div role="region" aria-label="x">`:          `<div role="group" aria-label="x">`,
		`<svg viewBox="0 0 1 1"><path d="M0"/></svg>`: `<svg viewBox="0 0 1 1"><path d="M0"/></svg>`,
		`<label for="q1"><input name="q" id="q1">`:    `<label for="en/courses/a/one:q1"><input name="en/courses/a/one:q" id="en/courses/a/one:q1">`,
		`<!-- <h1 id="x"> -->`:                        `<!-- <h1 id="x"> -->`,
	} {
		if got := moved(v, p, drawn); string(got) != want {
			t.Errorf("%s becomes %s, want %s", drawn, got, want)
		}
	}
}
