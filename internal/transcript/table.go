package transcript

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSpan keeps a page from asking for a table of millions of columns.
const maxSpan = 100

// table returns a table, below its caption. A head that spans columns stands in
// the first of them.
func table(n *html.Node) []string {
	var rows [][]string
	var list []string
	width := 0
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.Caption:
			list = append(list, leaves(c)...)
		case atom.Tr:
			row := cells(c)
			width = max(width, len(row))
			rows = append(rows, row)
		}
	}
	if width == 0 {
		return list
	}
	if first := firstRow(n); first.Parent.DataAtom != atom.Thead {
		rows = append([][]string{nil}, rows...)
	}
	var b strings.Builder
	for i, row := range rows {
		for k := range width {
			text := ""
			if k < len(row) {
				text = row[k]
			}
			b.WriteString("| " + text + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", width) + "|\n")
		}
	}
	return append(list, strings.TrimSuffix(b.String(), "\n"))
}

// bar finds the end of a cell within code, where nothing is escaped yet.
var bar = regexp.MustCompile(`(^|[^\\])\|`)

func firstRow(n *html.Node) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == atom.Tr {
			return c
		}
	}
	return n
}

func cells(row *html.Node) []string {
	var list []string
	for c := range row.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		list = append(list, bar.ReplaceAllString(strings.Join(leaves(c), "; "), `$1\|`))
		span, _ := strconv.Atoi(attribute(c, "colspan"))
		for range min(span, maxSpan) - 1 {
			list = append(list, "")
		}
	}
	return list
}
