package scaffold

import (
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// pages returns a page of each kind, once with all ids and once with none but
// those that it can't do without.
func pages(lang locale.Lang) []Page {
	var list []Page
	for _, kind := range journey.Kinds() {
		id := "x"
		switch kind {
		case journey.KindSection:
			id = "c/01-x"
		case journey.KindLesson:
			id = "c/01-s/01-x"
		}
		bare := Page{Kind: kind, Path: Path(kind, id), Lang: lang, Title: "Một trang", Journey: "j"}
		if kind == journey.KindModel {
			bare.Stages = []string{"a", "b"}
		}
		full := bare
		full.Persona, full.Model, full.Stages = "p", "m", []string{"a", "b"}
		list = append(list, bare, full)
	}
	return list
}

func TestEveryKindIsRead(t *testing.T) {
	for _, lang := range Languages() {
		for _, p := range pages(lang) {
			doc := parse(t, p.File(), lang)
			if doc.Kind != p.Kind || doc.Title.V != p.Title {
				t.Errorf("%s: got %s %q, want %s %q", p.Path, doc.Kind, doc.Title.V, p.Kind, p.Title)
			}
		}
	}
}

func TestIDsReachTheirKeys(t *testing.T) {
	for _, p := range pages(locale.English) {
		if p.Stages == nil {
			continue
		}
		switch e := parse(t, p.File(), "en").Entity.(type) {
		case *journey.Model:
			if len(e.Stages) != 2 || e.Stages[1].ID != "b" {
				t.Errorf("the model has stages %v", e.Stages)
			}
		case *journey.Journey:
			if e.Persona.ID != "p" || e.Model.ID != "m" || len(e.Steps) != 2 || e.Steps[1].Stage.ID != "b" {
				t.Errorf("the journey is %+v", e)
			}
		case *journey.Blueprint:
			if e.Journey.ID != "j" || len(e.Steps) != 2 || e.Steps[1].Stage.ID != "b" {
				t.Errorf("the blueprint is %+v", e)
			}
		}
	}
}

var comment = regexp.MustCompile(`(?m)^# (\[|"[\p{L} ]+" = |[a-z_]+ = )`)

// TestCommentedLinesAreRight removes the # from every line that holds a key:
// what the comments offer must be what the compiler takes.
func TestCommentedLinesAreRight(t *testing.T) {
	for _, lang := range Languages() {
		for _, p := range pages(lang) {
			f := p.File()
			f.Data = comment.ReplaceAll(f.Data, []byte("$1"))
			parse(t, f, lang)
		}
	}
}

// TestTemplatesNameEveryKey takes the keys of a kind from the message about an
// unknown one, and looks for them in its template.
func TestTemplatesNameEveryKey(t *testing.T) {
	common := keysOf(Page{Kind: journey.KindPage, Path: "content/x.md"})
	for _, lang := range Languages() {
		for _, p := range pages(lang) {
			text := string(p.File().Data)
			for key := range keysOf(p) {
				if !common[key] && !regexp.MustCompile(`\b`+key+`\b`).MatchString(text) {
					t.Errorf("%s in %s does not name the key %s", p.Kind, lang, key)
				}
			}
		}
	}
}

// keysOf returns the keys that a kind has, those of its steps included.
func keysOf(p Page) map[string]bool {
	keys := map[string]bool{}
	text := "+++\nzzzzzzzz = 1\n[[steps]]\nzzzzzzzz = 1\n+++\n"
	for _, d := range parseAny(File{p.Path, []byte(text)}, "en").Diags {
		if list, ok := strings.CutPrefix(d.Hint, "its keys are: "); ok {
			for key := range strings.SplitSeq(list, ", ") {
				keys[key] = true
			}
		}
	}
	return keys
}

func TestTitlesOfAnyKindAreQuoted(t *testing.T) {
	for _, title := range []string{`a "b" \c`, "tab\tnew\nline", "\x00\x1f\x7f\u2028", "<&> “ngoặc” 🎉", "+++", "{{.}}"} {
		var v struct{ Title string }
		if _, err := toml.Decode("title = "+quote(title), &v); err != nil || v.Title != title {
			t.Errorf("%q came back as %q (%v)", title, v.Title, err)
		}
	}
}

func TestTitleOfAnID(t *testing.T) {
	for id, want := range map[string]string{
		"product-page": "Product page", "5a": "5a", "first_map.v2": "First map v2", "x": "X", "-": "-",
	} {
		if got := Title(id); got != want {
			t.Errorf("Title(%q) is %q, want %q", id, got, want)
		}
	}
}

func TestPathOfAnID(t *testing.T) {
	for _, test := range []struct {
		kind     journey.Kind
		id, want string
	}{
		{journey.KindTerm, "nps", "content/glossary/nps.md"},
		{journey.KindTouchpoint, "web/checkout", "content/touchpoints/web/checkout.md"},
		{journey.KindCourse, "first-map", "content/courses/first-map/index.md"},
		{journey.KindSection, "first-map/01-words", "content/courses/first-map/01-words/index.md"},
		{journey.KindLesson, "first-map/01-words/02-stage", "content/courses/first-map/01-words/02-stage.md"},
		{journey.KindPage, "guide/start", "content/guide/start.md"},
	} {
		if got := Path(test.kind, test.id); got != test.want {
			t.Errorf("Path(%s, %q) is %q, want %q", test.kind, test.id, got, test.want)
		}
	}
}
