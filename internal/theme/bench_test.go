package theme_test

import (
	"io"
	"testing"

	"stagecraft/internal/locale"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/internal/view"
	"stagecraft/themes"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := theme.Load("default", &source.Snapshot{}, themes.FS, []locale.Lang{"vi", "en"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExecute draws the page of a touchpoint as the sample has them.
func BenchmarkExecute(b *testing.B) {
	th := load(b, "default", nil)
	v := typical()
	for b.Loop() {
		if err := th.Execute(io.Discard, locale.Vietnamese, "touchpoint", v); err != nil {
			b.Fatal(err)
		}
	}
}

// typical returns a view of usual size: nine places in the menu, eight chips,
// twelve fields, prose, a table, and ten pages that mention it.
func typical() view.Entity {
	link := view.Link{Title: "Trang sản phẩm", Href: "../touchpoints/product-page.html", Kind: "touchpoint"}
	stage := view.Link{Title: "Quyết định mua", Href: "../stages/decision.html", Kind: "stage", Number: 3, Color: "s3"}
	text := view.Value{Text: "Phí giao chỉ hiện ở màn hình cuối, dù nội thành vốn được miễn"}
	e := page("Trang thanh toán")
	e.Template, e.Description, e.Summary = "touchpoint", "Ba màn hình", "Ba màn hình từ giỏ hàng đến khi trả tiền xong"
	e.Languages = []view.Language{{Lang: "vi", Current: true, Translated: true}, {Lang: "en", Href: "en.html"}}
	for range 9 {
		e.Nav = append(e.Nav, view.NavEntry{Key: "kinds.touchpoint", Href: "../touchpoints/index.html"})
	}
	for range 8 {
		e.Chips = append(e.Chips, view.Fact{Key: "field.owner", Values: []view.Value{{Link: link}}})
	}
	for range 6 {
		e.Facts = append(e.Facts, view.Fact{Key: "field.pains", Values: []view.Value{text, text}},
			view.Fact{Key: "field.stages", Values: []view.Value{{Link: stage}, {Link: stage}}})
	}
	e.Prose = view.Prose{{HTML: "<p>Khách tới đây nghĩa là mọi điểm chạm trước đã làm tốt phần mình.</p>"}, {Key: "note.tip"}}
	table := view.Table{Key: "table.steps", ID: "_steps", Columns: []string{"column.step", "column.stage", "column.emotion"}}
	row := []view.Cell{{text}, {{Link: stage}}, {{Mood: view.Mood{IsSet: true, Value: -2, Tone: "bad"}}}}
	table.Groups = []view.Group{{Head: link, Rows: [][]view.Cell{row, row}}, {Head: link, Rows: [][]view.Cell{row}}}
	e.Tables = []view.Table{table}
	entry := view.UsageEntry{Link: link, Places: []view.Place{{Key: "field.touchpoint", Step: 9, StepTitle: "Đặt trên web"}}}
	for _, kind := range []string{"journey", "metric", "stage", "lesson", "blueprint"} {
		e.Usage = append(e.Usage, view.Usage{Kind: kind, Entries: []view.UsageEntry{entry, entry}})
	}
	return e
}
