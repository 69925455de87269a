package theme_test

import (
	"strings"
	"testing"

	"github.com/jba/templatecheck"

	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// TestClassroom draws a lesson in the middle of a course.
func TestClassroom(t *testing.T) {
	th := load(t, "classroom", nil)
	for _, layout := range th.Layouts() {
		set, err := th.Written(locale.Vietnamese, layout)
		if err != nil {
			t.Fatal(err)
		}
		if layout == "base" {
			continue
		}
		if err := templatecheck.CheckHTML(set.Lookup("layouts/base"), viewOf(layout)); err != nil {
			t.Errorf("%s: %v", layout, err)
		}
	}
	html := draw(t, th, locale.Vietnamese, "lesson", view.Lesson{
		Entity: page("Hai"), Number: 2, Of: 3,
		Section: view.Link{Title: "Một & hai", Href: "x.html"},
		Sections: []view.CourseSection{
			{Lessons: []view.CourseLesson{{Number: 1}, {Number: 2, Current: true}}},
			{Lessons: []view.CourseLesson{{Number: 3}}},
		},
	})
	for _, want := range []string{
		`<span><i class="past"></i><i class="here"></i></span>`,
		`<span><i></i></span>`,
		`<b>Một &amp; hai</b> · Bài 2 trên 3`,
		`<li class="past"><a`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the lesson lacks %s", want)
		}
	}
}
