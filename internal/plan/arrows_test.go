package plan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

// drawn writes the parts of a column's arrows, a line for each row.
func drawn(parts [][]view.ArrowPart) string {
	var rows []string
	for _, row := range parts {
		var words []string
		for _, p := range row {
			word := fmt.Sprintf("%d%s", p.Track, p.Side)
			if p.Head {
				word += "!"
			}
			words = append(words, word)
		}
		rows = append(rows, strings.Join(words, " "))
	}
	return strings.Join(rows, "|")
}

func TestArrowsOfAColumn(t *testing.T) {
	for _, c := range []struct {
		name   string
		arrows []rowArrow
		want   string
		tracks int
	}{
		{"none", nil, "|||", 0},
		{"down to the next row", []rowArrow{joinRows(0, 1, false)}, "1below|1above!||", 1},
		{"up to the next row", []rowArrow{joinRows(1, 0, false)}, "1below!|1above||", 1},
		{"both ways across two rows", []rowArrow{joinRows(0, 3, true)}, "1below!|1pass|1pass|1above!", 1},
		{"a chain", []rowArrow{joinRows(0, 1, false), joinRows(1, 2, false), joinRows(2, 3, false)},
			"1below|1above! 2below|2above! 1below|1above!", 2},
		{"the long one outside", []rowArrow{joinRows(0, 3, false), joinRows(1, 2, false)},
			"2below|1below 2pass|1above! 2pass|2above!", 2},
		{"there and back", []rowArrow{joinRows(0, 2, false), joinRows(2, 0, false)}, "1below!|1pass|1above!|", 1},
		{"said twice", []rowArrow{joinRows(0, 1, false), joinRows(0, 1, false)}, "1below|1above!||", 1},
		{"to itself", []rowArrow{joinRows(2, 2, true)}, "|||", 0},
	} {
		parts, tracks := drawArrows(4, c.arrows)
		if got := drawn(parts); got != c.want || tracks != c.tracks {
			t.Errorf("%s: %s on %d tracks, want %s on %d", c.name, got, tracks, c.want, c.tracks)
		}
	}
}

// TestArrowsCanBeFollowed draws arrows at random and follows each with a finger:
// it starts once, passes every row between and ends once, alone on its track.
func TestArrowsCanBeFollowed(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 2000 {
		rows := 1 + r.IntN(12)
		want := map[[2]int][2]bool{} // the heads of each arrow, by its ends
		var arrows []rowArrow
		for range r.IntN(12) {
			from, to, both := r.IntN(rows), r.IntN(rows), r.IntN(3) == 0
			arrows = append(arrows, joinRows(from, to, both))
			if from == to {
				continue
			}
			ends := [2]int{min(from, to), max(from, to)}
			heads := want[ends]
			want[ends] = [2]bool{heads[0] || both || to < from, heads[1] || both || from < to}
		}
		parts, tracks := drawArrows(rows, arrows)
		got := follow(t, parts, tracks)
		if len(got) != len(want) {
			t.Fatalf("%v: %d arrows drawn, want %d", arrows, len(got), len(want))
		}
		for ends, heads := range want {
			if got[ends] != heads {
				t.Fatalf("%v: from %d to %d has heads %v, want %v", arrows, ends[0], ends[1], got[ends], heads)
			}
		}
	}
}

// follow returns the heads of the arrows that parts show, by their ends.
func follow(t *testing.T, parts [][]view.ArrowPart, tracks int) map[[2]int][2]bool {
	t.Helper()
	found := map[[2]int][2]bool{}
	for track := 1; track <= tracks; track++ {
		start, head := -1, false
		for row := range parts {
			on := slices.DeleteFunc(slices.Clone(parts[row]), func(p view.ArrowPart) bool { return p.Track != track })
			if len(on) > 1 {
				t.Fatalf("two arrows share track %d in row %d: %s", track, row, drawn(parts))
			}
			side := ""
			if len(on) == 1 {
				side = on[0].Side
			}
			switch open := start >= 0; {
			case side == "below" && !open:
				start, head = row, on[0].Head
			case side == "above" && open:
				found[[2]int{start, row}] = [2]bool{head, on[0].Head}
				start = -1
			case (side == "pass") != open:
				t.Fatalf("track %d breaks in row %d: %s", track, row, drawn(parts))
			}
		}
		if start >= 0 {
			t.Fatalf("track %d has no end: %s", track, drawn(parts))
		}
	}
	return found
}

// TestTracksHaveClasses holds the most tracks that a blueprint can need against
// the classes of the style sheet, g1 to g10.
func TestTracksHaveClasses(t *testing.T) {
	var arrows []rowArrow
	for from := range 5 {
		for to := range 5 {
			arrows = append(arrows, joinRows(2*from, 2*to, false))
		}
	}
	if _, tracks := drawArrows(9, arrows); tracks > 10 {
		t.Errorf("all arrows between five lanes need %d tracks", tracks)
	}
}
