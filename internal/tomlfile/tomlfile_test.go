package tomlfile

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

func parse(text string) *Document {
	f := &source.File{Path: "a.md", Text: []byte(text)}
	return Parse(f, 0, len(text), "a test")
}

// at returns the text that a range covers.
func at(r source.Range) string {
	if r.File == nil {
		return ""
	}
	return string(r.File.Text[r.Start:r.End])
}

func TestValuesKnowTheirPlaces(t *testing.T) {
	doc := parse(`# a comment with "quotes" = [
title = "Điểm chạm"
"quoted key" = 'literal'
a.b . c = 3
list = [ "one", # comment ]
  'two', """three
lines""",
]
inline = { x = 1.5, y = [true, false] }

[table]
day = 2026-09-30

[[steps]]
n = 1
[steps.sub]
deep = "a \"b\""

[[steps]]
n = 22
`)
	root := doc.Root
	if s := root.String("title"); s.V != "Điểm chạm" || at(s.Inner()) != "Điểm chạm" || !s.Exact {
		t.Errorf("title is %q at %q, exact %v", s.V, at(s.At), s.Exact)
	}
	if s := root.String("quoted key"); at(s.At) != "'literal'" {
		t.Errorf("quoted key is at %q", at(s.At))
	}
	if got := at(root.KeyAt("quoted key")); got != `"quoted key"` {
		t.Errorf("its key is at %q", got)
	}
	if v := root.Table("a", "a").Table("b", "b").Int("c", 0, 9); v.V != 3 || at(v.At) != "3" {
		t.Errorf("a.b.c is %d at %q", v.V, at(v.At))
	}
	var list []string
	for _, s := range root.Strings("list") {
		list = append(list, at(s.Inner()))
	}
	if got := strings.Join(list, "|"); got != "one|two|\"\"\"three\nlines\"\"\"" {
		t.Errorf("the list stands at %q", got)
	}
	inline := root.Table("inline", "inline")
	if v := inline.Float("x"); at(v.At) != "1.5" {
		t.Errorf("inline.x is at %q", at(v.At))
	}
	inline.Any("y")
	if v := root.Table("table", "table").Date("day"); at(v.At) != "2026-09-30" || v.V.Day() != 30 {
		t.Errorf("the day is %v at %q", v.V, at(v.At))
	}
	steps := root.Tables("steps", "a step")
	if len(steps) != 2 || at(steps[1].Int("n", 0, 99).At) != "22" || at(steps[1].Header()) != "[[steps]]" {
		t.Errorf("the second step is wrong")
	}
	steps[0].Int("n", 0, 99)
	if s := steps[0].Table("sub", "sub").String("deep"); s.V != `a "b"` || s.Exact || at(s.At) != `"a \"b\""` {
		t.Errorf("an escaped text is %q at %q, exact %v", s.V, at(s.At), s.Exact)
	}
	if ds := doc.Diagnostics(); len(ds) > 0 {
		t.Errorf("unexpected: %v", ds)
	}
}

