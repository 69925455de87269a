package cli

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/scaffold"
)

// wantedPage is a page that shall be written, as the command line asks for it.
type wantedPage struct {
	kind  journey.Kind
	id    string // with folders before it
	title string // empty for one made of the id

	persona, model, journey string   // ids; empty for the first of the site
	stages                  []string // of a blank model
}

func (a *app) newPageCommand(kind journey.Kind) *cobra.Command {
	want := wantedPage{kind: kind}
	cmd := &cobra.Command{
		Use:     string(kind) + " " + idForm(kind),
		Short:   "Write " + kind.Noun(),
		Example: "  " + exampleOf(kind),
		RunE: func(cmd *cobra.Command, args []string) error {
			if kind == journey.KindModel && len(args) == 0 {
				return a.listModels()
			}
			return a.newPage(cmd.Context(), want, args)
		},
	}
	if first, ok := journey.KindOfFolder(kind.Folder()); ok && first == kind {
		cmd.Aliases = []string{kind.Folder()}
	}
	cmd.Flags().StringVar(&want.title, "title", "", "the `title` (default: made of the id)")
	switch kind {
	case journey.KindModel:
		cmd.Long = `model writes a model of the library with its stages, or with any other id a
blank model. Stages that the site has already are left as they are. Without an
id it lists the library.`
		cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return libraryIDs(), cobra.ShellCompDirectiveNoFileComp
		}
		cmd.Flags().StringSliceVar(&want.stages, "stages", nil, "the `ids` of the stages of a blank model, in order (default: those of the site's first model)")
	case journey.KindStage:
		cmd.Long = "stage writes a stage of the library, or with any other id a blank stage."
	case journey.KindJourney:
		cmd.Flags().StringVar(&want.persona, "persona", "", "the `id` of its persona (default: the site's first)")
		cmd.Flags().StringVar(&want.model, "model", "", "the `id` of its model (default: the site's first)")
	case journey.KindBlueprint:
		cmd.Flags().StringVar(&want.journey, "journey", "", "the `id` of its journey (default: the site's first)")
	}
	return cmd
}

// idForm shows how the id of a kind is written.
func idForm(kind journey.Kind) string {
	switch kind {
	case journey.KindSection:
		return "COURSE/[NN-]NAME"
	case journey.KindLesson:
		return "COURSE/SECTION/[NN-]NAME"
	case journey.KindPage:
		return "[FOLDER/]NAME"
	}
	return "ID"
}

// exampleOf returns a command that writes a page of the kind.
func exampleOf(kind journey.Kind) string {
	ids := map[journey.Kind]string{
		journey.KindPersona: "linh", journey.KindJourney: "first-purchase", journey.KindStage: "awareness",
		journey.KindTouchpoint: "website/checkout", journey.KindChannel: "website", journey.KindBlueprint: "online-order",
		journey.KindMetric: "nps", journey.KindOpportunity: "faster-checkout", journey.KindModel: "5a",
		journey.KindTeam: "marketing", journey.KindTerm: "touchpoint", journey.KindCourse: "first-map",
		journey.KindSection: "first-map/foundations", journey.KindLesson: "first-map/foundations/what-is-a-journey",
		journey.KindPage: "handbook/how-to-read",
	}
	return "stagecraft new " + string(kind) + " " + ids[kind]
}

func libraryIDs() []string {
	var ids []string
	for _, m := range scaffold.Models() {
		ids = append(ids, m.ID)
	}
	return ids
}

// newPage writes a page into the site.
func (a *app) newPage(ctx context.Context, want wantedPage, args []string) error {
	want.title = cleanTitle(want.title)
	if err := want.take(args); err != nil {
		return err
	}
	site, _, err := a.compile(ctx, true) // a broken site can grow as well
	if err != nil {
		return err
	}
	files, err := want.files(site)
	if err != nil {
		return err
	}
	if err := want.check(site, files); err != nil {
		return err
	}
	return a.writeNew(files)
}

