package markdown

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/source"
)

// sectionsOf compiles a text and returns its sections, a line each.
func sectionsOf(t *testing.T, text string, opts Options) string {
	t.Helper()
	body, _ := New(opts).Parse(&source.File{Path: "x.md", Text: []byte(text)}, 0)
	var b strings.Builder
	for _, s := range body.Sections(func(l Link) string { return "title of " + l.ID }) {
		fmt.Fprintf(&b, "%s|%s|%s\n", s.Heading.ID, s.Heading.Text, s.Text)
	}
	return b.String()
}

func TestSections(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "||\n",
		"One *two*\nthree":        "||One two three\n",
		"a **b**c `d<e>` &amp; f": "||a bc d<e> & f\n",
		"Intro\n\n## Điểm chạm\n\nText\n\n### Sub `x`\n\n## Empty\n": "||Intro\ndiem-cham|Điểm chạm|Text\nsub-x|Sub x|\nempty|Empty|\n",
		"- one\n- two\n\n> said\n":                                   "||one two said\n",
		"| a | b |\n|---|---|\n| c | d |\n":                          "||a b c d\n",
		"See [[x]], [[y|that]], [z](z.md).":                          "||See title of x, that, z.\n",
		"a[^1] b\n\n[^1]: Note.\n":                                   "||a 1 b Note.\n",
		"A\n\n---\n\nB\n\n```go\nx := 1\n```\n":                      "||A B x := 1\n",
		"5\u00a0km":                                                  "||5 km\n",
		"A\n\n```entities\nkind = \"term\"\n```\n\nB":                "||A B\n",
		"> ## In a quote\n> text\n":                                  "||\nin-a-quote|In a quote|text\n",
		"![alt](p.png \"t\") after":                                  "||after\n",
	} {
		if got := sectionsOf(t, text, Options{}); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}

// TestSectionsOfRawHTML shows that headings which Markdown does not know make no
// sections and break none.
func TestSectionsOfRawHTML(t *testing.T) {
	got := sectionsOf(t, "<h2 id=\"own\">Own</h2>\n\ntext\n\n## Real\n\nmore <b>b</b>old <\n", Options{RawHTML: true})
	if want := "||Own text\nreal|Real|more bold <\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
