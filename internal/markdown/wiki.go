package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindWikiLink = ast.NewNodeKind("WikiLink")

// wikiLink is [[kind:id#heading|label]], or [[#heading|label]] on the same page.
type wikiLink struct {
	ast.BaseInline
	kind, id, anchor string
	target           text.Segment // kind:id#heading
	label            text.Segment // empty when there is none
}

// Kind implements ast.Node.
func (n *wikiLink) Kind() ast.NodeKind { return kindWikiLink }

// Dump implements ast.Node.
func (n *wikiLink) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Target": string(n.target.Value(src))}, nil)
}

// wikiParser parses wiki links. What is no target, such as [[1, 2], [3, 4]] or
// [[ -f x ]], stays text, and so does [[1]](url), which is an ordinary link.
type wikiParser struct{}

// Trigger implements parser.InlineParser.
func (wikiParser) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (wikiParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) || at.Padding > 0 {
		return nil
	}
	inner := line[2:]
	end := bytes.IndexAny(inner, "[]\n")
	if end <= 0 || !bytes.HasPrefix(inner[end:], []byte("]]")) || bytes.HasPrefix(inner[end:], []byte("]](")) {
		return nil
	}
	n, ok := newWikiLink(inner[:end], at.Start+2)
	if !ok {
		return nil
	}
	block.Advance(2 + end + 2)
	return n
}

// newWikiLink takes apart what is between the brackets; start is its offset.
func newWikiLink(inner []byte, start int) (*wikiLink, bool) {
	target, label, labelled := bytes.Cut(inner, []byte{'|'})
	n := &wikiLink{label: text.NewSegment(start+len(inner)-len(label), start+len(inner))}
	if labelled {
		target = bytes.TrimSuffix(target, []byte{'\\'}) // as it is written in a table
		if len(bytes.TrimSpace(label)) == 0 {
			return nil, false
		}
	}
	n.target = text.NewSegment(start, start+len(target))
	id, anchor, anchored := bytes.Cut(target, []byte{'#'})
	kind, rest, qualified := bytes.Cut(id, []byte{':'})
	if qualified {
		id = rest
	} else {
		kind = nil
	}
	name := id
	if !qualified && len(id) == 0 { // [[#heading]], on the same page
		name = anchor
	}
	if qualified && !isName(kind) || !isName(name) || anchored && len(bytes.TrimSpace(anchor)) == 0 {
		return nil, false
	}
	n.kind, n.id, n.anchor = string(kind), string(id), string(anchor)
	return n, true
}

// isName tells whether a text may be meant as an id or a kind: words of letters,
// digits and the punctuation of file names. It is laxer than ids are, so that a
// title between the brackets becomes a diagnostic with a hint.
func isName(name []byte) bool {
	if len(name) == 0 || name[0] == ' ' || name[0] == '-' || name[len(name)-1] == ' ' {
		return false
	}
	for _, r := range string(name) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) && !bytes.ContainsRune([]byte("-_./ "), r) {
			return false
		}
	}
	return true
}
