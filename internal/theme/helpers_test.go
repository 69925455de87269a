package theme_test

import (
	"bytes"
	"context"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/internal/view"
	"stagecraft/themes"
)

// files are the files of a site by their paths.
type files map[string]string

func (f files) snapshot(t testing.TB) *source.Snapshot {
	t.Helper()
	disk := fstest.MapFS{}
	for name, text := range f {
		disk[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := source.Read(context.Background(), disk)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// load loads a theme of a site in Vietnamese and English, over the themes of the
// program, and fails when something is wrong with it.
func load(t testing.TB, name string, site files) *theme.Theme {
	t.Helper()
	th, diags := try(t, name, site, themes.FS)
	if len(diags) > 0 {
		t.Fatal(printed(t, diags))
	}
	return th
}

func try(t testing.TB, name string, site files, embedded fs.FS) (*theme.Theme, []diag.Diagnostic) {
	t.Helper()
	th, diags, err := theme.Load(name, site.snapshot(t), embedded, []locale.Lang{locale.Vietnamese, locale.English})
	if err != nil {
		t.Fatal(err)
	}
	return th, diags
}

func printed(t testing.TB, diags []diag.Diagnostic) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Print(&b, diag.Sort(diags), false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func draw(t testing.TB, th *theme.Theme, lang locale.Lang, layout string, v any) string {
	t.Helper()
	var b bytes.Buffer
	if err := th.Execute(&b, lang, layout, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// page returns the view of a page with nothing but a title.
func page(title string) view.Entity {
	return view.Entity{Shell: view.Shell{Lang: "vi", ContentLang: "vi", Template: "page", Title: title}}
}

// viewOf returns the type of view that each layout of the default theme draws.
func viewOf(layout string) any {
	switch layout {
	case "journey":
		return &view.Journey{}
	case "blueprint":
		return &view.Blueprint{}
	case "metric":
		return &view.Metric{}
	case "model":
		return &view.Model{}
	case "crosswalk":
		return &view.CrosswalkPage{}
	case "persona":
		return &view.Persona{}
	case "channel":
		return &view.Channel{}
	case "course", "section":
		return &view.Course{}
	case "lesson":
		return &view.Lesson{}
	case "home":
		return &view.Home{}
	case "index":
		return &view.Index{Entity: view.Entity{Shell: view.Shell{Kind: "touchpoint"}}}
	case "redirect":
		return &view.Redirect{}
	case "coverage":
		return &view.Coverage{}
	case "review":
		return &view.Reviews{}
	case "print":
		return &view.Printout{}
	case "notfound":
		return &view.NotFound{}
	case "search":
		return &view.Search{}
	case "search-panel":
		return &view.SearchPanel{}
	}
	return &view.Entity{}
}

// full returns the view of a layout with every field set: text fields to text,
// addresses to address, lists to two elements, or ten where long ones fold.
func full(layout, text, address string) any {
	v := reflect.ValueOf(viewOf(layout))
	fill(v.Elem(), "", text, address)
	return v.Elem().Interface()
}

func fill(v reflect.Value, name, text, address string) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 10, 13, 0, 0, 0, 0, time.UTC)))
			return
		}
		if v.Type() == reflect.TypeFor[view.PrintPart]() {
			v.Set(reflect.ValueOf(view.PrintPart{ID: text, Path: "c.html", Template: "entity", Depth: 1, View: full("entity", text, address)}))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), v.Type().Field(i).Name, text, address)
		}
	case reflect.Slice:
		n := 2
		if v.Type() == reflect.TypeFor[[]view.UsageEntry]() {
			n = 10
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range v.Len() {
			fill(v.Index(i), name, text, address)
		}
	case reflect.Interface: // the view of a block
		table := view.StageTable{}
		fill(reflect.ValueOf(&table).Elem(), "", text, address)
		v.Set(reflect.ValueOf(table))
	case reflect.String:
		v.SetString(textFor(v, name, text, address))
	case reflect.Int:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(1234.5)
	case reflect.Bool:
		v.SetBool(true)
	}
}

// textFor returns what a text field holds: HTML is safe already, keys and names
// of blocks are the program's own.
func textFor(v reflect.Value, name, text, address string) string {
	switch {
	case v.Type().Name() == "HTML":
		return "<b>đậm</b>"
	case name == "Href" || name == "Src" || name == "Home" || name == "Root" || name == "Canonical":
		return address
	case strings.HasSuffix(name, "Key"):
		return "kind.touchpoint"
	case name == "Name" && v.Type() == reflect.TypeFor[string]():
		return "stage-table"
	}
	return text
}
