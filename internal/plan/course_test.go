package plan

import (
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

func TestLessonsBesideSectionsFormRuns(t *testing.T) {
	site := planSite(t, map[string]string{
		"courses/c/index": "", "courses/c/1-one": "", "courses/c/2-two": "",
		"courses/c/3-part/index": "", "courses/c/3-part/three": "", "courses/c/4-four": "",
	})
	var got []string
	for _, s := range viewAs[view.Course](t, site, "courses/c/index.html").Sections {
		run := strings.TrimPrefix(s.Section.Title, "courses/c/") + ":"
		for _, l := range s.Lessons {
			run += " " + strings.TrimPrefix(l.Link.Title, "courses/c/")
		}
		got = append(got, run)
	}
	if want := ": 1-one 2-two|3-part/index: 3-part/three|: 4-four"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

// TestASectionListsItsLessonsAlone: its title and summary stand above them.
func TestASectionListsItsLessonsAlone(t *testing.T) {
	site := planSite(t, map[string]string{
		"courses/c/index": "", "courses/c/1-part/index": `summary = "First steps"`, "courses/c/1-part/one": "", "courses/c/two": "",
	})
	v := viewAs[view.Course](t, site, "courses/c/part/index.html")
	if len(v.Sections) != 1 || v.Sections[0].Section.IsSet() || v.Sections[0].Summary != "" || len(v.Sections[0].Lessons) != 1 {
		t.Errorf("the section lists %+v", v.Sections)
	}
	want := view.Heading{Level: 2, ID: "_lessons", Key: "kinds.lesson"}
	if !slices.Contains(v.Contents, want) {
		t.Errorf("the contents %v lack the lessons", v.Contents)
	}
}
