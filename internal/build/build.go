// Package build runs the pipeline: a folder becomes a Site, a Site becomes
// files.
//
//	source.Read → config.Parse → journey.Parse → graph.Resolve → plan.Pages → render.Page → output.Write
//
// It is the only package that knows this order. Every command that needs the
// handbook comes through Compile, so that all of them see the same one. Files
// are parsed and pages are rendered by several goroutines; the result never
// depends on which of them is first.
package build

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
)

// Options say how a site is compiled.
type Options struct {
	Themes  fs.FS // the embedded themes, by their names
	Drafts  bool  // pages marked as drafts are part of the site
	Workers int   // goroutines that parse and render; 0 for one a processor
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Site is a compiled site: all that its pages are made of.
type Site struct {
	Config config.Config
	Graph  *graph.Graph
	Pages  []plan.Page
	Theme  *theme.Theme // nil when the theme has errors

	workers int
}

// Compile reads a site's folder and resolves it. The diagnostics are everything
// that is wrong with its files, sorted; with errors among them the Site is good
// for looking at, not for publishing. The error is a fault of the disk.
func Compile(ctx context.Context, fsys fs.FS, opts Options) (*Site, []diag.Diagnostic, error) {
	snapshot, err := source.Read(ctx, fsys)
	if err != nil {
		return nil, nil, err
	}
	file := snapshot.File(config.Name)
	if file == nil {
		return nil, nil, fmt.Errorf("read %s: %w", config.Name, fs.ErrNotExist)
	}
	s := &Site{workers: opts.workers()}
	diags := skipped(snapshot.Skipped)
	add := func(more []diag.Diagnostic) { diags = append(diags, more...) }

	var problems []diag.Diagnostic
	s.Config, problems = config.Parse(file)
	add(problems)
	docs, err := parse(ctx, snapshot, s)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range docs {
		add(d.Diags)
	}
	s.Graph, problems = graph.Resolve(docs, snapshot, graph.Options{Config: s.Config, Drafts: opts.Drafts})
	add(problems)
	s.Theme, problems, err = theme.Load(s.Config.Theme, snapshot, opts.Themes, s.Config.Languages)
	if err != nil {
		return nil, nil, err
	}
	add(problems)
	s.Pages, problems = plan.Pages(s.Graph, themeFiles(s.Theme))
	add(problems)
	return s, diag.Sort(diags), nil
}

// parse reads the Markdown files, several at a time.
func parse(ctx context.Context, snapshot *source.Snapshot, s *Site) ([]*journey.Doc, error) {
	files := slices.DeleteFunc(slices.Clone(snapshot.Under("content")), func(f *source.File) bool { return path.Ext(f.Path) != ".md" })
	opts := journey.NewOptions(s.Config.Languages, markdown.Options{RawHTML: s.Config.RawHTML})
	docs := make([]*journey.Doc, len(files))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(s.workers)
	for i, f := range files {
		g.Go(func() error {
			docs[i] = journey.Parse(f, opts)
			return ctx.Err()
		})
	}
	return docs, g.Wait()
}

// themeFiles lists what a theme publishes beside the pages.
func themeFiles(t *theme.Theme) []plan.Page {
	var list []plan.Page
	if t != nil {
		for _, a := range t.Assets() {
			list = append(list, plan.Page{Path: a.Path, Content: plan.Data{Bytes: a.Data}})
		}
	}
	return list
}

// skipped tells what of the folder is not published, and why.
func skipped(list []source.Skip) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, s := range list {
		diags = append(diags, skip(s))
	}
	return diags
}

func skip(s source.Skip) diag.Diagnostic {
	switch s.Reason {
	case source.Dotfile:
		return diag.OfPath(diag.NotPublished, s.Path, "not published, because its name begins with a dot")
	case source.TempFile:
		return diag.OfPath(diag.NotPublished, s.Path, "not published, because it is a temporary file")
	case source.LeavesSite:
		return diag.OfPath(diag.LinkIgnored, s.Path, "not published, because it is a link that leads nowhere or out of the site's folder").
			WithHint("copy the file into the site")
	case source.LinkedFolder:
		return diag.OfPath(diag.LinkIgnored, s.Path, "not published, because it is a link to a folder").
			WithHint("copy the folder into the site, or link to each file")
	case source.Irregular:
		return diag.OfPath(diag.LinkIgnored, s.Path, "not published, because it is a device, socket or pipe")
	}
	return diag.OfPath(diag.SameName, s.Path, "its name is written in another Unicode form, but is the same as that of %s", s.Other).
		WithHint("rename one of the two files")
}
