package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stagecraft/internal/build"
	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/themes"
)

// compile compiles the site that the command line names.
func (a *app) compile(ctx context.Context, drafts bool) (*build.Site, []diag.Diagnostic, error) {
	session, done, err := a.session(build.Options{Drafts: drafts})
	if err != nil {
		return nil, nil, err
	}
	defer done()
	return session.Update(ctx, nil)
}

// session opens the site that the command line names. The function that it
// returns closes it; until then files beside the pages can be read.
func (a *app) session(opts build.Options) (*build.Session, func(), error) {
	if err := a.findSite(); err != nil {
		return nil, nil, err
	}
	day, err := a.day()
	if err != nil {
		return nil, nil, err
	}
	root, err := os.OpenRoot(a.site)
	if err != nil {
		return nil, nil, fmt.Errorf("open the site: %w", err)
	}
	opts.Themes, opts.Today = themes.FS, day
	return build.NewSession(root.FS(), opts), func() { root.Close() }, nil
}

// findSite makes sure that the folder is a site's.
func (a *app) findSite() error {
	_, err := os.Stat(filepath.Join(a.site, config.Name))
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		where := "this folder"
		if a.site != "." {
			where = a.site
		}
		return usagef("go to a site's folder, name it with --site, or make one: stagecraft new site handbook",
			"%s has no %s, so it is no site", where, config.Name)
	}
	return fmt.Errorf("find the site: %w", err)
}

// allFlags yields the names of the flags that a command knows.
func allFlags(cmd *cobra.Command) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		more := true
		visit := func(f *pflag.Flag) { more = more && yield(f.Name) }
		cmd.Flags().VisitAll(visit)
		cmd.InheritedFlags().VisitAll(visit)
	}
}

// noArgs is cobra.NoArgs with a message that helps.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef(cmd.CommandPath(), "%s takes no argument, so what is %q?", cmd.CommandPath(), args[0])
	}
	return nil
}
