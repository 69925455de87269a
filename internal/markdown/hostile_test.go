//go:build unix

package markdown

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"stagecraft/internal/source"
)

// fill repeats a text up to the largest size that is parsed.
func fill(unit string) string { return strings.Repeat(unit, maxText/len(unit)) }

// numbered joins the texts that f makes of 0, 1, … up to the largest size.
func numbered(f func(i int) string) string {
	var b strings.Builder
	for i := 0; ; i++ {
		s := f(i)
		if b.Len()+len(s) > maxText {
			return b.String()
		}
		b.WriteString(s)
	}
}

// perParagraph repeats a paragraph that stays below the limits by itself.
func perParagraph(unit string, n int) string { return fill(strings.Repeat(unit, n) + "\n\n") }

// half puts n units before as much plain text as there is room for.
func half(unit string, n int) string {
	s := strings.Repeat(unit, n)
	return s + strings.Repeat("a", maxText-len(s))
}

func hostile() map[string]string {
	return map[string]string{
		"open brackets":           fill("["),
		"open images":             fill("!["),
		"open and close":          strings.Repeat("[", maxText/2) + strings.Repeat("]", maxText/2),
		"nested links":            fill("[a]("),
		"nested images":           fill("![a]("),
		"link in angle":           fill("[a](<b"),
		"link titles":             fill("[a](b \""),
		"links 249 per paragraph": perParagraph("[a](", 249),
		"links 249 then text":     half("[a](", 249),
		"refs 249 then text":      half("[a][", 249),
		"titles 249 then text":    half("[a](b '", 249),
		"brackets 249":            perParagraph("[", 249),
		"brackets 249 closed":     perParagraph("[", 249) + perParagraph("]", 249),
		"closed images":           perParagraph("![", 249) + strings.Repeat("]", 999),
		"image labels":            fill(strings.Repeat("![", 249) + strings.Repeat("](a)", 249) + "\n\n"),
		"links in images":         fill("![" + strings.Repeat("[a](b)", 249) + strings.Repeat("](c)", 1) + "\n\n"),
		"wiki":                    fill("[[a"),
		"wiki closed":             fill("[[a]] "),
		"wiki closed 249":         perParagraph("[[a]] ", 249),
		"stars":                   fill("*"),
		"star words":              fill("*a "),
		"star word star":          fill("*a **a "),
		"mixed":                   fill("*_*_"),
		"mixed 249":               perParagraph("*_", 249),
		"nested emphasis":         fill(strings.Repeat("*a ", 249) + strings.Repeat("b* ", 249) + "\n\n"),
		"tildes":                  fill("~a"),
		"tilde run":               fill("~"),
		"underscore words":        fill("_a"),
		"ticks growing":           numbered(func(i int) string { return strings.Repeat("`", i+1) + " " }),
		"ticks growing 249":       half(numbered(func(i int) string { return strings.Repeat("`", i%900+1) + " " })[:480_000], 1),
		"ticks":                   fill("`"),
		"tick a":                  fill("`a``b"),
		"quotes":                  fill("> "),
		"quote chars":             fill(">"),
		"quote lines":             fill(strings.Repeat("> ", 49) + "a\n"),
		"quote 50 lines":          strings.Repeat("> ", 50) + "a\n" + fill(">\n")[:maxText-200],
		"bullets":                 fill("* "),
		"bullets dash":            fill("- "),
		"bullets a":               fill("- a\n"),
		"bullets deep":            numbered(func(i int) string { return strings.Repeat("  ", i) + "- a\n" }),
		"bullets deep blank":      deepBlank(49),
		"bullets deep text":       deepText(49),
		"bullet blank":            fill("-\n\n"),
		"numbers":                 fill("1. "),
		"numbers lines":           fill("1.\n"),
		"mixed nest":              fill("> - "),
		"definitions":             fill(": "),
		"definition lines":        fill("a\n: b\n"),
		"definition only":         fill("a\n: b\n\n"),
		"definition terms":        fill("a\n") + ": b",
		"definition nest":         "a\n" + fill(": a\n"),
		"footnotes":               numbered(func(i int) string { return fmt.Sprintf("[^%d]: a\n\n", i) }),
		"footnote refs":           footnoteRefs(),
		"footnote one":            "[^a]: b\n\n" + fill("[^a] a\n\n")[:maxText-100],
		"footnote nest":           fill("[^a]: "),
		"definitions of links":    numbered(func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }),
		"definitions of links ok": numbered(func(i int) string { return fmt.Sprintf("[a%d]: b\n\n", i) }),
		"definitions 249":         numbered(func(i int) string { return fmt.Sprintf("[a%d]: b\n%s", i, nl(i%900 == 0)) }),
		"definitions title":       fill("[a]: b \"\n"),
		"definitions title 249":   half("[a]: b \"\n", 249),
		"definition uses":         "[a]: b\n\n" + fill("[a] a\n\n")[:maxText-100],
		"definition bomb":         "[a]: " + strings.Repeat("b", 10_000) + "\n\n" + fill("[a]\n\n")[:maxText/2],
		"table wide":              fill("|a")[:maxText/2] + "\n" + fill("|-")[:maxText/2-2],
		"table rows":              "|a|b|\n|-|-|\n" + fill("|\n")[:maxText-20],
		"table bomb":              strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + fill("|\n")[:maxText-5000],
		"table pipes escaped":     "|a|\n|-|\n|`" + fill("\\|")[:maxText-20],
		"table cells code":        "|a|\n|-|\n" + strings.Repeat("|`\\|`|\n", 19_000),
		"table delims":            fill("-|-\n"),
		"table delim bad":         "a\n" + fill("|:\n")[:maxText-2],
		"html a":                  fill("<a"),
		"html a space":            fill("<a "),
		"html attr":               fill("<a b='"),
		"html attr two":           fill("<a b='c\" d=\""),
		"html attrs":              "<a" + fill(" b")[:maxText-2],
		"html comments":           fill("a <!-- "),
		"html pi":                 fill("a <?"),
		"html decl":               fill("a <!A "),
		"html cdata":              fill("a <![CDATA["),
		"html blocks":             fill("<div\n"),
		"html block lines":        fill("<a b\n"),
		"html tags":               fill("<b>"),
		"autolinks":               fill("<a@b.c>"),
		"autolink open":           fill("<a:b"),
		"urls":                    fill("http://a.b "),
		"urls glued":              fill("(http://a.b"),
		"url long":                "http://a.b/" + fill("(")[:maxText-20],
		"url closers":             "http://a.b/" + fill(")")[:maxText-20],
		"url semicolons":          "http://a.b/" + fill("&a;")[:maxText-20],
		"www":                     fill("www."),
		"emails":                  fill("a@b."),
		"email glued":             fill("_a@b"),
		"headings":                fill("# a\n"),
		"headings numbered":       numbered(func(i int) string { return fmt.Sprintf("# a-%d\n# a\n", i) }),
		"headings empty":          fill("#\n"),
		"heading ids":             fill("## a {#a}\n"),
		"setext":                  fill("a\n-\n"),
		"setext lines":            fill("a\n") + "===",
		"setext only":             fill("=\n"),
		"entities":                fill("&amp;"),
		"entity open":             fill("&a"),
		"backslashes":             fill("\\"),
		"backslash lines":         fill("a\\\n"),
		"single quotes":           fill("'9 "),
		"double quotes":           fill("\"a"),
		"dots":                    fill("..."),
		"dashes":                  fill("-- a"),
		"fences":                  fill("```\n"),
		"fence openings":          numbered(func(i int) string { return strings.Repeat("`", i+3) + "\n" }),
		"fence names":             fill("```stage-tabel\n```\n"),
		"fence unknown languages": numbered(func(i int) string { return fmt.Sprintf("```x%d\n```\n", i) }),
		"notes":                   fill("> [!note]\n"),
		"notes apart":             fill("> [!note]\n\n"),
		"tasks":                   fill("- [ ] a\n"),
		"tabs":                    fill("\t"),
		"tabs in list":            "- a\n" + fill("\t\t\ta\n")[:maxText-10],
		"tabs one line":           "- \t" + fill("*\t")[:maxText-10],
		"spaces":                  fill(" "),
		"hard breaks":             fill("a  \n"),
		"rules":                   fill("---\n"),
		"rule spaces":             fill("* * *\n"),
		"lines":                   fill("a\n"),
		"words":                   fill("a "),
		"one word":                fill("a"),
		"blank lines":             fill("\n"),
		"quote and list":          fill("> a\n- b\n"),
		"lazy":                    "> > > > > > > > > a\n" + fill("a\n")[:maxText-100],
		"exclamation marks":       fill("!"),
		"ticks escaped":           fill("- -->\\```-|-"),
		"control characters":      fill("\x01"),
	}
}

