package main

import "testing"

func TestChangeSentenceChangesTheFirstOnly(t *testing.T) {
	text := "+++\ntitle = \"A\"\n+++\n\n## Heading\n\nOne here. Two here. Three.\n"
	got, err := changeSentence([]byte(text), "new")
	want := "+++\ntitle = \"A\"\n+++\n\n## Heading\n\nCâu này là new. Two here. Three.\n"
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
	if _, err := changeSentence([]byte("no heading"), "new"); err == nil {
		t.Error("a text without a sentence is no error")
	}
}

func TestPageOfIsWhereBothPutALesson(t *testing.T) {
	for _, lesson := range []string{
		"content/courses/course-0/01-section-1/02-lesson-1.md", // in stagecraft's site
		"content/courses/course-0/section-1/lesson-1.md",       // in Hugo's
	} {
		if got := pageOf(lesson); got != "courses/course-0/section-1/lesson-1.html" {
			t.Errorf("pageOf(%q) = %q", lesson, got)
		}
	}
}
