package journey

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"stagecraft/internal/diag"
	"stagecraft/internal/measure"
	"stagecraft/internal/source"
)

// maxResults is how many results a metric can have: more than two years of days.
// What is measured more often is for a chart elsewhere.
const maxResults = 1000

// ReadResults reads the results of a metric from a CSV file. Its first line
// names the columns: date, and those of the method; the column counts holds the
// answers per scale point, separated by blanks.
func ReadResults(file *source.File, m *Metric) ([]Result, []diag.Diagnostic) {
	if bad, ok := diag.OfText(file); ok {
		return nil, []diag.Diagnostic{bad}
	}
	t := csvTable{file: file, metric: m, method: measure.Method(m.Method.V), line: 1}
	t.read()
	checkResults(t.results, t.add)
	return t.results, t.diags
}

// csvTable reads results row by row.
type csvTable struct {
	file    *source.File
	metric  *Metric
	method  measure.Method
	columns []string

	line, lineStart int // the line of the last field asked for, and its offset

	results []Result
	diags   []diag.Diagnostic
}

func (t *csvTable) read() {
	r := csv.NewReader(bytes.NewReader(t.file.Text))
	r.TrimLeadingSpace = true
	for first := true; ; first = false {
		start := int(r.InputOffset())
		fields, err := r.Read()
		if err == io.EOF {
			if first {
				t.report(source.Range{File: t.file}, "the file is empty")
			}
			return
		}
		if err != nil {
			t.report(t.lineAt(start), "%v", csvProblem(err))
			return
		}
		if len(t.results) >= maxResults {
			t.report(t.lineAt(start), "there are more than %d results", maxResults)
			return
		}
		at := func(i int) source.Range { return t.field(r, i, fields[i]) }
		if !first {
			t.row(fields, at)
		} else if !t.header(fields, at) {
			return
		}
	}
}

func csvProblem(err error) error {
	if perr := (*csv.ParseError)(nil); errors.As(err, &perr) {
		return perr.Err
	}
	return err
}

// header takes the names of the columns.
func (t *csvTable) header(fields []string, at func(int) source.Range) bool {
	if len(fields) == 1 && strings.ContainsAny(fields[0], ";\t") {
		t.add(diag.New(diag.BadResults, at(0), "the columns are not separated by commas").
			WithHint("save the file with commas between the columns and points for decimals"))
		return false
	}
	known := append([]string{"date"}, t.method.Columns()...)
	if t.method.Counted() {
		known = append(known, measure.CountsColumn)
	}
	for i, name := range fields {
		name = strings.TrimSpace(name)
		if !slices.Contains(known, name) {
			t.add(diag.New(diag.BadResults, at(i), "no column %q belongs to method %q", name, t.method).
				WithHint("the columns are: %s", strings.Join(known, ", ")))
		} else if slices.Contains(t.columns, name) {
			t.report(at(i), "the column %q stands twice", name)
		}
		t.columns = append(t.columns, name)
	}
	if !slices.Contains(t.columns, "date") {
		t.report(t.lineAt(0), "the column %q is missing", "date")
	}
	return len(t.diags) == 0
}

// row takes one result.
func (t *csvTable) row(fields []string, at func(int) source.Range) {
	w := t.metric.written(t.lineAt(at(0).Start))
	before := len(t.diags)
	for i, field := range fields[:min(len(fields), len(t.columns))] {
		if field = strings.TrimSpace(field); field != "" {
			t.take(w, t.columns[i], field, at(i))
		}
	}
	if len(t.diags) > before {
		return
	}
	if !w.date.IsSet() {
		t.report(w.at, "the date is missing")
		return
	}
	if result, ok := w.result(t.add); ok {
		t.results = append(t.results, result)
	}
}

// take puts a field into a result.
func (t *csvTable) take(w *written, column, field string, at source.Range) {
	switch column {
	case "date":
		day, err := time.Parse(time.DateOnly, field)
		if err != nil {
			t.report(at, "%q is not a date such as 2026-09-30", field)
			return
		}
		w.date = Date{V: day, At: at}
	case measure.CountsColumn:
		for part := range strings.FieldsSeq(field) {
			w.row.Counts = append(w.row.Counts, t.number(part, at))
		}
		w.places[column] = at
	default:
		w.set(column, t.number(field, at), at)
	}
}

func (t *csvTable) number(text string, at source.Range) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		t.report(at, "%q is not a number", text)
	}
	return v
}

// field returns where a field of the current record stands.
func (t *csvTable) field(r *csv.Reader, i int, text string) source.Range {
	line, col := r.FieldPos(i)
	for t.line < line {
		t.lineStart += bytes.IndexByte(t.file.Text[t.lineStart:], '\n') + 1
		t.line++
	}
	start := t.lineStart + col - 1
	return source.Range{File: t.file, Start: start, End: start + len(text)}
}

func (t *csvTable) lineAt(offset int) source.Range {
	line, start := t.file.Line(offset)
	return source.Range{File: t.file, Start: start, End: start + len(line)}
}

func (t *csvTable) add(d diag.Diagnostic) { t.diags = append(t.diags, d) }

func (t *csvTable) report(at source.Range, format string, args ...any) {
	t.add(diag.New(diag.BadResults, at, format, args...).
		WithHint("write numbers with a point for decimals, and separate the columns with commas"))
}
