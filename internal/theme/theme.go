// Package theme turns a theme's folder into templates, assets and interface
// strings.
//
// In go the files of the theme: those of the site over those that are embedded
// in the program, file by file, over those of the theme that it extends. Out
// comes a Theme that draws views and never changes. A mistake in a theme is a
// diagnostic at its place in the theme's file.
//
// A theme's folder holds
//
//	theme.toml         name, description, extends (the name of another theme)
//	layouts/NAME.html  a page: defines "main", which layouts/base.html puts into its frame
//	partials/NAME.html the template "NAME", for all layouts
//	blocks/NAME.html   the template "blocks/NAME", which draws a block of the prose
//	i18n/LANG.toml     interface strings; they are merged key by key, not file by file
//	assets/…           published in theme/…; the files of a folder that is named
//	                   like a file, as assets/style.css/, are joined to that file
//
// Templates are html/template's, with the functions that funcs.go lists. They
// and the style sheets and scripts are minified here, once, and no page is
// minified by itself.
package theme

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// Theme draws pages. It never changes and may be used by several goroutines.
type Theme struct {
	name      string
	catalogs  map[locale.Lang]*locale.Catalog
	templates map[locale.Lang]templates // minified
	files     []*source.File            // of the templates, for errors
	assets    []Asset
	digest    source.Hash

	day, night []color // what text stands on, in light and in dark mode
}

// Load reads the theme of that name for a site in these languages, its own
// first. The snapshot holds the site's files, embedded the themes of the program
// by their names. The Theme is nil if a diagnostic is an error. The error is a
// fault of the disk, never a mistake in a file.
func Load(name string, snapshot *source.Snapshot, embedded fs.FS, languages []locale.Lang) (*Theme, []diag.Diagnostic, error) {
	builtin, err := source.Read(context.Background(), below{"themes", embedded})
	if err != nil {
		return nil, nil, fmt.Errorf("read the embedded themes: %w", err)
	}
	layers, diags := stack(name, snapshot, builtin)
	files := layers.files()
	for _, f := range files {
		if bad, ok := diag.OfText(f); ok {
			diags = append(diags, bad)
		}
	}
	if len(diags) > 0 {
		return nil, diag.Sort(diags), nil
	}
	t := &Theme{name: name, files: files, digest: digest(files)}
	var problems []diag.Diagnostic
	t.catalogs, problems = catalogs(layers, languages)
	diags = append(diags, problems...)
	t.templates, problems = t.compile(languages)
	diags = append(diags, problems...)
	t.assets, problems, err = assets(files)
	if err != nil {
		return nil, nil, err
	}
	if diags = append(diags, problems...); len(diags) > 0 {
		return nil, diag.Sort(diags), nil
	}
	t.day, t.night = grounds(t.assets)
	return t, nil, nil
}

// Digest identifies all that the theme's pages depend on: themes of the same
// digest draw the same pages.
func (t *Theme) Digest() source.Hash { return t.digest }

// Assets returns the files to publish beside the pages, sorted by path.
func (t *Theme) Assets() []Asset { return t.assets }

// Text returns the interface string of a key in a language, as the template
// function t does.
func (t *Theme) Text(lang locale.Lang, key string, args ...any) string {
	text, _ := t.catalogs[lang].Text(key, args...)
	return text
}

// byPath orders files by their paths below the theme's folder.
func byPath(a, b *source.File) int { return cmp.Compare(inTheme(a), inTheme(b)) }
