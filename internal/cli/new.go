package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/spf13/cobra"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/scaffold"
)

func (a *app) newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new KIND ID",
		Short: "Write a new site, or a new page of the handbook",
		Long: `new writes the files of a new site or page, in the language of the site, with
each key explained. It never changes a file that exists. Alone it lists the
kinds, and the models that it has in its library.`,
		Example: "  stagecraft new site handbook --lang en\n" +
			"  stagecraft new model 5a\n" +
			"  stagecraft new touchpoint website/checkout --title \"Checkout\"",
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownNew(args)
			}
			return a.listNew()
		},
	}
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		if args := c.Flags().Args(); c == cmd && len(args) > 0 {
			return unknownNew(args) // the flag may well be one of the kind that was meant
		}
		return flagError(c, err)
	})
	cmd.AddCommand(a.newSiteCommand())
	for _, kind := range journey.Kinds() {
		cmd.AddCommand(a.newPageCommand(kind))
	}
	return cmd
}

// unknownNew suggests what was meant by the arguments of new when the first is
// no kind.
func unknownNew(args []string) error {
	name := args[0]
	meant, ok := diag.Closest(name, append([]string{"site"}, journey.KindNames()...))
	if _, isModel := scaffold.FindModel(name); isModel {
		meant, ok, args = "model "+name, true, args[:1]
	}
	if !ok {
		return unknownKind("new", name)
	}
	return usagef(commandLine("stagecraft new "+meant, args[1:]...), "no kind %q", name)
}

// listNew tells what there is to make.
func (a *app) listNew() error {
	if a.format == "json" {
		return json.NewEncoder(a.stdout).Encode(map[string]any{"kinds": journey.KindNames(), "models": scaffold.Models()})
	}
	_, err := fmt.Fprintf(a.stdout, "a site:  stagecraft new site DIR\na page:  stagecraft new KIND ID\n\nkinds:   %s\n\nmodels of the library (stagecraft new model ID):\n",
		strings.Join(journey.KindNames(), ", "))
	if err != nil {
		return err
	}
	return a.listModels()
}

// listModels prints the models of the library with their stages.
func (a *app) listModels() error {
	if a.format == "json" {
		enc := json.NewEncoder(a.stdout)
		for _, m := range scaffold.Models() {
			if err := enc.Encode(m); err != nil {
				return err
			}
		}
		return nil
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, m := range scaffold.Models() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", m.ID, m.Title, strings.Join(m.Stages, ", "))
	}
	return w.Flush()
}

// writeNew writes new files into the site and prints their paths.
func (a *app) writeNew(files []scaffold.File) error {
	if err := writeFiles(a.site, files); err != nil {
		return err
	}
	for _, f := range files {
		if err := a.printPath(filepath.Join(a.site, filepath.FromSlash(f.Path))); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) printPath(name string) error {
	if a.format == "json" {
		return json.NewEncoder(a.stdout).Encode(map[string]string{"path": name})
	}
	_, err := fmt.Fprintln(a.stdout, diag.Printable(name))
	return err
}

// writeFiles writes files below a folder. That one exists is a mistake of whoever
// asked for it.
func writeFiles(dir string, files []scaffold.File) error {
	err := scaffold.Write(dir, files)
	var exists *fs.PathError
	if errors.Is(err, fs.ErrExist) && errors.As(err, &exists) {
		return usagef("choose another id, or change that file", "%s exists already; nothing was written",
			filepath.Join(dir, filepath.FromSlash(exists.Path)))
	}
	return err
}

// commandLine returns a command to be typed, with arguments in quotes where a
// shell needs them.
func commandLine(command string, args ...string) string {
	for _, arg := range args {
		plain := arg != "" && !strings.ContainsFunc(arg, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-._/\\:", r)
		})
		if !plain {
			arg = strconv.Quote(arg)
		}
		command += " " + arg
	}
	return command
}
