package graph

import (
	"path"
	"strings"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// Options say what a Graph is made of, besides its Docs.
type Options struct {
	Config config.Config
	Drafts bool // pages marked as drafts are part of the handbook
}

// Resolve joins the Docs. The diagnostics are those of the joining; those of the
// Docs stay with them.
func Resolve(docs []*journey.Doc, snapshot *source.Snapshot, opts Options) (*Graph, []diag.Diagnostic) {
	r := &resolver{Graph: &Graph{
		Config:   opts.Config,
		byKey:    make(map[Key]*Node, len(docs)),
		byPath:   make(map[string]*Node, len(docs)),
		byID:     make(map[string][]*Node, len(docs)),
		assets:   map[string]*source.File{},
		contents: map[string]bool{},
		results:  map[*Node][]journey.Result{},
		drafts:   map[Key]string{},
	}}
	r.addFiles(snapshot)
	r.addOriginals(docs, opts.Drafts)
	r.addTranslations(docs)
	r.indexIDs()
	r.numberStages()
	r.order()
	r.growCourses()
	for _, n := range r.Nodes {
		r.resolveNode(n)
	}
	r.checkRules()
	return r.Graph, r.diags
}

// resolver is a Graph under construction.
type resolver struct {
	*Graph
	diags []diag.Diagnostic
}

func (r *resolver) report(d diag.Diagnostic) { r.diags = append(r.diags, d) }

// addFiles takes the files beside the pages.
func (r *resolver) addFiles(snapshot *source.Snapshot) {
	for _, f := range snapshot.Under("content") {
		for dir := path.Dir(f.Path); dir != "." && !r.contents[dir]; dir = path.Dir(dir) {
			r.contents[dir] = true
		}
		if path.Ext(f.Path) != ".md" {
			r.assets[f.Path] = f
			r.Assets = append(r.Assets, f)
		}
	}
}

// addOriginals makes a node of each Doc that is no translation.
func (r *resolver) addOriginals(docs []*journey.Doc, drafts bool) {
	for _, d := range docs {
		key := Key{d.Kind, d.ID}
		switch earlier := r.byKey[key]; {
		case d.Lang != "" || d.ID == "":
			continue
		case d.Draft.V && !drafts:
			r.drafts[key] = d.File.Path
			continue
		case earlier != nil:
			r.report(diag.OfPath(diag.IDClash, d.File.Path, "%s has the same id %q: %s", d.Kind, d.ID, earlier.Doc.File.Path).
				WithHint("rename one of the files, or give it another id: id = \"%s-2\"", path.Base(d.ID)))
			continue
		}
		n := &Node{Key: key, Doc: d}
		r.byKey[key] = n
		r.byPath[d.File.Path] = n
		r.Nodes = append(r.Nodes, n)
	}
}

// addTranslations hangs each translation onto its original.
func (r *resolver) addTranslations(docs []*journey.Doc) {
	draft := map[string]bool{}
	for _, p := range r.drafts {
		draft[p] = true
	}
	for _, d := range docs {
		if d.Lang == "" {
			continue
		}
		original := OriginalPath(d.File.Path, d.Lang)
		n := r.byPath[original]
		if n == nil {
			if !draft[original] {
				r.report(diag.OfPath(diag.OrphanTranslation, d.File.Path, "there is no %s to translate", original).
					WithHint("write the original first, or rename this file"))
			}
			continue
		}
		r.checkSteps(n.Doc, d)
		if n.translations == nil {
			n.translations = map[locale.Lang]*journey.Doc{}
		}
		n.translations[d.Lang] = journey.Translate(n.Doc, d)
		r.byPath[d.File.Path] = n
	}
}

// OriginalPath returns the path of the file that a file translates.
func OriginalPath(translation string, lang locale.Lang) string {
	return strings.TrimSuffix(translation, "."+string(lang)+".md") + ".md"
}

// checkSteps reports steps of a translation that its original does not have.
func (r *resolver) checkSteps(original, translation *journey.Doc) {
	have, steps := len(stepPlaces(original)), stepPlaces(translation)
	if len(steps) <= have || original.Broken() {
		return
	}
	r.report(diag.New(diag.ExtraSteps, steps[have], "the translation has %d steps, its original %d", len(steps), have).
		WithHint("steps are matched in order: give each step of %s one here", original.File.Path))
}

func stepPlaces(d *journey.Doc) []source.Range {
	var places []source.Range
	switch e := d.Entity.(type) {
	case *journey.Journey:
		for _, s := range e.Steps {
			places = append(places, s.At)
		}
	case *journey.Blueprint:
		for _, s := range e.Steps {
			places = append(places, s.At)
		}
	}
	return places
}

// indexIDs makes every id findable without its kind, and those that are paths
// by their last part.
func (r *resolver) indexIDs() {
	for _, n := range r.Nodes {
		r.byID[n.ID] = append(r.byID[n.ID], n)
		if short := path.Base(n.ID); short != n.ID {
			r.byID[short] = append(r.byID[short], n)
		}
	}
}
