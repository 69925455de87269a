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
	"stagecraft/internal/tomlfile"
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
				t.add(diag.New(diag.BadResults, source.Range{File: t.file}, "the file is empty").
					WithHint("name the columns in the first line: %s", strings.Join(t.known(), ",")))
			}
			return
		}
		if err != nil {
			t.unreadable(t.lineAt(start), err)
			return
		}
		if len(t.results) >= maxResults {
			t.add(tooMany(t.lineAt(start)))
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

// unreadable reports a line that is no CSV.
func (t *csvTable) unreadable(at source.Range, err error) {
	if perr := (*csv.ParseError)(nil); errors.As(err, &perr) {
		err = perr.Err
	}
	d := diag.New(diag.BadResults, at, "%v", err).
		WithHint("put a quote before and after the field, or leave quotes out")
	if errors.Is(err, csv.ErrFieldCount) {
		d = diag.New(diag.BadResults, at, "this line has not as many fields as the first").
			WithHint("leave a field empty, between two commas, where there is no number; write decimals with a point")
	}
	t.add(d)
}

// header takes the names of the columns.
func (t *csvTable) header(fields []string, at func(int) source.Range) bool {
	if len(fields) == 1 && strings.ContainsAny(fields[0], ";\t") {
		t.add(diag.New(diag.BadResults, at(0), "the columns are not separated by commas").
			WithHint("save the file with commas between the columns and points for decimals"))
		return false
	}
	known := t.known()
	for i, name := range fields {
		name = strings.TrimSpace(name)
		if !slices.Contains(known, name) {
			t.add(diag.New(diag.BadResults, at(i), "no column %q belongs to method %q", name, t.method).
				WithHint("the columns are: %s", strings.Join(known, ", ")))
		} else if slices.Contains(t.columns, name) {
			t.add(diag.New(diag.BadResults, at(i), "the column %q stands twice", name).WithHint("remove one of them"))
		}
		t.columns = append(t.columns, name)
	}
	if !slices.Contains(t.columns, "date") {
		t.add(diag.New(diag.BadResults, t.lineAt(0), "the column %q is missing", "date").
			WithHint("the columns are: %s", strings.Join(known, ", ")))
	}
	return len(t.diags) == 0
}

// known returns the names that a column can have.
func (t *csvTable) known() []string {
	names := append([]string{"date"}, t.method.Columns()...)
	if t.method.Counted() {
		names = append(names, measure.CountsColumn)
	}
	return names
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
		t.badDate(w.at, "the date is missing")
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
			t.badDate(at, "%q is not a date", field)
			return
		}
		if day.Year() < tomlfile.FirstYear {
			t.badDate(at, "%q is in the year %d", field, day.Year())
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
		t.add(diag.New(diag.BadResults, at, "%q is not a number", text).
			WithHint("write a point for decimals, and nothing between thousands"))
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

func (t *csvTable) badDate(at source.Range, format string, args ...any) {
	t.add(diag.New(diag.BadResults, at, format, args...).WithHint("write year-month-day: 2026-09-30"))
}

// tooMany says that a metric has more results than it can have.
func tooMany(at source.Range) diag.Diagnostic {
	return diag.New(diag.BadResults, at, "there are more than %d results", maxResults).
		WithHint("keep one for each week or month")
}
