package theme

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// layer is a theme's folder in one place: the files by their paths below it.
type layer map[string]*source.File

// layers are the folders that make up a theme, the uppermost first.
type layers []layer

// stack gathers the theme of that name and those that it extends.
func stack(name string, site, builtin *source.Snapshot) (layers, []diag.Diagnostic) {
	var all layers
	seen := map[string]bool{}
	wanted := tomlfile.String{Value: tomlfile.Value[string]{V: name}}
	for wanted.V != "" {
		if seen[wanted.V] {
			return all, []diag.Diagnostic{diag.New(diag.ThemeCycle, wanted.At, "theme %q extends itself", wanted.V).
				WithHint("let one of the themes extend none, or \"default\"")}
		}
		seen[wanted.V] = true
		own := layers{layerOf(site, wanted.V), layerOf(builtin, wanted.V)}
		if len(own[0])+len(own[1]) == 0 {
			return all, []diag.Diagnostic{unknown(wanted, site, builtin)}
		}
		all = append(all, own...)
		next, diags := extends(own.file("theme.toml"))
		if len(diags) > 0 {
			return all, diags
		}
		wanted = next
	}
	return all, nil
}

func layerOf(s *source.Snapshot, name string) layer {
	l := layer{}
	for _, f := range s.Under("themes/" + name) {
		l[inTheme(f)] = f
	}
	return l
}

// inTheme returns the path of a file below its theme's folder.
func inTheme(f *source.File) string {
	_, rest, _ := strings.Cut(strings.TrimPrefix(f.Path, "themes/"), "/")
	return rest
}

// extends reads theme.toml and returns the name of the theme below, empty for
// none.
func extends(file *source.File) (tomlfile.String, []diag.Diagnostic) {
	if file == nil {
		return tomlfile.String{}, nil
	}
	if bad, ok := diag.OfText(file); ok {
		return tomlfile.String{}, []diag.Diagnostic{bad}
	}
	doc := tomlfile.Parse(file, 0, len(file.Text), "theme.toml")
	doc.Root.String("name")
	doc.Root.String("description")
	return doc.Root.String("extends"), doc.Diagnostics()
}

// unknown reports a theme that is nowhere.
func unknown(name tomlfile.String, site, builtin *source.Snapshot) diag.Diagnostic {
	d := diag.OfPath(diag.UnknownTheme, "site.toml", "there is no theme %q", name.V)
	if name.IsSet() {
		d = diag.New(diag.UnknownTheme, name.At, "there is no theme %q", name.V)
	}
	names := themeNames(site, builtin)
	if closest, ok := diag.Closest(name.V, names); ok {
		return d.WithHint("did you mean %q?", closest)
	}
	return d.WithHint("make the folder themes/%s, or choose one of %s", name.V, strings.Join(names, ", "))
}

func themeNames(snapshots ...*source.Snapshot) []string {
	names := map[string]bool{}
	for _, s := range snapshots {
		for _, f := range s.Under("themes") {
			if name, _, ok := strings.Cut(strings.TrimPrefix(f.Path, "themes/"), "/"); ok {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// file returns the uppermost file of a path, or nil.
func (ls layers) file(path string) *source.File {
	for _, l := range ls {
		if f := l[path]; f != nil {
			return f
		}
	}
	return nil
}

// files returns the uppermost file of each path, and every file of interface
// strings, sorted by path.
func (ls layers) files() []*source.File {
	seen := map[string]bool{}
	var files []*source.File
	for _, l := range ls {
		for path, f := range l {
			if !seen[path] || isStrings(path) {
				files = append(files, f)
			}
			seen[path] = true
		}
	}
	slices.SortStableFunc(files, byPath)
	return files
}

func isStrings(path string) bool {
	return strings.HasPrefix(path, "i18n/") && strings.HasSuffix(path, ".toml")
}

// digest sums up files, which are sorted.
func digest(files []*source.File) source.Hash {
	h := sha256.New()
	for _, f := range files {
		h.Write([]byte(inTheme(f) + "\x00"))
		h.Write(f.Hash[:])
	}
	return source.Hash(h.Sum(nil))
}

// below shows a file system as the folder of that name.
type below struct {
	folder string
	fs.FS
}

// Open implements fs.FS.
func (b below) Open(name string) (fs.File, error) {
	if name == b.folder {
		return b.FS.Open(".")
	}
	rest, ok := strings.CutPrefix(name, b.folder+"/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return b.FS.Open(rest)
}
