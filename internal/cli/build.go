package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stagecraft/internal/build"
	"stagecraft/internal/output"
	"stagecraft/internal/plan"
)

func (a *app) buildCommand() *cobra.Command {
	var out string
	var drafts bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Compile the site into a folder of HTML",
		Long: `build compiles the site and writes what has changed into the output folder.
With errors in the content nothing is written.`,
		Example: "  stagecraft build\n  stagecraft build --site handbook --out /tmp/handbook",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.build(cmd, out, drafts)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the output `folder` (default: public in the site's folder)")
	cmd.Flags().BoolVar(&drafts, "drafts", false, "publish pages marked as drafts, too")
	return cmd
}

func (a *app) build(cmd *cobra.Command, out string, drafts bool) error {
	start := time.Now()
	if out == "" {
		out = filepath.Join(a.site, "public")
	}
	site, diags, err := a.compile(cmd.Context(), drafts)
	if err != nil {
		return err
	}
	if err := a.report(diags); err != nil {
		return err
	}
	stats, failed, err := site.Write(cmd.Context(), out, output.Options{
		Source: a.site,
		OnWait: func() { fmt.Fprintf(a.stderr, "stagecraft: waiting for another build in %s\n", out) },
	})
	if err != nil {
		return err
	}
	if err := a.report(failed); err != nil {
		return err
	}
	return a.built(site, stats, out, time.Since(start))
}

// built tells what a build did and where its first page is.
func (a *app) built(site *build.Site, stats output.Stats, out string, took time.Duration) error {
	home := filepath.Join(out, "index.html")
	if a.format == "json" {
		return json.NewEncoder(a.stdout).Encode(map[string]any{
			"pages": pageCount(site), "written": stats.Written, "unchanged": stats.Unchanged,
			"removed": stats.Removed, "home": home, "milliseconds": took.Milliseconds(),
		})
	}
	languages := make([]string, len(site.Config.Languages))
	for i, lang := range site.Config.Languages {
		languages[i] = string(lang)
	}
	_, err := fmt.Fprintf(a.stdout, "built %s (%s) in %.2f s: %d written, %d unchanged, %d removed\nopen %s\n",
		count(pageCount(site), "page"), strings.Join(languages, ", "), took.Seconds(),
		stats.Written, stats.Unchanged, stats.Removed, home)
	return err
}

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
