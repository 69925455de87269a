package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
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

// compile compiles the templates for each language. What is wrong with them is
// found in the files as they are written, since the minified ones have other
// lines.
func (t *Theme) compile(languages []locale.Lang) (map[locale.Lang]templates, []diag.Diagnostic) {
	diags := t.missing()
	if _, errs := t.parse(languages[0], asWritten); len(errs) > 0 {
		for _, err := range errs {
			diags = append(diags, t.diagnose(err))
		}
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

// parse compiles the templates for one language, each file prepared in the same
// way, and returns what is wrong with them.
func (t *Theme) parse(lang locale.Lang, prepare func([]byte) ([]byte, error)) (templates, []error) {
	common := template.New("").Funcs(functions(lang, t.catalogs[lang], nil))
	var layouts []*source.File
	var errs []error
	for _, f := range t.files {
		switch p := inTheme(f); {
		case path.Ext(p) != ".html":
		case strings.HasPrefix(p, "layouts/") && p != base+".html":
			layouts = append(layouts, f)
		default:
			if err := add(common, f, prepare); err != nil {
				errs = append(errs, err)
			}
		}
	}
	if len(errs) > 0 {
		return nil, errs
	}
	sets := templates{}
	for _, f := range layouts {
		set, err := layout(common, f, lang, t.catalogs[lang], prepare)
		if err != nil {
			errs = append(errs, err)
		}
		sets[templateName(f)] = set
	}
	return sets, errs
}

// layout returns the set that draws a layout.
func layout(common *template.Template, f *source.File, lang locale.Lang, catalog *locale.Catalog, prepare func([]byte) ([]byte, error)) (*template.Template, error) {
	set, err := common.Clone()
	if err != nil {
		return nil, err
	}
	set.Funcs(functions(lang, catalog, set))
	if err := add(set, f, prepare); err != nil {
		return nil, err
	}
	return set, escape(set)
}

// add parses a file into a set. The name of its template must be free: two of
// one name would silently replace each other.
func add(set *template.Template, f *source.File, prepare func([]byte) ([]byte, error)) error {
	name := templateName(f)
	if set.Lookup(name) != nil {
		return fmt.Errorf("template: %s:1: a template %q is defined in another file as well", name, name)
	}
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
