package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"stagecraft/internal/build"
	"stagecraft/internal/output"
	"stagecraft/internal/plan"
	"stagecraft/internal/watch"
)

// buildFlags are the flags of build.
type buildFlags struct {
	out    string
	drafts bool
	watch  bool
	poll   time.Duration
	zip    bool
}

func (a *app) buildCommand() *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Compile the site into a folder of HTML",
		Long: `build compiles the site and writes what has changed into the output folder.
With errors in the content nothing is written.`,
		Example: "  stagecraft build\n  stagecraft build --site handbook --out /tmp/handbook",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			if flags.out == "" {
				flags.out = filepath.Join(a.site, "public")
			}
			if flags.watch && flags.zip {
				return usagef("stagecraft build --zip", "--watch and --zip don't go together")
			}
			if flags.poll != 0 && !flags.watch {
				return usagef("stagecraft build --watch --poll "+flags.poll.String(), "--poll goes with --watch")
			}
			if flags.watch {
				return a.buildAndWatch(ctx, flags)
			}
			return a.buildOnce(ctx, flags)
		},
	}
	cmd.Flags().StringVar(&flags.out, "out", "", "the output `folder` (default: public in the site's folder)")
	cmd.Flags().BoolVar(&flags.drafts, "drafts", false, "publish pages marked as drafts, too")
	cmd.Flags().BoolVar(&flags.watch, "watch", false, "go on: write what changes with each saved change")
	cmd.Flags().BoolVar(&flags.zip, "zip", false, "write the output folder into a zip file beside it, too")
	cmd.Flags().DurationVar(&flags.poll, "poll", 0, "with --watch, look for changes at this interval instead of waiting for events")
	return cmd
}

func (a *app) buildOnce(ctx context.Context, flags buildFlags) error {
	session, done, err := a.session(build.Options{Drafts: flags.drafts, Folder: a.site})
	if err != nil {
		return err
	}
	defer done()
	return a.buildChange(ctx, session, nil, flags)
}

// buildAndWatch builds, and builds again with each change until ctx ends. Errors
// in the content are printed and waited out.
func (a *app) buildAndWatch(ctx context.Context, flags buildFlags) error {
	session, done, err := a.session(build.Options{Drafts: flags.drafts, Keep: true, Folder: a.site})
	if err != nil {
		return err
	}
	defer done()
	changes, err := watch.Watch(ctx, a.site, watch.Options{Poll: flags.poll, Notify: a.say})
	if err != nil {
		return err
	}
	next := watch.Change{}
	for more := true; more; next, more = <-changes {
		err := a.buildChange(ctx, session, next.Paths, flags)
		if ctx.Err() != nil {
			return nil
		}
		var refused *output.RefusedError
		switch {
		case err == nil, errors.Is(err, errContent):
		case errors.As(err, &refused):
			return err
		default:
			a.say(err.Error()) // what can't be read or written now can be the next time
		}
	}
	return nil
}

// buildChange compiles what has changed at the given names, or anywhere without
// them, and writes it.
func (a *app) buildChange(ctx context.Context, session *build.Session, names []string, flags buildFlags) error {
	start := time.Now()
	site, diags, err := session.Update(ctx, names)
	if err != nil || site == nil {
		return err
	}
	if err := a.report(diags); err != nil {
		return err
	}
	opts := output.Options{
		Source: a.site,
		OnWait: func() { a.say("waiting for another build in " + flags.out) },
	}
	stats, failed, err := site.Write(ctx, flags.out, opts)
	if err != nil {
		return err
	}
	if err := a.report(failed); err != nil {
		return err
	}
	if flags.zip {
		if err := output.Zip(ctx, flags.out, zipOf(flags.out), opts); err != nil {
			return err
		}
	}
	return a.built(site, stats, flags, time.Since(start))
}

// built tells what a build did and where its first page is.
func (a *app) built(site *build.Site, stats output.Stats, flags buildFlags, took time.Duration) error {
	home := filepath.Join(flags.out, "index.html")
	if a.format == "json" {
		answer := map[string]any{
			"pages": pageCount(site), "written": stats.Written, "unchanged": stats.Unchanged,
			"removed": stats.Removed, "home": home, "milliseconds": took.Milliseconds(),
		}
		if flags.zip {
			answer["zip"] = zipOf(flags.out)
		}
		return json.NewEncoder(a.stdout).Encode(answer)
	}
	languages := make([]string, len(site.Config.Languages))
	for i, lang := range site.Config.Languages {
		languages[i] = string(lang)
	}
	_, err := fmt.Fprintf(a.stdout, "built %s (%s) in %.2f s: %d written, %d unchanged, %d removed\nopen %s\n",
		count(pageCount(site), "page"), strings.Join(languages, ", "), took.Seconds(),
		stats.Written, stats.Unchanged, stats.Removed, home)
	if flags.zip && err == nil {
		_, err = fmt.Fprintf(a.stdout, "packed %s\n", zipOf(flags.out))
	}
	return err
}

// zipOf returns the name of the zip file beside an output folder.
func zipOf(out string) string { return filepath.Clean(out) + ".zip" }

// pageCount returns how many pages for people a site has.
func pageCount(site *build.Site) int {
	n := 0
	for _, p := range site.Pages {
		if html, ok := p.Content.(plan.HTML); ok && html.Template != "redirect" {
			n++
		}
	}
	return n
}
