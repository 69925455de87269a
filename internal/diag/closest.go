package diag

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"stagecraft/internal/locale"
)

// Closest returns the candidate that the writer of a wrong name most likely
// meant. Case and marks are ignored, so "Diem-cham" finds "điểm-chạm"; then one
// slip is forgiven in a name of up to five characters, and another for each
// four more. A weaker guess is no help and is not returned. Among equals the
// earlier candidate wins.
func Closest(name string, candidates []string) (string, bool) {
	want := locale.Fold(name)
	best, bestDistance := "", 1+slips(want)
	for _, c := range candidates {
		folded := locale.Fold(c)
		if abs(len(folded)-len(want)) >= bestDistance+utf8.UTFMax {
			continue
		}
		if d := levenshtein.ComputeDistance(want, folded); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best, best != ""
}

func slips(name string) int { return 1 + max(0, utf8.RuneCountInString(name)-2)/4 }

func abs(n int) int { return max(n, -n) }
