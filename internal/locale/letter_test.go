package locale

import (
	"slices"
	"strings"
	"testing"
)

// TestVietnameseLettersAreThoseOfTheAlphabet gives each letter in every tone.
func TestVietnameseLettersAreThoseOfTheAlphabet(t *testing.T) {
	a := NewAlphabet(Vietnamese)
	for letter, written := range map[string]string{
		"A": "a à ả ã á ạ A Ạ", "Ă": "ă ằ ẳ ẵ ắ ặ Ặ", "Â": "â ầ ẩ ẫ ấ ậ Ấ",
		"D": "d D", "Đ": "đ Đ", "E": "e è ẻ ẽ é ẹ", "Ê": "ê ề ể ễ ế ệ Ế",
		"I": "i ì ỉ ĩ í ị", "O": "o ò ỏ õ ó ọ", "Ô": "ô ồ ổ ỗ ố ộ", "Ơ": "ơ ờ ở ỡ ớ ợ",
		"U": "u ù ủ ũ ú ụ", "Ư": "ư ừ ử ữ ứ ự Ự", "Y": "y ỳ ỷ ỹ ý ỵ", "W": "w W",
	} {
		for _, s := range strings.Fields(written) {
			if got := a.Letter(s + "x"); got != letter {
				t.Errorf("%q stands under %s, want %s", s, got, letter)
			}
		}
	}
}

func TestLetter(t *testing.T) {
	for _, c := range []struct {
		lang    Lang
		s, want string
	}{
		{Vietnamese, "Ấn tượng", "Â"},
		{Vietnamese, "a\u0302\u0301n", "Â"}, // not in NFC
		{Vietnamese, "“điểm chạm”", "Đ"},
		{Vietnamese, "5A", NoLetter},
		{Vietnamese, "", NoLetter},
		{Vietnamese, "–", NoLetter},
		{Vietnamese, "\xff\u0301", NoLetter},
		{English, "Ấn tượng", "A"},
		{English, "Đèo Gió", "D"},
		{English, "écart", "E"},
		{"sv", "åka", "Å"},
		{"sv", "écart", "E"},
		{"ru", "йод", "Й"},
	} {
		if got := NewAlphabet(c.lang).Letter(c.s); got != c.want {
			t.Errorf("%s: %q stands under %s, want %s", c.lang, c.s, got, c.want)
		}
	}
}

// TestLettersFollowTheCollation sorts words and looks at their letters: each
// comes once, in the order of the alphabet.
func TestLettersFollowTheCollation(t *testing.T) {
	words := strings.Fields("ưu ủng ước ốm ơn oan ôn ở êm ép ẻo đo dạ đa dz ăn ân ảnh ấp ao ắt ca be ghi 5A 12 y xa")
	c := NewCollator(Vietnamese)
	slices.SortFunc(words, c.Compare)
	a := NewAlphabet(Vietnamese)
	var letters []string
	for _, w := range words {
		letters = append(letters, a.Letter(w))
	}
	if got := strings.Join(slices.Compact(letters), ""); got != "#AĂÂBCDĐEÊGOÔƠUƯXY" {
		t.Errorf("got %s", got)
	}
}
