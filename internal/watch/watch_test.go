package watch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

func TestNewDeepFolderIsReportedWithAllItHolds(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/index.md")
		r.write("content/a/b/c/page.md", "new")
		r.until("content/a/b/c/page.md")
		r.write("content/a/b/c/page.md", "newer")
		r.reports("content/a/b/c/page.md")
	})
}

func TestRenamedFolderIsFollowed(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/old/deep/page.md")
		r.rename("content/old", "content/new")
		r.until("content/old/deep/page.md", "content/new/deep/page.md")
		r.write("content/new/deep/page.md", "newer")
		r.reports("content/new/deep/page.md")
	})
}

func TestFolderThatLeavesAndReturnsIsFollowed(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/away/page.md")
		elsewhere := t.TempDir()
		r.must(os.Rename(r.path("content/away"), filepath.Join(elsewhere, "away")))
		r.until("content/away/page.md")
		r.must(os.Rename(filepath.Join(elsewhere, "away"), r.path("content/away")))
		r.until("content/away/page.md")
		r.write("content/away/page.md", "newer")
		r.reports("content/away/page.md")
	})
}

func TestRemovedFileIsReported(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/a/page.md")
		r.remove("content/a/page.md")
		r.reports("content/a/page.md")
	})
}

func TestContentMayComeAndGo(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts)
		for range 3 {
			r.write("content/page.md", "new")
			r.until("content/page.md")
			r.write("content/page.md", "newer")
			r.reports("content/page.md")
			r.remove("content")
			r.until("content/page.md")
		}
	})
}

func TestContentMayBeALink(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "docs/page.md")
		r.must(os.Symlink("docs", r.path("content")))
		r.until("content/page.md")
		r.write("docs/page.md", "newer")
		r.reports("content/page.md")
	})
}

func TestSiteFileAndThemesAreReported(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "site.toml", "content/page.md", "themes/plain/theme.toml")
		r.write("site.toml", "title = 'new'")
		r.write("themes/plain/theme.toml", "name = 'new'")
		r.reports("site.toml", "themes/plain/theme.toml")
		r.remove("site.toml")
		r.reports("site.toml")
		r.write("site.toml", "title = 'back'")
		r.reports("site.toml")
	})
}

func TestNamesAreThoseOnDisk(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		name := "content/die\u0302\u0309m cha\u0323m.md" // NFD, as macOS and some archives write it
		r := watchFiles(t, opts, "content/page.md")
		r.write(name, "new")
		r.reports(name)
	})
}

func TestWhatDoesNotCountIsNotReported(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "site.toml", "content/page.md", "content/.git/HEAD", "public/page.html", "notes/site.toml")
		r.must(os.Symlink(r.path("notes"), r.path("content/linked")))
		r.probe()
		for _, name := range []string{
			"site.toml.bak", "public/page.html", "public/new/page.html", "notes/site.toml", "notes/content/page.md",
			"content/.git/HEAD", "content/.hidden/page.md", "content/page.md~", "content/#page.md#", "content/.page.md.swp",
			"content/~$table.xlsx", "content/video.mp4.part", "content/Thumbs.db", "content/4913",
		} {
			r.write(name, "new")
		}
		r.must(os.Chmod(r.path("content/page.md"), 0o600))
		r.must(os.Chmod(r.path("content"), 0o700))
		r.reports()
	})
}

func TestTooManyPathsMeanLookingAtEverything(t *testing.T) {
	if c := changeOf(make([]string, maxPaths)); c.All || len(c.Paths) != maxPaths {
		t.Errorf("%d paths give %+v", maxPaths, c)
	}
	if c := changeOf(make([]string, maxPaths+1)); !c.All || len(c.Paths) > 0 {
		t.Errorf("%d paths give %+v", maxPaths+1, c)
	}
}

func TestManyNewFilesAreFollowed(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/page.md")
		var names []string
		for i := range maxPaths + 1 {
			names = append(names, fmt.Sprintf("content/%d/%d.md", i/100, i))
			r.write(names[i], "new")
		}
		r.until(names...)
		r.write(names[0], "newer")
		r.until(names[0])
	})
}

func TestChangeThatNobodyReadsHoldsNothingBack(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := &watcher{changes: make(chan Change)}
	if w.send(ctx, Change{All: true}) {
		t.Error("it goes on after its context")
	}
}

func TestPathsAreSortedAndGivenOnce(t *testing.T) {
	inEachMode(t, func(t *testing.T, opts Options) {
		r := watchFiles(t, opts, "content/page.md")
		for _, name := range []string{"content/c.md", "content/a.md", "content/b.md", "content/a.md"} {
			r.write(name, "new")
		}
		for done := false; !done; {
			c := r.next()
			if !slices.IsSorted(c.Paths) || len(slices.Compact(slices.Clone(c.Paths))) != len(c.Paths) {
				t.Fatalf("reported %q", c.Paths)
			}
			done = slices.Contains(c.Paths, "content/c.md")
		}
	})
}

func TestFolderThatIsNoneIsAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, file + "-missing"} {
		if _, err := Watch(t.Context(), dir, Options{}); err == nil {
			t.Errorf("Watch(%s) gives no error", dir)
		}
	}
}

func TestNothingStaysBehind(t *testing.T) {
	for _, poll := range []time.Duration{0, time.Millisecond} {
		ctx, cancel := context.WithCancel(t.Context())
		changes, err := Watch(ctx, t.TempDir(), Options{Poll: poll})
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		for range changes {
		}
	}
	waitForGoroutines(t, "watch.(*watcher)", "watch.(*gatherer)", "fsnotify")
}

// waitForGoroutines fails unless all goroutines that run one of the functions
// end. The last of them may be a few instructions behind its last signal.
func waitForGoroutines(t *testing.T, functions ...string) {
	t.Helper()
	stacks := make([]byte, 1<<20)
	for end := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		all := stacks[:runtime.Stack(stacks, true)]
		left := slices.ContainsFunc(functions, func(f string) bool { return bytes.Contains(all, []byte(f)) })
		if !left {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("goroutines are left:\n%s", all)
		}
	}
}