func TestEveryMistakeIsReportedOnce(t *testing.T) {
	doc := parse("n = 9\ns = 1\nb = \"true\"\nd = \"2026-01-01\"\ne = \"upp\"\nt = 4\nextra = 1\nl = [\"a\", 2, \"c\"]\n")
	r := doc.Root
	r.Int("n", 1, 5)
	r.String("s")
	r.Bool("b")
	r.Date("d")
	r.Enum("e", "up", "down")
	r.Table("t", "t")
	if got := r.Strings("l"); len(got) != 2 {
		t.Errorf("the good elements of a list are kept: %v", got)
	}
	var got []string
	for _, d := range diag.Sort(doc.Diagnostics()) {
		got = append(got, string(d.Code)+":"+at(d.At))
	}
	want := `out-of-range:9 wrong-type:1 wrong-type:"true" bad-date:"2026-01-01" invalid-value:"upp" wrong-type:4 unknown-key:extra wrong-type:2`
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestDepthIsLimitedBeforeDecoding(t *testing.T) {
	for name, text := range map[string]string{
		"arrays":          "a = " + strings.Repeat("[", 1_000_000),
		"tables":          "a = " + strings.Repeat("{a=", 1_000_000),
		"keys":            strings.Repeat("a.", 1_000_000) + "a = 1",
		"headers":         "[" + strings.Repeat("a.", 1_000_000) + "a]",
		"behind a fault":  "= \na = " + strings.Repeat("[", 1_000_000),
		"hidden in texts": "a = " + strings.Repeat(`["]", `, 1_000_000),
	} {
		t.Run(name, func(t *testing.T) {
			ds := parse(text).Diagnostics()
			if len(ds) != 1 || ds[0].Code != diag.TOMLTooDeep && ds[0].Code != diag.TOMLSyntax {
				t.Errorf("got %d diagnostics", len(ds))
			}
		})
	}
}

// FuzzRanges holds the scanner against the decoder: whatever the decoder
// accepts, the scanner has seen in the same shape, with every value inside the
// text and decoding to the same when cut out.
func FuzzRanges(f *testing.F) {
	for _, seed := range []string{
		"", "a = 1", "a.b = [1, 2]\n[c]\nd = 'x'", "[[s]]\nn = 1\n[[s]]\nn = 2\n[s.t]\nu = true",
		"a = \"\"\"\n\"\"quotes\"\"\"\"\"", "a = '''x''''", "x = { a = 1, b = { c = [ { d = 2 } ] } }",
		"\"k\\u0061\" = 2026-09-30T10:00:00Z # c", "a = [ # c\n 1, # ]\n ]", "a = \"\\\"\"", "[ a . 'b' ]\nc = inf",
		"[a]\n[a.b]\n[[a.c]]\n[a.c.d]\nx = 1\n[[a.c]]\nx = 2",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want map[string]any
		_, wrong := toml.Decode(text, &want)
		file := &source.File{Path: "f", Text: []byte(text)}
		root, _, problem := decode(file, 0, file.Text)
		if problem != nil {
			if wrong == nil && problem.Code != diag.TOMLTooDeep {
				t.Fatalf("refused %q: %s", text, problem.Message)
			}
			if at := problem.At; at.Start < 0 || at.Start > at.End || at.Start > len(text) {
				t.Fatalf("a place outside the text: %d to %d of %d", at.Start, at.End, len(text))
			}
			return
		}
		if wrong != nil {
			t.Fatalf("accepted %q", text)
		}
		sameShape(t, root, want, "")
	})
}

func sameShape(t *testing.T, n *node, value any, path string) {
	t.Helper()
	if n == nil {
		t.Fatalf("%s: the scanner did not see it", path)
	}
	if n.at.Start > n.at.End || n.at.End > len(n.at.File.Text) {
		t.Fatalf("%s: range %d to %d", path, n.at.Start, n.at.End)
	}
	switch v := value.(type) {
	case map[string]any:
		if len(v) != len(n.children) || len(v) != len(n.order) {
			t.Fatalf("%s: %d keys, the scanner saw %d", path, len(v), len(n.children))
		}
		for key, x := range v {
			sameShape(t, n.children[key], x, path+"."+key)
		}
	case []map[string]any:
		if len(v) != len(n.elems) {
			t.Fatalf("%s: %d tables, the scanner saw %d", path, len(v), len(n.elems))
		}
		for i, x := range v {
			sameShape(t, n.elems[i], x, path)
		}
	case []any:
		if len(v) != len(n.elems) {
			t.Fatalf("%s: %d elements, the scanner saw %d", path, len(v), len(n.elems))
		}
		for i, x := range v {
			sameShape(t, n.elems[i], x, path)
		}
	case string:
		var again struct{ V string }
		if _, err := toml.Decode("V = "+at(n.at), &again); err != nil || again.V != v {
			t.Fatalf("%s: %q stands at %q", path, v, at(n.at))
		}
	}
}
