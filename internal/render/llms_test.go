package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/render"
	"stagecraft/internal/view"
)

// hostile is a title that would like to be markup in every language.
const hostile = "]]> <b>\"it's\"</b> & [x](y)\n# \x01\x0b*z*"

func drawPage(t *testing.T, content plan.Content) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Page(&b, load(t, nil), plan.Page{Path: "x", Lang: locale.Vietnamese, Content: content}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTranscript(t *testing.T) {
	entity := view.Entity{Shell: view.Shell{Lang: "vi", ContentLang: "vi", Title: hostile}}
	entity.Facts = []view.Fact{{Key: "field.goal", Values: []view.Value{{Text: "<b>Mua</b>"}, {Link: view.Link{Title: "Lan", Href: "lan.md"}}}}}
	got := drawPage(t, plan.Transcript{HTML: plan.HTML{Template: "page", View: func() any { return entity }}})
	want := "# \\]\\]> \\<b>\"it's\"\\</b> & \\[x\\](y) # \\*z\\*\n\n- **Mục tiêu:** **Mua**; [Lan](lan.md)\n"
	if got != want {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

func TestLLMs(t *testing.T) {
	got := drawPage(t, plan.LLMs{List: func() plan.LLMsList {
		return plan.LLMsList{Title: hostile, Description: "Một\nhai", Sections: []plan.LLMsSection{
			{Key: "kinds.team", Pages: []plan.LLMsPage{{Title: "A [1]", Href: "teams/a.md", Summary: "Bán *hàng*"}, {Title: "B", Href: "teams/b.md"}}},
		}}
	}})
	want := "# \\]\\]> \\<b>\"it's\"\\</b> & \\[x\\](y) # \\*z\\*\n\n> Một hai\n\n## Đội\n\n- [A \\[1\\]](teams/a.md): Bán \\*hàng\\*\n- [B](teams/b.md)\n"
	if got != want {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

func TestXMLHoldsHostileTitles(t *testing.T) {
	feed := plan.Feed{Title: hostile, Entries: []plan.FeedEntry{{Title: hostile, Summary: hostile}}}
	got := drawPage(t, plan.XML{Value: func() any { return feed }})
	titles := 0
	for d := xml.NewDecoder(strings.NewReader(got)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, got)
		}
		if text, ok := token.(xml.CharData); ok && strings.Contains(string(text), "]]> <b>\"it's\"</b> & [x](y)") {
			titles++
		}
	}
	if titles != 3 {
		t.Errorf("%d titles in\n%s", titles, got)
	}
}
