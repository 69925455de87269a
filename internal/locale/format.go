package locale

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
)

const (
	minus   = "\u2212" // the minus sign: as wide as +, and not a hyphen
	noValue = "–"      // what stands for a number that is none

	// maxDecimals bounds the work on a nonsensical argument; a float64 has 17
	// significant digits.
	maxDecimals = 20
)

// FormatNumber writes v with exactly so many decimals (0–20, anything else
// counts as the nearer end): 1234.5 with one is "1.234,5" in Vietnamese,
// "1,234.5" in English, and "1 234.5" with a narrow no-break space, as SI
// writes it, in every other language. It rounds halves away from zero, as a
// spreadsheet does, on the shortest decimal that stands for v: 1.005 with two
// is 1.01. The sign of a negative number is U+2212; what rounds to zero has
// none. Infinity is ∞, and what is not a number is an en dash.
func FormatNumber(lang Lang, v float64, decimals int) string {
	return format(lang, v, decimals, false)
}

// FormatTrimmed is [FormatNumber] with at most so many decimals: zeros at the
// end of the fraction are left out.
func FormatTrimmed(lang Lang, v float64, decimals int) string {
	return format(lang, v, decimals, true)
}

// FormatSigned is [FormatTrimmed] for a difference: what is above zero after
// rounding starts with a plus sign, as in +1, −2, 0.
func FormatSigned(lang Lang, v float64, decimals int) string {
	s := format(lang, v, decimals, true)
	if !(v > 0) || s == "0" {
		return s
	}
	return "+" + s
}

// FormatDate writes the day that t shows in its own location: "30/09/2026" in
// Vietnamese, "30 Sep 2026" in English, "2026-09-30" in every other language.
// The zero time is the empty string.
func FormatDate(lang Lang, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	switch lang.base() {
	case Vietnamese:
		return t.Format("02/01/2006")
	case English:
		return t.Format("2 Jan 2006")
	default:
		return t.Format(time.DateOnly)
	}
}

func format(lang Lang, v float64, decimals int, trim bool) string {
	if math.IsNaN(v) {
		return noValue
	}
	digits := "∞"
	if !math.IsInf(v, 0) {
		whole, fraction := roundedDigits(math.Abs(v), min(max(decimals, 0), maxDecimals))
		if strings.Trim(whole+fraction, "0") == "" {
			v = 0 // no sign
		}
		if trim {
			fraction = strings.TrimRight(fraction, "0")
		}
		digits = punctuate(lang, whole, fraction)
	}
	if v < 0 {
		return minus + digits
	}
	return digits
}

// roundedDigits returns the digits of v, finite and not negative, before and
// after the decimal point.
func roundedDigits(v float64, decimals int) (whole, fraction string) {
	if v == math.Trunc(v) && v < 1<<53 { // most numbers of a page are whole
		return strconv.FormatInt(int64(v), 10), strings.Repeat("0", decimals)
	}
	// FormatFloat with a precision would round halves to even, and the binary
	// value instead of the decimal that the author wrote.
	shortest := strconv.FormatFloat(v, 'g', -1, 64)
	r, ok := new(big.Rat).SetString(shortest)
	if !ok {
		panic("locale: FormatFloat wrote " + shortest) // cannot be: v is finite
	}
	whole, fraction, _ = strings.Cut(r.FloatString(decimals), ".")
	return whole, fraction
}

// punctuate groups whole by thousands and joins it with fraction.
func punctuate(lang Lang, whole, fraction string) string {
	group, point := "\u202f", "."
	switch lang.base() {
	case Vietnamese:
		group, point = ".", ","
	case English:
		group = ","
	}
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(point + fraction)
	}
	return b.String()
}
