package plan

import (
	"slices"
	"testing"

	"stagecraft/internal/view"
)

func TestHead(t *testing.T) {
	content := map[string]string{
		"index":        "title = \"Home\"",
		"teams/a":      "title = \"A\"",
		"teams/a.vi":   "title = \"Á\"",
		"teams/b":      "title = \"B\"\naliases = [\"old.html\"]",
		"journeys/buy": "title = \"Buy\"",
	}
	const en, vi = "https://example.com/cx/teams/", "https://example.com/cx/vi/teams/"
	both := []view.Alternate{{Lang: "en", Href: en + "a.html"}, {Lang: "vi", Href: vi + "a.html"}, {Lang: "x-default", Href: en + "a.html"}}
	site := planned(resolveWith(t, atAddress, content))
	for _, c := range []struct {
		path, canonical string
		alternates      []view.Alternate
		kind            string
	}{
		{"teams/a.html", en + "a.html", both, "article"},
		{"vi/teams/a.html", vi + "a.html", both, "article"},
		{"teams/b.html", en + "b.html", nil, "article"},
		{"vi/teams/b.html", en + "b.html", nil, "article"},
	} {
		s := viewAs[view.Entity](t, site, c.path).Shell
		if s.Canonical != c.canonical || !slices.Equal(s.Head.Alternates, c.alternates) || s.Head.Type != c.kind {
			t.Errorf("%s: %s %+v", c.path, s.Canonical, s.Head)
		}
	}
	list := viewAs[view.Index](t, site, "vi/teams/index.html").Shell
	if len(list.Head.Alternates) != 3 || list.Head.Type != "website" || list.Head.Locale != "vi_VN" {
		t.Errorf("a list: %+v", list.Head)
	}
	if s := viewAs[view.Redirect](t, site, "old.html").Shell; s.Canonical != en+"b.html" || s.Head.Type != "" {
		t.Errorf("a redirect: %s %+v", s.Canonical, s.Head)
	}
	if s := viewAs[view.NotFound](t, site, "404.html").Shell; s.Canonical != "" || s.Head.Type != "" {
		t.Errorf("not found: %s %+v", s.Canonical, s.Head)
	}

	s := viewAs[view.Entity](t, planSite(t, content), "vi/teams/a.html").Shell
	if want := []view.Alternate{{Lang: "en", Href: "../../teams/a.html"}, {Lang: "vi", Href: "a.html"}, {Lang: "x-default", Href: "../../teams/a.html"}}; s.Canonical != "" || !slices.Equal(s.Head.Alternates, want) {
		t.Errorf("without an address: %q %+v", s.Canonical, s.Head.Alternates)
	}
}

func TestSitemapListsWhatIsWritten(t *testing.T) {
	site := planned(resolveWith(t, atAddress, map[string]string{
		"teams/a":    "title = \"A\"\nupdated = 2026-01-01",
		"teams/a.vi": "title = \"Á\"\nupdated = 2026-02-02",
		"teams/b":    "title = \"B\"\naliases = [\"old.html\"]",
	}))
	var got []string
	for _, u := range site["sitemap.xml"].Content.(XML).Value().(Sitemap).URLs {
		line := u.Loc[len("https://example.com/cx/"):] + " " + u.LastMod
		for _, a := range u.Alternates {
			line += " " + a.Lang
		}
		got = append(got, line)
	}
	for _, line := range []string{"teams/a.html 2026-01-01 en vi x-default", "teams/b.html ", "vi/teams/a.html 2026-02-02 en vi x-default"} {
		if !slices.Contains(got, line) {
			t.Errorf("%q is missing in %q", line, got)
		}
	}
	for _, line := range got {
		if line == "vi/teams/b.html " || line == "old.html " {
			t.Errorf("%q is listed", line)
		}
	}
}
