package main

import "testing"

func TestConvertKeepsWhatAPageSays(t *testing.T) {
	got := convert("content/courses/course-0/02-section-2/03-lesson-12.md", `+++
title = "A"
summary = "B"
persona = "linh"

[[steps]]
stage = "x"
+++

See [[touchpoint-3]], [[term-4|these words]] and [[stage:awareness]].
`)
	want := `+++
title = "A"
description = "B"
weight = 3
[params]
persona = "linh"

[[params.steps]]
stage = "x"
+++

See [](/touchpoints/touchpoint-3), [these words](/glossary/term-4) and [](/stages/awareness).
`
	if got.name != "content/courses/course-0/section-2/lesson-12.md" || got.text != want {
		t.Errorf("got %s\n%s", got.name, got.text)
	}
}

func TestRenameKeepsThePathThatLinksHave(t *testing.T) {
	for name, want := range map[string]string{
		"content/touchpoints/zalo/touchpoint-3.md":       "content/touchpoints/touchpoint-3.md",
		"content/courses/course-1/index.md":              "content/courses/course-1/_index.md",
		"content/courses/course-1/01-section-1/index.md": "content/courses/course-1/section-1/_index.md",
		"content/guide/page-7.md":                        "content/guide/page-7.md",
	} {
		if got, _ := rename(name); got != want {
			t.Errorf("rename(%q) = %q, want %q", name, got, want)
		}
	}
}