func nl(yes bool) string {
	if yes {
		return "\n"
	}
	return ""
}

// deepBlank opens n lists and adds empty lines.
func deepBlank(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String() + strings.Repeat("\n", maxText-b.Len()-200) + strings.Repeat(" ", 2*n) + "a"
}

// deepText opens n lists and adds lines to the innermost.
func deepText(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	line := strings.Repeat(" ", 2*n) + "a\n\n"
	return b.String() + strings.Repeat(line, (maxText-b.Len())/len(line))
}

// footnoteRefs refers as often as possible to the last of many footnotes.
func footnoteRefs() string {
	var b strings.Builder
	for i := range maxFootnotes {
		fmt.Fprintf(&b, "[^%d]: a\n\n", i)
	}
	ref := fmt.Sprintf("[^%d]\n\n", maxFootnotes-1)
	return b.String() + strings.Repeat(ref, (maxText-b.Len())/len(ref))
}

// The bound is far above what was measured, for slow machines. Processor time
// is what counts, for busy ones.
func TestHostileInputTakesBoundedTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const bound = 5 * time.Second
	c := New(Options{})
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			text = text[:min(len(text), maxText)]
			start := processorTime(t)
			_, found := c.Parse(&source.File{Path: "a.md", Text: []byte(text)}, 0)
			page := processorTime(t) - start
			c.Inline(text, source.Range{}, false)
			inline := processorTime(t) - start - page
			t.Logf("%6.3f %6.3f s, %d diagnostics", page.Seconds(), inline.Seconds(), len(found))
			if max(page, inline) > bound {
				t.Errorf("page %v, inline %v", page, inline)
			}
		})
	}
}

// processorTime returns what the process has used so far.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
