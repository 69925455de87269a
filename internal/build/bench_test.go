package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/output"
	"stagecraft/internal/source"
	"stagecraft/test/sitegen"
	"stagecraft/themes"
)

// generated writes a site of that many pages to the disk.
func generated(tb testing.TB, pages int) string {
	tb.Helper()
	dir := tb.TempDir()
	writeGenerated(tb, dir, pages)
	return dir
}

func writeGenerated(tb testing.TB, dir string, pages int) {
	tb.Helper()
	for name, data := range sitegen.Generate(pages, 1) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}

// compileDir compiles the site in a folder, which must have neither errors nor
// warnings.
func compileDir(tb testing.TB, dir string, opts build.Options) *build.Site {
	tb.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		tb.Fatal(err)
	}
	snapshot, err := source.Read(context.Background(), root.FS())
	if err != nil {
		tb.Fatal(err)
	}
	opts.Themes, opts.Today = themes.FS, today
	site, diags, err := build.New(opts).Compile(context.Background(), snapshot)
	if err != nil {
		tb.Fatal(err)
	}
	if failed, warned := diag.Count(diags); failed+warned > 0 {
		tb.Fatalf("%d errors, %d warnings; the first: %s: %s", failed, warned, diags[0].File(), diags[0].Message)
	}
	return site
}

func writeSite(tb testing.TB, site *build.Site, out string) output.Stats {
	tb.Helper()
	stats, diags, err := site.Write(context.Background(), out, output.Options{NoSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	if len(diags) > 0 {
		tb.Fatal(diags[0].Message)
	}
	return stats
}

// BenchmarkBuild times clean builds of generated sites, reading and writing
// included, and reports pages a second; the allocations are those of the whole
// build.
func BenchmarkBuild(b *testing.B) {
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			dir := generated(b, pages)
			b.ReportAllocs()
			for b.Loop() {
				site := compileDir(b, dir, build.Options{})
				writeSite(b, site, filepath.Join(b.TempDir(), "public"))
			}
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

// BenchmarkEdit times what a preview does between a saved change and the moment
// when the new page can be asked for, and the drawing of that page.
func BenchmarkEdit(b *testing.B) {
	for _, pages := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			dir := generated(b, pages)
			root, err := os.OpenRoot(dir)
			if err != nil {
				b.Fatal(err)
			}
			defer root.Close()
			session := build.NewSession(root.FS(), build.Options{Themes: themes.FS, Today: today})
			if _, _, err := session.Update(context.Background(), nil); err != nil {
				b.Fatal(err)
			}
			const name = "content/teams/sales.md"
			edit := 0
			for b.Loop() {
				edit++
				text := fmt.Sprintf("+++\ntitle = \"Bán hàng\"\n+++\nCâu thứ %d.\n", edit)
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
				site, _, err := session.Update(context.Background(), []string{name})
				if err != nil || site == nil {
					b.Fatalf("no change: %v", err)
				}
				for _, p := range site.Pages {
					if p.Source != name {
						continue
					}
					if _, err := site.Render(p); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
