// Package diag holds diagnostics: what an author got wrong, where, and how to
// mend it.
//
// Every stage of the pipeline returns its diagnostics beside its result and
// goes on, so that one run reports everything. A Diagnostic is a plain value
// that can be kept with a cached result and reported again. Each has a Code;
// the codes, their severities and meanings are listed in codes.go and nowhere
// else.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"stagecraft/internal/source"
)

// Severity says what a diagnostic means for the build.
type Severity int

// The severities. Errors stop a build from being written, warnings do not, and
// notes only inform.
const (
	Error Severity = iota
	Warning
	Note
)

// String returns the word used in printed diagnostics.
func (s Severity) String() string {
	return [...]string{"error", "warning", "note"}[s]
}

// Diagnostic is one finding about the user's files.
type Diagnostic struct {
	Code    Code
	At      source.Range // At.File is nil when no text can be shown
	Path    string       // the file meant when At.File is nil; may be empty
	Message string       // what is wrong, in lower case and without a period
	Hint    string       // how to mend it; may be empty
}

// New returns a diagnostic about a stretch of a file's text. The message is
// formatted as by fmt.Sprintf.
func New(code Code, at source.Range, format string, args ...any) Diagnostic {
	return Diagnostic{Code: code, At: at, Message: fmt.Sprintf(format, args...)}
}

// OfPath returns a diagnostic about a file as a whole, known by its path alone.
func OfPath(code Code, path, format string, args ...any) Diagnostic {
	return Diagnostic{Code: code, Path: path, Message: fmt.Sprintf(format, args...)}
}

// WithHint returns the diagnostic with a hint, formatted as by fmt.Sprintf.
func (d Diagnostic) WithHint(format string, args ...any) Diagnostic {
	d.Hint = fmt.Sprintf(format, args...)
	return d
}

// Severity returns the severity of the diagnostic's code.
func (d Diagnostic) Severity() Severity { return d.Code.Severity() }

// File returns the path of the file meant, empty when there is none.
func (d Diagnostic) File() string {
	if d.At.File != nil {
		return d.At.File.Path
	}
	return d.Path
}

// Sort orders diagnostics by file, place, code and message, and drops exact
// repetitions. Those of site.toml come first: others may follow from them.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(rank(a), rank(b)),
			cmp.Compare(a.File(), b.File()),
			cmp.Compare(a.At.Start, b.At.Start),
			cmp.Compare(a.At.End, b.At.End),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Hint, b.Hint),
		)
	})
	return slices.Compact(ds)
}

func rank(d Diagnostic) int {
	if d.File() == "site.toml" {
		return 0
	}
	return 1
}

// Count returns how many errors and warnings there are.
func Count(ds []Diagnostic) (errors, warnings int) {
	for _, d := range ds {
		switch d.Severity() {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}

// OfText returns the diagnostic for a file whose text can't be used, if so.
func OfText(f *source.File) (Diagnostic, bool) {
	if f.Bad == nil {
		return Diagnostic{}, false
	}
	at := source.Range{File: f, Start: f.Bad.Offset, End: f.Bad.Offset + 1}
	switch f.Bad.Problem {
	case source.InvalidUTF8:
		return New(InvalidUTF8, at, "byte 0x%02x is not valid UTF-8", f.Text[f.Bad.Offset]).
			WithHint("save the file in the encoding UTF-8"), true
	case source.HasNUL:
		return New(HasNUL, at, "the file holds a NUL byte").
			WithHint("remove it; is this a text file, saved as UTF-8?"), true
	default:
		return OfPath(FileTooLarge, f.Path, "the file has %d bytes, the limit is %d", f.Size, source.MaxText).
			WithHint("split it into several files"), true
	}
}
