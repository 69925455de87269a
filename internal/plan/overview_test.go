package plan

import (
	"testing"

	"stagecraft/internal/view"
)

func TestStagesOfNoModelAreListedLast(t *testing.T) {
	site := planSite(t, map[string]string{"stages/a": "", "stages/b": "", "stages/lone": "", "models/m": `stages = ["b", "a"]`})
	groups := viewAs[view.Index](t, site, "stages/index.html").List.Groups
	if len(groups) != 2 || groups[0].Head.Title != "models/m" || groups[1].HeadKey != "group.none" {
		t.Fatalf("the groups are %+v", groups)
	}
	if rows := groups[1].Rows; len(rows) != 1 || rows[0][0][0].Link.Title != "stages/lone" {
		t.Errorf("in no model: %+v", rows)
	}
}

func TestStagesAreNumberedAsInTheModelTheyAreListedUnder(t *testing.T) {
	site := planSite(t, map[string]string{"stages/a": "", "stages/b": "", "models/m": `stages = ["a", "b"]`, "models/n": `stages = ["b", "a"]`})
	for _, g := range viewAs[view.Index](t, site, "stages/index.html").List.Groups {
		for i, row := range g.Rows {
			if number := row[0][0].Link.Number; number != i+1 {
				t.Errorf("%s: stage %d has the number %d", g.Head.Title, i+1, number)
			}
		}
	}
}
