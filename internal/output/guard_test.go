package output

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no links here: %v", err)
	}
}

// newSource makes a site's folder, with its content folder behind a link, and
// a home folder beside it.
func newSource(t *testing.T) (base, source string) {
	base = t.TempDir()
	source = filepath.Join(base, "work", "site")
	put(t, filepath.Join(source, "site.toml"), "")
	put(t, filepath.Join(source, "themes", "own", "theme.toml"), "")
	put(t, filepath.Join(base, "shared", "texts", "index.md"), "")
	link(t, filepath.Join(base, "shared", "texts"), filepath.Join(source, "content"))
	t.Setenv("HOME", filepath.Join(base, "home", "linh"))
	t.Setenv("USERPROFILE", filepath.Join(base, "home", "linh"))
	put(t, filepath.Join(base, "home", "linh", ".profile"), "")
	return base, source
}

func TestUnfitFoldersAreRefused(t *testing.T) {
	base, source := newSource(t)
	put(t, filepath.Join(base, "file"), "text")
	put(t, filepath.Join(base, "thesis", "chapter.txt"), "text")
	link(t, source, filepath.Join(base, "alias"))
	link(t, filepath.Join(base, "nowhere"), filepath.Join(base, "dangling"))
	before := readTree(t, base)

	for _, test := range []struct{ dir, reason string }{
		{"/", "root of the file system"},
		{"home/linh", "home folder"},
		{"home", "home folder"},
		{"work/site", "holds the folder of the source"},
		{"work", "holds the folder of the source"},
		{"alias", "holds the folder of the source"},
		{"work/site/content", "source folder content"},
		{"work/site/content/public", "source folder content"},
		{"shared/texts/public", "source folder content"},
		{"shared/texts", "source folder content"},
		{"shared", "source folder content"},
		{"work/site/themes/own", "source folder themes"},
		{"alias/themes/new", "source folder themes"},
		{"work/site/.git/refs", "source folder .git"},
		{"file", "it is a file"},
		{"thesis", "(chapter.txt)"},
		{"dangling", "leads nowhere"},
		{"dangling/public", "leads nowhere"},
		{"", "no folder is given"},
	} {
		dir, path := test.dir, `""`
		if dir == "/" {
			dir, path = filepath.VolumeName(base)+string(filepath.Separator), filepath.VolumeName(base)+string(filepath.Separator)
		} else if dir != "" {
			dir = filepath.Join(base, filepath.FromSlash(dir))
			path = dir
		}
		started := false
		files := func(func(File, error) bool) { started = true }
		_, err := Write(t.Context(), dir, files, Options{NoSync: true, Source: source})
		wantRefused(t, err, path, test.reason)
		if started {
			t.Errorf("%s: the sequence was started", test.dir)
		}
	}
	wantTree(t, base, before)
}

