//go:build unix

package history

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"stagecraft/test/gitrepo"
)

// trap returns a command that leaves a file behind, and a function that fails the test if it
// did.
func trap(t *testing.T) (command string, check func()) {
	t.Helper()
	dir := t.TempDir()
	sprung, script := filepath.Join(dir, "sprung"), filepath.Join(dir, "trap")
	text := "#!/bin/sh\necho \"$@\" >>'" + sprung + "'\nexit 1\n"
	if err := os.WriteFile(script, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	return script, func() {
		t.Helper()
		if with, err := os.ReadFile(sprung); err == nil {
			t.Errorf("the repository ran a command, with the arguments %s", with)
		}
	}
}

// signed makes a commit whose signature a program of the configuration would check.
func signed(t *testing.T, repo gitrepo.Repo) {
	t.Helper()
	repo.Write("content/first.md", "1")
	repo.Commit("2026-01-01T12:00:00Z")
	repo.Write("content/a.md", "2")
	repo.Git("add", "-A")
	commit := fmt.Sprintf("tree %s\nparent %s\nauthor L <l@x> 1767355200 +0000\ncommitter L <l@x> 1767355200 +0000\n"+
		"gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\nchange\n",
		repo.Git("write-tree"), repo.Git("rev-parse", "HEAD"))
	repo.Write(".git/commit", commit)
	repo.Git("reset", "-q", "--hard", repo.Git("hash-object", "-t", "commit", "-w", ".git/commit"))
}

// hostile is a configuration that gives each setting that is a command the trap, and sets all
// that could lead git astray.
func hostile(command string) string {
	return strings.ReplaceAll(`
[core]
	fsmonitor = TRAP
	hooksPath = hooks
	pager = TRAP
	editor = TRAP
	sshCommand = TRAP
	gitProxy = TRAP
	askPass = TRAP
	alternateRefsCommand = TRAP
	quotePath = true
[pager]
	log = TRAP
	rev-parse = TRAP
[diff]
	external = TRAP
	orderFile = pipe
	relative = true
	renames = copies
	noPrefix = true
	submodule = diff
[diff "trap"]
	command = TRAP
	textconv = TRAP
[log]
	showSignature = true
	showRoot = false
	follow = true
	mailmap = true
	date = raw
	decorate = full
[color]
	ui = always
[format]
	pretty = oneline
[mailmap]
	file = pipe
[gpg]
	program = TRAP
[gpg "openpgp"]
	program = TRAP
[credential]
	helper = TRAP
[filter "trap"]
	clean = TRAP
	smudge = TRAP
	process = TRAP
[uploadpack]
	packObjectsHook = TRAP
[alias]
	log = !TRAP
	rev-parse = !TRAP
	ls-tree = !TRAP
`, "TRAP", command)
}

func TestConfigurationOfARepositoryRunsNothing(t *testing.T) {
	repo := gitrepo.New(t)
	signed(t, repo)
	command, check := trap(t)
	repo.Write(".gitattributes", "* diff=trap filter=trap\n")
	for _, hook := range []string{"post-index-change", "reference-transaction", "pre-auto-gc", "post-checkout"} {
		repo.Write("hooks/"+hook, "#!/bin/sh\n"+command+"\n")
		if err := os.Chmod(filepath.Join(repo.Dir, "hooks", hook), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(repo.Dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile(filepath.Join(repo.Dir, ".git", "config"))
	if err != nil {
		t.Fatal(err)
	}
	repo.Write(".git/config", string(config)+hostile(command))
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	head, err := HeadOf(ctx, repo.Dir)
	if err != nil {
		t.Fatal(err)
	}
	days, err := head.Days(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := Days{
		"content/first.md": time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		"content/a.md":     time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC),
	}
	if !maps.Equal(days, want) {
		t.Errorf("%v, want %v", days, want)
	}
	check()
}

// TestMissingObjectsAreNotFetched lets a repository promise that others have what it lacks.
func TestMissingObjectsAreNotFetched(t *testing.T) {
	for _, remote := range []string{
		"url = ext::TRAP",
		"url = ssh://example.invalid/repo",
		"url = .\n\tuploadpack = TRAP",
		"url = https://example.invalid/repo\n\tproxy = TRAP",
	} {
		repo := gitrepo.New(t)
		signed(t, repo)
		tree := repo.Git("rev-parse", "HEAD^:content")
		if err := os.Remove(filepath.Join(repo.Dir, ".git", "objects", tree[:2], tree[2:])); err != nil {
			t.Fatal(err)
		}
		command, check := trap(t)
		repo.Write(".git/config", strings.ReplaceAll("[core]\n\trepositoryformatversion = 1\n\tsshCommand = TRAP\n[extensions]\n\tpartialClone = evil\n"+
			"[protocol]\n\tallow = always\n[remote \"evil\"]\n\tpromisor = true\n\t"+remote+"\n", "TRAP", command))
		head, err := HeadOf(context.Background(), repo.Dir)
		if err == nil {
			_, err = head.Days(context.Background())
		}
		if err == nil {
			t.Errorf("%s: a tree is missing, and nobody says so", remote)
		}
		check()
	}
}

// TestFolderThatLooksLikeARepositoryIsNone: content may hold whatever a bare repository does, with
// a configuration.
func TestFolderThatLooksLikeARepositoryIsNone(t *testing.T) {
	repo := gitrepo.New(t)
	repo.Write("site/HEAD", "ref: refs/heads/main\n")
	repo.Write("site/config", "[core]\n\tbare = true\n\trepositoryformatversion = 0\n")
	repo.Write("site/objects/info/x", "")
	repo.Write("site/refs/x", "")
	repo.Write("site/content/a.md", "")
	repo.Commit("2026-01-01T12:00:00Z")
	_, err := HeadOf(context.Background(), filepath.Join(repo.Dir, "site"))
	if err == nil || !strings.Contains(err.Error(), "cannot use bare repository") {
		t.Errorf("%v", err)
	}
}

// TestEnvironmentDoesNotLeadAstray: a hook runs with variables that name its repository.
func TestEnvironmentDoesNotLeadAstray(t *testing.T) {
	repo, other := gitrepo.New(t), gitrepo.New(t)
	repo.Write("content/a.md", "")
	repo.Commit("2026-01-01T12:00:00Z")
	other.Write("content/b.md", "")
	other.Commit("2026-01-02T12:00:00Z")
	command, check := trap(t)
	t.Setenv("GIT_DIR", filepath.Join(other.Dir, ".git"))
	t.Setenv("GIT_WORK_TREE", other.Dir)
	t.Setenv("GIT_EXTERNAL_DIFF", command)
	t.Setenv("GIT_ICASE_PATHSPECS", "1")
	expect(t, repo.Dir, map[string]string{"content/a.md": "2026-01-01"})
	check()
}
