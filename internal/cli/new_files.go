package cli

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
	"stagecraft/internal/scaffold"
	"stagecraft/internal/source"
)

// blankModel is the model of the library whose stages a blank model has in a
// site without models.
const blankModel = "three-stages"

// files returns the files of the new page, its own first.
func (p *wantedPage) files(site *build.Site) ([]scaffold.File, error) {
	switch p.kind {
	case journey.KindModel:
		return p.modelFiles(site)
	case journey.KindStage:
		return p.stageFiles(site, p.id), nil
	case journey.KindJourney:
		return p.journeyFiles(site.Graph)
	case journey.KindBlueprint:
		return p.blueprintFiles(site.Graph)
	case journey.KindSection, journey.KindLesson:
		if err := p.number(site); err != nil {
			return nil, err
		}
	}
	return p.file(site.Graph, scaffold.Page{}), nil
}

// file returns the page's own file, made of the template of its kind.
func (p *wantedPage) file(g *graph.Graph, page scaffold.Page) []scaffold.File {
	page.Kind, page.Path, page.Lang = p.kind, scaffold.Path(p.kind, p.id), g.Config.Language()
	page.Title = p.title
	if page.Title == "" {
		page.Title = scaffold.Title(path.Base(p.id))
	}
	return []scaffold.File{page.File()}
}

// modelFiles returns a model of the library or a blank one, with the stages that
// the site lacks.
func (p *wantedPage) modelFiles(site *build.Site) ([]scaffold.File, error) {
	have := func(id string) bool { return site.Graph.Node(journey.KindStage, id) != nil }
	if m, ok := scaffold.FindModel(p.id); ok && len(p.stages) == 0 {
		return p.titled(m.Files(site.Config.Languages, have)), nil
	}
	stages := p.stages
	for _, id := range stages {
		if !journey.ValidID(id) {
			return nil, usagef("--stages search,order,receive", "%q can't be the id of a stage", id)
		}
	}
	if len(stages) == 0 {
		stages = firstStages(site.Graph)
	}
	files := p.file(site.Graph, scaffold.Page{Stages: stages})
	for i, id := range stages {
		if !have(id) && !slices.Contains(stages[:i], id) {
			stage := wantedPage{kind: journey.KindStage, id: id}
			files = append(files, stage.stageFiles(site, id)...)
		}
	}
	return files, nil
}

// firstStages returns the stages of the site's first model.
func firstStages(g *graph.Graph) []string {
	for _, model := range graph.All[*journey.Model](g) {
		if ids := idsOf(g.Refs(model.Stages)); len(ids) > 0 {
			return ids
		}
	}
	m, _ := scaffold.FindModel(blankModel)
	return m.Stages
}

// stageFiles returns a stage of the library or a blank one.
func (p *wantedPage) stageFiles(site *build.Site, id string) []scaffold.File {
	if files := scaffold.Stage(id, site.Config.Languages); len(files) > 0 {
		return p.titled(files)
	}
	return p.file(site.Graph, scaffold.Page{})
}

// titled gives the first of the files the title that was asked for, if one was.
func (p *wantedPage) titled(files []scaffold.File) []scaffold.File {
	if p.title != "" {
		files[0] = files[0].WithTitle(p.title)
	}
	return files
}

func (p *wantedPage) journeyFiles(g *graph.Graph) ([]scaffold.File, error) {
	persona, err := pick(g, journey.KindPersona, p.persona)
	if err != nil {
		return nil, err
	}
	model, err := pick(g, journey.KindModel, p.model)
	if err != nil {
		return nil, err
	}
	page := scaffold.Page{}
	if persona != nil {
		page.Persona = persona.ID
	}
	if model != nil {
		page.Model = model.ID
		page.Stages = idsOf(g.Refs(model.Doc.Entity.(*journey.Model).Stages))
	}
	return p.file(g, page), nil
}

func (p *wantedPage) blueprintFiles(g *graph.Graph) ([]scaffold.File, error) {
	of, err := pick(g, journey.KindJourney, p.journey)
	if err != nil {
		return nil, err
	}
	if of == nil {
		return nil, usagef("write a journey first: "+exampleOf(journey.KindJourney), "a blueprint belongs to a journey, and the site has none")
	}
	return p.file(g, scaffold.Page{Journey: of.ID, Stages: idsOf(g.StagesOf(of))}), nil
}

// pick returns the page of a kind with that id, or for an empty id the first, or
// nil when the site has none.
func pick(g *graph.Graph, kind journey.Kind, id string) (*graph.Node, error) {
	nodes := g.Kind(kind)
	if id == "" && len(nodes) > 0 {
		return nodes[0], nil
	}
	n := g.Node(kind, id)
	if n == nil && id != "" {
		return nil, unknownPage(kind, id, idsOf(nodes), "--"+string(kind)+" %s")
	}
	return n, nil
}

// unknownPage tells that the site has no page of a kind with that id; usage is
// the command line with %s in the place of the id.
func unknownPage(kind journey.Kind, id string, have []string, usage string) error {
	if c, ok := diag.Closest(id, have); ok {
		return usagef(fmt.Sprintf(usage, c), "no %s %q", kind, id)
	}
	return usagef(commandLine("write it first: stagecraft new "+string(kind), id), "no %s %q", kind, id)
}

func idsOf(nodes []*graph.Node) []string {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = n.ID
	}
	return ids
}

// number completes the id of a section or lesson: the folders of what it belongs
// to, and the next free number in front of its name. Without a title, its name
// makes one.
func (p *wantedPage) number(site *build.Site) error {
	dir, name := path.Split(p.id)
	parent, err := p.parent(site.Graph, strings.TrimSuffix(dir, "/"))
	if err != nil {
		return err
	}
	folder := strings.TrimPrefix(path.Dir(parent.Doc.File.Path), "content/courses/")
	p.id = folder + "/" + name
	bare := path.Base(readNew(site, scaffold.File{Path: scaffold.Path(p.kind, p.id)}).ID)
	if p.title == "" {
		p.title = scaffold.Title(bare)
	}
	if bare != name {
		return nil // it has a number
	}
	last := 0
	for _, n := range site.Graph.Children(parent) {
		last = max(last, n.Doc.Order)
	}
	p.id = fmt.Sprintf("%s/%02d-%s", folder, last+1, name)
	return nil
}

// parent returns the course of a section, or the course or section of a lesson,
// by its id or its folder.
func (p *wantedPage) parent(g *graph.Graph, id string) (*graph.Node, error) {
	kinds := []journey.Kind{journey.KindCourse}
	if p.kind == journey.KindLesson {
		kinds = append(kinds, journey.KindSection)
	}
	var have []string
	for _, kind := range kinds {
		for _, n := range g.Kind(kind) {
			if n.ID == id || path.Dir(n.Doc.File.Path) == "content/courses/"+id {
				return n, nil
			}
		}
		have = append(have, idsOf(g.Kind(kind))...)
	}
	kind := journey.KindCourse
	if strings.Contains(id, "/") {
		kind = journey.KindSection
	}
	return nil, unknownPage(kind, id, have, "stagecraft new "+string(p.kind)+" %s/"+path.Base(p.id))
}

// readNew reads a file as if it stood in the site.
func readNew(site *build.Site, file scaffold.File) *journey.Doc {
	return journey.Parse(&source.File{Path: file.Path, Text: file.Data}, journey.NewOptions(site.Config.Languages, markdown.Options{}))
}
