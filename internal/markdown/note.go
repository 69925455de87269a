package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindNoteTitle = ast.NewNodeKind("NoteTitle")

// noteTitle is the first child of a quote that is a note. Its lines, if it has
// any, are the author's own title.
type noteTitle struct {
	ast.BaseBlock
	note string // note, tip, important, warning or caution
}

// Kind implements ast.Node.
func (n *noteTitle) Kind() ast.NodeKind { return kindNoteTitle }

// Dump implements ast.Node.
func (n *noteTitle) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Note": n.note}, nil)
}

// noteTransformer takes the line [!NOTE] from the first paragraph of a quote
// and puts a noteTitle before it.
type noteTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (noteTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(node) {
		return
	}
	lines := node.Lines()
	first := lines.At(0)
	first = first.TrimLeftSpace(reader.Source())
	first = first.TrimRightSpace(reader.Source())
	note, rest, ok := noteMarker(first.Value(reader.Source()))
	if !ok {
		return
	}
	title := &noteTitle{note: note}
	if rest < first.Len() {
		title.Lines().Append(first.WithStart(first.Start + rest))
	}
	quote.InsertBefore(quote, node, title)
	if lines.Len() == 1 {
		quote.RemoveChild(quote, node)
		return
	}
	lines.SetSliced(1, lines.Len())
}

// noteMarker reads [!NOTE] at the start of a line; rest is the offset of what
// follows it.
func noteMarker(line []byte) (note string, rest int, ok bool) {
	marker, after, closed := bytes.Cut(line, []byte{']'})
	if !closed || !bytes.HasPrefix(marker, []byte("[!")) {
		return "", 0, false
	}
	rest = len(line) - len(bytes.TrimLeft(after, " \t"))
	switch note = string(bytes.ToLower(marker[2:])); note {
	case "note", "tip", "important", "warning", "caution":
		return note, rest, true
	}
	return "", 0, false
}
