package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/plan"
	"stagecraft/internal/preview"
	"stagecraft/internal/theme"
	"stagecraft/internal/watch"
)

// viewer brings each state of the site to the server.
type viewer struct {
	app     *app
	session *build.Session
	server  *preview.Server

	site  *build.Site    // the last one that could be drawn
	state *preview.State // the last one published
	diags []diag.Diagnostic
}

// follow updates the preview with each change until ctx ends or the server does.
func (v *viewer) follow(ctx context.Context, changes <-chan watch.Change, ended <-chan error) error {
	check, cancel := v.checkTemplates(ctx)
	defer func() { cancel() }()
	for {
		select {
		case err := <-ended:
			return err
		case diags := <-check:
			v.publishTemplateErrors(diags)
		case c, ok := <-changes:
			if !ok {
				return <-ended
			}
			cancel()
			if err := v.update(ctx, c.Paths); err != nil {
				return err
			}
			check, cancel = v.checkTemplates(ctx)
		}
	}
}

// update compiles the site and publishes it, when anything has changed.
func (v *viewer) update(ctx context.Context, names []string) error {
	start := time.Now()
	site, diags, err := v.session.Update(ctx, names)
	switch {
	case errors.Is(err, build.ErrNoSite):
		v.publish(nil, []diag.Diagnostic{diag.OfPath(diag.MissingKey, "site.toml", "the file is gone").
			WithHint("bring it back; the preview waits for it")})
	case err != nil && ctx.Err() == nil:
		v.app.say(err.Error()) // a file that can't be read now can be the next time
		return nil
	case site == nil:
		return nil
	default:
		v.publish(site, diags)
	}
	return v.tell(names, time.Since(start))
}

// publish shows a state of the site. A site that can't be drawn leaves the pages
// of the one before, under its errors.
func (v *viewer) publish(site *build.Site, diags []diag.Diagnostic) {
	next := &preview.State{Diags: diags}
	switch {
	case site != nil && site.Theme != nil:
		next.Files = files(site)
		if v.site != nil {
			next.Moved = build.Moves(v.site, site)
		}
		v.site = site
	case v.state != nil:
		next.Files = v.state.Files
	}
	v.state, v.diags = next, diags
	v.server.Publish(next)
}

// files returns what a site has to show.
func files(site *build.Site) map[string]preview.File {
	list := make(map[string]preview.File, len(site.Pages))
	for i := range site.Pages {
		p := &site.Pages[i] // a copy in each function would be most of what it takes
		f := preview.File{Source: p.Source, Render: func(context.Context) ([]byte, error) { return draw(site, *p) }}
		switch c := p.Content.(type) {
		case plan.Copy:
			f.Digest = fmt.Sprintf("%x", c.File.Hash)
		case plan.Data:
			f.Digest = fmt.Sprintf("%x", sha256.Sum256(c.Bytes))
		}
		list[p.Path] = f
	}
	return list
}

// draw returns the bytes of a page.
func draw(site *build.Site, p plan.Page) ([]byte, error) {
	switch c := p.Content.(type) {
	case plan.Data:
		return c.Bytes, nil
	case plan.Copy:
		r, err := c.File.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return io.ReadAll(r)
	}
	data, err := site.Render(p)
	if failed := (*theme.ExecError)(nil); errors.As(err, &failed) {
		return nil, &preview.ContentError{Diags: []diag.Diagnostic{failed.Diagnostic}}
	}
	return data, err
}

// tell prints what has changed, what is wrong, and how long it took.
func (v *viewer) tell(names []string, took time.Duration) error {
	what := "ready"
	if v.state != nil && len(names) > 0 {
		what = changed(names)
	}
	fmt.Fprintf(v.app.stderr, "%s  %s in %d ms\n", time.Now().Format(time.TimeOnly), what, took.Milliseconds())
	if err := v.app.report(v.diags); err != nil && !errors.Is(err, errContent) {
		return err
	}
	return nil
}

// changed names the first few of the names that changed.
func changed(names []string) string {
	const few = 3
	if len(names) > few {
		return fmt.Sprintf("%s and %d more changed", strings.Join(names[:few], ", "), len(names)-few)
	}
	return strings.Join(names, ", ") + " changed"
}

// idle is how long nothing must have changed before all pages are drawn to find
// errors of templates, which only show in drawing.
const idle = time.Second

// checkTemplates draws all pages in the background, one at a time, and sends the
// errors of templates. The function that it returns ends it.
func (v *viewer) checkTemplates(ctx context.Context) (<-chan []diag.Diagnostic, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	found := make(chan []diag.Diagnostic, 1)
	site := v.site
	go func() {
		select {
		case <-ctx.Done():
			return
		case <-time.After(idle):
		}
		if diags := templateErrors(ctx, site); len(diags) > 0 {
			found <- diags
		}
	}()
	return found, cancel
}

func templateErrors(ctx context.Context, site *build.Site) []diag.Diagnostic {
	var diags []diag.Diagnostic
	if site == nil {
		return nil
	}
	for _, p := range site.Pages {
		switch p.Content.(type) {
		case plan.HTML, plan.SearchPanel:
		default:
			continue
		}
		if ctx.Err() != nil {
			return nil
		}
		start := time.Now()
		_, err := site.Render(p)
		if failed := (*theme.ExecError)(nil); errors.As(err, &failed) {
			diags = append(diags, failed.Diagnostic)
		}
		time.Sleep(time.Since(start)) // half a processor at most, since a change may come at any time
	}
	return diag.Sort(diags)
}

// publishTemplateErrors adds errors of templates to those of the content.
func (v *viewer) publishTemplateErrors(found []diag.Diagnostic) {
	v.diags = diag.Sort(append(found, v.diags...))
	next := *v.state
	next.Diags = v.diags
	v.state = &next
	v.server.Publish(v.state)
	v.app.report(found)
}
