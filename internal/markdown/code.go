package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/diag"
)

// maxHighlighted is the size in bytes above which code is not highlighted.
const maxHighlighted = 64 << 10

// BlockNames returns the names of the blocks, sorted.
func BlockNames() []string {
	return []string{
		"blueprint", "crosswalk", "emotion-curve", "entities", "journey-map", "matrix", "metric",
		"opportunity-matrix", "persona-card", "quiz", "stage-table", "tabs", "video",
	}
}

// IsBlock tells whether a fenced code block of this language is a block.
func IsBlock(name string) bool { return slices.Contains(BlockNames(), name) }

// fenced renders a fenced code block: a block of ours or code.
func (r *renderer) fenced(n *ast.FencedCodeBlock) {
	language := string(n.Language(r.src))
	if IsBlock(language) || isSlip(language) {
		r.block(language, n)
		return
	}
	r.code(language, n)
}

// isSlip tells whether a language is none, but almost the name of a block.
func isSlip(language string) bool {
	if language == "" {
		return false
	}
	_, close := diag.Closest(language, BlockNames())
	return close && lexers.Get(language) == nil
}

// block leaves a hole for a block and lists it.
func (r *renderer) block(name string, n *ast.FencedCodeBlock) {
	info := n.Info.Segment
	start := min(info.Stop+1, len(r.src))
	end := start
	lines := n.Lines()
	if lines.Len() > 0 {
		start, end = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	r.body.Blocks = append(r.body.Blocks, Block{
		Name:   name,
		TOML:   blanked(r.src[start:end], start, lines),
		At:     r.place.at(start, end),
		NameAt: r.place.at(info.Start, info.Start+len(name)),
	})
	r.hole(Hole{Kind: BlockHole, Index: len(r.body.Blocks) - 1})
}

// blanked returns a copy of text, which starts at an offset of the source, with
// all that belongs to none of the lines as spaces.
func blanked(text []byte, start int, lines *text.Segments) []byte {
	out := bytes.Repeat([]byte{' '}, len(text))
	for i := range lines.Len() {
		line := lines.At(i)
		copy(out[line.Start-start:], text[line.Start-start:line.Stop-start])
	}
	return out
}

// code renders a block of code.
func (r *renderer) code(language string, n ast.Node) {
	var code bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code.Write(line.Value(r.src))
	}
	r.raw(`<pre class="chroma" tabindex="0"><code`)
	if language != "" {
		r.raw(` class="language-`)
		r.html = appendEscaped(r.html, []byte(language))
		r.raw(`"`)
	}
	r.raw(">")
	r.highlight(language, code.String())
	r.raw("</code></pre>")
}

// highlight writes code with chroma's classes, or plain if chroma knows no such
// language or does not return all of the code.
func (r *renderer) highlight(language, code string) {
	start := len(r.html)
	if !r.highlighted(language, code) {
		r.html = appendEscaped(r.html[:start], []byte(code))
	}
}

func (r *renderer) highlighted(language, code string) bool {
	if language == "" || len(code) > maxHighlighted {
		return false
	}
	lexer := lexers.Get(language)
	if lexer == nil {
		return false
	}
	tokens, err := chroma.Tokenise(chroma.Coalesce(lexer), nil, code)
	if err != nil {
		return false
	}
	rest := code
	for _, t := range tokens {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, t.Value); !ok {
			return false
		}
		r.token(t)
	}
	return rest == ""
}

func (r *renderer) token(t chroma.Token) {
	class := tokenClass(t.Type)
	if class != "" {
		r.raw(`<span class="` + class + `">`)
	}
	r.html = appendEscaped(r.html, []byte(t.Value))
	if class != "" {
		r.raw("</span>")
	}
}

// tokenClass returns the class that chroma's style sheets have for a type.
func tokenClass(t chroma.TokenType) string {
	for ; t != 0; t = t.Parent() {
		if class, ok := chroma.StandardTypes[t]; ok {
			return class
		}
	}
	return ""
}
