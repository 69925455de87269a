package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxExcerpt is how many characters of a source line are shown at most.
const maxExcerpt = 120

// Print writes diagnostics for people, each with its place, the source line, a
// caret under the text meant, and the hint:
//
//	content/journeys/buy.md:7:14: error[unknown-touchpoint]: no touchpoint "chekout"
//	  7 | touchpoint = "chekout"
//	    |              ^^^^^^^^^
//	  hint: did you mean "checkout"? (content/touchpoints/checkout.md)
func Print(w io.Writer, ds []Diagnostic, color bool) error {
	p := printer{color: color}
	for _, d := range ds {
		p.diagnostic(d)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

type printer struct {
	b     strings.Builder
	color bool
}

// The terminal colours, as parameters of the SGR escape sequence.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;34"
	cyan   = "36"
)

func (p *printer) paint(sgr, text string) string {
	if !p.color {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

func (p *printer) diagnostic(d Diagnostic) {
	place := Printable(d.File())
	if f := d.At.File; f != nil {
		pos := f.Pos(d.At.Start)
		place = fmt.Sprintf("%s:%d:%d", place, pos.Line, pos.Col)
	}
	if place != "" {
		fmt.Fprintf(&p.b, "%s: ", p.paint(bold, place))
	}
	tone := [...]string{red, yellow, blue}[d.Severity()]
	fmt.Fprintf(&p.b, "%s: %s\n", p.paint(tone, fmt.Sprintf("%s[%s]", d.Severity(), d.Code)), Printable(d.Message))
	if d.At.File != nil {
		p.excerpt(d, tone)
	}
	if d.Hint != "" {
		fmt.Fprintf(&p.b, "  %s %s\n", p.paint(cyan, "hint:"), Printable(d.Hint))
	}
}

// excerpt shows the line on which the diagnostic starts.
func (p *printer) excerpt(d Diagnostic, tone string) {
	f := d.At.File
	line, start := f.Line(d.At.Start)
	from := min(max(d.At.Start-start, 0), len(line))
	to := min(max(d.At.End-start, from), len(line))
	before, marked, after := window(line[:from], line[from:to], line[to:])
	number := fmt.Sprint(f.Pos(d.At.Start).Line)
	margin := strings.Repeat(" ", len(number))
	fmt.Fprintf(&p.b, "  %s | %s\n", number, Printable(before+marked+after))
	fmt.Fprintf(&p.b, "  %s | %s%s\n", margin, blank(before), p.paint(tone, strings.Repeat("^", max(1, width(marked)))))
}

// window cuts a long line down to what is around the marked text.
func window(before, marked, after string) (string, string, string) {
	if utf8.RuneCountInString(before)+utf8.RuneCountInString(marked)+utf8.RuneCountInString(after) <= maxExcerpt {
		return before, marked, after
	}
	if r := []rune(before); len(r) > maxExcerpt/2 {
		before = "…" + string(r[len(r)-maxExcerpt/2:])
	}
	room := maxExcerpt - utf8.RuneCountInString(before)
	if r := []rune(marked); len(r) > room {
		return before, string(r[:room]), "…"
	}
	room -= utf8.RuneCountInString(marked)
	if r := []rune(after); len(r) > room {
		after = string(r[:room]) + "…"
	}
	return before, marked, after
}

// blank returns white space as wide as the text, with its tabs kept.
func blank(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case !unicode.Is(unicode.Mn, r):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func width(text string) int { return len(blank(text)) }

// Printable replaces control characters, so that no file, name or message can
// move the cursor or change the colours of a terminal. Tabs stay.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// Record is a diagnostic as machines read it. Lines and columns count from 1,
// columns in characters; they are 0 when the diagnostic is about a whole file.
type Record struct {
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Col      int    `json:"col,omitempty"`
	EndLine  int    `json:"end_line,omitempty"`
	EndCol   int    `json:"end_col,omitempty"`
	Severity string `json:"severity"`
	Code     Code   `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// PrintJSON writes diagnostics for machines: one JSON object a line.
func PrintJSON(w io.Writer, ds []Diagnostic) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range ds {
		if err := enc.Encode(record(d)); err != nil {
			return err
		}
	}
	return nil
}

func record(d Diagnostic) Record {
	r := Record{File: d.File(), Severity: d.Severity().String(), Code: d.Code, Message: d.Message, Hint: d.Hint}
	if f := d.At.File; f != nil {
		start, end := f.Pos(d.At.Start), f.Pos(d.At.End)
		r.Line, r.Col, r.EndLine, r.EndCol = start.Line, start.Col, end.Line, end.Col
	}
	return r
}
