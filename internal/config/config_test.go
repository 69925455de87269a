package config

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/source"
)

func parse(text string) (Config, string) {
	c, diags := Parse(&source.File{Path: Name, Text: []byte(text)})
	var b strings.Builder
	for _, d := range diags {
		pos := d.At.File.Pos(d.At.Start)
		fmt.Fprintf(&b, "%d:%d %s\n", pos.Line, pos.Col, d.Code)
	}
	return c, b.String()
}

func TestParse(t *testing.T) {
	c, problems := parse(`title = "Sổ tay"
description = "Mô tả"
language = "vi"
languages = ["en", "vi"]
base_url = "https://example.com/cx"
last_change = "git"
edit_url = "https://code.example.com/cx/edit/main/{path}?plain=1"
theme = "mine"
urls = "directory"
search = false
llms = true
print = true

[markdown]
raw_html = true

[translations.en]
title = "Handbook"

[extra]
anything = [1, "two"]
`)
	if problems != "" {
		t.Fatal(problems)
	}
	if got := fmt.Sprintf("%v %s %s %v %v %v %v %v", c.Languages, c.BaseURL, c.Theme, c.Directories, c.RawHTML, c.Search, c.LLMs, c.Print); got != "[vi en] https://example.com/cx/ mine true true false true true" {
		t.Errorf("got %s", got)
	}
	if got := c.Edit("content/a.md"); got != "https://code.example.com/cx/edit/main/content/a.md?plain=1" {
		t.Errorf("edit: %s", got)
	}
	if !c.LastChange.Git {
		t.Error("git is not asked for last changes")
	}
	if c.TitleIn("en") != "Handbook" || c.TitleIn("vi") != "Sổ tay" || c.DescriptionIn("en") != "Mô tả" {
		t.Errorf("texts: %q, %q, %q", c.TitleIn("en"), c.TitleIn("vi"), c.DescriptionIn("en"))
	}
}

func TestDefaults(t *testing.T) {
	c, problems := parse("title = \"T\"\n")
	if got := fmt.Sprintf("%v %s %s %v %v %v %v %v", c.Languages, c.BaseURL, c.Theme, c.Directories, c.RawHTML, c.Search, c.LLMs, c.Print); got != "[vi]  default false false true false false" || problems != "" {
		t.Errorf("got %s, %s", got, problems)
	}
	if c.LastChange.Git {
		t.Error("git is asked for last changes")
	}
}

// TestMistakesLeaveUsableSettings checks that whatever is wrong has its place and
// leaves a Config that can be worked with.
func TestMistakesLeaveUsableSettings(t *testing.T) {
	for text, want := range map[string]string{
		"":           "1:1 missing-key\n",
		"title = \n": "1:9 toml-syntax\n",
		"title = \"T\"\nbase_url = \"example.com\"\n":                "2:12 invalid-value\n",
		"title = \"T\"\nbase_url = \"javascript:alert(1)\"\n":        "2:12 invalid-value\n",
		"title = \"T\"\nedit_url = \"https://example.com/\"\n":       "2:12 invalid-value\n",
		"title = \"T\"\nedit_url = \"javascript:alert('{path}')\"\n": "2:12 invalid-value\n",
		"title = \"T\"\nedit_url = \"{path}://example.com/\"\n":      "2:12 invalid-value\n",
		"title = \"T\"\nlanguage = \"tiếng Việt\"\n":                 "2:12 invalid-value\n",
		"title = \"T\"\ntheme = \"../../etc\"\n":                     "2:9 unknown-theme\n",
		"title = \"T\"\nurls = \"pretty\"\n":                         "2:8 invalid-value\n",
		"title = \"T\"\nlast_change = \"svn\"\n":                     "2:15 invalid-value\n",
		"title = \"T\"\nlast_change = true\n":                        "2:15 wrong-type\n",
		"title = \"T\"\nmarkdown = true\n":                           "2:12 wrong-type\n",
		"title = \"T\"\n[translations.fr]\ntitle = \"x\"\n":          "2:15 unknown-key\n",
	} {
		c, problems := parse(text)
		if problems != want {
			t.Errorf("%q: got %q, want %q", text, problems, want)
		}
		if len(c.Languages) == 0 || c.Theme == "" || strings.Contains(c.Theme, ".") {
			t.Errorf("%q: left %+v", text, c)
		}
	}
}
