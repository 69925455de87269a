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
	if want == "" {
		return "", false
	}
	best, bestDistance := "", 1+slips(want)
	for _, c := range candidates {
		folded := locale.Fold(c)
		if abs(len(folded)-len(want)) >= bestDistance+utf8.UTFMax {
			continue
		}
		if d := distance(want, folded); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best, best != ""
}

// distance counts the slips between two names. Two neighbouring letters in the
// wrong order are the commonest slip of all and count as one, where Levenshtein
// counts two.
func distance(a, b string) int {
	if len(a) == len(b) {
		i := 0
		for i < len(a) && a[i] == b[i] {
			i++
		}
		if i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
			return 1
		}
	}
	return levenshtein.ComputeDistance(a, b)
}

func slips(name string) int { return 1 + max(0, utf8.RuneCountInString(name)-2)/4 }

func abs(n int) int { return max(n, -n) }
