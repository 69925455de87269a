package locale

import (
	"math"
	"testing"
)

func TestReadingMinutes(t *testing.T) {
	tests := []struct {
		lang  Lang
		words int
		want  int
	}{
		{English, -5, 1}, {English, 0, 1}, {English, 220, 1}, {English, 221, 2}, {English, 2200, 10},
		{Vietnamese, 300, 1}, {Vietnamese, 301, 2}, {"vi-vn", 3000, 10},
		{"fr", 221, 2},
		{English, math.MinInt, 1},
		{English, math.MaxInt, math.MaxInt/220 + 1},
	}
	for _, test := range tests {
		if got := ReadingMinutes(test.lang, test.words); got != test.want {
			t.Errorf("ReadingMinutes(%s, %d) = %d; want %d", test.lang, test.words, got, test.want)
		}
	}
}
