package theme_test

import (
	"io"
	"testing"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
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
	view := typical()
	for b.Loop() {
		if err := th.Execute(io.Discard, locale.Vietnamese, "touchpoint", view); err != nil {
			b.Fatal(err)
		}
	}
}

// typical returns a view of usual size: nine places in the menu, eight chips,
// twelve fields, prose, a table, and ten pages that mention it.
func typical() plan.Entity {
	link := plan.Link{Title: "Trang sản phẩm", Href: "../touchpoints/product-page.html", Kind: "touchpoint"}
	stage := plan.Link{Title: "Quyết định mua", Href: "../stages/decision.html", Kind: "stage", Number: 3, Color: "s3"}
	text := plan.Value{Text: "Phí giao chỉ hiện ở màn hình cuối, dù nội thành vốn được miễn"}
	e := page("Trang thanh toán")
	e.Template, e.Description, e.Summary = "touchpoint", "Ba màn hình", "Ba màn hình từ giỏ hàng đến khi trả tiền xong"
	e.Languages = []plan.Language{{Lang: "vi", Current: true, Translated: true}, {Lang: "en", Href: "en.html"}}
	for range 9 {
		e.Nav = append(e.Nav, plan.NavEntry{Key: "kinds.touchpoint", Href: "../touchpoints/index.html"})
	}
	for range 8 {
		e.Chips = append(e.Chips, plan.Fact{Key: "field.owner", Values: []plan.Value{{Link: link}}})
	}
	for range 6 {
		e.Facts = append(e.Facts, plan.Fact{Key: "field.pains", Values: []plan.Value{text, text}},
			plan.Fact{Key: "field.stages", Values: []plan.Value{{Link: stage}, {Link: stage}}})
	}
	e.Prose = plan.Prose{{HTML: "<p>Khách tới đây nghĩa là mọi điểm chạm trước đã làm tốt phần mình.</p>"}, {Key: "note.tip"}}
	table := plan.Table{Key: "table.steps", ID: "_steps", Columns: []string{"column.step", "column.stage", "column.emotion"}}
	row := []plan.Cell{{text}, {{Link: stage}}, {{Mood: plan.Mood{IsSet: true, Value: -2, Tone: "bad"}}}}
	table.Groups = []plan.Group{{Head: link, Rows: [][]plan.Cell{row, row}}, {Head: link, Rows: [][]plan.Cell{row}}}
	e.Tables = []plan.Table{table}
	entry := plan.UsageEntry{Link: link, Places: []plan.Place{{Key: "field.touchpoint", Step: 9, StepTitle: "Đặt trên web"}}}
	for _, kind := range []string{"journey", "metric", "stage", "lesson", "blueprint"} {
		e.Usage = append(e.Usage, plan.Usage{Kind: kind, Entries: []plan.UsageEntry{entry, entry}})
	}
	return e
}
