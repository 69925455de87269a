package history

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stagecraft/test/gitrepo"
)

// daysOf returns the days of a folder as texts.
func daysOf(t *testing.T, folder string) (Head, map[string]string) {
	t.Helper()
	head, err := HeadOf(context.Background(), folder)
	if err != nil {
		t.Fatal(err)
	}
	days, err := head.Days(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for page, day := range days {
		texts[page] = day.Format(time.DateOnly)
		if day.IsZero() {
			texts[page] = "unknown"
		}
	}
	return head, texts
}

// expect compares the days of a folder with those that are right.
func expect(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	if _, got := daysOf(t, folder); !maps.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDayOfAPageIsThatOfItsLastCommit(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/a.md", "1")
	repo.Write("content/teams/b.md", "1")
	repo.Write("content/gone.md", "1")
	repo.Write("content/moved.md", "1")
	repo.Write("content/picture.svg", "1")
	repo.Write("README.md", "1")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/a.md", "2")
	repo.Commit("2026-01-02T12:00:00Z")
	repo.Git("mv", "content/moved.md", "content/here.md")
	repo.Git("rm", "-q", "content/gone.md")
	repo.Commit("2026-01-03T12:00:00Z")
	repo.Write("README.md", "2")
	repo.Commit("2026-01-04T12:00:00Z")
	repo.Write("content/a.md", "not committed")
	repo.Write("content/new.md", "not committed")
	expect(t, repo.Dir, map[string]string{
		"content/a.md":       "2026-01-02",
		"content/teams/b.md": "2026-01-01",
		"content/here.md":    "2026-01-03",
	})
}

func TestDayIsThatOfTheCommitter(t *testing.T) {
	for moment, want := range map[string]string{
		"2026-01-31T23:30:00-08:00": "2026-01-31",
		"2026-02-01T00:30:00+07:00": "2026-02-01",
		"@99999999999999 +0000":     "unknown", // after the year 9999
	} {
		repo := gitrepo.New(t)
		repo.Write("content/a.md", "")
		repo.Commit(moment)
		expect(t, repo.Dir, map[string]string{"content/a.md": want})
	}
}

func TestSiteInASubfolder(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/a.md", "of the repository")
	repo.Write("content/content/a.md", "of a site")
	repo.Write("sites/Sổ tay/content/a.md", "of another")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/a.md", "changed")
	repo.Commit("2026-01-02T12:00:00Z")
	repo.Git("config", "diff.relative", "true")
	expect(t, filepath.Join(repo.Dir, "content"), map[string]string{"content/a.md": "2026-01-01"})
	expect(t, filepath.Join(repo.Dir, "sites", "Sổ tay"), map[string]string{"content/a.md": "2026-01-01"})
}

func TestNamesMayHoldAnything(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("\nsite\n/content/\n.md", "")
	repo.Write("\nsite\n/content/ a\"b\\\t.md", "")
	repo.Write("\nsite\n/content/*.md", "")
	repo.Write("\nsite\n/content/cafe\u0301.md", "")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("\nsite\n/content/*.md", "changed")
	repo.Commit("2026-01-02T12:00:00Z")
	repo.Git("config", "core.quotePath", "true")
	expect(t, filepath.Join(repo.Dir, "\nsite\n"), map[string]string{
		"content/\n.md":        "2026-01-01",
		"content/ a\"b\\\t.md": "2026-01-01",
		"content/*.md":         "2026-01-02",
		"content/caf\u00e9.md": "2026-01-01",
	})
}

// TestMerges: what a branch changed has the day of the branch, and only what differs from
// all that was merged has that of the merge.
func TestMerges(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/both.md", "1")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Git("checkout", "-q", "-b", "side")
	repo.Write("content/side.md", "1")
	repo.Write("content/both.md", "side")
	repo.Commit("2026-01-02T12:00:00Z")
	repo.Git("checkout", "-q", "main")
	repo.Write("content/main.md", "1")
	repo.Write("content/both.md", "main")
	repo.Commit("2026-01-03T12:00:00Z")
	repo.Git("merge", "-q", "--no-commit", "-s", "ours", "side")
	repo.Git("checkout", "-q", "side", "--", "content/side.md")
	repo.Write("content/both.md", "side and main")
	repo.Write("content/\nnew.md", "")
	repo.Commit("2026-01-04T12:00:00Z")
	expect(t, repo.Dir, map[string]string{
		"content/side.md":  "2026-01-02",
		"content/main.md":  "2026-01-03",
		"content/both.md":  "2026-01-04",
		"content/\nnew.md": "2026-01-04",
	})
}

func TestShallowClone(t *testing.T) {
	repo := gitrepo.New(t)
	for i, name := range []string{"a", "b", "c"} {
		repo.Write("content/"+name+".md", "")
		repo.Commit(time.Date(2026, 1, 1+i, 12, 0, 0, 0, time.UTC).Format(time.RFC3339))
	}
	for depth, want := range map[string]map[string]string{
		"1": {"content/a.md": "unknown", "content/b.md": "unknown", "content/c.md": "unknown"},
		"2": {"content/a.md": "unknown", "content/b.md": "unknown", "content/c.md": "2026-01-03"},
	} {
		clone := filepath.Join(t.TempDir(), "clone")
		repo.Git("clone", "-q", "--depth", depth, "file://"+repo.Dir, clone)
		head, got := daysOf(t, clone)
		if !maps.Equal(got, want) || !head.Shallow {
			t.Errorf("depth %s, shallow is %v: %q", depth, head.Shallow, got)
		}
	}
	if head, _ := daysOf(t, repo.Dir); head.Shallow {
		t.Error("a whole repository is taken for a shallow clone")
	}
}

// TestPartialClone: one without the texts of files has all that is asked for.
func TestPartialClone(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Git("config", "uploadpack.allowFilter", "true")
	repo.Write("content/a.md", strings.Repeat("a line\n", 100))
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Git("mv", "content/a.md", "content/b.md")
	repo.Write("content/b.md", strings.Repeat("a line\n", 100)+"another")
	repo.Commit("2026-01-02T12:00:00Z")
	clone := filepath.Join(t.TempDir(), "clone")
	repo.Git("clone", "-q", "--filter=blob:none", "--no-checkout", "file://"+repo.Dir, clone)
	expect(t, clone, map[string]string{"content/b.md": "2026-01-02"})
}

func TestSubmodules(t *testing.T) {
	module := gitrepo.New(t)
	module.Write("content/a.md", "")
	module.Commit("2026-01-01T12:00:00Z")
	repo := gitrepo.New(t)
	repo.Write("content/b.md", "")
	repo.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.Dir, "content/module")
	repo.Commit("2026-01-02T12:00:00Z")
	expect(t, repo.Dir, map[string]string{"content/b.md": "2026-01-02"})
	expect(t, filepath.Join(repo.Dir, "content", "module"), map[string]string{"content/a.md": "2026-01-01"})
}

func TestLinkedWorktreeAndDetachedHead(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/a.md", "1")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/a.md", "2")
	repo.Commit("2026-01-02T12:00:00Z")
	tree := filepath.Join(t.TempDir(), "tree")
	repo.Git("worktree", "add", "-q", tree, "HEAD^")
	expect(t, tree, map[string]string{"content/a.md": "2026-01-01"})
}

