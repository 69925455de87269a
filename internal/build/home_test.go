package build_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

func TestHomeListsTheFirstJourneysAndLeadsToAll(t *testing.T) {
	for journeys, rest := range map[int]string{50: "", 57: `<p><a class="more" href="journeys/index.html">7 more</a></p>`} {
		files := fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\nlanguage = \"en\"\n")}}
		for i := range journeys {
			files[fmt.Sprintf("content/journeys/j%d.md", i)] = &fstest.MapFile{Data: []byte("+++\ntitle = \"J\"\n+++\n")}
		}
		snapshot, err := source.Read(context.Background(), files)
		if err != nil {
			t.Fatal(err)
		}
		site, _, err := build.New(build.Options{Themes: themes.FS}).Compile(context.Background(), snapshot)
		if err != nil {
			t.Fatal(err)
		}
		home := site.Pages[slices.IndexFunc(site.Pages, func(p plan.Page) bool { return p.Path == "index.html" })]
		html, err := site.Render(home)
		if err != nil {
			t.Fatal(err)
		}
		_, table, _ := strings.Cut(string(html), "<tbody>")
		table, _, _ = strings.Cut(table, "</tbody>")
		if got := strings.Count(table, "<tr>"); got != min(journeys, 50) {
			t.Errorf("of %d journeys the home page lists %d", journeys, got)
		}
		if rest != "" && !strings.Contains(string(html), rest) || rest == "" && strings.Contains(string(html), "7 more") {
			t.Errorf("with %d journeys, the home page does not say %q:\n%s", journeys, rest, html)
		}
	}
}
