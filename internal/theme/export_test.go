package theme

import (
	"html/template"

	"stagecraft/internal/locale"
)

// Written returns the templates of a layout as its author wrote them, before
// html/template adds its escapers.
func (t *Theme) Written(lang locale.Lang, layout string) (*template.Template, error) {
	return t.set(lang, layout, asWritten)
}

// Minified returns the same as Execute uses it, but not escaped yet either.
func (t *Theme) Minified(lang locale.Lang, layout string) (*template.Template, error) {
	return t.set(lang, layout, minifyTemplate)
}

func (t *Theme) set(lang locale.Lang, name string, prepare func([]byte) ([]byte, error)) (*template.Template, error) {
	common, errs := t.common(lang, prepare)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return layout(common, t.fileOf("layouts/"+name), functions(lang, t.catalogs[lang]), prepare)
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
