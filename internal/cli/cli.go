// Package cli is the command line: the verbs, a file each, and what they print.
//
// The rules of its texts are these. What a command was asked for goes to
// standard output, everything else to standard error. Messages are in lower
// case and without a period. Whoever mistypes is shown the corrected command.
// Colour is used on a terminal alone, and never when NO_COLOR is set. Nothing
// asks questions.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"stagecraft/internal/diag"
	"stagecraft/internal/output"
)

// The exit codes.
const (
	exitOK      = 0
	exitContent = 1 // the content has errors
	exitUsage   = 2 // the command line is wrong
	exitFault   = 3 // the disk or its permissions failed
)

// Main runs the command line and returns the exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	app := &app{stdout: stdout, stderr: stderr, color: isTerminal(stderr) && os.Getenv("NO_COLOR") == ""}
	root := app.root()
	root.SetArgs(args)
	return app.exit(root.Execute())
}

// app is what all verbs share.
type app struct {
	stdout, stderr io.Writer
	color          bool   // of standard error
	site           string // the folder of the site
	today          string // the day of the build, as written; empty for the current one
	format         string // of what is printed: text or json
}

// errContent says that diagnostics with errors have been printed.
var errContent = errors.New("the content has errors")

// usageError is a mistake on the command line.
type usageError struct {
	message string
	hint    string // the corrected command, or what to do; may be empty
}

func (e *usageError) Error() string { return e.message }

func usagef(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "stagecraft",
		Short: "Compile a customer-journey handbook from Markdown",
		Long: `stagecraft compiles a customer-journey handbook from Markdown: personas, stages,
touchpoints, journeys, blueprints, metrics and lessons become a website that
opens anywhere.

Begin with:  stagecraft new site handbook`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              cobra.ArbitraryArgs,
		DisableAutoGenTag: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownVerb(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&a.site, "site", ".", "the `folder` of the site, with site.toml")
	root.PersistentFlags().StringVar(&a.format, "format", "text", "what is printed: text or json")
	root.PersistentFlags().StringVar(&a.today, "today", "", "the `day` that reviews and deadlines are told by (default: today in UTC)")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.format != "text" && a.format != "json" {
			return usagef("--format json", "no format %q", a.format)
		}
		return nil
	}
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.newCommand(), a.listCommand(), a.versionCommand(), completionCommand())
	root.CompletionOptions.DisableDefaultCmd = true
	return root
}

func unknownVerb(root *cobra.Command, verb string) error {
	var verbs []string
	for _, c := range root.Commands() {
		verbs = append(verbs, c.Name())
	}
	if c, ok := diag.Closest(verb, verbs); ok {
		return usagef("stagecraft "+c, "no command %q", verb)
	}
	return usagef("stagecraft --help", "no command %q", verb)
}

// flagError adds the closest flag to the message about an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return usagef(cmd.CommandPath()+" --help", "%s", err)
	}
	var flags []string
	for flag := range allFlags(cmd) {
		flags = append(flags, flag)
	}
	if c, ok := diag.Closest(name, flags); ok {
		return usagef(cmd.CommandPath()+" --"+c, "no flag --%s", name)
	}
	return usagef(cmd.CommandPath()+" --help", "no flag --%s", name)
}

// exit reports how a command ended and returns the exit code.
func (a *app) exit(err error) int {
	var usage *usageError
	var refused *output.RefusedError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errContent):
		return exitContent
	case errors.Is(err, context.Canceled):
		a.complain("interrupted; the output is as it was", "")
		return exitFault
	case errors.As(err, &usage):
		a.complain(usage.message, usage.hint)
		return exitUsage
	case errors.As(err, &refused):
		a.complain(fmt.Sprintf("refuse to write to %s: %s", refused.Path, refused.Reason), refused.Fix)
		return exitUsage
	}
	a.complain(err.Error(), "")
	return exitFault
}

func (a *app) complain(message, hint string) {
	fmt.Fprintf(a.stderr, "stagecraft: %s\n", diag.Printable(message))
	if hint != "" {
		fmt.Fprintf(a.stderr, "  hint: %s\n", diag.Printable(hint))
	}
}

// report prints diagnostics, and tells by its error whether there are errors
// among them.
func (a *app) report(ds []diag.Diagnostic) error {
	if a.format == "json" {
		if err := diag.PrintJSON(a.stderr, ds); err != nil {
			return err
		}
	} else if err := diag.Print(a.stderr, ds, a.color); err != nil {
		return err
	}
	failed, warned := diag.Count(ds)
	if a.format == "text" && failed+warned > 0 {
		fmt.Fprintf(a.stderr, "\n%s, %s\n", count(failed, "error"), count(warned, "warning"))
	}
	if failed > 0 {
		return errContent
	}
	return nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
