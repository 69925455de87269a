package search_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/plan"
	"stagecraft/internal/search"
)

func write(t *testing.T, parts int, texts ...plan.SearchText) string {
	t.Helper()
	var b bytes.Buffer
	if err := search.Write(&b, plan.SearchData{Parts: parts, Texts: slices.Values(texts)}, strings.ToUpper); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := write(t, 2,
		plan.SearchText{Href: "a.html", Title: "Điểm chạm", Kind: "page", Lang: "vi", Above: []string{"Trên"}, Sections: []plan.SearchSection{
			{Text: "đầu"}, {ID: "x", Title: "X", Text: "sau"},
		}},
		plan.SearchText{Href: "terms/index.html", Key: "kinds.term", Kind: "term", Sections: make([]plan.SearchSection, 1)},
	)
	want := `stagecraftSearch.add(2,[
["a.html","Điểm chạm","page","vi",["Trên"],["đầu","x","X","sau"]],
["terms/index.html","KINDS.TERM","term","",[],[""]]
])
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWriteNothing(t *testing.T) {
	if got, want := write(t, 1), "stagecraftSearch.add(1,[\n])\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWritePanel(t *testing.T) {
	var b bytes.Buffer
	if err := search.WritePanel(&b, "<p title=\"'\">Tìm</p></script>"); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), `stagecraftSearch.panel("\u003cp title=\"'\"\u003eTìm\u003c/p\u003e\u003c/script\u003e")`+"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestHostileTexts holds all that could end a script, a string or a comment.
func TestHostileTexts(t *testing.T) {
	got := write(t, 1, plan.SearchText{Title: `</script><!--"'\`, Sections: []plan.SearchSection{{Text: "a\u2028b\u2029c\x00d\xffe\n`${f()}`"}}})
	if strings.ContainsAny(got, "<>\u2028\u2029\x00\xff") {
		t.Errorf("not harmless: %q", got)
	}
	if !strings.Contains(got, `"\u003c/script\u003e\u003c!--\"'\\"`) {
		t.Errorf("not escaped as expected: %q", got)
	}
}
