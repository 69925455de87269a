package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// separator divides a golden file: input above, output below.
const separator = "\n==========\n"

// Each file of testdata is one behaviour: input, separator, expected output.
// The texts of inline-*.txt go through Inline, raw-*.txt with raw HTML allowed.
// Run with -update after a change, and read the difference.
func TestGolden(t *testing.T) {
	for _, g := range goldens(t) {
		t.Run(g.name, func(t *testing.T) {
			got := g.compile()
			if *update {
				if err := os.WriteFile(g.path, []byte(g.input+separator+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != g.want {
				t.Errorf("got\n%s\nwant\n%s", got, g.want)
			}
		})
	}
}

type golden struct{ path, name, input, want string }

func goldens(t testing.TB) []golden {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no goldens", err)
	}
	var all []golden
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		input, want, _ := strings.Cut(string(content), separator)
		all = append(all, golden{path, strings.TrimSuffix(filepath.Base(path), ".txt"), input, want})
	}
	return all
}

func (g golden) compile() string {
	file := &source.File{Path: "a.md", Text: []byte(g.input)}
	c := New(Options{RawHTML: strings.HasPrefix(g.name, "raw-")})
	var body *Body
	var found []diag.Diagnostic
	if strings.HasPrefix(g.name, "inline-") {
		body, found = c.Inline(g.input, source.Range{File: file, End: len(g.input)}, true)
	} else {
		body, found = c.Parse(file, 0)
	}
	var b strings.Builder
	b.WriteString(show(body))
	if err := diag.Print(&b, diag.Sort(found), false); err != nil {
		panic(err)
	}
	return b.String()
}

// show writes a body for people: the HTML with its holes, then what it lists.
func show(body *Body) string {
	var b strings.Builder
	b.WriteString(html(body) + "\n")
	for i, l := range body.Links {
		fmt.Fprintf(&b, "link %d: path=%q kind=%q id=%q anchor=%q image=%v at=%q\n", i, l.Path, l.Kind, l.ID, l.Anchor, l.Image, excerpt(l.At))
	}
	for i, block := range body.Blocks {
		fmt.Fprintf(&b, "block %d: name=%q toml=%q\n", i, excerpt(block.NameAt), block.TOML)
	}
	for _, h := range body.Headings {
		fmt.Fprintf(&b, "h%d: id=%q text=%q\n", h.Level, h.ID, h.Text)
	}
	fmt.Fprintf(&b, "words: %d\nlead: %s\n", body.Words, body.Lead)
	return b.String()
}

// html returns the HTML with each hole as {{what}}.
func html(body *Body) string {
	var b strings.Builder
	for _, p := range body.Pieces {
		switch h := p.Hole; h.Kind {
		case NoHole:
			b.WriteString(p.HTML)
		case LinkAddress:
			fmt.Fprintf(&b, "{{link %d}}", h.Index)
		case LinkTitle:
			fmt.Fprintf(&b, "{{title %d}}", h.Index)
		case BlockHole:
			fmt.Fprintf(&b, "{{block %d}}", h.Index)
		case PictureSize:
			fmt.Fprintf(&b, ` width="{{size %d}}"`, h.Index)
		case LabelHole:
			fmt.Fprintf(&b, "{{label %s}}", h.Key)
		}
	}
	return b.String()
}

func excerpt(r source.Range) string { return string(r.File.Text[r.Start:r.End]) }
