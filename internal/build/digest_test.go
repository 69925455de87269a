package build

import (
	"html/template"
	"testing"
	"time"

	"stagecraft/internal/source"
)

// TestDigestTellsViewsApart digests Views that differ in one thing each: random
// edits seldom change a flag or a number without a text beside it.
func TestDigestTellsViewsApart(t *testing.T) {
	type view struct {
		Title, Text string
		Set         bool
		Count       int
		Value       float64
		Day         time.Time
		Links       []string
		Extra       map[string]any
		Block       any
	}
	type another view
	day := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	seen := map[source.Hash]any{}
	for _, v := range []any{
		nil, view{}, another{},
		view{Title: "ab"}, view{Title: "a", Text: "b"}, view{Text: "ab"},
		view{Set: true},
		view{Count: 1}, view{Count: -1},
		view{Value: 1}, view{Value: 0.5},
		view{Day: day}, view{Day: day.AddDate(0, 0, 1)},
		view{Links: []string{""}}, view{Links: []string{"", ""}}, view{Links: []string{"a", "b"}}, view{Links: []string{"b", "a"}},
		view{Extra: map[string]any{"a": ""}}, view{Extra: map[string]any{"a": "b"}}, view{Extra: map[string]any{"b": "a"}},
		view{Block: view{}}, view{Block: another{}}, view{Block: "a"}, view{Block: template.HTML("a")},
	} {
		d := digest(v)
		if twin, ok := seen[d]; ok {
			t.Errorf("%#v and %#v have the same digest", twin, v)
		}
		seen[d] = v
	}
}
