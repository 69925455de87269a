package theme_test

import (
	"strings"
	"testing"
	"time"

	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

func TestFunctions(t *testing.T) {
	th := load(t, "default", files{
		"themes/default/layouts/page.html": `{{define "main"}}[{{range .Facts}}{{range .Values}}{{template "try" .}}|{{end}}{{end}}]{{end}}`,
		"themes/default/partials/try.html": `{{if .Key}}{{t .Key 1}} {{t .Key 2}}` +
			`{{else if .Number.IsSet}}{{number .Number.Value}} {{signed .Number.Value}}` +
			`{{else if .Mood.IsSet}}{{signed .Mood.Value}}` +
			`{{else if .Link.Lang}}{{language .Link.Lang}}{{else}}{{date .Date}}{{end}}`,
	})
	number := func(v float64) view.Value { return view.Value{Number: view.Number{IsSet: true, Value: v}} }
	e := page("x")
	e.Facts = []view.Fact{{Values: []view.Value{
		{Key: "minutes"}, number(5.834), number(-41.66), number(8490000.4), {Mood: view.Mood{IsSet: true, Value: 2}},
		{Link: view.Link{Lang: "en"}}, {Link: view.Link{Lang: "xx"}}, {Date: time.Date(2026, 10, 3, 0, 0, 0, 0, time.UTC)},
	}}}
	for lang, want := range map[locale.Lang]string{
		locale.Vietnamese: "[đọc 1 phút đọc 2 phút|5,83 +5,83|−41,7 −41,7|8.490.000 +8.490.000|+2|English|xx|03/10/2026|]",
		locale.English:    "[1 minute to read 2 minutes to read|5.83 +5.83|−41.7 −41.7|8,490,000 +8,490,000|+2|English|xx|3 Oct 2026|]",
	} {
		html := strings.ReplaceAll(draw(t, th, lang, "page", e), "&#43;", "+")
		if !strings.Contains(html, want) {
			t.Errorf("%s: %s is not in %s", lang, want, html[strings.Index(html, "["):])
		}
	}
}

func TestIncludeSeesWhatALayoutDefines(t *testing.T) {
	th := load(t, "default", files{
		"themes/default/layouts/page.html": `{{define "mine"}}của {{.Title}}{{end}}{{define "main"}}<p>{{include "mine" .}}</p>{{end}}`,
	})
	if html := draw(t, th, locale.Vietnamese, "page", page("tôi")); !strings.Contains(html, "<p>của tôi</p>") {
		t.Error("include does not find a template of the layout")
	}
}

// TestLabelsInsideAttributes joins HTML, an interface string and HTML where the
// string stands in an attribute.
func TestLabelsInsideAttributes(t *testing.T) {
	th := load(t, "default", files{"themes/default/i18n/vi.toml": `"footnote.ref" = "Ghi \"chú\" <1>"`})
	e := page("x")
	e.Prose = view.Prose{{HTML: `<a aria-label="`}, {Key: "footnote.ref"}, {HTML: ` 1">1</a>`}}
	if html := draw(t, th, locale.Vietnamese, "page", e); !strings.Contains(html, `<a aria-label="Ghi &#34;chú&#34; &lt;1&gt; 1">1</a>`) {
		t.Error("the label is not escaped for an attribute")
	}
}

func TestBlocksInProse(t *testing.T) {
	th := load(t, "default", nil)
	e := page("x")
	table := view.StageTable{Caption: "Mua máy", Columns: []view.StageColumn{{Number: 1, Stage: view.Link{Title: "Nhận thức", Href: "a.html", Color: "s1"}}}}
	e.Prose = view.Prose{{HTML: "<p>trước</p>"}, {Block: view.Block{Name: "stage-table", View: table}}, {HTML: "<p>sau</p>"}}
	html := draw(t, th, locale.Vietnamese, "page", e)
	before, rest, _ := strings.Cut(html, "<p>trước</p>")
	inside, after, _ := strings.Cut(rest, "<p>sau</p>")
	if strings.Contains(before+after, "<table") || !strings.Contains(inside, "Nhận thức</a></th>") {
		t.Errorf("the table does not stand between the paragraphs: %s", rest)
	}
}
