package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/unicode/norm"
)

// NoLetter is the heading in a dictionary of what begins with no letter.
const NoLetter = "#"

// Alphabet knows the letters of a language, under which a dictionary groups its
// entries. It is for one goroutine.
type Alphabet struct {
	letters *collate.Collator // holds texts for equal that differ in marks and case alone
}

// NewAlphabet returns the alphabet of lang.
func NewAlphabet(lang Lang) *Alphabet {
	return &Alphabet{collate.New(lang.tag(), collate.Loose)}
}

// Letter returns the letter under which s stands, as a capital: in Vietnamese "Ấn
// tượng" is found under Â and "đường" under Đ, in English under A and D. Quotes
// and the like before the first letter are passed over. What begins with a digit,
// or holds no letter, stands under [NoLetter].
func (a *Alphabet) Letter(s string) string {
	s = norm.NFC.String(s)
	start := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if start < 0 {
		return NoLetter
	}
	var it norm.Iter
	it.InitString(norm.NFD, s[start:])
	written := string(it.Next()) // the letter with all its marks
	if !unicode.IsLetter([]rune(written)[0]) {
		return NoLetter
	}
	return strings.ToUpper(norm.NFC.String(a.bare(written)))
}

// bare leaves out the marks of a letter, in NFD, that do not make it another
// letter of the language.
func (a *Alphabet) bare(letter string) string {
	kept := []rune(letter)
	for i := len(kept) - 1; i > 0; i-- {
		without := string(kept[:i]) + string(kept[i+1:])
		if a.letters.CompareString(without, string(kept)) == 0 {
			kept = []rune(without)
		}
	}
	if folded := Fold(string(kept)); a.letters.CompareString(folded, string(kept)) == 0 {
		return folded // đ, whose stroke is no mark
	}
	return string(kept)
}
