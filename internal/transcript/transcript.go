// Package transcript writes down in Markdown what a drawn page says.
//
// In goes a page as HTML; out comes what its <main> holds as CommonMark with
// tables: headings, paragraphs, lists, fields, tables, quotes, code and links.
// Drawings, forms, navigation and all that is hidden from a screen reader or meant
// for paper is left out. Text stays text: no character of it becomes markup. The
// same page gives the same bytes.
package transcript

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Write writes the transcript of a page.
func Write(b *bytes.Buffer, page []byte) error {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return fmt.Errorf("read page: %w", err)
	}
	b.WriteString(strings.Join(blocks(mainOf(root)), "\n\n"))
	b.WriteByte('\n')
	return nil
}

// mainOf returns the part of a page that is its own, all of it if none says so.
func mainOf(root *html.Node) *html.Node {
	part := root
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Body:
			part = n
		case atom.Main:
			return n
		}
	}
	return part
}

// blocks returns what stands in an element one below the other.
func blocks(parent *html.Node) []string {
	var list []string
	pieces(parent, func(text string) {
		list = append(list, paragraph(text))
	}, func(n *html.Node) {
		list = append(list, block(n)...)
	})
	return list
}

// leaves returns the same as single lines, for where no blocks can stand.
func leaves(parent *html.Node) []string {
	var list []string
	pieces(parent, func(text string) {
		list = append(list, line(text))
	}, func(n *html.Node) {
		if n.DataAtom == atom.Pre {
			list = append(list, code(oneLine(textOf(n))))
			return
		}
		list = append(list, leaves(n)...)
	})
	return list
}

// pieces goes through an element: run gets the text between blocks.
func pieces(parent *html.Node, run func(string), block func(*html.Node)) {
	var text strings.Builder
	flush := func() {
		if t := strings.TrimSpace(text.String()); t != "" {
			run(t)
		}
		text.Reset()
	}
	for n := range parent.ChildNodes() {
		if isBlock(n) && !leftOut(n) {
			flush()
			block(n)
			continue
		}
		text.WriteString(inline(n))
	}
	flush()
}

// block returns a block as Markdown; one that only holds others is those.
func block(n *html.Node) []string {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if title := strings.Join(leaves(n), " "); title != "" {
			return []string{strings.Repeat("#", int(n.Data[1]-'0')) + " " + title}
		}
		return nil
	case atom.Hr:
		return []string{"---"}
	case atom.Pre:
		return []string{codeBlock(n)}
	case atom.Blockquote:
		return []string{prefixed("> ", "> ", strings.Join(blocks(n), "\n\n"))}
	case atom.Ul, atom.Ol:
		return present(items(n))
	case atom.Dl:
		return present(fields(n))
	case atom.Table:
		return table(n)
	}
	return blocks(n)
}

func present(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// items returns a list.
func items(list *html.Node) string {
	var b strings.Builder
	number := 0
	for n := range list.ChildNodes() {
		if n.DataAtom != atom.Li || leftOut(n) {
			continue
		}
		parts := blocks(n)
		if len(parts) == 0 {
			continue
		}
		number++
		marker := "- "
		if list.DataAtom == atom.Ol {
			marker = fmt.Sprintf("%d. ", number)
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(prefixed(marker, strings.Repeat(" ", len(marker)), strings.Join(parts, "\n\n")))
	}
	return b.String()
}

// fields returns a list of definitions, with a line for each.
func fields(list *html.Node) string {
	var lines []string
	var values []string
	label := ""
	flush := func() {
		if len(values) > 0 {
			lines = append(lines, "- **"+label+":** "+strings.Join(values, "; "))
		}
		values = nil
	}
	for n := range list.Descendants() {
		switch {
		case n.DataAtom == atom.Dt:
			flush()
			label = strings.Join(leaves(n), " ")
		case n.DataAtom == atom.Dd:
			values = append(values, leaves(n)...)
		}
	}
	flush()
	return strings.Join(lines, "\n")
}

// codeBlock returns code between fences that do not occur in it.
func codeBlock(n *html.Node) string {
	language := ""
	for c := range n.Descendants() {
		if after, ok := strings.CutPrefix(attribute(c, "class"), "language-"); ok {
			language, _, _ = strings.Cut(after, " ")
			break
		}
	}
	text := strings.TrimSuffix(textOf(n), "\n")
	fence := strings.Repeat("`", max(3, longestRun(text)+1))
	return fence + language + "\n" + text + "\n" + fence
}

// prefixed puts one prefix before the first line and another before the rest.
func prefixed(first, rest, text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		lines[i] = strings.TrimRight(prefix+l, " ")
	}
	return strings.Join(lines, "\n")
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Caption, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt,
		atom.Figcaption, atom.Figure, atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Li,
		atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead,
		atom.Tr, atom.Ul:
		return true
	}
	return false
}

// leftOut tells whether an element says nothing to who reads text alone: every
// drawing has the same in words beside it. The classes are those of the default
// theme: the table of contents, and what is printed in place of something that is
// on the screen.
func leftOut(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Svg, atom.Nav, atom.Form, atom.Button, atom.Template, atom.Dialog, atom.Iframe, atom.Object:
		return true
	}
	return attribute(n, "aria-hidden") == "true" || isDrawing(n) || hasClass(n, "contents") || hasClass(n, "on-paper")
}

// isDrawing tells whether an element is drawn by the elements in it. One that
// holds text alone is a sign, such as an arrow.
func isDrawing(n *html.Node) bool {
	if attribute(n, "role") != "img" {
		return false
	}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

// textOf returns all text of an element as it stands.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
