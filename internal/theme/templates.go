package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// base is the frame that every page is put into, and entity draws the pages of a
// kind without a layout of its own.
const (
	base   = "layouts/base"
	entity = "layouts/entity"
)

// required returns the templates that a theme can't do without.
func required() []string {
	return []string{
		base + ".html",
		entity + ".html",
		"blocks/blueprint.html",
		"blocks/crosswalk.html",
		"blocks/emotion-curve.html",
		"blocks/entities.html",
		"blocks/journey-map.html",
		"blocks/matrix.html",
		"blocks/metric.html",
		"blocks/opportunity-matrix.html",
		"blocks/persona-card.html",
		"blocks/small-curves.html",
		"blocks/stage-table.html",
		"layouts/blueprint.html",
		"layouts/channel.html",
		"layouts/course.html",
		"layouts/coverage.html",
		"layouts/crosswalk.html",
		"layouts/home.html",
		"layouts/index.html",
		"layouts/journey.html",
		"layouts/lesson.html",
		"layouts/metric.html",
		"layouts/model.html",
		"layouts/notfound.html",
		"layouts/persona.html",
		"layouts/print.html",
		"layouts/redirect.html",
		"layouts/review.html",
		"layouts/search-panel.html",
		"layouts/search.html",
	}
}

// templates are a theme's layouts and blocks, compiled for one language. Each
// layout is a set of its own, since all of them define "main". The blocks share
// one: html/template looks for contexts in each set anew, and that of all blocks
// times all layouts was half of the time that it takes to load a theme.
type templates map[string]*template.Template

// compile compiles the templates for each language, minified. Html/template
// looks for the contexts of their actions when they are first executed; that is
// brought forward here in one language, so that all mistakes are found.
func (t *Theme) compile(languages []locale.Lang) (map[locale.Lang]templates, []diag.Diagnostic) {
	diags := t.missing()
	text, err := t.minify()
	if err != nil {
		return nil, append(diags, diag.OfPath(diag.TemplateError, "themes/"+t.name, "%v", err))
	}
	all := map[locale.Lang]templates{}
	for i, lang := range languages {
		sets, errs := t.parse(lang, text)
		if i == 0 {
			errs = append(errs, escape(sets)...)
		}
		if len(errs) > 0 {
			return nil, append(diags, t.mistakes(lang, errs)...)
		}
		all[lang] = sets
	}
	return all, diags
}

