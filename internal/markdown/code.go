package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"stagecraft/internal/diag"
)

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

// isSlip tells whether a language is almost the name of a block. No language
// that chroma or GitHub knows is that close to one.
func isSlip(language string) bool {
	if language == "" || isHighlighted(language) {
		return false
	}
	_, near := diag.Closest(language, BlockNames())
	return near
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
	r.html = highlight(r.html, language, code.Bytes())
	r.raw("</code></pre>")
}
