package locale

import (
	"math"
	"testing"
	"time"
)

func TestFormatNumber(t *testing.T) {
	tests := []struct {
		lang     Lang
		v        float64
		decimals int
		want     string
	}{
		{Vietnamese, 1234.5, 1, "1.234,5"},
		{English, 1234.5, 1, "1,234.5"},
		{"en-gb", 1234.5, 1, "1,234.5"},
		{"de", 1234.5, 1, "1\u202f234.5"},
		{Vietnamese, 1234567, 0, "1.234.567"},
		{English, 999, 0, "999"},
		{English, 1000, 0, "1,000"},
		{English, 0, 2, "0.00"},
		{English, -2, 0, "−2"},
		{Vietnamese, -1234.56, 1, "−1.234,6"},
		{English, 999.95, 1, "1,000.0"},
		// Halves go away from zero, and count as they are written.
		{English, 2.5, 0, "3"},
		{English, -2.5, 0, "−3"},
		{English, 0.125, 2, "0.13"},
		{English, 1.005, 2, "1.01"},
		{English, 0.1 + 0.2, 2, "0.30"},
		// No sign where nothing is left of the number.
		{English, -0.04, 1, "0.0"},
		{English, math.Copysign(0, -1), 0, "0"},
		// Out of range.
		{English, 1.5, -1, "2"},
		{English, 1, 1000, "1.00000000000000000000"},
		{English, 5e-324, 2, "0.00"},
		{English, math.NaN(), 1, "–"},
		{English, math.Inf(1), 1, "∞"},
		{English, math.Inf(-1), 1, "−∞"},
	}
	for _, test := range tests {
		if got := FormatNumber(test.lang, test.v, test.decimals); got != test.want {
			t.Errorf("FormatNumber(%s, %v, %d) = %q; want %q", test.lang, test.v, test.decimals, got, test.want)
		}
	}
	if got := FormatNumber(English, math.MaxFloat64, 0); len(got) != 309+102 {
		t.Errorf("FormatNumber of the largest float64 is %d bytes long; want 309 digits, 102 commas", len(got))
	}
}

func TestFormatTrimmedDropsNeedlessDecimals(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		want     string
	}{
		{1234.50, 2, "1.234,5"},
		{1234, 2, "1.234"},
		{100, 0, "100"},
		{0.999, 2, "1"},
		{-0.001, 2, "0"},
		{15.25, 2, "15,25"},
		{10.05, 2, "10,05"},
	}
	for _, test := range tests {
		if got := FormatTrimmed(Vietnamese, test.v, test.decimals); got != test.want {
			t.Errorf("FormatTrimmed(vi, %v, %d) = %q; want %q", test.v, test.decimals, got, test.want)
		}
	}
}

func TestFormatSigned(t *testing.T) {
	tests := []struct {
		v    float64
		want string
	}{
		{1, "+1"}, {-2, "−2"}, {0, "0"}, {0.04, "0"}, {-0.04, "0"}, {0.05, "+0.1"}, {1200, "+1,200"},
		{math.NaN(), "–"}, {math.Inf(1), "+∞"},
	}
	for _, test := range tests {
		if got := FormatSigned(English, test.v, 1); got != test.want {
			t.Errorf("FormatSigned(en, %v, 1) = %q; want %q", test.v, got, test.want)
		}
	}
}

func TestFormatDateShowsTheDayOfTheTimesOwnLocation(t *testing.T) {
	// In Honolulu it is still the 29th.
	day := time.Date(2026, time.September, 30, 1, 0, 0, 0, time.FixedZone("Hà Nội", 7*60*60))
	tests := map[Lang]string{
		Vietnamese: "30/09/2026",
		"vi-vn":    "30/09/2026",
		English:    "30 Sep 2026",
		"ja":       "2026-09-30",
		"":         "2026-09-30",
	}
	for lang, want := range tests {
		if got := FormatDate(lang, day); got != want {
			t.Errorf("FormatDate(%s) = %q; want %q", lang, got, want)
		}
	}
	if got := FormatDate(English, time.Time{}); got != "" {
		t.Errorf("FormatDate of the zero time = %q; want nothing", got)
	}
}

func BenchmarkFormatNumber(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FormatNumber(Vietnamese, 1234.5, 1)
	}
}
