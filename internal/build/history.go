package build

import (
	"context"
	"errors"
	"os/exec"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/history"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// past is what a history tells, or why it tells nothing.
type past struct {
	days    history.Days
	err     error
	shallow bool
}

// history returns the days on which pages were committed last, where the site shows
// them. The error is that of ctx; whatever is wrong with a repository is a warning.
func (b *Builder) history(ctx context.Context, c config.Config, docs []*journey.Doc) (history.Days, []diag.Diagnostic, error) {
	if !c.LastChange.Git || b.opts.Folder == "" {
		return nil, nil, nil
	}
	p := b.past(ctx)
	return p.days, p.problems(c.LastChange.At, docs), ctx.Err()
}

// past asks git for its commit, and for the history when that is a new one. A shallow
// clone is asked again and again: more of it may have been fetched.
func (b *Builder) past(ctx context.Context) past {
	b.pasts.turn()
	head, err := history.HeadOf(ctx, b.opts.Folder)
	if err != nil {
		return past{err: err}
	}
	read := func() (past, error) {
		days, err := head.Days(ctx)
		return past{days, err, head.Shallow}, ctx.Err()
	}
	var p past
	if head.Shallow {
		p, _ = read()
	} else {
		p, _ = b.pasts.get(head, read)
	}
	return p
}

// problems tells why pages that should have a day have none.
func (p past) problems(at source.Range, docs []*journey.Doc) []diag.Diagnostic {
	hidden := 0
	for _, d := range docs {
		if day, committed := p.days[d.File.Path]; committed && day.IsZero() && !d.Updated.IsSet() {
			hidden++
		}
	}
	switch {
	case p.err != nil:
		return []diag.Diagnostic{noHistory(at, p.err)}
	case p.shallow && hidden > 0:
		return []diag.Diagnostic{diag.New(diag.MissingHistory, at, "git can't tell when %d of %d files were changed last: the clone is shallow", hidden, len(docs)).
			WithHint("fetch the whole history: git fetch --unshallow")}
	}
	return nil
}

// noHistory tells why git tells nothing.
func noHistory(at source.Range, err error) diag.Diagnostic {
	reason, hint := err.Error(), "run git log in the site's folder"
	switch {
	case errors.Is(err, exec.ErrNotFound):
		reason, hint = "it is not installed", `install git, or write last_change = "updated"`
	case errors.Is(err, history.ErrNoRepository):
		reason, hint = "the site is in no repository", `build in a clone of its repository, or write last_change = "updated"`
	case errors.Is(err, history.ErrNothingCommitted):
		reason, hint = "none is committed", "commit the folder content"
	case errors.Is(err, context.DeadlineExceeded):
		reason, hint = "it takes too long", "help it with an index: git commit-graph write --reachable --changed-paths"
	}
	return diag.New(diag.MissingHistory, at, "git can't tell when pages were changed last: %s", reason).WithHint("%s", hint)
}
