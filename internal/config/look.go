package config

import (
	"path"
	"regexp"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/markdown"
	"stagecraft/internal/tomlfile"
)

// Look holds what a site changes about the looks of its theme, whichever that
// is. What is not set stays as the theme has it.
type Look struct {
	Accent      tomlfile.String   // "#rrggbb" or "#rgb": links, and what is chosen
	AccentDark  tomlfile.String   // the same in the dark
	Font        tomlfile.String   // of all text: a word of FontStacks, or a .woff2 file
	FontBold    tomlfile.String   // a .woff2 file: the bold of a Font that does not vary
	HeadingFont tomlfile.String   // of headings, as Font
	Logo        tomlfile.String   // a picture for the header
	LogoOnly    bool              // the logo says the title: it does not stand beside it
	Footer      *markdown.Body    // inline; nil when not set
	Nav         []tomlfile.String // what stands in the header, in order: folders and pages
}

// FontStacks are the words for fonts that every computer has.
func FontStacks() []string { return []string{"system", "serif", "humanist", "rounded"} }

// IsFontFile tells whether the name of a font is that of a file.
func IsFontFile(font string) bool { return path.Ext(font) == ".woff2" }

// FontFiles returns the fonts that are files of the site.
func (l Look) FontFiles() []tomlfile.String {
	var files []tomlfile.String
	for _, f := range []tomlfile.String{l.Font, l.FontBold, l.HeadingFont} {
		if IsFontFile(f.V) {
			files = append(files, f)
		}
	}
	return files
}

func readLook(t *tomlfile.Table) Look {
	t = t.Table("look", "the table [look]")
	return Look{
		Accent:      readColor(t, "accent"),
		AccentDark:  readColor(t, "accent_dark"),
		Font:        readFont(t, "font", FontStacks()),
		FontBold:    readFont(t, "font_bold", nil),
		HeadingFont: readFont(t, "heading_font", FontStacks()),
		Logo:        t.String("logo"),
		LogoOnly:    t.Bool("logo_only").V,
		Footer:      readInline(t, "footer"),
		Nav:         t.Strings("nav"),
	}
}

var hexColor = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

func readColor(t *tomlfile.Table, key string) tomlfile.String {
	s := t.String(key)
	if s.IsSet() && !hexColor.MatchString(s.V) {
		t.Report(diag.New(diag.InvalidValue, s.At, "%q is not a colour", s.V).
			WithHint("write red, green and blue as hexadecimal digits: %s = \"#2f4bc7\"", key))
		return tomlfile.String{}
	}
	return s
}

// readFont reads one of some words, or the path of a font's file.
func readFont(t *tomlfile.Table, key string, words []string) tomlfile.String {
	s := t.String(key)
	if !s.IsSet() || IsFontFile(s.V) {
		return s
	}
	if _, near := diag.Closest(s.V, words); near {
		return t.Check(s, key, words)
	}
	hint := "write the path of a file below content/ that ends in .woff2"
	if len(words) > 0 {
		hint += ", or one of: " + strings.Join(words, ", ")
	}
	t.Report(diag.New(diag.InvalidValue, s.At, "%q is not a font", s.V).WithHint("%s", hint))
	return tomlfile.String{}
}

// readInline reads a text with inline Markdown.
func readInline(t *tomlfile.Table, key string) *markdown.Body {
	s := t.String(key)
	if !s.IsSet() {
		return nil
	}
	body, diags := markdown.New(markdown.Options{}).Inline(s.V, s.Inner(), s.Exact)
	for _, d := range diags {
		t.Report(d)
	}
	return body
}
