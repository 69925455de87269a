package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

// TestLongTablesFold asks for the page of a touchpoint that many journeys meet,
// each in three steps.
func TestLongTablesFold(t *testing.T) {
	for journeys, want := range map[int]struct{ shown, groups, folded, count int }{
		0:   {0, 0, 0, 0},
		10:  {30, 10, 0, 0},
		11:  {20, 7, 5, 13},
		100: {20, 7, 94, 280},
	} {
		content := map[string]string{"touchpoints/shop": "", "stages/s": ""}
		for i := range journeys {
			content[fmt.Sprintf("journeys/j%03d", i)] = "stages = [\"s\"]\n" +
				strings.Repeat("[[steps]]\nstage = \"s\"\ntitle = \"Looks\"\ntouchpoint = \"shop\"\n", 3)
		}
		v := viewAs[view.Entity](t, planSite(t, content), "touchpoints/shop.html")
		var got struct{ shown, groups, folded, count int }
		for _, table := range v.Tables {
			for _, g := range table.Groups {
				got.groups++
				got.shown += len(g.Rows)
			}
			got.folded, got.count = len(table.Folded.Groups), table.Folded.Count
		}
		if got != want {
			t.Errorf("%d journeys: %+v, want %+v", journeys, got, want)
		}
	}
}

func TestFoldedGroupKeepsItsHead(t *testing.T) {
	long := view.Table{Columns: []string{"a"}, Groups: []view.Group{
		{HeadKey: "first", Rows: make([][]view.Cell, foldTo-1)},
		{HeadKey: "cut", Rows: make([][]view.Cell, 20)},
	}}
	folded := fold(long)
	if got := folded.Groups; len(got) != 2 || got[1].HeadKey != "cut" || len(got[1].Rows) != 1 {
		t.Errorf("above: %+v", got)
	}
	if got := folded.Folded; len(got.Groups) != 1 || got.Groups[0].HeadKey != "cut" || len(got.Groups[0].Rows) != 19 || got.Count != 19 {
		t.Errorf("folded: %+v", got)
	}
}
