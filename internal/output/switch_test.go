package output

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// Two sites between which every kind of change happens, and what else lies in
// the folder.
var (
	oldSite = tree{
		"index.html": "old home", "same.html": "same", "gone.html": "gone", "gone/deep/er.html": "gone",
		"file-then-folder": "a file", "folder-then-file/a.html": "a", "folder-then-file/b/c.html": "c",
		"stages/aware.html": "old aware", "stages/gone.html": "gone", "case/About.html": "about",
	}
	newSite = tree{
		"index.html": "new home", "same.html": "same", "added.html": "added", "added/deep/er.html": "added",
		"file-then-folder/x.html": "x", "folder-then-file": "a file",
		"stages/aware.html": "new aware", "case/about.html": "about",
	}
	foreign = tree{"CNAME": "example.org", "stages/theirs.txt": "theirs", "gone/theirs.txt": "theirs"}
)

func union(trees ...tree) tree {
	all := tree{}
	for _, t := range trees {
		maps.Copy(all, t)
	}
	return all
}

// newOldSite makes a folder that holds the old site and the foreign files.
func newOldSite(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, oldSite)
	for p, text := range foreign {
		put(t, filepath.Join(dir, filepath.FromSlash(p)), text)
	}
	return dir
}

func TestSwitchBetweenAllKindsOfChange(t *testing.T) {
	dir := newOldSite(t)
	mustWrite(t, dir, newSite)
	wantTree(t, dir, union(newSite, foreign))
	mustWrite(t, dir, oldSite)
	wantTree(t, dir, union(oldSite, foreign))
}

// wantWhole checks what a visitor may see in the middle of a switch: pages of
// one site or the other, none of them cut, and every foreign file.
func wantWhole(t *testing.T, dir, when string) {
	t.Helper()
	got := readTree(t, dir)
	for p, text := range foreign {
		if got[p] != text {
			t.Errorf("%s: foreign file %s is %q", when, p, got[p])
		}
	}
	for p, text := range got {
		was, inOld := oldSite[p]
		is, inNew := newSite[p]
		_, theirs := foreign[p]
		isFolder := p[len(p)-1] == '/'
		if !theirs && !isFolder && !(inOld && text == was) && !(inNew && text == is) {
			t.Errorf("%s: %s is %q", when, p, text)
		}
	}
	for p := range oldSite {
		if _, there := got[p]; newSite[p] != "" && !there {
			t.Errorf("%s: %s is missing", when, p)
		}
	}
}

// wantHealed lets the next build make either site, and compares the folder,
// manifest included, with one in which nothing went wrong.
func wantHealed(t *testing.T, dir, when string, site tree) {
	t.Helper()
	mustWrite(t, dir, site)
	if got, want := readTree(t, dir), union(site, foreign); !maps.Equal(got, want) {
		t.Errorf("%s: the next build leaves\n%v\nwant\n%v", when, got, want)
	}
	clean := filepath.Join(t.TempDir(), "clean")
	mustWrite(t, clean, site)
	for _, own := range []string{dir, clean} {
		entries, err := os.ReadDir(filepath.Join(own, Folder))
		if err != nil || len(entries) != 2 { // lock and manifest
			t.Errorf("%s: %s holds %v, %v", when, Folder, entries, err)
		}
	}
	got, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath)))
	want, _ := os.ReadFile(filepath.Join(clean, filepath.FromSlash(manifestPath)))
	if string(got) != string(want) {
		t.Errorf("%s: the manifest is %s, want %s", when, got, want)
	}
}

func TestFailureAtAnyStepIsHealed(t *testing.T) {
	failure := errors.New("disk: broken")
	for n := 1; ; n++ {
		for _, next := range []tree{newSite, oldSite} {
			dir := newOldSite(t)
			steps, when := 0, ""
			opts := Options{NoSync: true, step: func(name string) error {
				wantWhole(t, dir, "before "+name)
				if steps++; steps == n {
					when = "failure at " + name
					return failure
				}
				return nil
			}}
			_, err := Write(t.Context(), dir, newSite.files(), opts)
			if steps < n {
				if n < 20 || err != nil {
					t.Fatalf("the switch took %d steps and ended with %v", steps, err)
				}
				return
			}
			if !errors.Is(err, failure) {
				t.Errorf("%s: error is %v", when, err)
			}
			wantWhole(t, dir, when)
			wantHealed(t, dir, when, next)
		}
	}
}

const (
	killDir = "STAGECRAFT_TEST_KILL_DIR"
	killAt  = "STAGECRAFT_TEST_KILL_AT"
	killed  = 77 // exit code
)

