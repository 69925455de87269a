package plan

import (
	"strings"
	"testing"

	"stagecraft/internal/view"
	"stagecraft/test/sitegen"
)

// glossaryOf writes the glossary of a site as text: a line for each letter.
func glossaryOf(t *testing.T, site sitegen.Site) string {
	t.Helper()
	v, _ := viewAt(t, site, "glossary/index.html").(view.Index)
	var lines []string
	for _, letter := range v.Letters {
		line := letter.ID + " " + letter.Href
		for _, term := range letter.Terms {
			if term.Name != "" {
				line += " | " + term.Name + " → " + term.Link.Title
				continue
			}
			line += " | " + term.Link.Title + ":"
			for _, d := range term.Definition {
				line += " " + string(d)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestGlossaryFollowsTheAlphabet(t *testing.T) {
	site := sitegen.Site{
		"content/glossary/touchpoint.md": doc("Điểm chạm", `synonyms = ["*touch*point", "điểm chạm"]`+"\n"+`definition = "Một **lần** gặp"`),
		"content/glossary/data.md":       doc("Dữ liệu", `definition = ["Số", "Lời"]`),
		"content/glossary/5a.md":         doc("5A", ""),
		"content/glossary/impression.md": doc("Ấn tượng", ""),
		"content/glossary/image.md":      doc("Ảnh", ""),
	}
	want := `_0 #_0 | 5A:
_a #_a | Ảnh:
_â #_%C3%A2 | Ấn tượng:
_d #_d | Dữ liệu: Số Lời
_đ #_%C4%91 | Điểm chạm: Một <strong>lần</strong> gặp
_t #_t | touchpoint → Điểm chạm`
	if got := glossaryOf(t, site); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoGlossaryWithoutTerms(t *testing.T) {
	site := sitegen.Site{
		"content/glossary/index.md": doc("Thuật ngữ", ""),
		"content/personas/linh.md":  doc("Linh", ""),
	}
	if got := glossaryOf(t, site); got != "" {
		t.Errorf("got\n%s", got)
	}
	if v := viewAt(t, site, "personas/index.html").(view.Index); v.Letters != nil {
		t.Error("personas stand under letters")
	}
}
