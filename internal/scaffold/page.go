package scaffold

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// Page says what the first version of a page shall hold.
type Page struct {
	Kind  journey.Kind
	Path  string      // of its file, below the site's folder
	Lang  locale.Lang // of the site
	Title string

	Persona string   // of a journey; empty when the site has none
	Model   string   // of a journey; empty when the site has none
	Journey string   // of a blueprint
	Stages  []string // of a model, a journey or a blueprint
}

// File returns the file: the keys that its kind needs are set, the others stand
// in comments that explain them, and the prose begins with headings.
func (p Page) File() File {
	dir := path.Join("kinds", string(textsIn(p.Lang)), "*.md")
	templates := template.New("").Funcs(template.FuncMap{"toml": quote, "list": quoteList})
	templates = template.Must(templates.ParseFS(embedded, dir))
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, string(p.Kind)+".md", p); err != nil {
		panic(err) // a mistake in the template
	}
	return File{p.Path, b.Bytes()}
}

// Path returns the path of the file of a page, below the site's folder. The id
// may have folders before it; those of a section and a lesson name the course
// and the section by their folders.
func Path(kind journey.Kind, id string) string {
	if kind == journey.KindCourse || kind == journey.KindSection {
		id += "/index"
	}
	return path.Join("content", kind.Folder(), id+".md")
}

// Title makes a title of an id: "product-page" becomes "Product page".
func Title(id string) string {
	words := strings.FieldsFunc(id, func(r rune) bool { return strings.ContainsRune("-_.", r) })
	title := strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return id
	}
	return string(unicode.ToUpper(first)) + title[size:]
}

// quote returns a text as a TOML string. It is written as JSON writes it, which
// TOML reads as well, except for a raw DEL.
func quote(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		panic(err) // a string can always be encoded
	}
	return strings.ReplaceAll(strings.TrimSpace(b.String()), "\x7f", `\u007f`)
}

// quoteList returns texts as a TOML array.
func quoteList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = quote(t)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
