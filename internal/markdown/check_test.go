package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// checkBody tests all that is promised of every body.
func checkBody(t *testing.T, body *Body, found []diag.Diagnostic, file *source.File, rawHTML bool) {
	t.Helper()
	checkPieces(t, body)
	checkLinks(t, body, file)
	checkBlocks(t, body, file)
	for _, d := range found {
		checkRange(t, d.At, file)
	}
	if !rawHTML {
		checkHTML(t, body)
	}
}

func checkPieces(t *testing.T, body *Body) {
	t.Helper()
	links := make([]int, len(body.Links))
	blocks := make([]int, len(body.Blocks))
	for i, p := range body.Pieces {
		isHTML := p.Hole.Kind == NoHole
		if isHTML != (p.HTML != "") {
			t.Errorf("piece %d has both HTML and a hole, or neither: %+v", i, p)
		}
		if isHTML && i > 0 && body.Pieces[i-1].HTML != "" {
			t.Errorf("pieces %d and %d are both HTML", i-1, i)
		}
		switch p.Hole.Kind {
		case LinkAddress, LinkTitle:
			links[p.Hole.Index]++
		case BlockHole:
			blocks[p.Hole.Index]++
		case LabelHole:
			if p.Hole.Key == "" {
				t.Errorf("piece %d asks for no label", i)
			}
		}
	}
	if slices.Contains(links, 0) {
		t.Errorf("a link has no hole: %v", links)
	}
	if slices.ContainsFunc(blocks, func(n int) bool { return n != 1 }) {
		t.Errorf("blocks do not have one hole each: %v", blocks)
	}
}

func checkLinks(t *testing.T, body *Body, file *source.File) {
	t.Helper()
	for _, l := range body.Links {
		checkRange(t, l.At, file)
		if l.ID != "" && l.Path != "" || l.ID == "" && l.Path == "" && l.Anchor == "" {
			t.Errorf("link %+v has not one target", l)
		}
		if _, ok := schemeOf(l.Path); ok {
			t.Errorf("link %+v has a scheme", l)
		}
	}
}

// checkTargets tests that ranges of links are exact: what stands there, with
// its escapes resolved, holds the target.
func checkTargets(t *testing.T, body *Body) {
	t.Helper()
	for _, l := range body.Links {
		written := strings.ReplaceAll(excerpt(l.At), "\n", " ") // as Inline does
		if l.ID == "" {
			path, anchor, _ := strings.Cut(cleanTarget(string(unescape([]byte(written)))), "#")
			path, _, _ = strings.Cut(path, "?")
			written = percentDecoded(path) + "#" + percentDecoded(anchor)
		}
		for _, part := range []string{l.Path, l.ID, l.Kind, l.Anchor} {
			if !strings.Contains(written, part) {
				t.Errorf("at %q stands no %q", written, part)
			}
		}
	}
}

func checkBlocks(t *testing.T, body *Body, file *source.File) {
	t.Helper()
	for _, b := range body.Blocks {
		checkRange(t, b.At, file)
		checkRange(t, b.NameAt, file)
		if excerpt(b.NameAt) != b.Name {
			t.Errorf("the name is %q, but at its range stands %q", b.Name, excerpt(b.NameAt))
		}
		original := file.Text[b.At.Start:b.At.End]
		if len(original) != len(b.TOML) {
			t.Errorf("the TOML has %d bytes, its range %d", len(b.TOML), len(original))
			continue
		}
		for i, c := range b.TOML {
			if c != original[i] && (c != ' ' || !bytes.ContainsRune([]byte("> \t"), rune(original[i]))) {
				t.Errorf("byte %d is %q, in the file %q", i, c, original[i])
			}
		}
	}
}

func checkRange(t *testing.T, r source.Range, file *source.File) {
	t.Helper()
	if r.File != file || r.Start < 0 || r.Start > r.End || r.End > len(file.Text) {
		t.Errorf("range %d–%d is not in the file", r.Start, r.End)
	}
}

// All that the renderer ever writes between < and >.
var (
	tag       = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>`)
	attribute = regexp.MustCompile(` ([a-z-]+)(?:="([^"]*)")?`)
	anyTag    = regexp.MustCompile(`<[^>]*>?`)
)

const (
	tags       = " a aside blockquote br code dd del div dl dt em h2 h3 h4 h5 h6 hr img input li ol p pre section span strong sup table tbody td th thead tr ul "
	voids      = " br hr img input "
	attributes = " alt aria-label checked class disabled href id loading rel role scope src start tabindex title type width "
)

// checkHTML tests that the HTML is well-formed and holds nothing but what the
// renderer may write, so nothing that runs.
func checkHTML(t *testing.T, body *Body) {
	t.Helper()
	text := html(body)
	var open []string
	ids := map[string]bool{}
	for _, whole := range anyTag.FindAllString(text, -1) {
		m := tag.FindStringSubmatch(whole)
		if m == nil || m[0] != whole || !strings.Contains(tags, " "+m[2]+" ") {
			t.Fatalf("%q is no tag of ours in %q", whole, text)
		}
		switch {
		case m[1] == "/":
			if len(open) == 0 || open[len(open)-1] != m[2] {
				t.Fatalf("%q closes %v in %q", whole, open, text)
			}
			open = open[:len(open)-1]
		case !strings.Contains(voids, " "+m[2]+" "):
			open = append(open, m[2])
		}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			checkAttribute(t, a[1], a[2], ids)
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v is not closed in %q", open, text)
	}
}

var goodAddress = regexp.MustCompile(`^(\{\{link \d+\}\}$|(?i:https?|mailto|tel):|#fn|#[\pL\pN\pM-]+$)`)

func checkAttribute(t *testing.T, name, value string, ids map[string]bool) {
	t.Helper()
	switch {
	case !strings.Contains(attributes, " "+name+" "):
		t.Fatalf("attribute %s=%q", name, value)
	case name == "href" || name == "src":
		if !goodAddress.MatchString(value) {
			t.Fatalf("address %q", value)
		}
	case name == "id":
		if ids[value] {
			t.Fatalf("id %q stands twice", value)
		}
		ids[value] = true
	}
}

// checkHeadings tests ids on their own, because raw HTML may hold others.
func checkHeadings(t *testing.T, body *Body) {
	t.Helper()
	ids := map[string]bool{}
	for _, h := range body.Headings {
		if h.ID == "" || ids[h.ID] || locale.Slug(h.ID) != h.ID || h.Level < 2 || h.Level > 6 {
			t.Errorf("bad heading %+v", h)
		}
		ids[h.ID] = true
	}
}
