package theme_test

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jba/templatecheck"

	"stagecraft/internal/locale"
	"stagecraft/internal/theme"
	"stagecraft/internal/view"
	"stagecraft/themes"
)

func TestSiteFileReplacesEmbeddedOne(t *testing.T) {
	th := load(t, "default", files{
		"themes/default/partials/updated.html":             "CẬP NHẬT",
		"themes/default/i18n/vi.toml":                      "[nav]\nskip = \"Bỏ qua\"\n",
		"themes/default/assets/style.css/10-tokens.css":    ":root { --paper: pink; }",
		"themes/default/assets/style.css/95-our-brand.css": ".brand { color: hotpink; }",
		"themes/default/assets/logo.txt":                   "logo",
	})
	html := draw(t, th, locale.Vietnamese, "entity", page("Trang"))
	for _, want := range []string{"CẬP NHẬT", "Bỏ qua", "<h1>Trang</h1>"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if got := th.Text(locale.Vietnamese, "nav.next"); got != "Trang sau" {
		t.Errorf("a string that the site does not change is %q", got)
	}
	css := asset(t, th, "theme/style.css")
	if !strings.Contains(css, "--paper:pink") || strings.Contains(css, "#fcfbf8") {
		t.Error("the site's colours do not replace the theme's")
	}
	if !strings.HasSuffix(css, ".brand{color:hotpink}") {
		t.Errorf("the site's rules do not come last: …%s", css[len(css)-60:])
	}
	if got := asset(t, th, "theme/logo.txt"); got != "logo" {
		t.Errorf("logo.txt is %q", got)
	}
}

func asset(t *testing.T, th *theme.Theme, path string) string {
	t.Helper()
	for _, a := range th.Assets() {
		if a.Path == path {
			return string(a.Data)
		}
	}
	t.Fatalf("no asset %s", path)
	return ""
}

func TestExtends(t *testing.T) {
	th := load(t, "ours", files{
		"themes/ours/theme.toml":              "name = \"ours\"\nextends = \"middle\"\n",
		"themes/ours/layouts/touchpoint.html": `{{define "main"}}<p>điểm chạm {{.Title}}</p>{{template "middle" .}}{{end}}`,
		"themes/middle/theme.toml":            "extends = \"default\"\n",
		"themes/middle/partials/middle.html":  `<p>giữa</p>`,
	})
	if html := draw(t, th, locale.Vietnamese, "touchpoint", page("Zalo")); !strings.Contains(html, "<p>điểm chạm Zalo</p><p>giữa</p>") {
		t.Errorf("touchpoint.html does not draw the touchpoint: %s", html)
	}
	if html := draw(t, th, locale.Vietnamese, "team", page("Zalo")); !strings.Contains(html, "<h1>Zalo</h1>") {
		t.Error("a kind without a layout is not drawn by entity.html of the theme below")
	}
	if layouts := th.Layouts(); !slices.Contains(layouts, "touchpoint") || slices.Contains(layouts, "team") {
		t.Errorf("the layouts are %v, want touchpoint and not team", layouts)
	}
}

func TestLanguageFallsBackToTheSitesOwnThenToEnglish(t *testing.T) {
	site := files{"themes/default/i18n/vi.toml": "[mine]\nonly = \"chỉ tiếng Việt\"\n"}
	th, diags, err := theme.Load("default", site.snapshot(t), themes.FS, []locale.Lang{locale.Vietnamese, "fr"})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	if got := th.Text("fr", "mine.only"); got != "chỉ tiếng Việt" {
		t.Errorf("mine.only in French is %q", got)
	}
	if got := th.Text("fr", "nothing.here"); got != "⟦nothing.here⟧" {
		t.Errorf("a missing string is %q", got)
	}
	if err := th.Execute(&strings.Builder{}, "de", "entity", page("x")); err == nil {
		t.Error("a language that was not asked for is no error")
	}
}

func TestDigestChangesWithEveryFile(t *testing.T) {
	site := files{"themes/ours/theme.toml": `extends = "default"`, "themes/ours/assets/logo.png": "1"}
	before := load(t, "ours", site).Digest()
	if before != load(t, "ours", site).Digest() {
		t.Error("the digest of the same files differs")
	}
	err := fs.WalkDir(themes.FS, "default", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "default/theme.toml" {
			return err
		}
		changed := maps.Clone(site)
		text, err := fs.ReadFile(themes.FS, path)
		changed["themes/"+path] = string(text) + "\n"
		if load(t, "ours", changed).Digest() == before {
			t.Errorf("the digest does not change with %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	site["themes/ours/i18n/vi.toml"] = "mine = \"của tôi\""
	before = load(t, "ours", site).Digest()
	site["themes/default/i18n/vi.toml"] = "yours = \"của bạn\""
	if load(t, "ours", site).Digest() == before {
		t.Error("the digest does not change with strings that lie under others")
	}
	site["themes/ours/assets/logo.png"] = "2"
	before = load(t, "ours", site).Digest()
	site["themes/ours/assets/logo.png"] = "3"
	if load(t, "ours", site).Digest() == before {
		t.Error("the digest does not change with an asset")
	}
}

// TestMinifyingChangesOnlySpace draws everything with minified templates and
// with those as written.
func TestMinifyingChangesOnlySpace(t *testing.T) {
	th := load(t, "default", nil)
	space := strings.NewReplacer(" ", "", "\n", "", "\t", "", "\u00a0", "", "&nbsp;", "",
		"<colgroup>", "", "</colgroup>", "") // HTML allows to leave these out
	for _, layout := range th.Layouts() {
		if layout == "base" {
			continue
		}
		v := full(layout, "chữ & số", "a/b.html?x=1&y=2")
		written, err := th.Written(locale.Vietnamese, layout)
		if err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		if err := written.ExecuteTemplate(&want, "layouts/base", v); err != nil {
			t.Fatal(err)
		}
		got := draw(t, th, locale.Vietnamese, layout, v)
		if space.Replace(got) != space.Replace(want.String()) {
			t.Errorf("%s: minifying changes more than space", layout)
		}
		if len(got) >= want.Len() {
			t.Errorf("%s: minified %d bytes, as written %d", layout, len(got), want.Len())
		}
	}
	e := page("x")
	e.Chips = []view.Fact{{Label: "Kênh", Values: []view.Value{{Text: "Zalo"}, {Text: "Email"}}}}
	if html := draw(t, th, locale.Vietnamese, "entity", e); !strings.Contains(html, "<span>Kênh</span> Zalo, Email") {
		t.Error("minifying glues words together")
	}
}

// ogAddress is the address of a page for whatever shows a preview of a link.
var ogAddress = regexp.MustCompile(`<meta property="?og:url"? content="?javascript:[^">]*"?>`)

func TestHostileViewsAreEscaped(t *testing.T) {
	th := load(t, "default", nil)
	for _, layout := range th.Layouts() {
		if layout == "base" {
			continue
		}
		html := draw(t, th, locale.Vietnamese, layout, full(layout, `"><script>alert(1)</script><!--`, `javascript:alert(2)`))
		html = ogAddress.ReplaceAllString(html, "") // no browser follows it
		for _, bad := range []string{"<script>", "javascript:", "<!--"} {
			if i := strings.Index(html, bad); i >= 0 {
				t.Errorf("%s: %s comes through: %s", layout, bad, html[max(i-60, 0):min(i+60, len(html))])
			}
		}
	}
}

func TestTemplatesFitTheirViews(t *testing.T) {
	th := load(t, "default", nil)
	for _, layout := range th.Layouts() {
		set, err := th.Written(locale.Vietnamese, layout)
		if err != nil {
			t.Fatal(err)
		}
		if layout == "base" {
			continue
		}
		if err := templatecheck.CheckHTML(set.Lookup("layouts/base"), viewOf(layout)); err != nil {
			t.Errorf("%s: %v", layout, err)
		}
		for block, v := range map[string]any{
			"blocks/blueprint":          view.BlueprintMap{},
			"blocks/crosswalk":          view.Crosswalk{},
			"blocks/emotion-curve":      view.EmotionCurve{},
			"blocks/entities":           view.Table{},
			"blocks/journey-map":        view.JourneyMap{},
			"blocks/matrix":             view.Matrix{},
			"blocks/metric":             view.MetricFigure{},
			"blocks/opportunity-matrix": view.OpportunityMatrix{},
			"blocks/persona-card":       view.PersonaCard{},
			"blocks/stage-table":        view.StageTable{},
		} {
			if err := templatecheck.CheckHTML(set.Lookup(block), v); err != nil {
				t.Errorf("%s: %v", block, err)
			}
		}
	}
}

func TestEmptyViewsAreDrawn(t *testing.T) {
	th := load(t, "default", nil)
	for _, layout := range th.Layouts() {
		if html := draw(t, th, locale.English, layout, viewOf(layout)); strings.Contains(html, "⟦") {
			t.Errorf("%s: an empty view shows a missing string", layout)
		}
	}
}

// goodTheme returns the default theme as the files of a site's theme "ours".
func goodTheme(t *testing.T) files {
	t.Helper()
	site := files{}
	err := fs.WalkDir(os.DirFS("../../themes/default"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile("../../themes/default/" + path)
		site["themes/ours/"+path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestRequiredTemplates(t *testing.T) {
	site := goodTheme(t)
	if _, diags := try(t, "ours", site, os.DirFS(t.TempDir())); len(diags) > 0 {
		t.Fatal(printed(t, diags))
	}
	for _, name := range slices.Sorted(maps.Keys(site)) {
		name := strings.TrimPrefix(name, "themes/ours/")
		required := strings.HasPrefix(name, "blocks/") || strings.HasPrefix(name, "layouts/") && name != "layouts/section.html"
		if !required {
			continue
		}
		less := maps.Clone(site)
		delete(less, "themes/ours/"+name)
		th, diags := try(t, "ours", less, os.DirFS(t.TempDir()))
		want := "themes/ours/" + name + ": error[missing-template]: theme \"ours\" has no " + name
		if got := printed(t, diags); th != nil || !strings.Contains(got, want) {
			t.Errorf("without %s:\n%s", name, got)
		}
	}
}

func TestExecErrorHasItsPlace(t *testing.T) {
	th := load(t, "default", files{
		"themes/default/layouts/page.html":  "{{define \"main\"}}\n  <p>\n    {{template \"deep\" .}}\n  </p>\n{{end}}\n",
		"themes/default/partials/deep.html": "<!-- a comment that minifying drops -->\n\n<b>Xin chào, {{.NoSuchField.More}}</b>\n",
	})
	err := th.Execute(&strings.Builder{}, locale.Vietnamese, "page", page("x"))
	var exec *theme.ExecError
	if !errors.As(err, &exec) {
		t.Fatalf("got %v", err)
	}
	d := exec.Diagnostic
	if at := d.At.File.Pos(d.At.Start); d.File() != "themes/default/partials/deep.html" || at.Line != 3 || at.Col != 16 {
		t.Errorf("the error is at %s:%d:%d", d.File(), at.Line, at.Col)
	}
	if got := string(d.At.File.Text[d.At.Start:d.At.End]); got != ".NoSuchField.More" && got != ".NoSuchField" {
		t.Errorf("the error marks %q", got)
	}
}

func TestExecErrorMarksTheRightOneOfTwo(t *testing.T) {
	th := load(t, "default", files{
		"themes/default/layouts/page.html": `{{define "main"}}{{with .Site}}{{.Title}}{{end}}{{with .Nav}}{{.Title}}{{end}}{{end}}`,
	})
	e := page("x")
	e.Site.Title, e.Nav = "y", []view.NavEntry{{}}
	var exec *theme.ExecError
	if err := th.Execute(io.Discard, locale.Vietnamese, "page", e); !errors.As(err, &exec) {
		t.Fatalf("got %v", err)
	}
	if d := exec.Diagnostic; d.At.Start != strings.LastIndex(string(d.At.File.Text), ".Title") {
		t.Errorf("the error marks offset %d", d.At.Start)
	}
}

func TestExecErrorInsideInclude(t *testing.T) {
	th := load(t, "default", files{"themes/default/blocks/entities.html": "\n<p>{{.Wrong}}</p>\n"})
	e := page("x")
	e.Prose = view.Prose{{Block: view.Block{Name: "entities", View: view.Table{}}}}
	var exec *theme.ExecError
	if err := th.Execute(&strings.Builder{}, locale.English, "entity", e); !errors.As(err, &exec) {
		t.Fatalf("got %v", err)
	}
	d := exec.Diagnostic
	if at := d.At.File.Pos(d.At.Start); d.File() != "themes/default/blocks/entities.html" || at.Line != 2 {
		t.Errorf("the error is at %s:%d", d.File(), at.Line)
	}
}

func TestPagesAreDrawnInParallel(t *testing.T) {
	th := load(t, "default", nil)
	v := full("entity", "chữ", "x.html")
	want := draw(t, load(t, "default", nil), locale.English, "entity", v)
	var g sync.WaitGroup
	for range 8 {
		g.Go(func() {
			for _, layout := range []string{"journey", "entity", "lesson"} {
				if err := th.Execute(io.Discard, locale.Vietnamese, layout, full(layout, "chữ", "x.html")); err != nil {
					t.Error(err)
				}
			}
			var b strings.Builder
			if err := th.Execute(&b, locale.English, "entity", v); err != nil || b.String() != want {
				t.Errorf("a page drawn among others differs (%v)", err)
			}
		})
	}
	g.Wait()
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteErrorIsNoExecError(t *testing.T) {
	err := load(t, "default", nil).Execute(brokenPipe{}, locale.Vietnamese, "entity", page("x"))
	var exec *theme.ExecError
	if err == nil || errors.As(err, &exec) || !strings.Contains(err.Error(), "broken pipe") {
		t.Errorf("got %v", err)
	}
}
