package scaffold

import (
	"bytes"
	"path"
	"slices"
	"testing"

	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

func none(string) bool { return false }

// parse reads a file as one of a site in these languages, and fails on any
// diagnostic.
func parse(t *testing.T, f File, languages ...locale.Lang) *journey.Doc {
	t.Helper()
	doc := parseAny(f, languages...)
	for _, d := range doc.Diags {
		t.Errorf("%s: %s: %s\n%s", f.Path, d.Code, d.Message, f.Data)
	}
	return doc
}

func parseAny(f File, languages ...locale.Lang) *journey.Doc {
	return journey.Parse(&source.File{Path: f.Path, Text: f.Data}, journey.NewOptions(languages, markdown.Options{}))
}

func paths(files []File) []string {
	var list []string
	for _, f := range files {
		list = append(list, f.Path)
	}
	return list
}

func TestModelComesWithItsStages(t *testing.T) {
	m, ok := FindModel("stdc")
	if !ok {
		t.Fatal("no model stdc")
	}
	if want := (Model{"stdc", "See–Think–Do–Care", []string{"see", "think", "do", "care"}}); m.Title != want.Title || !slices.Equal(m.Stages, want.Stages) {
		t.Errorf("got %v, want %v", m, want)
	}
	got := paths(m.Files([]locale.Lang{"vi"}, func(id string) bool { return id == "think" }))
	want := []string{"content/models/stdc.md", "content/stages/see.md", "content/stages/do.md", "content/stages/care.md"}
	if !slices.Equal(got, want) {
		t.Errorf("got files %v, want %v", got, want)
	}
}

func TestModelsAreListedOnce(t *testing.T) {
	var ids []string
	for _, m := range Models() {
		ids = append(ids, m.ID)
		if len(m.Stages) < 3 || m.Title == "" {
			t.Errorf("model %s has title %q and stages %v", m.ID, m.Title, m.Stages)
		}
	}
	if !slices.IsSorted(ids) || len(slices.Compact(ids)) < 11 {
		t.Errorf("got models %v", ids)
	}
	if _, ok := FindModel("none"); ok {
		t.Error("found a model that does not exist")
	}
}

// TestLibraryInEveryLanguage reads all of the library as originals and as
// translations: what a translation may not hold must have been left out.
func TestLibraryInEveryLanguage(t *testing.T) {
	for _, languages := range [][]locale.Lang{{"vi", "en"}, {"en", "vi"}, {"fr", "vi", "en-gb"}} {
		for _, m := range Models() {
			files := m.Files(languages, none)
			if want := (1 + len(m.Stages)) * min(3, len(languages)); len(files) != want {
				t.Errorf("%v: model %s has %d files, want %d", languages, m.ID, len(files), want)
			}
			for _, f := range files {
				parse(t, f, languages...)
			}
		}
	}
}

func TestLibrarySpeaksTheSitesLanguage(t *testing.T) {
	for _, test := range []struct{ lang, title string }{{"vi", "Năm giai đoạn"}, {"vi-vn", "Năm giai đoạn"}, {"en", "Five stages"}, {"fr", "Five stages"}} {
		m, _ := FindModel("five-stages")
		f := m.Files([]locale.Lang{locale.Lang(test.lang)}, none)[0]
		if doc := parse(t, f, locale.Lang(test.lang)); doc.Title.V != test.title {
			t.Errorf("in %s the title is %q, want %q", test.lang, doc.Title.V, test.title)
		}
	}
}

func TestTranslationKeepsItsTexts(t *testing.T) {
	files := Stage("awareness", []locale.Lang{"vi", "en"})
	if got, want := paths(files), []string{"content/stages/awareness.md", "content/stages/awareness.en.md"}; !slices.Equal(got, want) {
		t.Fatalf("got files %v, want %v", got, want)
	}
	original, translation := string(read("library/en/stages/awareness.md")), string(files[1].Data)
	if want := original[:len("+++\n")]; translation[:len(want)] != want {
		t.Errorf("the translation begins with %q", translation[:len(want)])
	}
	if doc := parse(t, files[1], "vi", "en"); doc.Title.V != "Awareness" || len(doc.Entity.(*journey.Stage).Barriers) == 0 {
		t.Errorf("the translation lost its texts:\n%s", translation)
	}
}

func TestLibraryHasNoUnknownStage(t *testing.T) {
	if files := Stage("none", []locale.Lang{"vi"}); files != nil {
		t.Errorf("got %v", paths(files))
	}
}

// TestStarterSite looks at what the files of the two starter sites have in
// common; that they compile is tested through the command.
func TestStarterSite(t *testing.T) {
	kinds := map[locale.Lang]map[string]int{}
	for _, lang := range Languages() {
		kinds[lang] = map[string]int{}
		for _, f := range Site(lang, "") {
			kinds[lang][path.Dir(f.Path)]++
		}
	}
	for dir, n := range kinds[locale.Vietnamese] {
		if kinds[locale.English][dir] != n {
			t.Errorf("%s: %d files in Vietnamese, %d in English", dir, n, kinds[locale.English][dir])
		}
	}
	if n := kinds[locale.Vietnamese]["content/touchpoints"]; n != 3 {
		t.Errorf("%d touchpoints, want 3", n)
	}
}

func TestStarterSiteTakesATitle(t *testing.T) {
	for _, f := range Site(locale.Vietnamese, `Nhà "Sen"`) {
		if f.Path == "site.toml" && !bytes.Contains(f.Data, []byte("\ntitle = \"Nhà \\\"Sen\\\"\"\n")) {
			t.Errorf("site.toml is\n%s", f.Data)
		}
	}
}
