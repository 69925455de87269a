package markdown

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stagecraft/internal/source"
)

// readable tells whether the source package would hand out such a text.
func readable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\r") && norm.NFC.IsNormalString(text)
}

func FuzzParse(f *testing.F) {
	for _, g := range goldens(f) {
		f.Add(g.input, g.name == "raw-html")
	}
	f.Fuzz(func(t *testing.T, text string, rawHTML bool) {
		if !readable(text) {
			t.Skip()
		}
		c := New(Options{RawHTML: rawHTML})
		file := &source.File{Path: "a.md", Text: []byte(text)}
		body, found := c.Parse(file, 0)
		checkBody(t, body, found, file, rawHTML)
		checkTargets(t, body)
		checkHeadings(t, body)

		// The same text further down in a file gives the same body.
		const front = "+++\ntitle = \"a\"\n+++\n"
		later := &source.File{Path: "a.md", Text: []byte(front + text)}
		moved, movedFound := c.Parse(later, len(front))
		checkBody(t, moved, movedFound, later, rawHTML)
		checkTargets(t, moved)
		if !reflect.DeepEqual(moved.Pieces, body.Pieces) || len(found) != len(movedFound) {
			t.Errorf("%q at another place gives\n%s\nnot\n%s", text, html(moved), html(body))
		}
		if string(file.Text) != text {
			t.Error("the file's text was changed")
		}
	})
}

func FuzzInline(f *testing.F) {
	for _, g := range goldens(f) {
		f.Add(g.input)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !readable(text) {
			t.Skip()
		}
		c := New(Options{})
		file := &source.File{Path: "a.md", Text: []byte("x = '" + text + "'")}
		at := source.Range{File: file, Start: 5, End: 5 + len(text)}
		body, found := c.Inline(text, at, true)
		checkBody(t, body, found, file, false)
		checkTargets(t, body)
		if len(body.Blocks) > 0 || len(body.Headings) > 0 || strings.Contains(html(body), "<p") {
			t.Errorf("%q gives blocks: %s", text, html(body))
		}
		vague, found := c.Inline(text, at, false)
		for _, l := range vague.Links {
			if l.At != at {
				t.Errorf("link at %v", l.At)
			}
		}
		for _, d := range found {
			if d.At != at {
				t.Errorf("diagnostic at %v", d.At)
			}
		}
		checkFastPath(t, c, text)
	})
}

// checkFastPath tests that a text which is taken for plain gives the same as
// through goldmark.
func checkFastPath(t *testing.T, c *Compiler, text string) {
	t.Helper()
	src := []byte(strings.Trim(text, asciiSpace))
	if !isPlain(src) {
		return
	}
	fast := c.renderer(src, place{})
	fast.plainParagraph()
	slow := new(renderer)
	*slow = renderer{src: src, body: &Body{}}
	doc, _ := parse(c.inline, src)
	slow.parsedParagraph(doc)
	if !reflect.DeepEqual(fast.body, slow.body) || len(slow.found) > 0 {
		t.Errorf("%q gives\n%s by the fast path,\n%s by the slow one", text, show(fast.body), show(slow.body))
	}
}
