package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"stagecraft/internal/build"
	"stagecraft/test/gitrepo"
	"stagecraft/themes"
)

// committed returns a repository with a small site that asks git for last changes.
func committed(t *testing.T) gitrepo.Repo {
	t.Helper()
	repo := gitrepo.New(t)
	repo.Write("site.toml", "title = \"T\"\nlanguage = \"en\"\nbase_url = \"https://example.com/\"\nlast_change = \"git\"\n")
	repo.Write("content/personas/binh.md", "+++\ntitle = \"Binh\"\nupdated = 2026-03-03\n+++\n")
	repo.Commit("2025-12-30T12:00:00Z")
	repo.Commit("2025-12-31T12:00:00Z")
	repo.Write("content/personas/an.md", "+++\ntitle = \"An\"\n+++\n")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/personas/chi.md", "+++\ntitle = \"Chi\"\n+++\n")
	repo.Commit("2026-02-02T12:00:00Z")
	return repo
}

// inFolder compiles the site of a folder.
func inFolder(t *testing.T, b *build.Builder, folder string) map[string]string {
	t.Helper()
	return outcome(t, b, readFolder(t, folder))
}

func builderOf(folder string) *build.Builder {
	return build.New(build.Options{Themes: themes.FS, Today: today, Keep: true, Folder: folder})
}

// TestCommitsAreSeenByTheNextBuild commits, changes the settings and makes the clone another, with
// one Builder, and compares what it makes with what a new Builder makes.
func TestCommitsAreSeenByTheNextBuild(t *testing.T) {
	repo := committed(t)
	kept := builderOf(repo.Dir)
	shows := func(step, page, text string) {
		t.Helper()
		got, want := inFolder(t, kept, repo.Dir), inFolder(t, builderOf(repo.Dir), repo.Dir)
		if !maps.Equal(got, want) {
			t.Errorf("%s: %s", step, difference(got, want))
		}
		if text != "" && !strings.Contains(got[page], text) {
			t.Errorf("%s: %s does not show %s", step, page, text)
		}
		if text == "" && strings.Contains(got[page], "Last changed") {
			t.Errorf("%s: %s shows a last change", step, page)
		}
	}
	const an = "personas/an.html"
	shows("two commits", an, `Last changed <time datetime="2026-01-01">1 Jan 2026</time>`)
	shows("the same again", "personas/chi.html", `Last changed <time datetime="2026-02-02">`)
	repo.Write("content/personas/an.md", "+++\ntitle = \"An\"\n+++\nMore.\n")
	shows("a change that is not committed", an, `<time datetime="2026-01-01">`)
	repo.Commit("2026-04-04T12:00:00Z")
	shows("a commit", an, `<time datetime="2026-04-04">`)
	shows("a commit", "feed.xml", "2026-04-04T00:00:00Z")
	settings, err := os.ReadFile(filepath.Join(repo.Dir, "site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	repo.Write("site.toml", strings.Replace(string(settings), `"git"`, `"updated"`, 1))
	shows("switched off", an, "")
	repo.Write("site.toml", string(settings))
	shows("switched on", an, `<time datetime="2026-04-04">`)
	repo.Git("reset", "-q", "--hard", "HEAD^")
	shows("a commit taken back", an, `<time datetime="2026-01-01">`)
	if err := os.RemoveAll(filepath.Join(repo.Dir, ".git")); err != nil {
		t.Fatal(err)
	}
	shows("the repository is gone", an, "")
}

func TestShallowCloneWarnsOfWhatItHides(t *testing.T) {
	repo := committed(t)
	clone := filepath.Join(t.TempDir(), "clone")
	repo.Git("clone", "-q", "--depth", "3", "file://"+repo.Dir, clone)
	b := builderOf(clone)
	if got := inFolder(t, b, clone)["diagnostics"]; got != "" {
		t.Errorf("a clone that is deep enough:\n%s", got)
	}
	repo.Git("-C", clone, "fetch", "-q", "--depth", "1")
	out := inFolder(t, b, clone)
	if got := out["diagnostics"]; !strings.Contains(got, "warning[missing-history]: git can't tell when 2 of 3 files were changed last: the clone is shallow\n") {
		t.Errorf("a shallow clone:\n%s", got)
	}
	if strings.Contains(out["personas/an.html"], "Last changed") {
		t.Error("a page has the day on which the clone begins")
	}
	repo.Git("-C", clone, "fetch", "-q", "--unshallow")
	out = inFolder(t, b, clone)
	if got := out["diagnostics"]; got != "" || !strings.Contains(out["personas/an.html"], "Last changed") {
		t.Errorf("the whole history, but no day:\n%s", got)
	}
}

func TestEachFailureOfGitIsAWarning(t *testing.T) {
	site := readFolder(t, committed(t).Dir)
	warns := func(folder, want string) {
		t.Helper()
		out := outcome(t, builderOf(folder), site)
		if got := out["diagnostics"]; !strings.HasPrefix(got, "site.toml:4:15: warning[missing-history]: ") || !strings.Contains(got, want) {
			t.Errorf("got\n%swant\n%s", got, want)
		}
		if !strings.Contains(out["personas/binh.html"], "2026-03-03") {
			t.Error("the page is not drawn as without git")
		}
	}
	warns(t.TempDir(), "the site is in no repository\n")
	repo := gitrepo.New(t)
	warns(repo.Dir, "none is committed\n")
	repo.Write(".git/config", "[core]\n?")
	warns(repo.Dir, "bad config line 2 in file .git/config\n")
	t.Setenv("PATH", t.TempDir())
	warns(repo.Dir, "it is not installed\n")
}

func TestGitIsNotAskedWithoutTheSetting(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // there is no git to ask
	site := fstest.MapFS{
		"site.toml":        {Data: []byte("title = \"T\"\n")},
		"content/index.md": {Data: []byte("+++\ntitle = \"T\"\n+++\n")},
	}
	if got := outcome(t, builderOf(t.TempDir()), site)["diagnostics"]; got != "" {
		t.Error(got)
	}
}
