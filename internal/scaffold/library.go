package scaffold

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// Model is a model of the library.
type Model struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"` // in English
	Stages []string `json:"stages"`
}

// Models returns the models of the library, sorted by id.
func Models() []Model {
	names, err := fs.Glob(embedded, "library/en/models/*.md")
	if err != nil {
		panic(err)
	}
	opts := journey.NewOptions([]locale.Lang{locale.English}, markdown.Options{})
	models := make([]Model, len(names))
	for i, name := range names {
		doc := journey.Parse(&source.File{Path: "content/models/" + path.Base(name), Text: read(name)}, opts)
		models[i] = Model{ID: doc.ID, Title: doc.Title.V}
		for _, stage := range doc.Entity.(*journey.Model).Stages {
			models[i].Stages = append(models[i].Stages, stage.ID)
		}
	}
	return models
}

// FindModel returns the model of the library with that id, in capitals or not:
// most ids are acronyms, and are listed beside them.
func FindModel(id string) (Model, bool) {
	models := Models()
	i := slices.IndexFunc(models, func(m Model) bool { return strings.EqualFold(m.ID, id) })
	if i < 0 {
		return Model{}, false
	}
	return models[i], true
}

// Files returns the model and its stages for a site in these languages, its own
// first. Stages that the site has already are left out.
func (m Model) Files(languages []locale.Lang, have func(stage string) bool) []File {
	files := fromLibrary(journey.KindModel, m.ID, languages)
	for _, id := range m.Stages {
		if !have(id) {
			files = append(files, Stage(id, languages)...)
		}
	}
	return files
}

// Stage returns the stage of the library with that id, for a site in these
// languages, or nothing when the library has none.
func Stage(id string, languages []locale.Lang) []File {
	return fromLibrary(journey.KindStage, id, languages)
}

// fromLibrary returns a file of the library with its translations into those of
// the other languages that the library has.
func fromLibrary(kind journey.Kind, id string, languages []locale.Lang) []File {
	name := path.Join(kind.Folder(), id+".md")
	if _, err := fs.Stat(embedded, path.Join("library/en", name)); err != nil {
		return nil
	}
	files := []File{{Path(kind, id), read("library", string(textsIn(languages[0])), name)}}
	for _, lang := range languages[1:] {
		for _, texts := range Languages() {
			if hasTexts(lang, texts) {
				files = append(files, File{
					Path: Path(kind, id+"."+string(lang)),
					Data: inherited.ReplaceAll(read("library", string(texts), name), nil),
				})
			}
		}
	}
	return files
}

// inherited matches the keys of the library that a translation takes from its
// original.
var inherited = regexp.MustCompile(`(?m)^(stages|cyclic|phase|color|weight) = .*\n`)
