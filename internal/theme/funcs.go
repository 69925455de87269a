package theme

import (
	"bytes"
	"html/template"
	"math"
	"time"

	"stagecraft/internal/locale"
)

// functions returns what templates of a language can call besides html/template's
// own functions:
//
//	t KEY ARGS…        the interface string of a key; the first int among ARGS chooses its plural
//	language LANG      the name of a language in that language, or its tag
//	date TIME          a day: 30/09/2026
//	number FLOAT       a number: 1.234,5; a second one says how many decimals it has
//	signed INT|FLOAT   a difference: +1, −2, 0
//	include NAME VIEW  the template of that name, where the name is known only when the page is drawn
//	part PRINTOUT PART a page as it stands in a printout
//
// They are pure: what they return depends on their arguments, the language and
// the theme.
func functions(lang locale.Lang, catalog *locale.Catalog, sets templates) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) string {
			text, _ := catalog.Text(key, args...)
			return text
		},
		"language": func(lang string) string {
			if name, ok := catalog.Text("lang." + lang); ok {
				return name
			}
			return lang
		},
		"date": func(t time.Time) string { return locale.FormatDate(lang, t) },
		"number": func(v float64, like ...float64) string {
			return locale.FormatTrimmed(lang, v, decimals(append(like, v)[0]))
		},
		"signed": func(v any) string { return signed(lang, v) },
		"part":   sets.part,
	}
}

// include returns the function of that name for the templates of a set. Blocks
// are drawn by the set that the layouts have in common.
func include(set, common *template.Template) template.FuncMap {
	return template.FuncMap{"include": func(name string, view any) (template.HTML, error) {
		owner := set
		if isBlock(name) {
			owner = common
		}
		var b bytes.Buffer
		err := owner.ExecuteTemplate(&b, name, view)
		return template.HTML(b.String()), err
	}}
}

// decimals returns how many decimals a number deserves: 5,83 of seven points,
// but 41,7 percent and 8.490.000 đ.
func decimals(v float64) int {
	switch v = math.Abs(v); {
	case v < 10:
		return 2
	case v < 1000:
		return 1
	}
	return 0
}

func signed(lang locale.Lang, v any) string {
	switch v := v.(type) {
	case int:
		return locale.FormatSigned(lang, float64(v), 0)
	case float64:
		return locale.FormatSigned(lang, v, decimals(v))
	}
	return ""
}
