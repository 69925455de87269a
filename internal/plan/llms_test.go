package plan

import (
	"strings"
	"testing"

	"stagecraft/internal/view"
)

func TestTranscriptsLeadToTranscripts(t *testing.T) {
	site := planned(resolveWith(t, "llms = true\n", map[string]string{
		"teams/a":       "title = \"A\"\nsummary = \"See [[b]]\"",
		"teams/a.vi":    "title = \"Á\"",
		"channels/b":    "title = \"B\"\nowner = \"a\"\naliases = [\"old.html\"]",
		"notes/x":       "title = \"X\"\n+++\n[there](../teams/a.md#top), [[b]]\n",
		"notes/index":   "title = \"Notes\"",
		"channels/b.vi": "title = \"Bê\"",
	}))
	for _, path := range []string{"teams/a.md", "vi/teams/a.md", "notes/x.md", "notes/index.md", "teams/index.md", "vi/teams/index.md", "index.md", "llms.txt", "vi/llms.txt"} {
		if _, ok := site[path]; !ok {
			t.Errorf("%s is missing", path)
		}
	}
	for _, path := range []string{"vi/notes/x.md", "old.md", "search.md", "404.md"} {
		if _, ok := site[path]; ok {
			t.Errorf("there is %s", path)
		}
	}
	text := func(path string) view.Entity { return site[path].Content.(Transcript).HTML.View().(view.Entity) }
	if html := string(text("teams/a.md").Summary); !strings.Contains(html, `href="../channels/b.md"`) {
		t.Error(html)
	}
	if got := viewAs[view.Entity](t, site, "vi/notes/x.html").Head.Transcript; got != "" {
		t.Errorf("a page that only repeats the original has a transcript: %s", got)
	}
	if got := viewAs[view.Entity](t, site, "vi/teams/a.html").Head.Transcript; got != "a.md" {
		t.Errorf("the link to the transcript is %q", got)
	}
	list := site["vi/llms.txt"].Content.(LLMs).List()
	found := map[string]bool{}
	for _, s := range list.Sections {
		for _, p := range s.Pages {
			found[p.Title+" "+p.Href] = true
		}
	}
	for _, want := range []string{"Á teams/a.md", "Bê channels/b.md", "X ../notes/x.md"} {
		if !found[want] {
			t.Errorf("%q is not among %v", want, found)
		}
	}
}

func TestNothingIsTranscribedUnasked(t *testing.T) {
	for path := range planSite(t, map[string]string{"teams/a": "title = \"A\""}) {
		if strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".txt") {
			t.Errorf("there is %s", path)
		}
	}
}
