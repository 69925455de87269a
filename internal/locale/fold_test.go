package locale

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// awkward holds what the property tests and the fuzz targets start from.
var awkward = []string{
	"", " ", "-", "Điểm chạm", "ĐIỀU KHOẢN", "Ðà Nẵng", "5A (Kotler)", "Trước, trong & sau khi mua?",
	"a/../b\\c.d?e#f%00\x00", "CON", "—", "𝔘nicode", "👨‍👩‍👧 gia đình", "m²", "ﬁn", "Straße", "İstanbul", "ǅ",
	"ガイド", "한국어", "각", "हिन्दी", "ภาษาไทย", "بِسْمِ", "שָׁלוֹם", "Ἀθῆναι",
	"\u0301", "a\u0301\u0323", "x\u0e34", "-\u0e34x", "a\u034fb", "\u200b", "\ufeffBOM", "\ufffd",
	"\xff", "a\xc3", "\xe1\xba", "\xed\xa0\x80", strings.Repeat("ệ", 100), strings.Repeat("\u0301", 100),
}

func TestNFCComposesAndKeepsTheRest(t *testing.T) {
	tests := map[string]string{
		"":                         "",
		"plain":                    "plain",
		"e\u0323\u0302":            "ệ",
		"e\u0302\u0323":            "ệ",
		"Việt":                     "Việt",
		"bad \xff e\u0301":         "bad \xff é",
		"\u1112\u1161\u11ab\u116e": "한\u116e",
	}
	for in, want := range tests {
		if got := NFC(in); got != want {
			t.Errorf("NFC(%q) = %q; want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	tests := map[string]string{
		"":                  "",
		"checkout":          "checkout",
		"Checkout PAGE":     "checkout page",
		"Điểm chạm":         "diem cham",
		"ĐƯỜNG":             "duong",
		"Ðiều":              "dieu", // eth for Đ
		"a\u0306\u0323":     "a",
		"Café, m² & 5 €":    "cafe, m² & 5 €",
		"İ":                 "i",
		"한국어":               "한국어",
		"ภาษาไทย":           "ภาษาไทย",
		"a\xffb":            "a\ufffdb",
		"Trang chủ\r\n\x00": "trang chu\r\n\x00",
	}
	for in, want := range tests {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q; want %q", in, got, want)
		}
	}
}

func TestFoldMapsEveryVietnameseLetterToASCII(t *testing.T) {
	tones := []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
	for _, vowel := range "aăâeêioôơuưy" {
		for _, tone := range tones {
			letter := NFC(string(vowel) + tone)
			for _, form := range []string{letter, strings.ToUpper(letter), norm.NFD.String(letter)} {
				if got := Fold(form); len(got) != 1 || !strings.Contains("aeiouy", got) {
					t.Errorf("Fold(%q) = %q; want one vowel", form, got)
				}
			}
		}
	}
}

func TestSlug(t *testing.T) {
	tests := map[string]string{
		"Điểm chạm":               "diem-cham",
		"5A (Kotler)":             "5a-kotler",
		"Trước – trong – sau":     "truoc-trong-sau",
		"  --Hành_trình.md--  ":   "hanh-trinh-md",
		"../../etc/passwd":        "etc-passwd",
		"100% miễn phí?":          "100-mien-phi",
		"Giai đoạn 1: Nhận thức":  "giai-doan-1-nhan-thuc",
		"客户 旅程":                   "客户-旅程",
		"ลูกค้า":                  "ลูกค้า",
		"a \u0e34 b":              "a-b", // a mark without its letter
		"\u0e34x":                 "x",
		"":                        "",
		"!?…":                     "",
		"\x00\xff":                "",
		"a\xffb":                  "a-b",
		"e\u0323\u0302m":          "em",
		"١٢٣":                     "١٢٣",
		"m²":                      "m",
		strings.Repeat("-x-", 3):  "x-x-x",
		"Khoảnh khắc quyết định!": "khoanh-khac-quyet-dinh",
	}
	for in, want := range tests {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q; want %q", in, got, want)
		}
	}
}

func TestFoldAndSlugHoldTheirPropertiesForEveryRune(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r > 0xffff && !unicode.IsGraphic(r) { // a million of them, all alike
			continue
		}
		checkFold(t, string(r))
		checkSlug(t, "x"+string(r)+"x")
	}
}

func TestFoldAndSlugHoldTheirPropertiesForAwkwardText(t *testing.T) {
	for _, s := range awkward {
		checkFold(t, s)
		checkSlug(t, s)
	}
}

func TestFoldOfLowerCaseASCIIDoesNotAllocate(t *testing.T) {
	allocs := testing.AllocsPerRun(100, func() { Fold("the quick brown fox, 2026") })
	if allocs != 0 {
		t.Errorf("Fold allocates %v times; want 0", allocs)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

func FuzzSlug(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkSlug(t, s) })
}

func checkFold(t *testing.T, s string) {
	t.Helper()
	folded := Fold(s)
	if again := Fold(folded); again != folded {
		t.Errorf("Fold(%q) = %q, but folded again %q", s, folded, again)
	}
	if !utf8.ValidString(folded) || !norm.NFC.IsNormalString(folded) {
		t.Errorf("Fold(%q) = %q; want valid UTF-8 in NFC", s, folded)
	}
	if strings.ContainsAny(folded, "đĐ") || strings.ContainsFunc(folded, isUpperASCII) {
		t.Errorf("Fold(%q) = %q; want lower case and no đ", s, folded)
	}
	decomposed := norm.NFD.String(s)
	// Into runs of over 30 marks x/text inserts U+034F, and then sorts marks on
	// either side of it by themselves: such text has no one decomposed form.
	if strings.Count(decomposed, "\u034f") > strings.Count(s, "\u034f") {
		return
	}
	if got := Fold(decomposed); got != folded {
		t.Errorf("Fold(%q) = %q, but %q of the decomposed text", s, folded, got)
	}
}

func checkSlug(t *testing.T, s string) {
	t.Helper()
	slug := Slug(s)
	if again := Slug(slug); again != slug {
		t.Errorf("Slug(%q) = %q, but again %q", s, slug, again)
	}
	if !utf8.ValidString(slug) || !norm.NFC.IsNormalString(slug) {
		t.Errorf("Slug(%q) = %q; want valid UTF-8 in NFC", s, slug)
	}
	if strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--") {
		t.Errorf("Slug(%q) = %q; want single hyphens within", s, slug)
	}
	if i := strings.IndexFunc(slug, unsafeInSlug); i >= 0 {
		t.Errorf("Slug(%q) = %q; unsafe at byte %d", s, slug, i)
	}
}

func isUpperASCII(r rune) bool { return 'A' <= r && r <= 'Z' }

// unsafeInSlug reports whether r may not stand in a slug. It says of ASCII what
// is allowed, and of the rest what is not.
func unsafeInSlug(r rune) bool {
	if r < utf8.RuneSelf {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-", r)
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || r == utf8.RuneError
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("Khách hàng so sánh giá, đọc đánh giá và hỏi người quen trước khi quyết định mua. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(text)
	}
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Slug("Khoảnh khắc quyết định: Điểm chạm 5A (Kotler)")
	}
}
