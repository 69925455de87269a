package watch

import (
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// look reads a folder as polling does.
func look(t *testing.T, dir string, now time.Time) tree {
	t.Helper()
	seen := tree{}
	seen.read(site(dir), ".", now)
	return seen
}

func writePage(t *testing.T, text string, mtime time.Time) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "content", "page.md")
	if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, mtime, mtime); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

func TestYoungFileIsLookedAtOnceMore(t *testing.T) {
	second := time.Unix(1700000000, 0)
	for _, c := range []struct {
		mtime       time.Time
		young, aged time.Duration
	}{
		{second, 2 * time.Second, 4 * time.Second},                            // FAT, HFS+
		{second.Add(123456789), 10 * time.Millisecond, 50 * time.Millisecond}, // ext4
	} {
		dir, _ := writePage(t, "text", c.mtime)
		young, aged := look(t, dir, c.mtime.Add(c.young)), look(t, dir, c.mtime.Add(c.aged))
		if got := young.differences(aged, nil); !slices.Equal(got, []string{"content/page.md"}) {
			t.Errorf("of a file of %v, reported %q", c.mtime, got)
		}
		if got := aged.differences(look(t, dir, c.mtime.Add(2*c.aged)), nil); len(got) > 0 {
			t.Errorf("of an old file of %v, reported %q", c.mtime, got)
		}
	}
}

func TestAnotherFileInTheSamePlaceIsSeen(t *testing.T) {
	mtime := time.Unix(1700000000, 5)
	dir, file := writePage(t, "one", mtime)
	before := look(t, dir, time.Now())
	other := filepath.Join(dir, "other")
	if err := os.WriteFile(other, []byte("two"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(other, mtime, mtime); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, file); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if inode(info) == 0 {
		t.Skip("files have no numbers here")
	}
	if got := before.differences(look(t, dir, time.Now()), nil); !slices.Equal(got, []string{"content/page.md"}) {
		t.Errorf("reported %q", got)
	}
}

func TestTargetOfALinkIsPolled(t *testing.T) {
	r := watchFiles(t, Options{Poll: 5 * time.Millisecond}, "content/page.md", "shared/text.md")
	r.must(os.Symlink("../shared/text.md", r.path("content/link.md")))
	r.reports("content/link.md")
	r.write("shared/text.md", "new text")
	r.reports("content/link.md")
}

// Nobody reports that a folder may be read again, so one that may not be read
// is polled.
func TestFolderThatCannotBeReadIsReportedBothTimes(t *testing.T) {
	t.Parallel()
	r := watchFiles(t, Options{}, "content/page.md")
	r.write("aside/page.md", "new")
	r.must(os.Chmod(r.path("aside"), 0o300))
	r.rename("aside", "content/closed")
	t.Cleanup(func() { os.Chmod(r.path("content/closed"), 0o777) })
	if _, err := os.ReadDir(r.path("content/closed")); err == nil {
		t.Skip("this user may read everything")
	}
	r.until("content/closed")
	r.must(os.Chmod(r.path("content/closed"), 0o777))
	r.reports("content/closed", "content/closed/page.md")
	r.tellsOnce("permission denied")
}

func TestSaveIsPolledWhole(t *testing.T) {
	dir, file := writePage(t, "", time.Unix(1700000000, 0))
	synctest.Test(t, func(t *testing.T) { // files are real in the bubble, only time is not
		p := newPoller(site(dir), Options{}.withDefaults())
		write := func(text string) {
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Error(err)
			}
		}
		write("h")
		go func() {
			time.Sleep(30 * time.Millisecond)
			write("half")
			time.Sleep(30 * time.Millisecond)
			write("the whole")
		}()
		start := time.Now()
		if got := p.settled(t.Context())["content/page.md"].size; got != int64(len("the whole")) {
			t.Errorf("saw %d bytes", got)
		}
		if took := time.Since(start); took != 150*time.Millisecond {
			t.Errorf("took %v", took)
		}
	})
}

func TestSaveThatDoesNotEndIsPolledAtTheCap(t *testing.T) {
	dir, file := writePage(t, "", time.Unix(1700000000, 0))
	synctest.Test(t, func(t *testing.T) {
		p := newPoller(site(dir), Options{}.withDefaults())
		start := time.Now()
		var writer sync.WaitGroup
		defer writer.Wait()
		writer.Go(func() {
			for i := range 50 {
				if err := os.WriteFile(file, make([]byte, i+1), 0o666); err != nil {
					t.Error(err)
				}
				time.Sleep(20 * time.Millisecond)
			}
		})
		time.Sleep(10 * time.Millisecond)
		p.settled(t.Context())
		if took := time.Since(start); took != 510*time.Millisecond {
			t.Errorf("took %v", took)
		}
	})
}

func TestPauseGrowsWithTheCostOfALook(t *testing.T) {
	for _, c := range []struct {
		chosen, cost, want time.Duration
	}{
		{0, time.Millisecond, time.Second},
		{0, time.Second, 9 * time.Second},
		{50 * time.Millisecond, time.Second, 50 * time.Millisecond},
	} {
		p := &poller{opts: Options{Poll: c.chosen}, cost: c.cost}
		if got := p.pause(); got != c.want {
			t.Errorf("after a look of %v, with %v chosen, the pause is %v, want %v", c.cost, c.chosen, got, c.want)
		}
	}
}
