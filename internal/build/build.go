// Package build runs the pipeline: a folder becomes a Site, a Site becomes
// files.
//
//	source.Read → config.Parse → journey.Parse → graph.Resolve → plan.Pages → render.Page → output.Write
//
// It is the only package that knows this order. Every command that needs the
// handbook comes through Builder.Compile, so that all of them see the same one.
// There is no second path for what has changed: a Builder that compiles again
// only remembers what cannot have changed. Files are parsed and pages are rendered
// by several goroutines; the result never depends on which of them is first.
package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/graph"
	"stagecraft/internal/history"
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
	Keep    bool  // keep rendered pages for the next compilation

	Today time.Time // what reviews and deadlines are told by; zero for the date of each compilation

	Folder string // the site's, on disk, whose history git is asked for when the site wants it; empty for never
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Builder compiles a site again and again. It keeps what depends on one input
// alone: a Doc by the bytes of its file, the Theme by those of its files, the days
// of pages by the commit and, when Keep is set, a page by its View. All else is
// made anew each time, so what it compiles is what a new Builder would.
//
// A Builder compiles one state of the site at a time.
type Builder struct {
	opts     Options
	docs     parsed
	themes   memo[themeKey, loadedTheme]
	pages    memo[pageKey, []byte]
	pasts    memo[history.Head, past]
	buffers  sync.Pool // of *bytes.Buffer, for pages that are being drawn
	counters counters
}

// New returns a Builder that has compiled nothing yet.
func New(opts Options) *Builder {
	return &Builder{opts: opts, buffers: sync.Pool{New: func() any { return new(bytes.Buffer) }}}
}

// Site is a compiled site: all that its pages are made of.
type Site struct {
	Config config.Config
	Graph  *graph.Graph
	Pages  []plan.Page
	Theme  *theme.Theme // nil when the theme has errors

	builder *Builder
}

// ErrNoSite says that a folder has no site.toml.
var ErrNoSite = fmt.Errorf("read %s: %w", config.Name, fs.ErrNotExist)

// Compile resolves a state of the site's folder. The diagnostics are everything
// that is wrong with its files, sorted; with errors among them the Site is good
// for looking at, not for publishing. The error is a fault of the disk, or
// ErrNoSite.
func (b *Builder) Compile(ctx context.Context, snapshot *source.Snapshot) (*Site, []diag.Diagnostic, error) {
	file := snapshot.File(config.Name)
	if file == nil {
		return nil, nil, ErrNoSite
	}
	s := &Site{builder: b}
	diags := skipped(snapshot.Skipped)
	add := func(more []diag.Diagnostic) { diags = append(diags, more...) }

	var problems []diag.Diagnostic
	s.Config, problems = config.Parse(file)
	add(problems)
	docs, err := b.parse(ctx, snapshot, s.Config)
	if err != nil {
		return nil, nil, err
	}
	add(problemsOf(docs, s.Config))
	days, problems, err := b.history(ctx, s.Config, docs)
	if err != nil {
		return nil, nil, err
	}
	add(problems)
	s.Graph, problems = graph.Resolve(docs, snapshot, graph.Options{Config: s.Config, Drafts: b.opts.Drafts, Days: days})
	add(problems)
	loaded, err := b.theme(snapshot, s.Config)
	if err != nil {
		return nil, nil, err
	}
	add(loaded.diags)
	if loaded.theme != nil {
		s.Theme, problems = loaded.theme.WithLook(s.Config.Look)
		add(problems)
	}
	s.Pages, problems = plan.Pages(s.Graph, b.opts.today(), themeFiles(s.Theme))
	add(problems)
	b.pages.turn()
	return s, diag.Sort(diags), nil
}

// problemsOf returns what is wrong with each Doc by itself. Of languages it says
// nothing when the site.toml that names them can't be read.
func problemsOf(docs []*journey.Doc, c config.Config) []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, d := range docs {
		for _, p := range d.Diags {
			if !c.Broken || p.Code != diag.UnknownLanguage {
				list = append(list, p)
			}
		}
	}
	return list
}

// parse reads the Markdown files, several at a time.
func (b *Builder) parse(ctx context.Context, snapshot *source.Snapshot, c config.Config) ([]*journey.Doc, error) {
	files := slices.DeleteFunc(slices.Clone(snapshot.Under("content")), func(f *source.File) bool { return path.Ext(f.Path) != ".md" })
	opts := journey.NewOptions(c.Languages, markdown.Options{RawHTML: c.RawHTML})
	settings := fmt.Sprint(c.Languages, c.RawHTML)
	docs := b.docs.find(files, settings)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(b.opts.workers())
	for i, f := range files {
		if docs[i] != nil {
			continue
		}
		g.Go(func() error {
			b.counters.parsed.Add(1)
			docs[i] = journey.Parse(f, opts)
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	b.docs = parsed{docs, settings}
	return docs, nil
}

// theme loads the theme that the site names.
func (b *Builder) theme(snapshot *source.Snapshot, c config.Config) (loadedTheme, error) {
	b.themes.turn()
	return b.themes.get(themeKey{c.Theme, fmt.Sprint(c.Languages), themeFilesHash(snapshot)}, func() (loadedTheme, error) {
		t, diags, err := theme.Load(c.Theme, snapshot, b.opts.Themes, c.Languages)
		return loadedTheme{t, diags}, err
	})
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
