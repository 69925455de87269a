// Package tomlfile reads TOML strictly and knows where everything stands.
//
// In goes a stretch of a file's text; out comes a Document whose tables are
// read key by key, each key with the type and range that its reader expects:
//
//	doc := tomlfile.Parse(file, from, to, "a touchpoint")
//	title := doc.Root.String("title")
//	influence := doc.Root.Int("influence", 1, 5)
//	diagnostics := doc.Diagnostics()
//
// Every value comes with its range in the file. What does not fit is a
// diagnostic at the exact place, and reading goes on with the zero value, so
// that one run reports all. A key that nobody asked for is unknown: the readers
// are the schema, and there is no other list to keep in step with them.
//
// Values are decoded by BurntSushi/toml. It gives no position for a value, so
// scan.go walks the same text and notes where each key and value stands; a
// fuzz test holds the two against each other.
package tomlfile

import (
	"bytes"
	"errors"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// maxDepth is how deep tables and arrays may nest. The decoder recurses without
// a limit of its own, and a stack overflow can't be recovered from.
const maxDepth = 32

// maxOpeners bounds the brackets in a text that the scanner could not follow
// to its end, so that the decoder's recursion stays far from overflowing.
const maxOpeners = 10_000

// Document is a stretch of TOML, being read.
type Document struct {
	Root *Table

	file   *source.File
	broken bool
	tables []*Table
	diags  []diag.Diagnostic
}

// OK tells whether the text is TOML, so that reading it makes sense.
func (d *Document) OK() bool { return !d.broken }

// Parse decodes file.Text[from:to]. The name says what the text describes, with
// its article, for messages: "a persona", "site.toml". After a syntax error the
// Document is empty and holds the diagnostic.
func Parse(file *source.File, from, to int, name string) *Document {
	return ParseText(file, from, file.Text[from:to], name)
}

// ParseText is Parse for text that stands at an offset of the file, byte for
// byte, except for blanked prefixes such as those of a quotation.
func ParseText(file *source.File, offset int, text []byte, name string) *Document {
	d := &Document{file: file}
	root, values, problem := decode(file, offset, text)
	if problem != nil {
		d.diags, d.broken = append(d.diags, *problem), true
	}
	root.attach(values)
	d.Root = d.open(root, name)
	return d
}

// decode returns the index of the text and the values that belong to it.
func decode(file *source.File, offset int, text []byte) (*node, map[string]any, *diag.Diagnostic) {
	s := scanner{file: file, base: offset, text: text}
	root, err := s.document()
	empty := &node{kind: tableNode, at: s.rangeOf(0, len(text))}
	if errors.Is(err, errTooDeep) {
		d := diag.New(diag.TOMLTooDeep, s.rangeOf(s.pos, s.pos+1), "tables and arrays nest more than %d levels deep", maxDepth)
		return empty, nil, &d
	}
	if err != nil && bytes.Count(text, []byte("["))+bytes.Count(text, []byte("{")) > maxOpeners {
		d := diag.New(diag.TOMLSyntax, s.rangeOf(s.pos, s.pos+1), "this is not TOML")
		return empty, nil, &d
	}
	var values map[string]any
	if _, err := toml.Decode(string(text), &values); err != nil {
		d := syntaxError(&s, err)
		return empty, nil, &d
	}
	return root, values, nil
}

// syntaxError turns the decoder's error into a diagnostic at its place.
func syntaxError(s *scanner, err error) diag.Diagnostic {
	var perr toml.ParseError
	if !errors.As(err, &perr) {
		return diag.New(diag.TOMLSyntax, s.rangeOf(0, 0), "%s", err)
	}
	start := min(max(perr.Position.Start, 0), len(s.text))
	end := min(start+max(perr.Position.Len, 1), len(s.text))
	message := lowerFirst(strings.TrimSuffix(perr.Message, "."))
	d := diag.New(diag.TOMLSyntax, s.rangeOf(start, end), "%s", message)
	switch {
	case strings.Contains(message, "already been defined"):
		return d.WithHint("each key stands once: remove one of the two, or join them")
	case strings.HasSuffix(message, "out of range for int64"):
		return d.WithHint("whole numbers reach from -%[1]d to %[1]d; an id or a telephone number stands in quotes", math.MaxInt64)
	case strings.HasSuffix(message, "out of range for float64"):
		return d.WithHint("numbers reach from -1.79e308 to 1.79e308")
	}
	return d.WithHint("%s", syntaxHint(s.text, start))
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// What people write for dates, truth and decimals where TOML has its own forms.
var (
	vietnameseDate = regexp.MustCompile(`=\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s*(#.*)?$`)
	wordForBool    = regexp.MustCompile(`(?i)=\s*(yes|no|on|off|có|không|true|false)\s*(#.*)?$`)
	decimalComma   = regexp.MustCompile(`=\s*-?\d+,\d+\s*(#.*)?$`)
)

// syntaxHint says what most often is wrong at a place where TOML breaks off.
func syntaxHint(text []byte, at int) string {
	line := text[bytes.LastIndexByte(text[:at], '\n')+1:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	key, _, _ := bytes.Cut(line, []byte("="))
	switch {
	case bytes.ContainsFunc(key, func(r rune) bool { return r > unicode.MaxASCII }) && !bytes.ContainsAny(key, "\"'"):
		return `a key with letters outside a–z stands in quotes: "Tuổi" = 27`
	case vietnameseDate.Match(line):
		return "a date is written year-month-day without quotes: 2026-09-30"
	case wordForBool.Match(line):
		return "write true or false"
	case decimalComma.Match(line):
		return "decimals have a point: 0.5"
	case bytes.Contains(line, []byte(": ")) && !bytes.Contains(line, []byte("=")):
		return `TOML writes key = "value", with an equals sign`
	case bytes.ContainsAny(line, "“”‘’"):
		return `TOML needs straight quotes: "value"`
	case bytes.Count(line, []byte(`"`))%2 == 1:
		return `close the text with a quotation mark; inside a text write \" or use '…'`
	default:
		return `texts stand in quotes: key = "value"; lists in brackets: key = ["one", "two"]`
	}
}

// Diagnostics returns what was wrong, unknown keys included. Call it when all
// that is wanted has been read.
func (d *Document) Diagnostics() []diag.Diagnostic {
	for _, t := range d.tables {
		t.reportUnknown()
	}
	d.tables = nil
	return d.diags
}

// Asked returns the keys that were asked for so far in any of the tables, each
// once: the schema as its readers know it.
func (d *Document) Asked() []string {
	var keys []string
	for _, t := range d.tables {
		for _, key := range t.asked {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

func (d *Document) open(n *node, name string) *Table {
	t := &Table{doc: d, node: n, name: name}
	d.tables = append(d.tables, t)
	return t
}

func (d *Document) report(diagnostic diag.Diagnostic) {
	d.diags = append(d.diags, diagnostic)
}
