package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode normalisation form C, the form of all text and all
// paths inside the program. Text that is NFC already is returned as it is,
// without allocation. Bytes that are not UTF-8 stay as they are.
func NFC(s string) string { return norm.NFC.String(s) }

// Fold returns s as search and closest match compare it: without accents, in
// lower case, đ as d, in NFC. "Điểm chạm" becomes "diem cham". Bytes that are
// not UTF-8 become U+FFFD. Lower-case ASCII is returned without allocation.
//
// Accents are the code points of script Inherited. Marks that belong to one
// script, such as the vowel signs of Thai and Hindi, stay: without them the
// words are others. The search script folds in the same way, apart from letters
// newer than Go's Unicode tables:
//
//	s.normalize("NFD").replace(/\p{Script=Inherited}/gu, "").toLowerCase().replace(/[đð]/g, "d").normalize("NFC")
func Fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		// Rune by rune instead of norm.NFD.String: half the time, and the
		// final NFC puts marks in their canonical order anyway.
		if r < utf8.RuneSelf {
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		parts := norm.NFD.PropertiesString(s[i:]).Decomposition()
		if parts == nil {
			writeFolded(&b, r)
			continue
		}
		for _, part := range string(parts) {
			writeFolded(&b, part)
		}
	}
	return norm.NFC.String(b.String())
}

// writeFolded appends one rune of decomposed text to b, unless it is an accent.
func writeFolded(b *strings.Builder, r rune) {
	if unicode.Is(unicode.Inherited, r) {
		return
	}
	r = unicode.ToLower(r)
	// đ has no decomposition. ð is here because Ð (eth) looks like Đ and stands
	// for it in much Vietnamese text that came from older fonts and keyboards.
	if r == 'đ' || r == 'ð' {
		r = 'd'
	}
	b.WriteRune(r)
}

// Slug returns s as a file name or an anchor: folded, the letters and digits of
// every script kept, each run of anything else one hyphen, none at the ends.
// "5A (Kotler)" becomes "5a-kotler". It is empty when s holds no letter and no
// digit; the caller decides what stands instead. The result is valid UTF-8 in
// NFC and holds no ASCII but a–z, 0–9 and the hyphen, so it is safe in a path
// and in a URL; its length is not limited.
func Slug(s string) string {
	folded := Fold(s)
	var b strings.Builder
	b.Grow(len(folded))
	gap := true // the last rune read was no part of a word
	for _, r := range folded {
		// A mark belongs to the letter before it; alone it is no word.
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (gap || !unicode.IsMark(r)) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