// TestKilledBuildIsHealed runs itself as a build that dies, without any
// clean-up, at each step of the stage and the switch in turn.
func TestKilledBuildIsHealed(t *testing.T) {
	if dir := os.Getenv(killDir); dir != "" {
		dieInBuild(t, dir, os.Getenv(killAt))
		return
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; ; n++ {
		next := []tree{newSite, oldSite}[n%2]
		dir, when := newOldSite(t), fmt.Sprintf("kill at step %d", n)
		cmd := exec.Command(program, "-test.run=^TestKilledBuildIsHealed$")
		cmd.Env = append(os.Environ(), killDir+"="+dir, killAt+"="+strconv.Itoa(n))
		text, err := cmd.CombinedOutput()
		if err == nil && n > 20 {
			wantTree(t, dir, union(newSite, foreign))
			return // n is past the last step
		}
		if cmd.ProcessState.ExitCode() != killed {
			t.Fatalf("%s: %v\n%s", when, err, text)
		}
		wantWhole(t, dir, when)
		wantHealed(t, dir, when, next)
	}
}

func dieInBuild(t *testing.T, dir, at string) {
	n, err := strconv.Atoi(at)
	if err != nil {
		t.Fatal(err)
	}
	step := func(string) error {
		if n--; n == 0 {
			os.Exit(killed)
		}
		return nil
	}
	files := func(yield func(File, error) bool) {
		for f, err := range newSite.files() {
			if step(""); !yield(f, err) {
				return
			}
		}
	}
	if _, err := Write(t.Context(), dir, files, Options{NoSync: true, step: step}); err != nil {
		t.Fatal(err)
	}
}

// TestManifestIsAheadOfThePages: a page must never be in the folder while no
// manifest lists it, or the next build would take it for a stranger's.
func TestManifestIsAheadOfThePages(t *testing.T) {
	dir := newOldSite(t)
	opts := Options{NoSync: true, step: func(name string) error {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath)))
		if err != nil {
			return err
		}
		listed, err := parseManifest(text)
		for p := range readTree(t, dir) {
			if _, theirs := foreign[p]; !theirs && p[len(p)-1] != '/' && !listed[p] {
				t.Errorf("before %s: %s is not listed", name, p)
			}
		}
		return err
	}}
	if _, err := Write(t.Context(), dir, newSite.files(), opts); err != nil {
		t.Fatal(err)
	}
}

func TestFolderWithForeignFilesIsNotReplacedByAFile(t *testing.T) {
	for _, theirs := range []string{"a/theirs.txt", "a/empty/"} {
		dir := t.TempDir()
		old := tree{"a/b.html": "b"}
		mustWrite(t, dir, old)
		if theirs == "a/empty/" {
			if err := os.Mkdir(filepath.Join(dir, theirs), 0o755); err != nil {
				t.Fatal(err)
			}
		} else {
			put(t, filepath.Join(dir, theirs), "")
		}
		_, err := Write(t.Context(), dir, tree{"a": "file"}.files(), quick)
		wantRefused(t, err, filepath.Join(dir, theirs), "did not write it")
		wantTree(t, dir, union(old, tree{theirs: ""}))
	}
}

// TestPageRenamedInCaseOnly stands in for a file system that ignores case: a
// hard link gives one file both names.
func TestPageRenamedInCaseOnly(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"team/About.html": "about"})
	if err := os.Link(filepath.Join(dir, "team/About.html"), filepath.Join(dir, "team/about.html")); err != nil {
		t.Skip(err)
	}
	var steps []string
	opts := Options{NoSync: true, step: func(name string) error {
		steps = append(steps, name)
		return nil
	}}
	if _, err := Write(t.Context(), dir, tree{"team/about.html": "about"}.files(), opts); err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, tree{"team/about.html": "about"})
	// In the other order, the removal would take the new page.
	was, is := slices.Index(steps, "remove team/About.html"), slices.Index(steps, "rename team/about.html")
	if was < 0 || is < was {
		t.Errorf("the steps are %q, want the old name removed and then the new one put in place", steps)
	}
}

func TestFoldersLeftByAKilledRemovalGo(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"a/b/c.html": "c", "index.html": "i"})
	if err := os.RemoveAll(filepath.Join(dir, "a", "b")); err != nil { // as far as the kill let it come
		t.Fatal(err)
	}
	mustWrite(t, dir, tree{"index.html": "i"})
	wantTree(t, dir, tree{"index.html": "i"})
}
