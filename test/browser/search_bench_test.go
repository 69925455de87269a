package browser_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/test/browser"
	"stagecraft/test/sitegen"
	"stagecraft/themes"
)

// BenchmarkSearch reports the size of the search data of generated sites and, in
// milliseconds, how long a browser takes to load them from the disk and to find
// things in them: one word, a phrase, scattered words, and what nobody says.
func BenchmarkSearch(b *testing.B) {
	for _, pages := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			home, size := searchAlone(b, pages)
			p := browser.Start(b).Open(b, home)
			p.Press("/")
			p.Wait(`document.querySelector("dialog input")`)
			load := browser.Eval[float64](p, `new Promise((done) => {
				const start = performance.now();
				const input = document.querySelector("dialog input");
				input.value = "xyz";
				input.dispatchEvent(new Event("input"));
				new MutationObserver(() => document.querySelector(".advice").hidden || done(performance.now() - start))
					.observe(document.querySelector("dialog"), { attributes: true, childList: true, subtree: true });
			})`)
			var query float64
			for b.Loop() {
				query += browser.Eval[float64](p, `(() => {
					const texts = ["khach", "khách hàng", "bảo hành mục tiêu", "không ai nói thế"];
					const start = performance.now();
					texts.forEach(stagecraftSearch.find);
					return (performance.now() - start) / texts.length;
				})()`)
			}
			b.ReportMetric(float64(size)/1e6, "MB")
			b.ReportMetric(load, "load-ms")
			b.ReportMetric(query/float64(b.N), "query-ms")
		})
	}
}

// searchAlone writes what searching a generated site takes: the home page, the
// theme and the data. It returns the page's address and the size of the data.
func searchAlone(b *testing.B, pages int) (home string, size int) {
	b.Helper()
	files := fstest.MapFS{}
	for name, data := range sitegen.Generate(pages, 1) {
		files[name] = &fstest.MapFile{Data: data}
	}
	snapshot, err := source.Read(context.Background(), files)
	if err != nil {
		b.Fatal(err)
	}
	site, _, err := build.New(build.Options{Themes: themes.FS}).Compile(context.Background(), snapshot)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	write := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for _, page := range site.Pages {
		switch c := page.Content.(type) {
		case plan.Data:
			write(page.Path, c.Bytes)
			continue
		case plan.HTML:
			if page.Path != "index.html" {
				continue
			}
		case plan.SearchData, plan.SearchPanel:
		default:
			continue
		}
		data, err := site.Render(page)
		if err != nil {
			b.Fatal(err)
		}
		if strings.HasSuffix(page.Path, ".js") {
			size += len(data)
		}
		write(page.Path, data)
	}
	return "file://" + filepath.ToSlash(dir) + "/index.html", size
}
