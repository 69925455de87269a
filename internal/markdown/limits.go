package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/diag"
)

// The limits of one text. Beyond them goldmark takes more than linear time (the
// product of two of the numbers, mostly) or overflows the stack; within them no
// text of a mebibyte takes two seconds. Writers stay far below.
const (
	maxText       = 1 << 20 // bytes
	maxNesting    = 50      // quotes, lists, definitions and footnotes within each other
	maxSteps      = 1 << 20 // lines times the depth they are nested at
	maxCells      = 20_000  // of all tables, as rendered: rows × columns
	maxFootnotes  = 500
	maxReferences = 1_000 // link definitions in one paragraph
	maxBrackets   = 250   // opening brackets in one paragraph
	maxDelimiters = 1_000 // characters * _ ~ in one paragraph
	maxTicks      = 1_000 // runs of backticks in one paragraph
)

// limitsKey finds the *limits in a parser's context.
var limitsKey = parser.NewContextKey()

func limitsOf(pc parser.Context) *limits { return pc.Get(limitsKey).(*limits) }

// limits counts while goldmark parses. The first limit to be exceeded is kept;
// from then on the guards below keep goldmark from doing any more work, and the
// result is thrown away.
type limits struct {
	exceeded bool
	code     diag.Code
	message  string
	hint     string
	at       text.Segment

	steps     int
	cells     int
	footnotes int

	paragraph  ast.Node // the node whose inline text is being parsed
	brackets   int
	delimiters int
	ticks      int
}

func (l *limits) exceed(code diag.Code, at text.Segment, hint, message string, args ...any) {
	if l.exceeded {
		return
	}
	l.exceeded, l.code, l.at = true, code, at
	l.hint, l.message = hint, fmt.Sprintf(message, args...)
}

func (l *limits) diagnostic(p place) (diag.Diagnostic, bool) {
	if !l.exceeded {
		return diag.Diagnostic{}, false
	}
	return diag.New(l.code, p.at(l.at.Start, l.at.Stop), "%s", l.message).WithHint("%s", l.hint), true
}

func tooLarge(src []byte, p place) (diag.Diagnostic, bool) {
	if len(src) <= maxText {
		return diag.Diagnostic{}, false
	}
	return diag.New(diag.PageTooLarge, p.at(0, 1), "the text has %d bytes, the limit is %d", len(src), maxText).
		WithHint("split it into several pages"), true
}

// nestingGuard limits how deep the blocks of a block parser nest.
type nestingGuard struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (g nestingGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	l := limitsOf(pc)
	if l.exceeded {
		return nil, parser.NoChildren
	}
	_, line := reader.PeekLine()
	node, state := g.BlockParser.Open(parent, reader, pc)
	if node != nil && depth(parent) >= maxNesting {
		l.exceed(diag.TooNested, line, "use headings to divide the page", "quotes and lists are nested more than %d levels deep", maxNesting)
	}
	return node, state
}

// Continue implements parser.BlockParser. It limits what goldmark remembers of
// lines: 24 bytes for each open block on each, which are gigabytes when empty
// lines follow a deep list.
func (g nestingGuard) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	l := limitsOf(pc)
	if l.steps++; l.steps > maxSteps {
		_, line := reader.PeekLine()
		l.exceed(diag.TooNested, line, "use headings to divide the page", "the quotes and lists are too long for how deep they are nested")
	}
	if l.exceeded {
		return parser.Close
	}
	return g.BlockParser.Continue(node, reader, pc)
}

func depth(n ast.Node) int {
	d := 0
	for ; n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.Blockquote, *ast.List, *extast.DefinitionList, *extast.Footnote:
			d++
		}
	}
	return d
}

