package scaffold

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"stagecraft/internal/locale"
)

// GitIgnore is the path of the file that keeps the output out of Git. Whoever
// has one of their own keeps it.
const GitIgnore = ".gitignore"

// starterModel is the model of the library that the starter site uses.
const starterModel = "five-stages"

// Languages returns the languages that a starter site can be in.
func Languages() []locale.Lang { return []locale.Lang{locale.Vietnamese, locale.English} }

// Site returns the files of a starter site in one of Languages: a small complete
// handbook of an invented shop, to be changed into the reader's own. The title
// is the example's when it is empty.
func Site(lang locale.Lang, title string) []File {
	dir := path.Join("site", string(lang))
	var files []File
	err := fs.WalkDir(embedded, dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, File{strings.TrimPrefix(name, dir+"/"), read(name)})
		}
		return err
	})
	if err != nil {
		panic(err) // the language is not one of Languages
	}
	for i, f := range files {
		if f.Path == "site.toml" && title != "" {
			files[i] = f.WithTitle(title)
		}
	}
	model, _ := FindModel(starterModel)
	files = append(files, model.Files([]locale.Lang{lang}, func(string) bool { return false })...)
	return append(files, File{GitIgnore, []byte("/public/\n/public.zip\n")})
}

var titleLine = regexp.MustCompile(`(?m)^title = .*$`)

// WithTitle returns the file with another title in its TOML.
func (f File) WithTitle(title string) File {
	at := titleLine.FindIndex(f.Data)
	if at == nil {
		return f
	}
	f.Data = []byte(string(f.Data[:at[0]]) + "title = " + quote(title) + string(f.Data[at[1]:]))
	return f
}
