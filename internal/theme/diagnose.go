package theme

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// position is how html/template says where an error is: the template's name, the
// line from 1 and, mostly, the byte in it from 0.
var position = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]+):(\d+):(?:(\d+):)? (.*)$`)

// culprit is the expression that html/template quotes in an error.
var culprit = regexp.MustCompile(`(?:executing "[^"]*" )?at <(.+?)>: `)

// diagnose turns an error of html/template into a diagnostic in the theme's
// file.
func (t *Theme) diagnose(err error) diag.Diagnostic {
	m := position.FindStringSubmatch(innermost(err.Error()))
	if m == nil {
		return diag.OfPath(diag.TemplateError, "themes/"+t.name, "%v", err)
	}
	name, message := m[1], m[4]
	file := t.fileOf(name)
	if file == nil {
		return diag.OfPath(diag.TemplateError, "themes/"+t.name, "%v", err)
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	expression := ""
	if c := culprit.FindStringSubmatchIndex(message); c != nil {
		expression = message[c[2]:c[3]]
		message = message[:c[0]] + message[c[1]:]
	}
	return diag.New(diag.TemplateError, place(file, line, col, expression), "%s", message)
}

// minifying is how a minifier says where an error is; line and column count
// from 1.
var minifying = regexp.MustCompile(`^(?:minify: )?(.*) on line (\d+) and column (\d+)`)

// badAsset turns an error of a minifier into a diagnostic in the theme's file.
func badAsset(f *source.File, err error) diag.Diagnostic {
	m := minifying.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.OfPath(diag.TemplateError, f.Path, "%v", err)
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	at := place(f, line, 0, "")
	text, start := f.Line(at.Start)
	at.Start = start + min(col-1, len(text))
	at.End = min(at.Start+1, start+len(text))
	return diag.New(diag.TemplateError, at, "%s", m[1])
}

// innermost returns the last error of a chain that include makes: each says
// where the next was called.
func innermost(message string) string {
	const chained = "error calling include: "
	if i := strings.LastIndex(message, chained); i >= 0 {
		return message[i+len(chained):]
	}
	return message
}

// fileOf returns the file that a template is parsed from; templates that
// html/template derives from it have a $ in their names.
func (t *Theme) fileOf(template string) *source.File {
	template, _, _ = strings.Cut(template, "$")
	for _, f := range t.files {
		if strings.HasSuffix(f.Path, ".html") && templateName(f) == template {
			return f
		}
	}
	return nil
}

// place returns the range of an expression at a line, from 1, and column, from
// 0; without one, all of the line that is not space.
func place(f *source.File, line, col int, expression string) source.Range {
	start := 0
	for range line - 1 {
		next := bytes.IndexByte(f.Text[start:], '\n')
		if next < 0 {
			break
		}
		start += next + 1
	}
	text, start := f.Line(start)
	if i := indexFrom(text, expression, col-len(expression)); expression != "" && i >= 0 {
		return source.Range{File: f, Start: start + i, End: start + i + len(expression)}
	}
	trimmed := strings.TrimSpace(text)
	start += strings.Index(text, trimmed)
	return source.Range{File: f, Start: start, End: start + len(trimmed)}
}

// indexFrom returns where a part stands in a text at or after an offset, or
// anywhere.
func indexFrom(text, part string, offset int) int {
	offset = min(max(offset, 0), len(text))
	if i := strings.Index(text[offset:], part); i >= 0 {
		return offset + i
	}
	return strings.Index(text, part)
}
