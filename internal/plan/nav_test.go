package plan

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/test/sitegen"
)

// menu writes the menu of a page as text: the entries, each with what is below.
func menu(t *testing.T, site sitegen.Site, path string) string {
	t.Helper()
	var parts []string
	for _, e := range entityOf(t, viewAt(t, site, path)).Nav {
		part := e.Title + strings.TrimPrefix(e.Key, "kinds.")
		if e.Current {
			part += "*"
		}
		var pages []string
		for _, p := range e.Pages {
			title := p.Title
			if p.Current {
				title += "*"
			}
			pages = append(pages, title)
		}
		if e.Cut {
			pages = append(pages, "…")
		}
		if len(pages) > 0 {
			part += "(" + strings.Join(pages, " ") + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

func TestMenuListsThePagesNearby(t *testing.T) {
	site := orderedSite()
	site["content/teams/sales.md"] = doc("Sales", "")
	site["content/teams/care.md"] = doc("Care", "")
	for path, want := range map[string]string{
		"index.html":               "stage touchpoint model team course Guide",
		"about.html":               "stage touchpoint model team course Guide",
		"teams/sales.html":         "stage touchpoint model team*(Care Sales*) course Guide",
		"guide/zero.html":          "stage touchpoint model team course Guide*(Zero* Deep Unordered)",
		"guide/index.html":         "stage touchpoint model team course Guide*(Zero Deep Unordered)",
		"guide/deep/inside.html":   "stage touchpoint model team course Guide*(Inside* Deep)",
		"courses/map/index.html":   "stage touchpoint model team course*(Map*) Guide",
		"courses/map/measure.html": "stage touchpoint model team course* Guide",
	} {
		if got := menu(t, site, path); got != want {
			t.Errorf("%s:\n got %s\nwant %s", path, got, want)
		}
	}
}

func TestMenuCutsALongList(t *testing.T) {
	site := sitegen.Site{}
	for i := range navAll {
		site[fmt.Sprintf("content/teams/t%02d.md", i)] = doc(fmt.Sprintf("T%02d", i), "")
	}
	if got := menu(t, site, "teams/t15.html"); strings.Contains(got, "…") || strings.Count(got, "T") != navAll {
		t.Errorf("a list of %d: %s", navAll, got)
	}
	site["content/teams/t30.md"] = doc("T30", "")
	for path, want := range map[string]string{
		"teams/t00.html": "team*(T00* T01 T02 T03 T04 T05 …)",
		"teams/t15.html": "team*(T10 T11 T12 T13 T14 T15* T16 T17 T18 T19 T20 …)",
		"teams/t30.html": "team*(T25 T26 T27 T28 T29 T30* …)",
	} {
		if got := menu(t, site, path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
