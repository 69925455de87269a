package build

import (
	"context"
	"io/fs"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Session keeps a site compiled while its files change. It is what a preview and
// a watching build go round with.
type Session struct {
	fsys     fs.FS
	builder  *Builder
	snapshot *source.Snapshot
}

// NewSession returns a Session over a site's folder that has read nothing yet.
func NewSession(fsys fs.FS, opts Options) *Session {
	return &Session{fsys: fsys, builder: New(opts)}
}

// Update looks at the folder again, at the given names or, without any, at all
// of it, and compiles what it finds. It returns a nil Site when no byte has
// changed since the last time: a commit alone shows with the next change. The
// error is that of Builder.Compile; after one, the next Update looks at
// everything.
func (s *Session) Update(ctx context.Context, names []string) (*Site, []diag.Diagnostic, error) {
	before := s.snapshot
	s.snapshot = nil
	next, err := s.look(ctx, before, names)
	if err != nil {
		return nil, nil, err
	}
	if before != nil && next.Equal(before) {
		s.snapshot = before
		return nil, nil, nil
	}
	site, diags, err := s.builder.Compile(ctx, next)
	if err != nil {
		return nil, nil, err
	}
	s.snapshot = next
	return site, diags, nil
}

func (s *Session) look(ctx context.Context, before *source.Snapshot, names []string) (*source.Snapshot, error) {
	if before == nil || len(names) == 0 {
		return source.Read(ctx, s.fsys)
	}
	return before.Refresh(ctx, s.fsys, names)
}