// TestHistoryIsReadNoFurtherThanNeeded: the first commit of this one is missing.
func TestHistoryIsReadNoFurtherThanNeeded(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/old.md", "")
	repo.Commit("2026-01-01T12:00:00Z")
	first := repo.Git("rev-parse", "HEAD")
	repo.Git("rm", "-q", "content/old.md")
	for i := range 4 {
		repo.Write("content/a.md", string(rune('a'+i)))
		repo.Commit("2026-01-02T12:00:00Z")
	}
	if err := os.Remove(filepath.Join(repo.Dir, ".git", "objects", first[:2], first[2:])); err != nil {
		t.Fatal(err)
	}
	expect(t, repo.Dir, map[string]string{"content/a.md": "2026-01-02"})
}

func TestHeadsAreEqualUntilTheNextCommit(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("content/a.md", "1")
	repo.Commit("2026-01-01T12:00:00Z")
	first, _ := daysOf(t, repo.Dir)
	repo.Write("content/a.md", "2")
	if head, _ := daysOf(t, repo.Dir); head != first {
		t.Errorf("%v, want %v", head, first)
	}
	repo.Commit("2026-01-01T12:00:00Z")
	if head, _ := daysOf(t, repo.Dir); head == first {
		t.Error("a commit changed nothing")
	}
}

func TestFailures(t *testing.T) {
	fails := func(what string, want error, folder string) {
		t.Helper()
		head, err := HeadOf(context.Background(), folder)
		if err == nil {
			_, err = head.Days(context.Background())
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", what, err, want)
		}
	}
	fails("a plain folder", ErrNoRepository, t.TempDir())
	repo := gitrepo.New(t)
	fails("no commit", ErrNothingCommitted, repo.Dir)
	repo.Write("content/picture.svg", "")
	repo.Write("README.md", "")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/a.md", "")
	fails("no page committed", ErrNothingCommitted, repo.Dir)
	t.Setenv("PATH", t.TempDir())
	fails("no git", exec.ErrNotFound, repo.Dir)
}

func TestFailureSaysWhatGitSays(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write(".git/config", "[core]\n?")
	_, err := HeadOf(context.Background(), repo.Dir)
	if want := "bad config line 2 in file .git/config"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestGitIsNotWaitedForForever puts a program in the place of git that never ends, and has a
// child that keeps its output open.
func TestGitIsNotWaitedForForever(t *testing.T) {
	stuck := gitrepo.New(t)
	stuck.Write("bin/git", "#!/bin/sh\nsleep 15 & sleep 15\n")
	if err := os.Chmod(filepath.Join(stuck.Dir, "bin", "git"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Join(stuck.Dir, "bin")+":"+os.Getenv("PATH"))
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := HeadOf(ctx, stuck.Dir); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}
