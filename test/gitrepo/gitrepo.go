// Package gitrepo makes git repositories for tests. They need git on the machine.
package gitrepo

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Repo is a repository in a folder of its own.
type Repo struct {
	Dir string
	t   testing.TB
}

// New returns a repository without a commit.
func New(t testing.TB) Repo {
	t.Helper()
	r := Repo{t.TempDir(), t}
	r.Git("init", "-q", "-b", "main")
	return r
}

// Git runs git in the repository, untouched by the settings of the machine, and returns
// what it prints.
func (r Repo) Git(args ...string) string { return r.at("2026-01-01T00:00:00Z", args...) }

func (r Repo) at(day string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.Dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=Linh", "GIT_AUTHOR_EMAIL=linh@example.com", "GIT_AUTHOR_DATE=2020-02-02T00:00:00Z",
		"GIT_COMMITTER_NAME=Linh", "GIT_COMMITTER_EMAIL=linh@example.com", "GIT_COMMITTER_DATE="+day)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %v (the test needs git)\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// Write writes a file of the repository.
func (r Repo) Write(name, text string) {
	r.t.Helper()
	file := filepath.Join(r.Dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

// Commit commits all files at a moment, such as 2026-01-31T23:30:00+07:00.
func (r Repo) Commit(moment string) {
	r.t.Helper()
	r.Git("add", "-A")
	r.at(moment, "commit", "-q", "--allow-empty", "-m", "change")
}
