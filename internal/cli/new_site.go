package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stagecraft/internal/locale"
	"stagecraft/internal/scaffold"
)

func (a *app) newSiteCommand() *cobra.Command {
	var lang, title string
	cmd := &cobra.Command{
		Use:   "site DIR",
		Short: "Write a starter site into a new or empty folder",
		Long: `site writes a small complete handbook of an invented shop: a persona, a journey
with its touchpoints, a metric, an opportunity. Read it, then make it your own.`,
		Example: "  stagecraft new site handbook\n  stagecraft new site handbook --lang en --title \"The Harbour Handbook\"",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("stagecraft new site handbook", "new site takes the folder of the new site")
			}
			return a.newSite(args[0], locale.Lang(lang), cleanTitle(title))
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "vi", "the `language` of the site: vi or en")
	cmd.Flags().StringVar(&title, "title", "", "the `title` of the handbook (default: the example's)")
	return cmd
}

func (a *app) newSite(dir string, lang locale.Lang, title string) error {
	if !slices.Contains(scaffold.Languages(), lang) {
		return usagef("--lang vi or --lang en; other languages can be set in site.toml", "no starter site in %q", lang)
	}
	names, err := namesIn(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !strings.HasPrefix(name, ".") {
			return usagef("name a folder that does not exist yet", "%s is not empty: it holds %s", dir, name)
		}
	}
	files := scaffold.Site(lang, title)
	if slices.Contains(names, scaffold.GitIgnore) {
		files = slices.DeleteFunc(files, func(f scaffold.File) bool { return f.Path == scaffold.GitIgnore })
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("create the site's folder: %w", err)
	}
	if err := writeFiles(dir, files); err != nil {
		return err
	}
	return a.wroteSite(dir, len(files))
}

// namesIn returns the names in a folder, none when it does not exist.
func namesIn(dir string) ([]string, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && !info.IsDir():
		return nil, usagef("name a folder that does not exist yet", "%s is a file", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read the site's folder: %w", err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}

// wroteSite tells what was written and what to do next.
func (a *app) wroteSite(dir string, files int) error {
	if a.format == "json" {
		return json.NewEncoder(a.stdout).Encode(map[string]any{"site": dir, "files": files})
	}
	next := "  stagecraft build\n"
	if filepath.Clean(dir) != "." {
		next = "  " + commandLine("cd", dir) + "\n" + next
	}
	_, err := fmt.Fprintf(a.stdout, "wrote %s to %s\n\nnext:\n%s", count(files, "file"), dir, next)
	return err
}
