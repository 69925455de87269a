package theme

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
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
	return d.WithHint("make the folder themes/%s, or choose one of: %s", name.V, strings.Join(names, ", "))
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
func (ls layers) file(name string) *source.File {
	for _, l := range ls {
		if f := l[name]; f != nil {
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
		for name, f := range l {
			if !seen[name] || isStrings(name) {
				files = append(files, f)
			}
			seen[name] = true
		}
	}
	slices.SortStableFunc(files, byPath)
	return files
}

func isStrings(name string) bool {
	return strings.HasPrefix(name, "i18n/") && strings.HasSuffix(name, ".toml")
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
	inside, err := b.inside("open", name)
	if err != nil {
		return nil, err
	}
	return b.FS.Open(inside)
}

// Stat implements fs.StatFS: the top folder has another name here.
func (b below) Stat(name string) (fs.FileInfo, error) {
	inside, err := b.inside("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(b.FS, inside)
	return renamed{info, path.Base(name)}, err
}

func (b below) inside(op, name string) (string, error) {
	if name == b.folder {
		return ".", nil
	}
	if rest, ok := strings.CutPrefix(name, b.folder+"/"); ok {
		return rest, nil
	}
	return "", &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// renamed is a FileInfo under another name.
type renamed struct {
	fs.FileInfo
	name string
}

// Name implements fs.FileInfo.
func (r renamed) Name() string { return r.name }
