package terms_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/terms"
)

// names are those of the terms in these tests, by their addresses.
var names = map[string][]string{
	"moment.html": {"Moment"},
	"mot.html":    {"Moment of truth", "MoT"},
	"rd.html":     {"R&D"},
	"cpp.html":    {"C++"},
}

// link writes pieces of HTML as those of one page.
func link(pieces ...string) string {
	var index terms.Index[string]
	for href, list := range names {
		for _, name := range list {
			index.Add(name, &href)
		}
	}
	linker := terms.NewLinker(&index, func(term *string) string { return *term })
	var out strings.Builder
	for _, piece := range pieces {
		linker.Write(&out, piece)
	}
	return out.String()
}

var addedLink = regexp.MustCompile(`<a class="term" href="([^"]*)\.html">([^<]*)</a>`)

// marked writes the added links as [id|text].
func marked(html string) string { return addedLink.ReplaceAllString(html, "[$1|$2]") }

func TestTermsInRawHTMLAreLinkedInTextOnly(t *testing.T) {
	for html, want := range map[string]string{
		`<p title="a > moment">x</p>`:                               `<p title="a > moment">x</p>`,
		`<!-- a > moment --> <em>moment</em>`:                       `<!-- a > moment --> <em>[moment|moment]</em>`,
		`<BUTTON>moment</BUTTON> moment`:                            `<BUTTON>moment</BUTTON> [moment|moment]`,
		`<svg><svg></svg>moment</svg><b>moment</b>`:                 `<svg><svg></svg>moment</svg><b>[moment|moment]</b>`,
		`<script>if (a < b) write("</p> moment")</script><p>moment`: `<script>if (a < b) write("</p> moment")</script><p>[moment|moment]`,
		`<figcaption>moment</figcaption>`:                           `<figcaption>moment</figcaption>`,
		`caf&eacute;moment mot&nbsp;mot`:                            `caf&eacute;moment [mot|mot]&nbsp;mot`,
		`moment&nbsp;of truth`:                                      `[mot|moment&nbsp;of truth]`,
		`<code>x</code>moment, <a>x.</a>moment`:                     `<code>x</code>moment, <a>x.</a>[moment|moment]`,
		`<td>moment</td><td>mot</td>`:                               `<td>[moment|moment]</td><td>[mot|mot]</td>`,
	} {
		if got := marked(link(html)); got != want {
			t.Errorf("%s\nbecame\n%s", html, got)
		}
	}
}

func TestTagsReachOverPieces(t *testing.T) {
	got := link(`a <a href="`, `moment">moment`, `</a> <img alt="moment`, `"> moment`)
	if want := `a <a href="moment">moment</a> <img alt="moment"> [moment|moment]`; marked(got) != want {
		t.Errorf("%s, want %s", marked(got), want)
	}
}

// TestLinkingAddsNothingButLinks writes random HTML in random pieces: without the
// added links it is what it was, and each term is linked once at most.
func TestLinkingAddsNothingButLinks(t *testing.T) {
	bits := []string{"moment", " of ", "truth", "mot", "R&amp;D", "&", "&lt;", "x", " ", "\n", "é", "\xff", "c++",
		"<p>", "</p>", "<em>", "</em>", `<a href="x">`, "</a>", "<code>", "</code>", "<h2>", "</h2>", "<!--", "-->", "<", ">", `"`, "<pre", "</"}
	random := rand.New(rand.NewPCG(1, 1))
	linked := 0
	for range 20_000 {
		pieces := make([]string, 1+random.IntN(4))
		for i := range pieces {
			for range random.IntN(10) {
				pieces[i] += bits[random.IntN(len(bits))]
			}
		}
		in, out := strings.Join(pieces, ""), link(pieces...)
		if got := addedLink.ReplaceAllString(out, "$2"); got != in {
			t.Fatalf("%q became %q", in, out)
		}
		var ids []string
		for _, added := range addedLink.FindAllStringSubmatch(out, -1) {
			ids = append(ids, added[1])
		}
		linked += len(ids)
		slices.Sort(ids)
		if len(slices.Compact(slices.Clone(ids))) != len(ids) {
			t.Fatalf("a term is linked twice: %q", out)
		}
	}
	if linked < 1000 {
		t.Errorf("only %d links were added", linked)
	}
}

func TestTheFirstOwnerKeepsAName(t *testing.T) {
	var index terms.Index[string]
	first, second := "first.html", "second.html"
	index.Add("Moment", &first)
	index.Add("moment", &second)
	index.Add("…", &second) // no word
	var out strings.Builder
	terms.NewLinker(&index, func(term *string) string { return *term }).Write(&out, "a moment…")
	if got := marked(out.String()); got != "a [first|moment]…" {
		t.Errorf("%q", got)
	}
}

func TestDoneTermsAndNoLinker(t *testing.T) {
	var index terms.Index[string]
	term := "x.html"
	index.Add("x", &term)
	linker := terms.NewLinker(&index, func(term *string) string { return *term })
	linker.Done(&term)
	var none *terms.Linker[string]
	none.Done(&term)
	for _, l := range []*terms.Linker[string]{linker, none} {
		var out strings.Builder
		if l.Write(&out, "an x"); out.String() != "an x" {
			t.Errorf("%q", out.String())
		}
	}
}
