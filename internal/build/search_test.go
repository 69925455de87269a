package build_test

import (
	"encoding/json"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"stagecraft/internal/build"
)

// TestSearchLeadsToWhatThereIs follows every address in the search data of the
// sample, and looks there for every page.
func TestSearchLeadsToWhatThereIs(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writeSite(t, compileDir(t, sampleDir, build.Options{}), out)
	files := tree(t, out)
	known := map[string]*scannedPage{}
	for name, data := range files {
		if !strings.HasPrefix(name, "search-") || path.Ext(name) != ".js" || strings.HasPrefix(name, "search-panel-") {
			continue
		}
		for _, link := range searchLinks(t, data) {
			href, _, _ := strings.Cut(link, "#")
			if known[href] == nil {
				known[href] = scan(t, href, files[href])
			}
			checkLink(t, "index.html", link, files, known)
		}
	}
	for _, name := range []string{"index.html", "touchpoints/index.html", "coverage.html", "review.html", "en/crosswalk.html", "guide/search.html", "en/guide/search.html"} {
		if known[name] == nil {
			t.Errorf("%s can't be found", name)
		}
	}
	if len(known) < 300 {
		t.Errorf("only %d pages can be found", len(known))
	}
}

// searchLinks returns the addresses in a script of search data.
func searchLinks(t *testing.T, script string) []string {
	t.Helper()
	_, data, _ := strings.Cut(script, ",")
	var pages [][]any
	if err := json.Unmarshal([]byte(strings.TrimSuffix(data, ")\n")), &pages); err != nil {
		t.Fatal(err)
	}
	var links []string
	for _, page := range pages {
		href, sections := page[0].(string), page[5].([]any)
		links = append(links, href)
		for i := 1; i < len(sections); i += 3 {
			links = append(links, href+"#"+sections[i].(string))
		}
	}
	return links
}
