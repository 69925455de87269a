package theme

import (
	"html/template"

	"stagecraft/internal/locale"
)

// Written returns the templates of a layout as its author wrote them, before
// html/template adds its escapers.
func (t *Theme) Written(lang locale.Lang, name string) (*template.Template, error) {
	sets, errs := t.parse(lang, asWritten)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return sets["layouts/"+name], nil
}

// Layouts returns the names of the layouts.
func (t *Theme) Layouts() []string {
	var names []string
	for _, f := range t.templateFiles() {
		if isLayout(f) {
			names = append(names, templateName(f)[len("layouts/"):])
		}
	}
	return names
}

// Keys returns the keys of all interface strings in a language.
func (t *Theme) Keys(lang locale.Lang) []string { return t.catalogs[lang].Keys() }
