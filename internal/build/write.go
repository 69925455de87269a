package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"stagecraft/internal/diag"
	"stagecraft/internal/output"
	"stagecraft/internal/plan"
	"stagecraft/internal/render"
	"stagecraft/internal/theme"
)

// errContent ends the sequence of files when a template failed.
var errContent = errors.New("a template failed")

// Write renders a site without errors and puts it into a folder. Diagnostics are
// errors of templates; then the folder is as it was. The error is a fault of the
// disk, or an *output.RefusedError.
func (s *Site) Write(ctx context.Context, dir string, opts output.Options) (output.Stats, []diag.Diagnostic, error) {
	var failed failures
	stats, err := output.Write(ctx, dir, s.files(ctx, &failed), opts)
	if errors.Is(err, errContent) {
		return output.Stats{}, diag.Sort(failed.diags), nil
	}
	return stats, nil, err
}

// failures gathers the diagnostics of templates that failed.
type failures struct {
	mu    sync.Mutex
	diags []diag.Diagnostic
}

func (f *failures) add(d diag.Diagnostic) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.diags = append(f.diags, d)
}

// files renders the pages, some ahead of the one that is asked for, and yields
// them in their order. When templates fail it goes on, so that all of them are
// found, and ends with errContent.
func (s *Site) files(ctx context.Context, failed *failures) iter.Seq2[output.File, error] {
	return func(yield func(output.File, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for done := range s.renderAhead(ctx) {
			r := <-done
			var execErr *theme.ExecError
			switch {
			case errors.As(r.err, &execErr):
				failed.add(execErr.Diagnostic)
			case !yield(r.file, r.err) || r.err != nil:
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(output.File{}, err)
		} else if len(failed.diags) > 0 {
			yield(output.File{}, errContent)
		}
	}
}

// rendered is a file of the output, or why there is none.
type rendered struct {
	file output.File
	err  error
}

// renderAhead renders the pages in their order, a few at a time, and gives for
// each a channel that its file will come from.
func (s *Site) renderAhead(ctx context.Context) <-chan chan rendered {
	workers := s.builder.opts.workers()
	queue := make(chan chan rendered, 8*workers)
	slots := make(chan struct{}, workers)
	go func() {
		defer close(queue)
		for _, p := range s.Pages {
			done := make(chan rendered, 1)
			select {
			case queue <- done:
			case <-ctx.Done():
				return
			}
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				file, err := s.render(p)
				done <- rendered{file, err}
			}()
		}
	}()
	return queue
}

// render returns the output file of a page. One that is not kept is drawn into a
// buffer that serves again once the page is written.
func (s *Site) render(p plan.Page) (output.File, error) {
	switch c := p.Content.(type) {
	case plan.Copy:
		return output.File{Path: p.Path, Open: c.File.Open}, nil
	case plan.Data:
		return output.File{Path: p.Path, Data: c.Bytes}, nil
	}
	if s.builder.opts.Keep {
		data, err := s.Render(p)
		return output.File{Path: p.Path, Data: data}, err
	}
	b := s.builder.takeBuffer()
	err := render.Page(b, s.Theme, p)
	return output.File{Path: p.Path, Data: b.Bytes(), Done: func() { s.builder.buffers.Put(b) }}, err
}

// Render returns the bytes of a page that is neither a Copy nor Data. An error
// that a template's author can mend is a *theme.ExecError.
func (s *Site) Render(p plan.Page) ([]byte, error) {
	b := s.builder
	c, ok := p.Content.(plan.HTML)
	if !ok || !b.opts.Keep {
		return s.drawn(p)
	}
	view := c.View()
	b.counters.planned.Add(1)
	p.Content = plan.HTML{Template: c.Template, View: func() any { return view }}
	return b.pages.get(pageKey{c.Template, p.Lang, fmt.Sprint(s.Config.Languages), digest(view), s.Theme.Digest()}, func() ([]byte, error) {
		b.counters.rendered.Add(1)
		return s.drawn(p)
	})
}

// drawn returns the bytes of a page in memory of its own.
func (s *Site) drawn(p plan.Page) ([]byte, error) {
	b := s.builder.takeBuffer()
	defer s.builder.buffers.Put(b)
	if err := render.Page(b, s.Theme, p); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// takeBuffer returns an empty buffer; put it back when it is of use no more.
func (b *Builder) takeBuffer() *bytes.Buffer {
	buffer := b.buffers.Get().(*bytes.Buffer)
	buffer.Reset()
	return buffer
}
