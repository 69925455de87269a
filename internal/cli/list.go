package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stagecraft/internal/diag"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

func (a *app) listCommand() *cobra.Command {
	var drafts bool
	cmd := &cobra.Command{
		Use:       "list [KIND]",
		Short:     "List the pages of the handbook with their ids",
		Example:   "  stagecraft list\n  stagecraft list touchpoint --format json",
		ValidArgs: journey.KindNames(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("stagecraft list "+args[0], "list takes one kind, so what is %q?", args[1])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, err := kindArg(args)
			if err != nil {
				return err
			}
			site, diags, err := a.compile(cmd.Context(), drafts)
			if err != nil {
				return err
			}
			if err := a.printList(listed(site.Graph, kind)); err != nil {
				return err
			}
			return a.report(diags)
		},
	}
	cmd.Flags().BoolVar(&drafts, "drafts", false, "list pages marked as drafts, too")
	return cmd
}

// kindArg returns the kind that was asked for, empty for all. A kind may be
// named by its folder as well.
func kindArg(args []string) (journey.Kind, error) {
	if len(args) == 0 {
		return "", nil
	}
	if k, ok := journey.ParseKind(args[0]); ok {
		return k, nil
	}
	if k, ok := journey.KindOfFolder(args[0]); ok {
		return k, nil
	}
	return "", unknownKind("list", args[0])
}

func unknownKind(verb, name string) error {
	if c, ok := diag.Closest(name, journey.KindNames()); ok {
		return usagef(fmt.Sprintf("stagecraft %s %s", verb, c), "no kind %q", name)
	}
	return usagef("the kinds are: "+strings.Join(journey.KindNames(), ", "), "no kind %q", name)
}

// listedPage is a line of the list.
type listedPage struct {
	Kind   journey.Kind `json:"kind"`
	ID     string       `json:"id"`
	Title  string       `json:"title"`
	Source string       `json:"source"`
}

func listed(g *graph.Graph, kind journey.Kind) []listedPage {
	var list []listedPage
	for _, n := range g.Nodes {
		if kind == "" || n.Kind == kind {
			list = append(list, listedPage{n.Kind, n.ID, n.Doc.Title.V, n.Doc.File.Path})
		}
	}
	return list
}

func (a *app) printList(list []listedPage) error {
	if a.format == "json" {
		enc := json.NewEncoder(a.stdout)
		enc.SetEscapeHTML(false)
		for _, p := range list {
			if err := enc.Encode(p); err != nil {
				return err
			}
		}
		return nil
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, p := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", p.Kind, p.ID, diag.Printable(p.Title), diag.Printable(p.Source))
	}
	return w.Flush()
}
