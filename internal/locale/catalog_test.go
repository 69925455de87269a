package locale

import (
	"math"
	"slices"
	"testing"
)

var (
	englishStrings = map[string]string{
		"used-in":      "Used in",
		"overdue":      "Overdue",
		"pages.one":    "{0} page",
		"pages.other":  "{0} pages",
		"of-pages.one": "{0}: {1} page", "of-pages.other": "{0}: {1} pages",
		"swap":             "{1} {0} {1}",
		"odd":              "{0} {1} {9} {} {a} {-1} {0 } {{0}} {",
		"years":            "{0}",
		"no-forms":         "bare {0}",
		"only-other.other": "{0} others", "only-other": "bare",
	}
	vietnameseStrings = map[string]string{
		"used-in":     "Dùng ở",
		"pages.other": "{0} trang",
	}
)

func TestCatalogText(t *testing.T) {
	en := NewCatalog(English, englishStrings)
	vi := NewCatalog(Vietnamese, englishStrings, vietnameseStrings)
	tests := []struct {
		name    string
		catalog *Catalog
		key     string
		args    []any
		want    string
	}{
		{"plain", en, "used-in", nil, "Used in"},
		{"later layer wins", vi, "used-in", nil, "Dùng ở"},
		{"falls back", vi, "overdue", nil, "Overdue"},
		{"one", en, "pages", []any{1}, "1 page"},
		{"other", en, "pages", []any{2}, "2 pages"},
		{"zero takes other in English", en, "pages", []any{0}, "0 pages"},
		{"large, ending in 1", en, "pages", []any{10_000_001}, "10,000,001 pages"},
		{"negative", en, "pages", []any{-1}, "−1 page"},
		{"Vietnamese knows only other", vi, "pages", []any{1}, "1 trang"},
		{"int in the catalog's style", vi, "pages", []any{1234}, "1.234 trang"},
		{"first int counts, not first argument", en, "of-pages", []any{"Linh", 1}, "Linh: 1 page"},
		{"a count without plural forms", en, "no-forms", []any{1}, "bare 1"},
		{"other for a form that lacks", en, "only-other", []any{1}, "1 others"},
		{"no count", en, "pages", []any{"some"}, "some pages"},
		{"order and repetition", en, "swap", []any{"a", "b"}, "b a b"},
		{"arguments are not messages", en, "swap", []any{"{1}", "{0}"}, "{0} {1} {0}"},
		{"what is no placeholder stays", en, "odd", []any{"x"}, "x {1} {9} {} {a} {-1} {0 } {x} {"},
		{"no arguments", en, "swap", nil, "{1} {0} {1}"},
		{"a year is not grouped as a string", en, "years", []any{"2026"}, "2026"},
		{"unknown type", en, "years", []any{1.5}, "{0}"},
	}
	for _, test := range tests {
		got, ok := test.catalog.Text(test.key, test.args...)
		if got != test.want || !ok {
			t.Errorf("%s: Text(%q, %v) = %q, %v; want %q", test.name, test.key, test.args, got, ok, test.want)
		}
	}
}

func TestCatalogMarksAnUnknownKey(t *testing.T) {
	for _, c := range []*Catalog{NewCatalog(English), NewCatalog(English, nil, englishStrings)} {
		if got, ok := c.Text("no-such", 1); got != "⟦no-such⟧" || ok {
			t.Errorf("Text = %q, %v; want ⟦no-such⟧, false", got, ok)
		}
	}
}

func TestCatalogChoosesThePluralFormOfItsLanguage(t *testing.T) {
	tests := []struct {
		lang Lang
		n    int
		want string
	}{
		{"ru", 1, "one"}, {"ru", 3, "few"}, {"ru", 5, "many"}, {"ru", 21, "one"},
		{"ar", 0, "zero"}, {"ar", 2, "two"},
		{"en-gb", 1, "one"}, {"fr", 0, "one"},
		{Vietnamese, 1, "other"},
		{"no language!", 1, "other"},
		{English, math.MinInt, "other"}, {English, math.MaxInt, "other"},
	}
	for _, test := range tests {
		if got := NewCatalog(test.lang).pluralForm(test.n); got != test.want {
			t.Errorf("%s: pluralForm(%d) = %q; want %q", test.lang, test.n, got, test.want)
		}
	}
}

func TestCatalogKeysAreSortedAndUnique(t *testing.T) {
	c := NewCatalog(Vietnamese, map[string]string{"b": "", "a.other": ""}, map[string]string{"b": "", "a": ""})
	if got, want := c.Keys(), []string{"a", "a.other", "b"}; !slices.Equal(got, want) {
		t.Errorf("Keys() = %q; want %q", got, want)
	}
}

func TestCatalogDoesNotChangeWithItsLayers(t *testing.T) {
	layer := map[string]string{"a": "before"}
	c := NewCatalog(English, layer)
	layer["a"] = "after"
	if got, _ := c.Text("a"); got != "before" {
		t.Errorf("Text = %q; want what the layer held at first", got)
	}
}
