package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

func options() Options {
	return NewOptions([]locale.Lang{locale.Vietnamese, locale.English}, markdown.Options{})
}

func parse(path, text string) *Doc {
	return Parse(&source.File{Path: path, Text: []byte(text)}, options())
}

// TestPlaces reads kind, id, language, page and order off paths.
func TestPlaces(t *testing.T) {
	for path, want := range map[string]place{
		"index.md":                           {kind: KindPage, id: "index", page: "index"},
		"about.md":                           {kind: KindPage, id: "about", page: "about"},
		"guide/index.md":                     {kind: KindPage, id: "guide", page: "guide/index"},
		"guide/deep/er.md":                   {kind: KindPage, id: "guide/deep/er", page: "guide/deep/er"},
		"touchpoints/index.md":               {kind: KindPage, id: "touchpoints", page: "touchpoints/index"},
		"touchpoints/web/product-page.md":    {kind: KindTouchpoint, id: "product-page", page: "touchpoints/product-page"},
		"touchpoints/product-page.en.md":     {kind: KindTouchpoint, id: "product-page", page: "touchpoints/product-page", lang: "en"},
		"touchpoints/v1.2.md":                {kind: KindTouchpoint, id: "v1.2", page: "touchpoints/v1.2"},
		"touchpoints/Điểm chạm.md":           {kind: KindTouchpoint, id: "diem-cham", page: "touchpoints/diem-cham"},
		"glossary/nps.md":                    {kind: KindTerm, id: "nps", page: "glossary/nps"},
		"courses/c/index.md":                 {kind: KindCourse, id: "c", page: "courses/c/index"},
		"courses/c/02-part/index.md":         {kind: KindSection, id: "c/part", page: "courses/c/part/index", order: 2, trail: "0000-c/0002-part/"},
		"courses/c/02-part/010-lesson.en.md": {kind: KindLesson, id: "c/part/lesson", page: "courses/c/part/lesson", lang: "en", order: 10, trail: "0000-c/0002-part/0010-lesson/"},
		"courses/c/03-alone.md":              {kind: KindLesson, id: "c/alone", page: "courses/c/alone", order: 3, trail: "0000-c/0003-alone/"},
	} {
		got, problem := placeOf("content/"+path, options().Languages)
		if problem != nil {
			t.Errorf("%s: %s", path, problem.Message)
		} else if got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", path, got, want)
		}
	}
}

func TestTranslationHoldsTextsOnly(t *testing.T) {
	original := parse("content/journeys/buy.md", "+++\ntitle = \"Mua\"\nweight = 3\n\n[[steps]]\nstage = \"s\"\naction = \"Tìm\"\nemotion = 2\n\n[[steps]]\nstage = \"s\"\naction = \"Mua\"\n+++\n")
	translation := parse("content/journeys/buy.en.md", "+++\ntitle = \"Buy\"\nupdated = 2026-01-02\n\n[[steps]]\naction = \"Searches\"\n+++\n")
	got := Translate(original, translation)
	steps := got.Entity.(*Journey).Steps
	if got.Title.V != "Buy" || got.Weight.V != 3 || !got.Updated.IsSet() || got.ID != "buy" {
		t.Errorf("the common keys are %+v", got.Common)
	}
	if len(steps) != 2 || steps[0].Action[0].Source != "Searches" || steps[0].Emotion.V != 2 || steps[1].Action[0].Source != "Mua" {
		t.Errorf("the steps are %+v", steps)
	}
	if original.Title.V != "Mua" || original.Entity.(*Journey).Steps[0].Action[0].Source != "Tìm" {
		t.Error("the original was changed")
	}
}

func TestTitleIsNoMarkdown(t *testing.T) {
	d := parse("content/personas/linh.md", "+++\ntitle = \"<b>Linh</b> & [[mai]]\"\nsummary = \"<b>Buys</b>\"\n+++\n")
	if d.Title.V != "<b>Linh</b> & [[mai]]" || len(d.Links) != 0 {
		t.Errorf("got %q with links %v", d.Title.V, d.Links)
	}
	if len(d.Diags) != 1 || d.Diags[0].Code != diag.HTMLDropped || d.Diags[0].At.Start < len("+++\ntitle = \"<b>Linh</b> & [[mai]]\"") {
		t.Errorf("only the summary's HTML is left out, but got %v", d.Diags)
	}
}

func TestPairsKeepTheAuthorsOrder(t *testing.T) {
	d := parse("content/personas/linh.md", "+++\ntitle = \"Linh\"\n\n[demographics]\n\"Tuổi\" = 27\n\"Nơi ở\" = \"Hà Nội\"\nA = \"x\"\n+++\n")
	var keys []string
	for _, p := range d.Entity.(*Persona).Demographics {
		keys = append(keys, p.Key+"="+p.Value.Source)
	}
	if got := strings.Join(keys, " "); got != "Tuổi=27 Nơi ở=Hà Nội A=x" || len(d.Diags) > 0 {
		t.Errorf("got %s, %v", got, d.Diags)
	}
}

// FuzzParse reads any bytes as a file of any kind: nothing panics, and every
// place stands inside the file.
func FuzzParse(f *testing.F) {
	archives, err := filepath.Glob("../build/testdata/diagnostics/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range archives {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if strings.HasSuffix(file.Name, ".md") {
				f.Add(file.Name, file.Data)
			}
		}
	}
	opts := options()
	f.Fuzz(func(t *testing.T, path string, text []byte) {
		if !strings.HasPrefix(path, "content/") || !strings.HasSuffix(path, ".md") || len(text) > 1<<16 {
			return
		}
		if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
			return // package source refuses such texts
		}
		d := Parse(&source.File{Path: path, Text: text}, opts)
		for _, p := range d.Diags {
			if at := p.At; at.File != nil && (at.Start < 0 || at.End < at.Start || at.Start > len(text)) {
				t.Fatalf("%s at %d to %d of %d", p.Code, at.Start, at.End, len(text))
			}
		}
		if err := diag.Print(&strings.Builder{}, d.Diags, true); err != nil {
			t.Fatal(err)
		}
	})
}