// footnoteGuard limits the number of footnotes: goldmark searches them from the
// start for each reference.
type footnoteGuard struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (g footnoteGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	l := limitsOf(pc)
	if l.exceeded {
		return nil, parser.NoChildren
	}
	_, line := reader.PeekLine()
	node, state := g.BlockParser.Open(parent, reader, pc)
	if node == nil {
		return nil, state
	}
	if l.footnotes++; l.footnotes > maxFootnotes {
		l.exceed(diag.PageTooLarge, line, "split it into several pages", "the page has more than %d footnotes", maxFootnotes)
	}
	return node, state
}

// paragraphGuard looks at a paragraph before goldmark makes link definitions
// and tables of it, and removes it when there would be too many.
type paragraphGuard struct{}

// Transform implements parser.ParagraphTransformer.
func (paragraphGuard) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	l := limitsOf(pc)
	lines := node.Lines()
	if n := referenceLines(lines, reader.Source()); n > maxReferences {
		l.exceed(diag.PageTooLarge, lines.At(0), "divide them with empty lines", "a paragraph has more than %d link definitions", maxReferences)
	}
	row, cells := tableCells(lines, reader.Source())
	if l.cells += cells; l.cells > maxCells {
		l.exceed(diag.TableTooBig, row, "keep large tables in a CSV file beside the page", "the tables have more than %d cells", maxCells)
	}
	if l.exceeded {
		node.Parent().RemoveChild(node.Parent(), node)
	}
}

// referenceLines counts the lines that may be link definitions.
func referenceLines(lines *text.Segments, src []byte) int {
	n := 0
	for i := range lines.Len() {
		line := lines.At(i)
		if bytes.HasPrefix(bytes.TrimLeft(src[line.Start:line.Stop], " "), []byte{'['}) {
			n++
		}
	}
	return n
}

// tableCells returns the delimiter row of the table in a paragraph, if there is
// one, and how many cells the table has.
func tableCells(lines *text.Segments, src []byte) (row text.Segment, cells int) {
	for i := 1; i < lines.Len(); i++ {
		row = lines.At(i)
		line := src[row.Start:row.Stop]
		if len(bytes.Trim(line, "-|: \t\n")) == 0 && bytes.IndexByte(line, '-') >= 0 {
			columns := bytes.Count(bytes.Trim(line, "| \t\n"), []byte{'|'}) + 1
			return row, columns * (lines.Len() - i)
		}
	}
	return text.Segment{}, 0
}

// inlineGuard is asked before all other inline parsers. It counts what makes
// them slow; beyond a limit it takes the rest of the line as text.
type inlineGuard struct{}

// Trigger implements parser.InlineParser.
func (inlineGuard) Trigger() []byte { return []byte("[!*_~`") }

// Parse implements parser.InlineParser.
func (inlineGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	l := limitsOf(pc)
	if l.paragraph != parent {
		l.paragraph, l.brackets, l.delimiters, l.ticks = parent, 0, 0, 0
	}
	line, at := block.PeekLine()
	if !l.exceeded {
		l.count(line, at, block.PrecendingCharacter())
	}
	if !l.exceeded {
		return nil
	}
	block.AdvanceLine()
	return ast.NewTextSegment(at)
}

// count counts the characters that the parser after this one will take at once.
func (l *limits) count(line []byte, at text.Segment, before rune) {
	n := 1
	switch line[0] {
	case '`':
		l.ticks++
	case '[':
		l.brackets++
	case '!': // the link parser takes the bracket after it
		if bytes.HasPrefix(line, []byte("![")) {
			l.brackets++
		}
	case '*', '_', '~':
		if line[0] == '~' && before == '~' {
			return // a longer run, which is no delimiter and comes character by character
		}
		n = len(line) - len(bytes.TrimLeft(line, string(line[:1])))
		l.delimiters += n
	}
	if l.ticks > maxTicks || l.brackets > maxBrackets || l.delimiters > maxDelimiters {
		l.exceed(diag.TooNested, at.WithStop(at.Start+n), "divide it with empty lines",
			"a paragraph has more than %d opening brackets, or %d emphasis characters or backticks", maxBrackets, maxDelimiters)
	}
}