// take reads the id off the command line.
func (p *wantedPage) take(args []string) error {
	if len(args) == 0 {
		return usagef(exampleOf(p.kind), "new %s needs %s", p.kind, idForm(p.kind))
	}
	p.id = locale.NFC(strings.TrimSuffix(strings.Join(args, " "), ".md"))
	folders := strings.Count(p.id, "/")
	switch {
	case slices.ContainsFunc(strings.Split(p.id, "/"), func(part string) bool { return !journey.ValidID(part) }):
		return p.badID()
	case p.kind == journey.KindCourse && folders != 0,
		p.kind == journey.KindSection && folders != 1,
		p.kind == journey.KindLesson && folders != 1 && folders != 2:
		return usagef(exampleOf(p.kind), "%q can't be the id of %s: write %s", p.id, p.kind.Noun(), idForm(p.kind))
	}
	return nil
}

// badID suggests an id for a text that can't be one; the text becomes the title.
func (p *wantedPage) badID() error {
	parts := strings.Split(p.id, "/")
	for i, part := range parts {
		if !journey.ValidID(part) {
			parts[i] = locale.Slug(part)
		}
		if !journey.ValidID(parts[i]) {
			return usagef("use letters without marks, digits and hyphens: "+exampleOf(p.kind), "%q can't be an id", p.id)
		}
	}
	title := p.title
	if title == "" {
		title = path.Base(p.id)
	}
	command := commandLine("stagecraft new "+string(p.kind), strings.Join(parts, "/"), "--title", title)
	return usagef(command, "%q can't be an id: it is written with letters without marks, digits and hyphens", p.id)
}

// check refuses files that would be no page of the kind, or clash with the
// site's.
func (p *wantedPage) check(site *build.Site, files []scaffold.File) error {
	doc := readNew(site, files[0])
	for _, d := range doc.Diags {
		if d.Severity() == diag.Error {
			return usagef(d.Hint, "%s: %s", files[0].Path, d.Message)
		}
	}
	if doc.Kind != p.kind {
		return usagef(commandFor(doc), "%s would be %s, not %s", files[0].Path, doc.Kind.Noun(), p.kind.Noun())
	}
	if doc.Lang != "" {
		return usagef("leave ."+string(doc.Lang)+" out of the id", "%s would be a translation", files[0].Path)
	}
	for _, file := range files {
		if err := checkClash(site, readNew(site, file)); err != nil {
			return err
		}
	}
	return nil
}

// commandFor returns the command that writes the file of a Doc.
func commandFor(doc *journey.Doc) string {
	id := strings.TrimSuffix(strings.TrimPrefix(doc.File.Path, "content/"), ".md")
	if folder := doc.Kind.Folder(); folder != "" {
		id = strings.TrimSuffix(strings.TrimPrefix(id, folder+"/"), "/index")
	}
	return commandLine("stagecraft new "+string(doc.Kind), id)
}

// checkClash refuses a page whose id or place in the output is taken.
func checkClash(site *build.Site, doc *journey.Doc) error {
	if doc.Lang != "" {
		return nil // it shares both with its original
	}
	for _, n := range site.Graph.Kind(doc.Kind) {
		if strings.EqualFold(n.ID, doc.ID) {
			return usagef("choose another id, or change that file", "there is %s %q already: %s", doc.Kind.Noun(), n.ID, n.Doc.File.Path)
		}
	}
	return checkOutput(site, doc)
}

// checkOutput refuses a page whose place in the output is taken. A folder's
// index may take the place of one that nobody wrote.
func checkOutput(site *build.Site, doc *journey.Doc) error {
	out := doc.Page + ".html"
	isIndex := path.Base(doc.Page) == "index"
	if site.Config.Directories && !isIndex {
		out = doc.Page + "/index.html"
	}
	for _, page := range site.Pages {
		if !strings.EqualFold(page.Path, out) || isIndex && page.Source == "" {
			continue
		}
		if page.Source == "" {
			return usagef("choose another id", "%s is a page that stagecraft makes itself", page.Path)
		}
		return usagef("choose another id", "%s is the page of %s", page.Path, page.Source)
	}
	return nil
}

// cleanTitle returns a title on one line.
func cleanTitle(title string) string {
	return locale.NFC(strings.Join(strings.Fields(title), " "))
}
