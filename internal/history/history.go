// Package history asks git on which day each page of a site was changed last.
//
// In goes the site's folder; out come the content paths of its pages, slash-separated
// and NFC like those of package source, with the day of the last commit that changed
// each. A day is that of the committer, in the zone that the commit tells: the same
// wherever the site is built, and the one that the author calls it.
//
// The history is that of the repository that the folder belongs to, up to the commit
// that is checked out. What is not committed has no day; moving a file changes it.
//
// Git is run with nothing of its repository's configuration in force that could run or
// open anything: see inert and environment.
package history

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Days are the days on which pages were changed last, at midnight UTC, by their paths.
// The zero time stands for a page that is committed, but whose last change is older than
// a shallow clone.
type Days map[string]time.Time

// Head is the commit that is checked out in the repository of a folder. Equal Heads have
// equal Days unless they are Shallow: fetching more of the history changes those.
type Head struct {
	Shallow bool // the clone does not reach back to the first commit

	folder string
	commit string
	prefix string // of the folder's paths in the repository; empty, or ends in a slash
}

var (
	// ErrNoRepository says that a folder belongs to no repository.
	ErrNoRepository = errors.New("no git repository")
	// ErrNothingCommitted says that no page of the folder is committed.
	ErrNothingCommitted = errors.New("no page is committed")
)

// HeadOf returns the Head of a folder. The error is ErrNoRepository,
// ErrNothingCommitted, exec.ErrNotFound where git is not installed,
// context.DeadlineExceeded where it takes too long, or says what git says.
func HeadOf(ctx context.Context, folder string) (Head, error) {
	var answer string
	err := run(ctx, folder, func(record string) bool {
		answer = record
		return true
	}, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD^{commit}")
	if err != nil {
		return Head{}, err
	}
	shallow, rest, _ := strings.Cut(strings.TrimSuffix(answer, "\n"), "\n")
	at := strings.LastIndexByte(rest, '\n') // a name may hold one, too
	if at < 0 {
		return Head{}, fmt.Errorf("git rev-parse says %q", answer)
	}
	return Head{shallow == "true", folder, rest[at+1:], rest[:at]}, nil
}

// Days goes through the history until it knows the day of each page. The error is one
// of those of HeadOf.
func (h Head) Days(ctx context.Context) (Days, error) {
	r := &reader{head: h, wanted: map[string]bool{}, days: Days{}}
	err := run(ctx, h.folder, func(name string) bool {
		if path.Ext(name) == ".md" {
			r.wanted[h.page(name)] = true
		}
		return true
	}, "ls-tree", "-r", "-z", "--name-only", "--full-name", h.commit, "content/")
	if err == nil && len(r.wanted) == 0 {
		err = ErrNothingCommitted
	}
	if err == nil {
		err = run(ctx, h.folder, r.read, logArgs(h.commit)...)
	}
	if err != nil {
		return nil, err
	}
	return r.days, nil
}

// page returns the path in a Snapshot of a file that git names.
func (h Head) page(name string) string { return norm.NFC.String(strings.TrimPrefix(name, h.prefix)) }
