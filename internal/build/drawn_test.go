package build_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

// drawnPages returns the HTML pages of a site whose files hold the given texts, as
// a browser reads them.
func drawnPages(t *testing.T, files map[string]string) map[string]*html.Node {
	t.Helper()
	site := fstest.MapFS{}
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, diags := compiled(t, build.New(build.Options{Themes: themes.FS, Today: today}), site)
	if failed, _ := diag.Count(diags); failed > 0 {
		t.Fatalf("%v", diags)
	}
	pages := map[string]*html.Node{}
	for _, p := range s.Pages {
		if _, isHTML := p.Content.(plan.HTML); isHTML {
			pages[p.Path] = drawn(t, s, p)
		}
	}
	return pages
}

func drawn(t *testing.T, s *build.Site, p plan.Page) *html.Node {
	t.Helper()
	data, err := s.Render(p)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatalf("%s: %v", p.Path, err)
	}
	return root
}

// compiled compiles a site and returns what is wrong with it.
func compiled(t *testing.T, b *build.Builder, files fstest.MapFS) (*build.Site, []diag.Diagnostic) {
	t.Helper()
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := b.Compile(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return s, diags
}
