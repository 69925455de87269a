package preview

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stagecraft/internal/diag"
)

// maxProblems is how many errors are shown. Nobody reads more at a time, and
// every event carries them.
const maxProblems = 50

// problem is an error as the templates show it.
type problem struct {
	Place   string // "content/journeys/buy.md:7:14"; may be empty
	Code    diag.Code
	Message string
	Excerpt string // the source line, and a caret under what is meant
	Hint    string
}

// problemList is what the template "problems" shows.
type problemList struct {
	Shown []problem
	More  int // how many there are beside
}

// errorsOf returns the errors among diagnostics, as many as are shown.
func errorsOf(diags []diag.Diagnostic) problemList {
	var list problemList
	for _, d := range diags {
		switch {
		case d.Severity() != diag.Error:
		case len(list.Shown) == maxProblems:
			list.More++
		default:
			list.Shown = append(list.Shown, problemOf(d))
		}
	}
	return list
}

func problemOf(d diag.Diagnostic) problem {
	p := problem{Place: diag.Printable(d.File()), Code: d.Code, Message: diag.Printable(d.Message), Hint: diag.Printable(d.Hint)}
	if f := d.At.File; f != nil {
		pos := f.Pos(d.At.Start)
		p.Place = fmt.Sprintf("%s:%d:%d", p.Place, pos.Line, pos.Col)
		p.Excerpt = excerpt(d)
	}
	return p
}

// excerpt returns what a terminal shows between the message and the hint.
func excerpt(d diag.Diagnostic) string {
	d.Hint = ""
	var b strings.Builder
	diag.Print(&b, []diag.Diagnostic{d}, false) // a Builder takes everything
	_, lines, _ := strings.Cut(b.String(), "\n")
	return strings.TrimSuffix(lines, "\n")
}

// failure returns what kept a page from being drawn.
func failure(err error) problemList {
	var content *ContentError
	if errors.As(err, &content) && len(content.Diags) > 0 {
		var list problemList
		for _, d := range content.Diags {
			list.Shown = append(list.Shown, problemOf(d))
		}
		return list
	}
	return problemList{Shown: []problem{{Message: diag.Printable(err.Error())}}}
}

// and returns both lists in one.
func (l problemList) and(more problemList) problemList {
	return problemList{slices.Concat(l.Shown, more.Shown), l.More + more.More}
}
