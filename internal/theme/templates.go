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
		base + ".html", entity + ".html", "layouts/journey.html", "layouts/blueprint.html", "layouts/course.html",
		"layouts/lesson.html", "layouts/home.html", "layouts/index.html", "layouts/redirect.html",
		"layouts/notfound.html", "blocks/stage-table.html", "blocks/entities.html",
	}
}

// templates are a theme's layouts, compiled for one language: each is a set of
// its own, since all of them define "main".
type templates map[string]*template.Template

// compile compiles the templates for each language.
func (t *Theme) compile(languages []locale.Lang) (map[locale.Lang]templates, []diag.Diagnostic) {
	diags := append(t.missing(), t.mistakes(languages[0])...)
	if len(diags) > 0 {
		return nil, diags
	}
	all := map[locale.Lang]templates{}
	for _, lang := range languages {
		sets, errs := t.parse(lang, minifyTemplate)
		for _, err := range errs {
			diags = append(diags, t.diagnose(fmt.Errorf("after minifying: %w", err)))
		}
		all[lang] = sets
	}
	return all, diags
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

// mistakes reports what is wrong with the templates. It looks at the files as
// they are written, since the minified ones have other lines.
func (t *Theme) mistakes(lang locale.Lang) []diag.Diagnostic {
	sets, errs := t.parse(lang, asWritten)
	for _, set := range sets {
		if err := escape(set); err != nil {
			errs = append(errs, err)
		}
	}
	var diags []diag.Diagnostic
	for _, err := range errs {
		diags = append(diags, t.diagnose(err))
	}
	return diags
}

// parse compiles the templates for one language, each file prepared in the same
// way, and returns what is wrong with them.
func (t *Theme) parse(lang locale.Lang, prepare func([]byte) ([]byte, error)) (templates, []error) {
	common, errs := t.common(lang, prepare)
	if len(errs) > 0 {
		return nil, errs
	}
	sets := templates{}
	for _, f := range t.templateFiles() {
		if !isLayout(f) {
			continue
		}
		set, err := layout(common, f, functions(lang, t.catalogs[lang]), prepare)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		sets[templateName(f)] = set
	}
	return sets, errs
}

// common returns the set of templates that all layouts share.
func (t *Theme) common(lang locale.Lang, prepare func([]byte) ([]byte, error)) (*template.Template, []error) {
	var errs []error
	set := template.New("")
	set.Funcs(functions(lang, t.catalogs[lang])).Funcs(include(set))
	owners := map[string]string{}
	for _, f := range t.templateFiles() {
		if isLayout(f) {
			continue
		}
		err := add(set, f, prepare)
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
func layout(common *template.Template, f *source.File, funcs template.FuncMap, prepare func([]byte) ([]byte, error)) (*template.Template, error) {
	set, err := common.Clone()
	if err != nil {
		return nil, err
	}
	set.Funcs(funcs).Funcs(include(set))
	return set, add(set, f, prepare)
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

// add parses a file into a set.
func add(set *template.Template, f *source.File, prepare func([]byte) ([]byte, error)) error {
	name := templateName(f)
	text, err := prepare(f.Text)
	if err != nil {
		return fmt.Errorf("template: %s:1: %w", name, err)
	}
	_, err = set.New(name).Parse(string(text))
	return err
}

// asWritten prepares a template that is not to be minified.
func asWritten(text []byte) ([]byte, error) { return text, nil }

// templateName returns the name under which a file's template is called:
// "layouts/base" for layouts/base.html, "link" for partials/link.html.
func templateName(f *source.File) string {
	name := strings.TrimSuffix(inTheme(f), ".html")
	return strings.TrimPrefix(name, "partials/")
}

// escape lets html/template find the contexts of all templates in a set, which
// it otherwise does when they are first executed, and returns what it objects to.
// No view is needed for that: executed with none, they stop at once.
func escape(set *template.Template) error {
	for _, t := range set.Templates() {
		if t.Name() != base && !strings.HasPrefix(t.Name(), "blocks/") {
			continue
		}
		var objection *template.Error
		if err := set.ExecuteTemplate(io.Discard, t.Name(), nil); errors.As(err, &objection) {
			return err
		}
	}
	return nil
}