func TestFitFoldersAreWritten(t *testing.T) {
	base, source := newSource(t)
	put(t, filepath.Join(base, "clone", ".git", "config"), "theirs")
	if err := os.Mkdir(filepath.Join(base, "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	link(t, filepath.Join(base, "real"), filepath.Join(base, "linked"))
	for _, dir := range []string{
		"work/site/public", "work/site/contents", "work/other", "work/site-old", "home/linh/public", "clone", "linked", "linked/below",
	} {
		opts := Options{NoSync: true, Source: source}
		if _, err := Write(t.Context(), filepath.Join(base, dir), tree{"index.html": dir}.files(), opts); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
	if got := readTree(t, base)["clone/.git/config"]; got != "theirs" {
		t.Errorf(".git/config is %q", got)
	}
	if got := readTree(t, filepath.Join(base, "real"))["index.html"]; got != "linked" {
		t.Errorf("index.html behind the link is %q", got)
	}
}

func TestRelativeFolderIsTakenFromTheCurrentOne(t *testing.T) {
	_, source := newSource(t)
	t.Chdir(source)
	if _, err := Write(t.Context(), "public", tree{"a.html": "a"}.files(), Options{NoSync: true, Source: "."}); err != nil {
		t.Error(err)
	}
	_, err := Write(t.Context(), ".", tree{"a.html": "a"}.files(), Options{NoSync: true, Source: "."})
	wantRefused(t, err, ".", "holds the folder of the source")
}

func TestLinksInTheFolderAreNeverFollowed(t *testing.T) {
	for _, target := range []string{"outside", "inside"} { // out of the folder, and within it
		t.Run(target, func(t *testing.T) {
			base := t.TempDir()
			dir := filepath.Join(base, "public")
			mustWrite(t, dir, tree{"a/x.html": "x", "b.html": "b", "c.html": "c", "inside/x.html": "theirs"})
			put(t, filepath.Join(base, "outside", "x.html"), "theirs")
			place := map[string]string{"outside": filepath.Join(base, "outside"), "inside": "inside"}[target]

			// The page and the folder become links behind our back.
			if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(filepath.Join(dir, "b.html")); err != nil {
				t.Fatal(err)
			}
			link(t, place, filepath.Join(dir, "a"))
			link(t, filepath.Join(place, "x.html"), filepath.Join(dir, "b.html"))
			before := readTree(t, base)

			for path, site := range map[string]tree{
				"a":      {"a/x.html": "new"},
				"b.html": {"b.html": "new"},
			} {
				_, err := Write(t.Context(), dir, site.files(), quick)
				wantRefused(t, err, filepath.Join(dir, path), "did not write it")
			}
			wantTree(t, base, before)

			mustWrite(t, dir, tree{"inside/x.html": "theirs"}) // a/x.html and b.html are gone from the site
			delete(before, "public/c.html")
			wantTree(t, base, before)
		})
	}
}

func TestLinksInPlaceOfOurOwnFilesAreRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs links")
	}
	for path, reason := range map[string]string{
		Folder:       "something else",
		lockPath:     "something else",
		manifestPath: "not a plain file",
	} {
		base := t.TempDir()
		dir, other := filepath.Join(base, "public"), filepath.Join(base, "other")
		put(t, filepath.Join(other, "manifest.json"), `{"version": 1, "files": ["theirs.html"]}`)
		put(t, filepath.Join(dir, "theirs.html"), "theirs")
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o755); err != nil {
			t.Fatal(err)
		}
		if path == lockPath {
			put(t, filepath.Join(dir, manifestPath), `{"version": 1, "files": []}`)
		}
		target := map[string]string{Folder: other, lockPath: filepath.Join(other, "new"), manifestPath: filepath.Join(other, "manifest.json")}
		link(t, target[path], filepath.Join(dir, path))
		before := readTree(t, base)
		_, err := Write(t.Context(), dir, tree{"a.html": "a"}.files(), quick)
		wantRefused(t, err, filepath.Join(dir, path), reason)
		wantTree(t, base, before)
	}
}

func TestLinkInPlaceOfTheStageIsRemovedNotEmptied(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "public")
	mustWrite(t, dir, tree{"a.html": "a"})
	put(t, filepath.Join(base, "other", "theirs.txt"), "theirs")
	link(t, filepath.Join(base, "other"), filepath.Join(dir, stagePath))
	mustWrite(t, dir, tree{"a.html": "changed"})
	wantTree(t, base, tree{"other/theirs.txt": "theirs", "public/a.html": "changed"})
}

// TestWithinComparesFoldersNotNames: a second name for a folder, here a link,
// stands in for one that differs in case where the file system ignores it.
func TestWithinComparesFoldersNotNames(t *testing.T) {
	base := t.TempDir()
	put(t, filepath.Join(base, "Site", "site.toml"), "")
	link(t, filepath.Join(base, "Site"), filepath.Join(base, "site-too"))
	for path, want := range map[string]bool{
		"Site": true, "site-too": true, "site-too/new": true, "Site-2": false, ".": false,
	} {
		if got := within(filepath.Join(base, "Site"), filepath.Join(base, path)); got != want {
			t.Errorf("within Site, %s: %v, want %v", path, got, want)
		}
	}
}
