package plan

import (
	"fmt"
	"slices"
	"testing"

	"stagecraft/internal/view"
)

const atAddress = "base_url = \"https://example.com/cx\"\n"

// feedOf returns the feed at a path.
func feedOf(t *testing.T, site plannedSite, path string) Feed {
	t.Helper()
	content, ok := site[path].Content.(XML)
	if !ok {
		t.Fatalf("there is no feed %s", path)
	}
	return content.Value().(Feed)
}

func TestFeedTellsOfDatedPagesTheNewestFirst(t *testing.T) {
	site := planned(resolveWith(t, atAddress, map[string]string{
		"teams/a":    "title = \"A\"\nupdated = 2026-01-01",
		"teams/b":    "title = \"B\"\nsummary = \"Of **b**\"\ndate = 2025-05-05\nupdated = 2026-03-03",
		"teams/c":    "title = \"C\"\ndate = 2026-02-02",
		"teams/d":    "title = \"D\"",
		"teams/e":    "title = \"E\"\nupdated = 2026-01-01",
		"teams/c.vi": "title = \"Xê\"",
		"teams/b.vi": "title = \"Bê\"\nupdated = 2026-01-15",
	}))
	f := feedOf(t, site, "feed.xml")
	var got []string
	for _, e := range f.Entries {
		got = append(got, fmt.Sprint(e.Title, " ", e.Published, " ", e.Updated, " ", e.ID, " ", e.Link.Href, " ", e.Summary))
	}
	want := []string{
		"B 2025-05-05T00:00:00Z 2026-03-03T00:00:00Z https://example.com/cx/teams/b https://example.com/cx/teams/b.html Of b",
		"C 2026-02-02T00:00:00Z 2026-02-02T00:00:00Z https://example.com/cx/teams/c https://example.com/cx/teams/c.html ",
		"A  2026-01-01T00:00:00Z https://example.com/cx/teams/a https://example.com/cx/teams/a.html ",
		"E  2026-01-01T00:00:00Z https://example.com/cx/teams/e https://example.com/cx/teams/e.html ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if f.Updated != "2026-03-03T00:00:00Z" {
		t.Errorf("the feed is of %s", f.Updated)
	}
	var vi []string
	for _, e := range feedOf(t, site, "vi/feed.xml").Entries {
		vi = append(vi, e.Title+" "+e.Updated)
	}
	if want := []string{"Xê 2026-02-02T00:00:00Z", "Bê 2026-01-15T00:00:00Z"}; !slices.Equal(vi, want) {
		t.Errorf("in Vietnamese: %q", vi)
	}
	if got := viewAs[view.Entity](t, site, "vi/teams/d.html").Head.Feed; got != "../feed.xml" {
		t.Errorf("the link to the feed is %q", got)
	}
}

func TestFeedIsShort(t *testing.T) {
	content := map[string]string{}
	for i := range feedLength + 5 {
		content[fmt.Sprintf("teams/t%02d", i)] = fmt.Sprintf("title = \"T\"\nupdated = 2026-01-%02d", 1+i%28)
	}
	if n := len(feedOf(t, planned(resolveWith(t, atAddress, content)), "feed.xml").Entries); n != feedLength {
		t.Errorf("%d entries", n)
	}
}

func TestFeedIsLeftOut(t *testing.T) {
	dated := map[string]string{"teams/a": "title = \"A\"\nupdated = 2026-01-01"}
	for name, c := range map[string]struct {
		settings string
		content  map[string]string
		path     string
	}{
		"without an address":                 {"", dated, "feed.xml"},
		"without a dated page":               {atAddress, map[string]string{"teams/a": "title = \"A\""}, "feed.xml"},
		"without a dated page in a language": {atAddress, dated, "vi/feed.xml"},
	} {
		site := planned(resolveWith(t, c.settings, c.content))
		if _, ok := site[c.path]; ok {
			t.Errorf("%s there is %s", name, c.path)
		}
		if c.path == "feed.xml" && viewAs[view.Entity](t, site, "teams/a.html").Head.Feed != "" {
			t.Errorf("%s a page has a link to it", name)
		}
	}
}
