package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

// printSite plans a site with a page of each sort that a printout orders, and more.
func printSite(t *testing.T, whole bool, more ...string) plannedSite {
	t.Helper()
	content := map[string]string{"personas/index": "title = \"People\""}
	for _, name := range append(more,
		"index", "about", "personas/b", "personas/a", "channels/web",
		"courses/c/index", "courses/c/02-two", "courses/c/01-part/index", "courses/c/01-part/01-one",
		"guide/more", "guide/index", "guide/deep/index", "guide/deep/er") {
		content[name] = ""
	}
	g := resolveSite(t, content)
	g.Config.Print = whole
	return planned(g)
}

// outline returns the parts of a printout with the depths of their headings.
func outline(v view.Printout) string {
	var lines []string
	for _, p := range v.Parts {
		lines = append(lines, fmt.Sprint(p.Depth, " ", p.ID))
	}
	return strings.Join(lines, ", ")
}

func TestPrintoutsHoldPagesInOrder(t *testing.T) {
	site := printSite(t, true)
	for path, want := range map[string]string{
		"print.html": "1 personas/index, 2 personas/a, 2 personas/b, 1 channels/index, 2 channels/web, " +
			"1 courses/index, 2 courses/c/index, 3 courses/c/part/index, 4 courses/c/part/one, 3 courses/c/two, " +
			"1 about, 1 guide/index, 2 guide/deep/index, 3 guide/deep/er, 2 guide/more",
		"courses/c/print.html": "0 courses/c/index, 1 courses/c/part/index, 2 courses/c/part/one, 1 courses/c/two",
	} {
		if got := outline(viewAs[view.Printout](t, site, path)); got != want {
			t.Errorf("%s holds\n%s\nwant\n%s", path, got, want)
		}
	}
	v := viewAs[view.Printout](t, site, "print.html")
	if len(v.Contents) != len(v.Parts) || v.Contents[0] != (view.Heading{Level: 2, ID: "personas/index", Title: "People"}) {
		t.Errorf("the contents are %v", v.Contents)
	}
	for _, p := range v.Parts {
		if lesson, ok := p.View.(view.Lesson); ok && (lesson.Previous.IsSet() || lesson.Next.IsSet() || len(lesson.Sections) > 0 || len(lesson.Crumbs) > 0) {
			t.Errorf("%s leads about in a printout", p.ID)
		}
	}
}

// TestOnlyWhatIsWantedIsPrinted checks that the whole handbook is printed where
// the site says so, and a course where it has lessons and not too many.
func TestOnlyWhatIsWantedIsPrinted(t *testing.T) {
	site := printSite(t, false, "courses/empty/index")
	for path := range site {
		if strings.HasSuffix(path, "print.html") && !strings.HasSuffix(path, "courses/c/print.html") {
			t.Errorf("%s is there", path)
		}
	}
	if v := viewAs[view.Home](t, site, "index.html"); strings.Contains(fmt.Sprint(v.Foot), "print") {
		t.Errorf("the foot leads to a printout: %v", v.Foot)
	}
	if v := viewAs[view.Course](t, site, "courses/c/index.html"); v.Print != "print.html" {
		t.Errorf("a course leads to its printout at %q", v.Print)
	}
	if v := viewAs[view.Course](t, site, "courses/empty/index.html"); v.Print != "" {
		t.Errorf("a course without lessons leads to %q", v.Print)
	}
}

// TestPagesAreTooManyToPrint checks that a large handbook leads to what can be
// printed.
func TestPagesAreTooManyToPrint(t *testing.T) {
	long := []string{"courses/long/index"}
	for i := range mostParts {
		long = append(long, fmt.Sprint("courses/long/l", i))
	}
	v := viewAs[view.Printout](t, printSite(t, true, long...), "print.html")
	if len(v.Parts) > 0 || len(v.Courses) != 1 || v.Courses[0].Href != "courses/c/print.html" {
		t.Errorf("%d parts, courses %v", len(v.Parts), v.Courses)
	}
}
