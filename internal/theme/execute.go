package theme

import (
	"fmt"
	"html/template"
	"io"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
)

// ExecError is an error in drawing a page that the theme's author can mend.
type ExecError struct {
	Diagnostic diag.Diagnostic // in the theme's file
	Err        error
}

// Error implements error.
func (e *ExecError) Error() string { return "draw page: " + e.Err.Error() }

// Unwrap returns what html/template said.
func (e *ExecError) Unwrap() error { return e.Err }

// Execute draws a view with the layout of that name in one of the languages that
// the theme was loaded for. A kind without a layout of its own is drawn by the
// layout "entity". An error in a template is an *ExecError; what is written by
// then is of no use.
func (t *Theme) Execute(w io.Writer, lang locale.Lang, layout string, view any) error {
	sets, ok := t.templates[lang]
	if !ok {
		return fmt.Errorf("draw page: the theme is not loaded for the language %q", lang)
	}
	set := sets.layout(layout)
	err := set.ExecuteTemplate(w, base, view)
	if err == nil {
		return nil
	}
	return t.execError(err, lang, layout, view)
}

func (ts templates) layout(name string) *template.Template {
	if set := ts["layouts/"+name]; set != nil {
		return set
	}
	return ts[entity]
}

// execError finds the place of an error in the files as they are written, by
// drawing the page once more. An error that this does not repeat is one of the
// writer's.
func (t *Theme) execError(err error, lang locale.Lang, layout string, view any) error {
	sets, errs := t.parse(lang, asWritten)
	if len(errs) > 0 {
		return err // cannot be: Load parsed the same files
	}
	again := sets.layout(layout).ExecuteTemplate(io.Discard, base, view)
	if again == nil {
		return fmt.Errorf("write page: %w", err)
	}
	return &ExecError{Diagnostic: t.diagnose(again), Err: again}
}
