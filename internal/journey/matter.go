package journey

import (
	"bytes"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// fence is the line that opens and closes front matter.
const fence = "+++"

// matter says where the front matter of a file stands: text[from:to]. The prose
// follows at body.
type matter struct{ from, to, body int }

// splitMatter finds the front matter of a file. Blank lines may stand before it.
func splitMatter(file *source.File) (matter, *diag.Diagnostic) {
	text := file.Text
	start := len(text) - len(bytes.TrimLeft(text, " \t\n"))
	open, next := line(text, start)
	if string(open) != fence {
		return matter{}, noMatter(file, open)
	}
	m := matter{from: next}
	for pos := next; pos < len(text); {
		l, after := line(text, pos)
		if string(l) == fence {
			m.to, m.body = pos, after
			return m, tooLong(file, m)
		}
		pos = after
	}
	d := diag.New(diag.UnclosedFrontMatter, source.Range{File: file, Start: start, End: start + len(fence)},
		"the front matter that begins here has no end").
		WithHint("add a line %s between the front matter and the text", fence)
	return m, &d
}

// maxMatter is how long front matter can be, in bytes. Longer ones are generated
// or hostile, and would take long to report on.
const maxMatter = 256 << 10

func tooLong(file *source.File, m matter) *diag.Diagnostic {
	if m.to-m.from <= maxMatter {
		return nil
	}
	d := diag.New(diag.PageTooLarge, source.Range{File: file, Start: m.from, End: m.from},
		"the front matter has %d bytes, the limit is %d", m.to-m.from, maxMatter).
		WithHint("keep long texts below the front matter, and results in a CSV file")
	return &d
}

// line returns the line at pos without blanks at its end, and where the next
// one begins.
func line(text []byte, pos int) ([]byte, int) {
	end := len(text)
	if i := bytes.IndexByte(text[pos:], '\n'); i >= 0 {
		end = pos + i
	}
	return bytes.TrimRight(text[pos:end], " \t"), min(end+1, len(text))
}

func noMatter(file *source.File, first []byte) *diag.Diagnostic {
	_, end := line(file.Text, 0)
	d := diag.New(diag.NoFrontMatter, source.Range{File: file, Start: 0, End: max(0, end-1)}, "the file has no front matter")
	if string(first) == "---" {
		d = d.WithHint("front matter is TOML between lines of %s, not YAML between lines of ---", fence)
	} else {
		d = d.WithHint("begin the file with three lines: %s, then title = \"…\", then %s", fence, fence)
	}
	return &d
}
