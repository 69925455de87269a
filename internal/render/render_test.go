package render_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/render"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/internal/view"
	"stagecraft/themes"
)

func load(t *testing.T, files fstest.MapFS) *theme.Theme {
	t.Helper()
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	th, diags, err := theme.Load("default", snapshot, themes.FS, []locale.Lang{locale.Vietnamese})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	return th
}

func items(list ...any) iter.Seq[any] { return slices.Values(list) }

func TestPage(t *testing.T) {
	th := load(t, nil)
	entity := view.Entity{Shell: view.Shell{Lang: "vi", ContentLang: "vi", Title: "Điểm chạm & <kênh>"}}
	type url struct {
		XMLName xml.Name `xml:"url"`
		Loc     string   `xml:"loc"`
	}
	for _, test := range []struct {
		content plan.Content
		want    string
	}{
		{plan.HTML{Template: "page", View: func() any { return entity }}, "<h1>Điểm chạm &amp; &lt;kênh&gt;</h1>"},
		{plan.JSON{Value: func() any { return map[string]string{"title": "Điểm chạm & <kênh>"} }}, "{\"title\":\"Điểm chạm & <kênh>\"}\n"},
		{plan.JSON{Value: func() any { return map[string]int{"a": 1} }, List: "b", Items: items("<x>", "y")}, "{\"a\":1,\"b\":[\"<x>\",\"y\"]}\n"},
		{plan.JSON{Value: func() any { return map[string]int{"a": 1} }, List: "b", Items: items()}, "{\"a\":1,\"b\":[]}\n"},
		{plan.XML{Value: func() any { return url{Loc: "a&b"} }}, xml.Header + "<url><loc>a&amp;b</loc></url>\n"},
	} {
		var got bytes.Buffer
		err := render.Page(&got, th, plan.Page{Path: "x", Lang: locale.Vietnamese, Content: test.content})
		if err != nil || !strings.Contains(got.String(), test.want) {
			t.Errorf("%T: %v\n%s", test.content, err, &got)
		}
	}
}

func TestErrors(t *testing.T) {
	th := load(t, fstest.MapFS{"themes/default/layouts/page.html": {Data: []byte(`{{define "main"}}{{.Nope}}{{end}}`)}})
	broken := plan.HTML{Template: "page", View: func() any { return view.Entity{} }}
	err := render.Page(new(bytes.Buffer), th, plan.Page{Path: "a/b.html", Lang: locale.Vietnamese, Content: broken})
	var exec *theme.ExecError
	if !errors.As(err, &exec) || !strings.HasPrefix(err.Error(), "render a/b.html: ") {
		t.Errorf("a broken template gives %v", err)
	}
	for _, content := range []plan.Content{
		plan.Copy{},
		plan.JSON{Value: func() any { return func() {} }},
		plan.JSON{Value: func() any { return struct{}{} }, List: "b", Items: items(func() {})},
	} {
		if err := render.Page(new(bytes.Buffer), th, plan.Page{Path: "x", Content: content}); err == nil {
			t.Errorf("%T is rendered", content)
		}
	}
}