// minify returns the minified texts of the templates.
func (t *Theme) minify() (func(*source.File) string, error) {
	texts := map[*source.File]string{}
	for _, f := range t.templateFiles() {
		text, err := minifyTemplate(f.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		texts[f] = string(text)
	}
	return func(f *source.File) string { return texts[f] }, nil
}

// asWritten returns the text of a template with the lines that its author knows.
func asWritten(f *source.File) string { return string(f.Text) }

// mistakes reports what is wrong with minified templates, at its place in the
// files as they are written.
func (t *Theme) mistakes(lang locale.Lang, minified []error) []diag.Diagnostic {
	sets, errs := t.parse(lang, asWritten)
	errs = append(errs, escape(sets)...)
	var diags []diag.Diagnostic
	for _, err := range errs {
		diags = append(diags, t.diagnose(err))
	}
	if len(errs) == 0 {
		for _, err := range minified {
			diags = append(diags, diag.OfPath(diag.TemplateError, "themes/"+t.name, "after minifying: %v", err))
		}
	}
	return diags
}

// missing reports the required templates that no file defines.
func (t *Theme) missing() []diag.Diagnostic {
	var diags []diag.Diagnostic
	have := map[string]bool{}
	for _, f := range t.files {
		have[inTheme(f)] = true
	}
	for _, p := range required() {
		if !have[p] {
			diags = append(diags, diag.OfPath(diag.MissingTemplate, "themes/"+t.name+"/"+p, "theme %q has no %s", t.name, p).
				WithHint("write the file, or extends = \"default\" in themes/%s/theme.toml", t.name))
		}
	}
	return diags
}

// parse compiles the templates for one language from their texts, and returns
// what is wrong with them.
func (t *Theme) parse(lang locale.Lang, text func(*source.File) string) (templates, []error) {
	sets := templates{}
	funcs := functions(lang, t.catalogs[lang], sets)
	common, errs := t.common(funcs, text)
	if len(errs) > 0 {
		return nil, errs
	}
	for _, f := range t.templateFiles() {
		name := templateName(f)
		if isBlock(name) {
			sets[name] = common
		}
		if !isLayout(f) {
			continue
		}
		set, err := layout(common, f, funcs, text)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		sets[name] = set
	}
	return sets, errs
}

// common returns the set of templates that all layouts share.
func (t *Theme) common(funcs template.FuncMap, text func(*source.File) string) (*template.Template, []error) {
	var errs []error
	set := template.New("")
	set.Funcs(funcs).Funcs(include(set, set))
	owners := map[string]string{}
	for _, f := range t.templateFiles() {
		if isLayout(f) {
			continue
		}
		err := add(set, f, text)
		if err == nil {
			err = t.unique(set, owners)
		}
		if err != nil {
			errs = append(errs, err)
		}
	}
	return set, errs
}

// unique returns an error if a template was defined in one file and then in
// another: the second would silently replace the first. Owners holds the files
// of the templates that were there before.
func (t *Theme) unique(set *template.Template, owners map[string]string) error {
	for _, defined := range set.Templates() {
		if defined.Tree == nil {
			continue
		}
		name, file := defined.Name(), defined.Tree.ParseName
		if owner, ok := owners[name]; ok && owner != file {
			return fmt.Errorf("template: %s:1: the template %q is defined in %s as well", file, name, inTheme(t.fileOf(owner)))
		}
		owners[name] = file
	}
	return nil
}

// layout returns the set that draws a layout.
func layout(common *template.Template, f *source.File, funcs template.FuncMap, text func(*source.File) string) (*template.Template, error) {
	set, err := common.Clone()
	if err != nil {
		return nil, err
	}
	set.Funcs(funcs).Funcs(include(set, common))
	return set, add(set, f, text)
}

// templateFiles returns the files that hold templates.
func (t *Theme) templateFiles() []*source.File {
	var files []*source.File
	for _, f := range t.files {
		if dir, _, _ := strings.Cut(inTheme(f), "/"); path.Ext(f.Path) == ".html" && slices.Contains([]string{"layouts", "partials", "blocks"}, dir) {
			files = append(files, f)
		}
	}
	return files
}

// isLayout tells whether a template's file draws a page in the frame.
func isLayout(f *source.File) bool {
	return strings.HasPrefix(inTheme(f), "layouts/") && templateName(f) != base
}

// isBlock tells whether a template of that name draws a block of the prose.
func isBlock(name string) bool { return strings.HasPrefix(name, "blocks/") }

// add parses a file into a set.
func add(set *template.Template, f *source.File, text func(*source.File) string) error {
	_, err := set.New(templateName(f)).Parse(text(f))
	return err
}

// templateName returns the name under which a file's template is called:
// "layouts/base" for layouts/base.html, "value" for partials/value.html.
func templateName(f *source.File) string {
	name := strings.TrimSuffix(inTheme(f), ".html")
	return strings.TrimPrefix(name, "partials/")
}

// escape lets html/template find the contexts of all actions, and returns what it
// objects to. No view is needed for that: executed with none, templates stop at
// once.
func escape(sets templates) []error {
	var errs []error
	for name, set := range sets {
		entry := base
		if isBlock(name) {
			entry = name
		}
		var objection *template.Error
		if err := set.ExecuteTemplate(io.Discard, entry, nil); errors.As(err, &objection) {
			errs = append(errs, err)
		}
	}
	return errs
}
