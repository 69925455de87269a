package theme_test

import (
	"strings"
	"testing"

	"stagecraft/themes"
)

// TestMistakes makes one mistake in a theme and looks at what is said of it.
func TestMistakes(t *testing.T) {
	const over = "themes/default/"
	for _, test := range []struct {
		name, theme string
		site        files
		want        []string // each in the printed diagnostics
	}{
		{"unknown theme", "defualt", nil, []string{`site.toml: error[unknown-theme]: there is no theme "defualt"`, `hint: did you mean "default"?`}},
		{"theme without likeness", "xyz", nil, []string{"hint: make the folder themes/xyz, or choose one of: classroom, default"}},
		{"unknown parent", "ours", files{"themes/ours/theme.toml": "name = \"ours\"\nextends = \"defualt\"\n"},
			[]string{`themes/ours/theme.toml:2:11: error[unknown-theme]: there is no theme "defualt"`, `did you mean "default"?`}},
		{"circle", "a", files{"themes/a/theme.toml": `extends = "b"`, "themes/b/theme.toml": `extends = "a"`},
			[]string{`themes/b/theme.toml:1:11: error[theme-cycle]: theme "a" extends itself`}},
		{"unknown key", "default", files{over + "theme.toml": "extend = \"x\"\n"}, []string{"theme.toml:1:1: error[unknown-key]", `"extends"`}},
		{"number as string", "default", files{over + "i18n/vi.toml": "[nav]\nskip = 3\n"}, []string{"i18n/vi.toml:2:8: error[wrong-type]"}},
		{"not UTF-8", "default", files{over + "partials/link.html": "a\xffb"}, []string{"partials/link.html:1:2: error[invalid-utf8]"}},
		{"syntax", "default", files{over + "partials/link.html": "<p>\n  {{if .Href}\n</p>\n"}, []string{"partials/link.html:2:3: error[template-error]:", "{{if .Href}"}},
		{"unknown function", "default", files{over + "layouts/page.html": "{{define \"main\"}}\n{{upper .Title}}\n{{end}}"},
			[]string{`layouts/page.html:2:1: error[template-error]: function "upper" not defined`}},
		{"unknown template", "default", files{over + "layouts/page.html": "{{define \"main\"}}\n\n {{template \"nope\"}}{{end}}"},
			[]string{`layouts/page.html:3:2: error[template-error]: no such template "nope"`}},
		{"no main", "default", files{over + "layouts/page.html": "<p></p>"}, []string{`layouts/base.html:`, `no such template "main"`}},
		{"ambiguous context", "default", files{over + "partials/link.html": "x\n<a href=\"{{if .Href}}\n"}, []string{"partials/link.html:", "error[template-error]"}},
		{"wrong block", "default", files{over + "blocks/mine.html": "\n<a href=\"{{template \"nope\"}}\">"}, []string{`blocks/mine.html:2:`, `no such template "nope"`}},
		{"same name twice", "default", files{over + "partials/mood.html": "mood"},
			[]string{`partials/value.html:1:1: error[template-error]: the template "mood" is defined in partials/mood.html as well`}},
		{"two mistakes", "default", files{over + "partials/link.html": "{{", over + "partials/value.html": "{{"},
			[]string{"partials/link.html:1:1", "partials/value.html:1:1"}},
		{"script that is none", "default", files{over + "assets/a.js": "let x = ;\n"}, []string{"assets/a.js:1:9: error[template-error]"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			th, diags := try(t, test.theme, test.site, themes.FS)
			if th != nil {
				t.Fatal("there is a theme all the same")
			}
			got := printed(t, diags)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is missing in\n%s", want, got)
				}
			}
		})
	}
}
