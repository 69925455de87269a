package plan

import (
	"regexp"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

// glossarySite has the terms of these tests, and a page with the prose.
func glossarySite(settings, prose string) (string, map[string]string) {
	return settings, map[string]string{
		"glossary/moment":    "title = \"Moment\"\n",
		"glossary/mot":       "title = \"Moment of truth\"\nsynonyms = [\"MoT\", \"moment\"]\n",
		"glossary/rd":        "title = \"R&D\"\n",
		"glossary/offer":     "title = \"Customer's offer\"\n",
		"glossary/cpp":       "title = \"C++\"\n",
		"glossary/mot.vi":    "title = \"Khoảnh khắc\"\nsynonyms = [\"Má\"]\n+++\nKhoảnh khắc là lúc.",
		"guide/page":         "\n+++\n" + prose,
		"glossary/untold":    "title = \"Untold\"\n",
		"glossary/untold.vi": "title = \"Chưa kể\"\n",
	}
}

// linkedIn returns the prose of guide/page.html.
func linkedIn(t *testing.T, settings, prose string) string {
	t.Helper()
	settings, content := glossarySite(settings, prose)
	return proseOf(viewAs[view.Entity](t, planned(resolveWith(t, settings, content)), "guide/page.html"))
}

func proseOf(e view.Entity) string {
	var b strings.Builder
	for _, part := range e.Prose {
		b.WriteString(string(part.HTML))
	}
	return b.String()
}

var addedLink = regexp.MustCompile(`<a class="term" href="(?:[^"]*/)?([^"/]*)\.html">([^<]*)</a>`)

// marked writes the added links as [id|text].
func marked(html string) string { return addedLink.ReplaceAllString(html, "[$1|$2]") }

func TestTermsAreLinked(t *testing.T) {
	for _, c := range []struct{ name, prose, want string }{
		{"the longest name", "A moment of truth.", "<p>A [mot|moment of truth].</p>"},
		{"a shorter one where the longer does not stand", "A moment of fame.", "<p>A [moment|moment] of fame.</p>"},
		{"a synonym", "The MOT.", "<p>The [mot|MOT].</p>"},
		{"only the first mention", "MoT, mot, moment of truth", "<p>[mot|MoT], mot, moment of truth</p>"},
		{"whole words", "Moments, motto, amot, mot1, mot", "<p>Moments, motto, amot, mot1, [mot|mot]</p>"},
		{"hyphens divide words", "a mot-like thing", "<p>a [mot|mot]-like thing</p>"},
		{"over the end of a line", "A moment\nof truth.", "<p>A [mot|moment\nof truth].</p>"},
		{"an entity in the text", "Our R&D.", "<p>Our [rd|R&amp;D].</p>"},
		{"an apostrophe that is typeset", "A customer's offer", "<p>A [offer|customer’s offer]</p>"},
		{"signs at the end of a name", "C++, c++x", "<p>[cpp|C++], c++x</p>"},
		{"signs, the word goes on", "C++x", "<p>C++x</p>"},
		{"markup within a phrase", "A moment *of* truth", "<p>A [moment|moment] <em>of</em> truth</p>"},
		{"markup around a phrase", "A **moment of truth**!", "<p>A <strong>[mot|moment of truth]</strong>!</p>"},
		{"a word that goes on in markup", "moment**ous** **mo**ment", "<p>moment<strong>ous</strong> <strong>mo</strong>ment</p>"},
		{"not in code", "`moment`", "<p><code>moment</code></p>"},
		{"nor in a heading", "## Moment\n\nAnd moment", `And [moment|moment]`},
		{"nor in a title of a note", "> [!NOTE] Moment\n> Its moment", `<p class="note-title">Moment</p>` + "<p>Its [moment|moment]"},
		{"nor in a column's head", "| Moment |\n|---|\n| moment |", `<td>[moment|moment]</td>`},
		{"not in a link", "[a moment](https://example.com) and a moment", `a moment</a> and a [moment|moment]</p>`},
		{"not behind the author's link", "[[moment|That]] is a moment", `">That</a> is a moment</p>`},
		{"not another language's names", "Khoảnh khắc", "<p>Khoảnh khắc</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(linkedIn(t, "", c.prose)); !strings.Contains(got, c.want) {
				t.Errorf("%s\nlacks\n%s", got, c.want)
			}
		})
	}
}

func TestTermsAreFoundByTheirMarks(t *testing.T) {
	settings, content := glossarySite("", "")
	content["guide/page.vi"] = "\n+++\nMa, mả, MÁ và khoảnh khắc. Moment. Chưa kể"
	site := planned(resolveWith(t, settings, content))
	got := marked(proseOf(viewAs[view.Entity](t, site, "vi/guide/page.html")))
	if want := "<p>Ma, mả, [mot|MÁ] và khoảnh khắc. Moment. [untold|Chưa kể]</p>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	content["guide/page.vi"] = "\n+++\n" + "ma\u0301 m" // as some keyboards write it
	site = planned(resolveWith(t, settings, content))
	if got := marked(proseOf(viewAs[view.Entity](t, site, "vi/guide/page.html"))); got != "<p>[mot|má] m</p>" {
		t.Errorf("%q", got)
	}
}

func TestUntranslatedProseIsSearchedInItsLanguage(t *testing.T) {
	settings, content := glossarySite("", "An untold moment")
	site := planned(resolveWith(t, settings, content))
	got := proseOf(viewAs[view.Entity](t, site, "vi/guide/page.html"))
	if want := `An <a class="term" href="../glossary/untold.html">untold</a> <a class="term" href="../glossary/moment.html">moment</a>`; !strings.Contains(got, want) {
		t.Errorf("%s lacks %s", got, want)
	}
}

func TestATermDoesNotLinkToItself(t *testing.T) {
	settings, content := glossarySite("", "")
	content["glossary/mot"] += "+++\nA moment of truth is a moment."
	g := resolveWith(t, settings, content)
	got := marked(proseOf(viewAs[view.Entity](t, planned(g), "glossary/mot.html")))
	if want := "<p>A moment of truth is a [moment|moment].</p>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if n := g.Node("term", "moment"); len(n.In) > 0 {
		t.Errorf("the link is an edge: %v", n.In)
	}
}

func TestTermsAreNotLinkedWhenTurnedOff(t *testing.T) {
	if got := linkedIn(t, "link_terms = false\n", "A moment"); got != "<p>A moment</p>" {
		t.Errorf("%q", got)
	}
}
