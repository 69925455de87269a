package theme_test

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"testing"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/themes"
)

func TestHand(t *testing.T) {
	dir := os.Getenv("HAND")
	if dir == "" {
		t.Skip()
	}
	th, _, _ := theme.Load("default", &source.Snapshot{}, themes.FS, []locale.Lang{"vi", "en"})
	os.MkdirAll(filepath.Join(dir, "theme"), 0o755)
	for _, a := range th.Assets() {
		os.WriteFile(filepath.Join(dir, a.Path), a.Data, 0o644)
	}
	for _, n := range []int{0, 1, 3, 9} {
		v := hand(n)
		var b bytes.Buffer
		if err := th.Execute(&b, "vi", "journey", v); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, fmt.Sprintf("j%d.html", n)), b.Bytes(), 0o644)
		b.Reset()
		if err := th.Execute(&b, "vi", "blueprint", handBP(n)); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, fmt.Sprintf("b%d.html", n)), b.Bytes(), 0o644)
	}
	var b bytes.Buffer
	e := plan.Entity{Shell: shell("touchpoint")}
	if err := th.Execute(&b, "vi", "touchpoint", e); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dir, "empty.html"), b.Bytes(), 0o644)
}
func shell(tm string) plan.Shell {
	s := plan.Shell{Lang: "vi", ContentLang: "vi", Template: tm, Title: "Sổ tay trải nghiệm với một tiêu đề dài hơn mức bình thường rất nhiều, và thêm nguyênvănkhôngcódấucáchnàocảđểthửxuốngdòng", Site: plan.Site{Title: "Sổ tay trải nghiệm khách hàng của Công ty cổ phần Thương mại và Dịch vụ Đèo Gió", Home: "index.html", Root: "./"}}
	for _, k := range []string{"persona", "journey", "stage", "touchpoint", "channel", "blueprint", "metric", "opportunity", "model", "team", "term", "course"} {
		s.Nav = append(s.Nav, plan.NavEntry{Key: "kinds." + k, Href: k + ".html"})
	}
	s.Languages = []plan.Language{{Lang: "vi", Current: true, Translated: true}, {Lang: "en", Href: "en"}, {Lang: "fr", Href: "fr"}}
	s.Crumbs = []plan.NavEntry{{Title: s.Site.Title, Href: "x"}, {Key: "kinds.journey", Href: "y"}}
	return s
}

const long = "Khách hàng lần đầu nghe đến thương hiệu qua lời giới thiệu của một người bạn đồng nghiệp đáng tin cậy"

func hand(n int) plan.Journey {
	v := plan.Journey{Entity: plan.Entity{Shell: shell("journey"), Summary: template.HTML(long)}}
	v.Map.Caption = "Bản đồ dài"
	names := []string{"action", "touchpoints", "emotion", "pains", "gains", "metrics", "opportunities"}
	for i := 1; i <= n; i++ {
		v.Map.Columns = append(v.Map.Columns, plan.StageColumn{Stage: plan.Link{Title: "Giai đoạn có tên rất dài về sự trung thành và giới thiệu", Href: "s", Number: i, Color: fmt.Sprintf("s%d", i)}, Number: i})
		st := plan.StageSteps{Stage: v.Map.Columns[i-1].Stage}
		for k := 0; k < 3; k++ {
			st.Steps = append(st.Steps, plan.StepView{ID: fmt.Sprintf("_step-%d", i*3+k), Number: i*3 + k, Title: template.HTML(long), MomentOfTruth: k == 1, Mood: plan.Mood{IsSet: true, Value: -2, Tone: "bad"}, Feeling: []template.HTML{"Bực", "Lo"}})
		}
		v.Stages = append(v.Stages, st)
	}
	for _, name := range names {
		l := plan.Lane{Key: "lane." + name, Name: name}
		if name == "action" {
			l.Key, l.Name = "lane.actions", "actions"
		}
		for i := 0; i < n; i++ {
			var c plan.LaneCell
			for k := 0; k < 4 && (i != 2); k++ {
				e := plan.LaneEntry{Step: i*3 + k + 95, StepID: "_step-4", MomentOfTruth: k == 1, Value: plan.Value{Text: template.HTML(long)}}
				switch name {
				case "emotion":
					e.Value.Mood = plan.Mood{IsSet: true, Value: k - 2, Tone: []string{"bad", "bad", "even", "good"}[k]}
				case "pains":
					e.Tone = "bad"
				case "gains":
					e.Tone = "good"
				case "touchpoints":
					e.Value = plan.Value{Link: plan.Link{Title: "Nghiêngngảkhôngdấucáchdàithậtdài@example.com/abcdefghijk", Href: "t"}}
				case "metrics":
					e.Value = plan.Value{Reading: plan.Reading{Metric: plan.Link{Title: "Chỉ số hài lòng sau khi được hỗ trợ", Href: "m"}, Value: plan.Number{IsSet: true, Value: 123456789, Unit: "đồng mỗi đơn hàng"}, Change: plan.Number{IsSet: true, Value: -7.18}, Tone: "bad"}}
				}
				c.Entries = append(c.Entries, e)
			}
			if i == 2 {
				c.GapKey = "gap." + l.Name
			}
			l.Cells = append(l.Cells, c)
		}
		v.Map.Lanes = append(v.Map.Lanes, l)
	}
	return v
}
func handBP(n int) plan.Blueprint {
	v := plan.Blueprint{Entity: plan.Entity{Shell: shell("blueprint")}}
	v.Table.Caption = "Sơ đồ"
	for i := 1; i <= n; i++ {
		v.Table.Steps = append(v.Table.Steps, plan.BlueprintStep{Number: i, Title: template.HTML(long)})
		v.Table.Stages = append(v.Table.Stages, plan.StageSpan{Stage: plan.Link{Title: "Giai đoạn có tên rất dài về sự trung thành", Href: "s", Number: i, Color: fmt.Sprintf("s%d", i)}, Span: 1})
	}
	for _, r := range []struct{ name, line string }{{"evidence", ""}, {"customer", ""}, {"frontstage", "line.interaction"}, {"backstage", "line.visibility"}, {"support", "line.internal"}, {"links", ""}} {
		row := plan.BlueprintRow{Key: "blueprint." + r.name, Name: r.name, LineKey: r.line, Lane: r.name != "links"}
		for i := 0; i < n; i++ {
			var c []plan.BlueprintEntry
			if r.name == "links" {
				c = append(c, plan.BlueprintEntry{FromKey: "blueprint.frontstage", ToKey: "blueprint.support", Both: i%2 == 0})
			} else if i != 1 {
				c = append(c, plan.BlueprintEntry{Value: plan.Value{Text: template.HTML(long)}, By: "people", System: "Phần mềm quản lý đơn hàng", Owner: plan.Link{Title: "Kho và giao hàng", Href: "o"}, Touchpoint: plan.Link{Title: "Trang sản phẩm", Href: "t"}}, plan.BlueprintEntry{Value: plan.Value{Text: "Tự động"}, By: "technology"})
			}
			row.Cells = append(row.Cells, c)
		}
		v.Table.Rows = append(v.Table.Rows, row)
	}
	return v
}
