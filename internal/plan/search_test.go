package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// nodesOf returns nodes whose sources have these sizes.
func nodesOf(sizes ...int) []*graph.Node {
	var nodes []*graph.Node
	for _, size := range sizes {
		nodes = append(nodes, &graph.Node{Doc: &journey.Doc{File: &source.File{Text: make([]byte, size)}}})
	}
	return nodes
}

func TestSearchPartsKeepBelowTheLimit(t *testing.T) {
	for _, test := range []struct {
		sizes []int
		want  string
	}{
		{nil, "[]"},
		{[]int{4, 4, 2}, "[4 4 2]"},
		{[]int{4, 4, 3}, "[4 4] [3]"},
		{[]int{30, 1, 9, 1}, "[30] [1 9] [1]"},
	} {
		var got []string
		for _, part := range searchParts(nodesOf(test.sizes...), "vi", 10) {
			sizes := []int{}
			for _, n := range part {
				sizes = append(sizes, len(n.Doc.File.Text))
			}
			got = append(got, fmt.Sprint(sizes))
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%v: %s, want %s", test.sizes, got, test.want)
		}
	}
}

func TestSearchFindsPagesOfStagecraftsOwn(t *testing.T) {
	for _, c := range []struct {
		name    string
		content map[string]string
		want    string
	}{
		{"a handbook", map[string]string{"stages/a": "", "models/m": "stages = [\"a\"]"},
			"index.html , stages/index.html kinds.stage, models/index.html kinds.model, crosswalk.html crosswalk.title, coverage.html coverage.title, review.html review.title"},
		{"with pages of the author's", map[string]string{"index": "", "stages/index": "", "stages/a": ""}, "coverage.html coverage.title, review.html review.title"},
		{"free pages alone", map[string]string{"index": "", "a": ""}, ""},
	} {
		var got []string
		for _, text := range pageAt(resolveSite(t, c.content), "index.html", nil).ownSearchTexts() {
			got = append(got, text.Href+" "+text.Key)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestSearchTellsWhatAPageStandsBelow leaves out the home page, which all stand
// below.
func TestSearchTellsWhatAPageStandsBelow(t *testing.T) {
	g := resolveSite(t, map[string]string{"courses/c/index": "", "courses/c/part/index": "", "courses/c/part/l": "", "teams/a": ""})
	for _, c := range []struct {
		kind journey.Kind
		id   string
		want string
	}{
		{journey.KindLesson, "c/part/l", "courses/c/index > courses/c/part/index"},
		{journey.KindTeam, "a", ""},
	} {
		text := pageAt(g, "x.html", g.Node(c.kind, c.id)).searchText()
		if got := strings.Join(text.Above, " > "); got != c.want {
			t.Errorf("%s stands below %q, want %q", c.id, got, c.want)
		}
	}
}
