package theme

import (
	"html/template"

	"stagecraft/internal/locale"
)

// Written returns the templates of a layout as its author wrote them, before
// html/template adds its escapers.
func (t *Theme) Written(lang locale.Lang, name string) (*template.Template, error) {
	common, errs := t.common(lang, asWritten)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return layout(common, t.fileOf("layouts/"+name), functions(lang, t.catalogs[lang]), asWritten)
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
