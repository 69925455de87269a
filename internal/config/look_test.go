package config

import (
	"fmt"
	"testing"

	"stagecraft/internal/source"
)

func TestLook(t *testing.T) {
	c, problems := parse(`title = "T"
languages = ["en"]

[look]
accent = "#0B6"
accent_dark = "#9fe0c0"
font = "fonts/text.woff2"
font_bold = "fonts/bold.woff2"
heading_font = "serif"
logo = "logo.svg"
logo_only = true
footer = "Hỏi *chúng tôi*"
nav = ["journeys", "guide"]

[translations.en]
footer = "Ask *us*"
`)
	l := c.Look
	if problems != "" || l.Accent.V != "#0B6" || l.HeadingFont.V != "serif" || !l.LogoOnly || len(l.Nav) != 2 {
		t.Errorf("%s\n%+v", problems, l)
	}
	if files := l.FontFiles(); len(files) != 2 || files[1].V != "fonts/bold.woff2" {
		t.Errorf("the font files are %v", files)
	}
	for lang, want := range map[string]string{"vi": "Hỏi <em>chúng tôi</em>", "en": "Ask <em>us</em>"} {
		if got := c.FooterIn(c.Languages[map[string]int{"vi": 0, "en": 1}[lang]]).Pieces[0].HTML; got != want {
			t.Errorf("the footer in %s is %q", lang, got)
		}
	}
}

func TestNoLook(t *testing.T) {
	if c, problems := parse("title = \"T\"\n"); problems != "" || c.FooterIn("vi") != nil || c.Look.Accent.IsSet() {
		t.Errorf("%s %+v", problems, c.Look)
	}
}

func TestMistakesInLook(t *testing.T) {
	for line, want := range map[string]string{
		`accent = "blue"`:                "3:10 invalid-value\n",
		`accent = "#12345"`:              "3:10 invalid-value\n",
		`accent = "#123; } body { x: y"`: "3:10 invalid-value\n",
		`accent = 3`:                     "3:10 wrong-type\n",
		`accnt = "#123456"`:              "3:1 unknown-key\n",
		`font = "Comic Sans"`:            "3:8 invalid-value\n",
		`font = "x.ttf"`:                 "3:8 invalid-value\n",
		`font_bold = "serif"`:            "3:13 invalid-value\n",
		`footer = "[a](ftp://x)"`:        "3:15 link-scheme\n",
		`nav = "journeys"`:               "",
		`nav = [1]`:                      "3:8 wrong-type\n",
	} {
		if _, problems := parse("title = \"T\"\n[look]\n" + line + "\n"); problems != want {
			t.Errorf("%s: got %q, want %q", line, problems, want)
		}
	}
	if _, problems := parse("title = \"T\"\nlook = \"dark\"\n"); problems != fmt.Sprintln("2:8 wrong-type") {
		t.Errorf("look as a text: %q", problems)
	}
}

func TestAFontOfTheComputerIsToldWhatToWrite(t *testing.T) {
	for font, want := range map[string]string{
		"Arial":  "write the path of a file below content/ that ends in .woff2, or one of: system, serif, humanist, rounded",
		"Serifs": `did you mean "serif"?`,
	} {
		text := "title = \"T\"\n[look]\nfont = \"" + font + "\"\n"
		_, diags := Parse(&source.File{Path: Name, Text: []byte(text)})
		if len(diags) != 1 || diags[0].Hint != want {
			t.Errorf("%s: %v", font, diags)
		}
	}
}
