package theme

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Asset is a file that a theme publishes. Its data must not be changed.
type Asset struct {
	Path string // in the output: "theme/style.css"
	Data []byte
}

// assets returns what is in a theme's folder assets, minified. The error is a
// fault of the disk.
func assets(files []*source.File) ([]Asset, []diag.Diagnostic, error) {
	var list []Asset
	var diags []diag.Diagnostic
	for _, f := range files {
		rest, ok := strings.CutPrefix(inTheme(f), "assets/")
		if !ok {
			continue
		}
		data, err := read(f)
		if err != nil {
			return nil, nil, err
		}
		if data, err = minifyAsset(rest, data); err != nil {
			diags = append(diags, badAsset(f, err))
			continue
		}
		list = join(list, Asset{"theme/" + joined(rest), data})
	}
	slices.SortFunc(list, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return list, diags, nil
}

// join adds an asset to the list, or its data to the asset of the same path.
func join(list []Asset, a Asset) []Asset {
	if last := len(list) - 1; last >= 0 && list[last].Path == a.Path {
		list[last].Data = slices.Concat(list[last].Data, []byte("\n"), a.Data)
		return list
	}
	return append(list, a)
}

// joined returns the file that an asset becomes part of: of a folder that is
// named like a file of the same sort, the folder.
func joined(name string) string {
	dir := path.Dir(name)
	if ext := path.Ext(name); (ext == ".css" || ext == ".js") && path.Ext(dir) == ext {
		return dir
	}
	return name
}

// read returns the bytes of a file.
func read(f *source.File) ([]byte, error) {
	if f.Text != nil {
		return f.Text, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Path, err)
	}
	return data, nil
}

// minifyAsset minifies style sheets and scripts; all else it returns as it is.
func minifyAsset(name string, data []byte) ([]byte, error) {
	switch path.Ext(name) {
	case ".css":
		return minified(data, (&css.Minifier{}).Minify)
	case ".js":
		return minified(data, (&js.Minifier{}).Minify)
	}
	return data, nil
}

// minifyTemplate minifies an HTML template. Quotes, end tags and attributes are
// kept: what is in an action decides whether they are needed, and html/template
// reads the context of an action from them.
func minifyTemplate(text []byte) ([]byte, error) {
	return minified(text, (&html.Minifier{
		KeepDefaultAttrVals: true,
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		TemplateDelims:      html.GoTemplateDelims,
	}).Minify)
}

func minified(data []byte, minifier minify.MinifierFunc) ([]byte, error) {
	var b bytes.Buffer
	if err := minifier(minify.New(), &b, bytes.NewReader(data), nil); err != nil {
		return nil, fmt.Errorf("minify: %w", err)
	}
	return b.Bytes(), nil
}
