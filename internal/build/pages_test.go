package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stagecraft/internal/build"
)

// goldenPages names a page for each template and each kind: the pages of the
// small site in testdata/site whose <main> is held against testdata/pages.
func goldenPages() map[string]string {
	return map[string]string{
		"home":          "index.html",
		"index":         "touchpoints/index.html",
		"persona":       "personas/linh.html",
		"persona-vi":    "vi/personas/linh.html",
		"model":         "models/two.html",
		"model-index":   "models/index.html",
		"crosswalk":     "crosswalk.html",
		"stage":         "stages/decision.html",
		"channel":       "channels/web.html",
		"team":          "teams/sales.html",
		"touchpoint":    "touchpoints/checkout.html",
		"touchpoint-vi": "vi/touchpoints/checkout.html",
		"journey":       "journeys/buy.html",
		"future":        "journeys/later.html",
		"blueprint":     "blueprints/service.html",
		"metric":        "metrics/nps.html",
		"metric-vi":     "vi/metrics/effort.html",
		"metric-empty":  "metrics/later.html",
		"metrics":       "metrics/index.html",
		"opportunity":   "opportunities/faster.html",
		"opportunities": "opportunities/index.html",
		"personas":      "personas/index.html",
		"term":          "glossary/nps.html",
		"glossary":      "glossary/index.html",
		"course":        "courses/map/index.html",
		"section":       "courses/map/start/index.html",
		"lesson":        "courses/map/start/why.html",
		"course-print":  "courses/map/print.html",
		"page":          "guide/blocks.html",
		"coverage":      "coverage.html",
		"review":        "review.html",
		"review-vi":     "vi/review.html",
		"notfound":      "404.html",
		"cards-vi":      "cards-vi.js",
		"search":        "search.html",
		"search-en":     "search-en.js",
		"search-vi":     "search-vi.js",
		"redirect":      "old/checkout.html",
		"handbook":      "handbook.json",
		"sitemap":       "sitemap.xml",
		"feed":          "feed.xml",
		"feed-vi":       "vi/feed.xml",
		"llms":          "llms.txt",
		"llms-vi":       "vi/llms.txt",
		"touchpoint-md": "touchpoints/checkout.md",
		"journey-md":    "journeys/buy.md",
		"blueprint-md":  "blueprints/service.md",
		"guide-md":      "guide/blocks.md",
		"metric-vi-md":  "vi/metrics/effort.md",
	}
}

var mainElement = regexp.MustCompile(`(?s)<main.*</main>`)

// TestPages compares what the pages of the small site show.
func TestPages(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writeSite(t, compileDir(t, filepath.Join("testdata", "site"), build.Options{}), out)
	files := tree(t, out)
	for name, path := range goldenPages() {
		t.Run(name, func(t *testing.T) {
			data, ok := files[path]
			if !ok {
				t.Fatalf("%s was not written", path)
			}
			if main := mainElement.FindString(data); main != "" {
				data = main
			}
			golden(t, filepath.Join("testdata", "pages", name+filepath.Ext(path)), lines(data))
		})
	}
}

// lines breaks compact HTML and JSON before each element, so that differences
// can be read.
func lines(data string) string {
	data = strings.ReplaceAll(data, "><", ">\n<")
	return strings.ReplaceAll(data, `},{`, "},\n{") + "\n"
}

// golden compares a text with a golden file, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; see what has changed with: make golden && git diff", path)
	}
}
