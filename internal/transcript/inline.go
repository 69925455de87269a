package transcript

import (
	"path"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lineBreak stands for a break within a paragraph until it is known what the
// text is for; no text holds it, because control characters are dropped.
const lineBreak = "\v"

// inline returns what stands within a line, as Markdown. Runs of white space are
// one space.
func inline(n *html.Node) string {
	if n.Type == html.TextNode {
		return escape(spaces(n.Data))
	}
	if n.Type != html.ElementNode || leftOut(n) {
		return ""
	}
	switch n.DataAtom {
	case atom.Br:
		return lineBreak
	case atom.Code, atom.Kbd, atom.Samp:
		return code(oneLine(textOf(n)))
	case atom.Img:
		return "![" + escape(oneLine(attribute(n, "alt"))) + "](" + address(attribute(n, "src")) + ")"
	case atom.Input:
		return checkbox(n)
	}
	inner := inlines(n)
	switch n.DataAtom {
	case atom.A:
		if id := attribute(n.Parent, "id"); id != "" && attribute(n, "href") == "#"+id {
			return "" // a heading's link to itself
		}
		return link(inner, attribute(n, "href"))
	case atom.Strong, atom.B:
		return around(inner, "**", "**")
	case atom.Em:
		return around(inner, "*", "*")
	case atom.Del, atom.S:
		return around(inner, "~~", "~~")
	case atom.Small:
		return " " + inner
	case atom.Sup:
		return `\[` + inner + "]"
	case atom.I: // the number of a stage in front of its name
		return inner + " "
	case atom.Span:
		if isLabel(n) {
			return inner + ":"
		}
	}
	return inner
}

func inlines(parent *html.Node) string {
	var b strings.Builder
	for n := range parent.ChildNodes() {
		if isBlock(n) {
			b.WriteByte(' ')
		}
		b.WriteString(inline(n))
	}
	return b.String()
}

// link returns a link. A transcript has no anchors: what leads to a place on the
// page itself is its text alone, and what leads to one on another page leads there.
func link(text, href string) string {
	page, anchor, inPage := strings.Cut(href, "#")
	switch {
	case strings.HasPrefix(anchor, "fnref"):
		return "" // the way back from a footnote
	case page == "":
		return text
	case inPage && path.Ext(page) == ".md":
		href = page
	}
	return around(text, "[", "]("+address(href)+")")
}

// isLabel tells whether an element names the short fact that follows it in the
// head of a page.
func isLabel(n *html.Node) bool {
	return n.PrevSibling == nil && n.Parent.DataAtom == atom.Li && hasClass(n.Parent.Parent, "chips")
}

func checkbox(n *html.Node) string {
	if attribute(n, "type") != "checkbox" {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == "checked" {
			return "[x] "
		}
	}
	return "[ ] "
}

// around puts marks around a text, inside of the spaces at its ends.
func around(text, open, end string) string {
	inner := strings.TrimSpace(text)
	if inner == "" {
		return text
	}
	before, after, _ := strings.Cut(text, inner)
	return before + open + inner + end + after
}

// code returns a text as code, between marks that do not occur in it.
func code(text string) string {
	if text == "" {
		return ""
	}
	mark := strings.Repeat("`", longestRun(text)+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return mark + text + mark
}

// longestRun returns how many backquotes stand in a row at most.
func longestRun(text string) int {
	longest, run := 0, 0
	for _, r := range text {
		run++
		if r != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// spaces makes each run of white space one space and drops control characters.
func spaces(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		if r != '\u00a0' && unicode.IsSpace(r) {
			space = true
			continue
		}
		if unicode.IsControl(r) {
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

func oneLine(text string) string { return strings.TrimSpace(spaces(text)) }

var entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

// escape keeps characters of a text from being taken for markup. An underscore
// within a word is none.
func escape(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		inWord := i > 0 && i < len(runes)-1 && isWord(runes[i-1]) && isWord(runes[i+1])
		if strings.ContainsRune("\\`*[]<~|", r) || r == '_' && !inWord {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return entity.ReplaceAllString(b.String(), `\&$1`)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// address keeps an address from ending the link that it stands in.
func address(href string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C").Replace(
		strings.ReplaceAll(oneLine(href), " ", "%20"))
}

// opening is what would make something else of a paragraph that begins with it.
var opening = regexp.MustCompile(`^(#{1,6}|[-+=>]|[0-9]{1,9}[.)])(\s|$)|^>|^={2,}|^-{2,}`)

// paragraph returns a text of several lines as a paragraph.
func paragraph(text string) string {
	lines := strings.Split(text, lineBreak)
	for i, l := range lines {
		l = oneLine(l)
		if at := opening.FindStringIndex(l); at != nil {
			digits := len(l) - len(strings.TrimLeft(l, "0123456789"))
			l = l[:digits] + `\` + l[digits:]
		}
		lines[i] = l
	}
	return strings.Join(lines, "\\\n")
}

// line returns the same in one line.
func line(text string) string { return oneLine(strings.ReplaceAll(text, lineBreak, " ")) }

// Text returns a plain text as one line of Markdown.
func Text(text string) string { return escape(oneLine(text)) }
