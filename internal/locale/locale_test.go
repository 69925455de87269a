package locale

import (
	"strings"
	"testing"
)

func TestParseLangGivesTheCanonicalLowerCaseTag(t *testing.T) {
	tests := map[string]Lang{
		"vi":         Vietnamese,
		"EN":         English,
		"pt_BR":      "pt-br",
		"vi-VN":      "vi-vn",
		"zh-hant-TW": "zh-hant-tw",
		"iw":         "he", // the code that RFC 5646 replaced
	}
	for tag, want := range tests {
		got, err := ParseLang(tag)
		if err != nil || got != want {
			t.Errorf("ParseLang(%q) = %q, %v; want %q", tag, got, err, want)
		}
		if again, err := ParseLang(string(got)); err != nil || again != got {
			t.Errorf("ParseLang(%q) = %q, %v; want itself", got, again, err)
		}
	}
}

func TestParseLangRefusesWhatNamesNoLanguage(t *testing.T) {
	tags := []string{
		"", "und", "und-VN", "root", "x-private", // no language
		"vn", "zz", // unknown
		"v", "vi\x00", "../vi", "en/us", "tiếng việt", // malformed
		"vi-" + strings.Repeat("u-", 1<<20),      // long
		"en-a-aaaaaaaa-bbbbbbbb-cccccccc-dddddd", // long by three bytes
	}
	for _, tag := range tags {
		if got, err := ParseLang(tag); err == nil {
			t.Errorf("ParseLang(%.40q) = %q; want an error", tag, got)
		}
	}
}
