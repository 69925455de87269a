package graph

import (
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/history"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// Options say what a Graph is made of, besides its Docs.
type Options struct {
	Config config.Config
	Drafts bool         // pages marked as drafts are part of the handbook
	Days   history.Days // when pages were committed last; nil when nobody asks
}

// Resolve joins the Docs. The diagnostics are those of the joining; those of the
// Docs stay with them.
func Resolve(docs []*journey.Doc, snapshot *source.Snapshot, opts Options) (*Graph, []diag.Diagnostic) {
	r := &resolver{Graph: &Graph{
		Config:  opts.Config,
		byPath:  make(map[string]*Node, len(docs)),
		byID:    make(map[string]*Node, len(docs)),
		byShort: map[string][]*Node{},
		assets:  map[string]*source.File{},
		drafts:  map[Key]draft{},
		days:    opts.Days,
	}}
	r.addFiles(snapshot)
	r.addOriginals(newNodes(docs), opts.Drafts)
	if len(docs) == 0 { // moved away or not mounted, and the site would be removed
		r.report(diag.OfPath(diag.NoPages, "content", "the handbook has no pages").
			WithHint("bring back the folder content, or write content/index.md with a title"))
	}
	r.checkFolders(docs)
	r.order()
	r.addTranslations(docs, snapshot)
	r.growCourses()
	r.traceAll()
	r.checkLook()
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
		if path.Ext(f.Path) == ".md" {
			continue
		}
		r.assets[f.Path] = f
		r.Assets = append(r.Assets, f)
		if likePage(f.Path) {
			r.report(diag.OfPath(diag.MisplacedFile, f.Path, "this looks like a page, but only names that end in .md are read as one").
				WithHint("rename the file to %s", pageName(f.Path)))
		}
	}
}

// checkFolders warns of folders of free pages that are named almost like the
// folder of a kind.
func (r *resolver) checkFolders(docs []*journey.Doc) {
	warned := map[string]bool{}
	for _, d := range docs {
		if d.Kind != journey.KindPage {
			continue
		}
		folder, _, inFolder := strings.Cut(strings.TrimPrefix(d.File.Path, "content/"), "/")
		if !inFolder || warned[folder] {
			continue
		}
		warned[folder] = true
		if _, ok := journey.KindOfFolder(folder); ok {
			continue
		}
		for _, kind := range journey.Kinds() {
			if strings.EqualFold(folder, string(kind)) || strings.EqualFold(folder, kind.Folder()) {
				r.report(diag.OfPath(diag.FolderName, "content/"+folder, "what is in this folder is taken for free pages").
					WithHint("for pages of kind %s, name the folder %s", kind, kind.Folder()))
				break
			}
		}
	}
}

// pageEndings are what editors and systems make of a page's ending.
func pageEndings() []string { return []string{".md.txt", ".markdown", ".mdown", ".mkd", ".md"} }

// likePage tells whether a file that is no page was meant for one.
func likePage(file string) bool { return pageName(file) != "" }

// pageName returns the name that a page of this file would have.
func pageName(file string) string {
	for _, ending := range pageEndings() {
		if strings.HasSuffix(strings.ToLower(file), ending) {
			return file[:len(file)-len(ending)] + ".md"
		}
	}
	return ""
}

// newNodes makes a node of each Doc; of one that is no page of its own, the zero
// Node. What is read here of a Doc need not be waited for again.
func newNodes(docs []*journey.Doc) []Node {
	nodes := make([]Node, len(docs)) // at once: each by itself takes twice as long
	parts := runs(nodes)
	var wait sync.WaitGroup
	for i, docs := range runs(docs) {
		wait.Go(func() {
			for k, d := range docs {
				if d.Lang == "" && d.ID != "" {
					parts[i][k] = newNode(d)
				}
			}
		})
	}
	wait.Wait()
	return nodes
}

func newNode(d *journey.Doc) Node {
	return Node{
		Key: Key{d.Kind, d.ID}, Doc: d,
		file: d.File.Path, page: d.Page,
		trail: d.Trail, title: d.TitleKey, weight: int32(d.Weight.V), weighted: d.Weight.IsSet(),
		draft: d.Draft.V, aliased: len(d.Aliases) > 0,
	}
}

// runs cuts a list into a part for each processor.
func runs[T any](list []T) [][]T {
	return slices.Collect(slices.Chunk(list, 1+len(list)/runtime.GOMAXPROCS(0)))
}

// addOriginals takes the nodes that are pages, and makes each findable by its id.
func (r *resolver) addOriginals(nodes []Node, drafts bool) {
	folders := draftFolders(nodes)
	for i := range nodes {
		n := &nodes[i]
		if n.Doc == nil {
			continue
		}
		if says := draftBy(n, folders); says != "" && !drafts {
			r.drafts[n.Key] = draft{n.Key, n.file, says}
			continue
		}
		if earlier := r.addID(n); earlier != nil {
			r.report(diag.OfPath(diag.IDClash, n.file, "the id %q of this %s is taken by %s", n.ID, n.Kind, earlier.file).
				WithHint("rename one of the files, or give it another id: id = \"%s-2\"", path.Base(n.ID)))
			continue
		}
		r.Nodes = append(r.Nodes, n)
		if i := strings.LastIndexByte(n.ID, '/'); i >= 0 {
			short := n.ID[i+1:]
			r.byShort[short] = append(r.byShort[short], n)
		}
		if n.aliased {
			r.aliased = append(r.aliased, n)
		}
	}
}

// addPaths makes nodes findable by their files.
func (r *resolver) addPaths(nodes []*Node) {
	for _, n := range nodes {
		r.byPath[n.file] = n
	}
}

// addID puts a node behind those that have its id. It does not when one of them
// is of its kind, which it returns.
func (r *resolver) addID(n *Node) (earlier *Node) {
	last := r.byID[n.ID]
	if last == nil {
		r.byID[n.ID] = n
		return nil
	}
	for ; last.Kind != n.Kind; last = last.namesake {
		if last.namesake == nil {
			last.namesake = n
			return nil
		}
	}
	return last
}

// addTranslations hangs each translation onto its original.
func (r *resolver) addTranslations(docs []*journey.Doc, snapshot *source.Snapshot) {
	for _, d := range docs {
		if d.Lang == "" {
			continue
		}
		original := d.OriginalPath()
		n := r.byPath[original]
		if n == nil {
			if snapshot.File(original) == nil {
				r.report(diag.OfPath(diag.OrphanTranslation, d.File.Path, "there is no %s to translate", original).
					WithHint("write the original first, or rename this file"))
			}
			continue
		}
		r.checkSteps(n.Doc, d)
		n.translations = append(n.translations, &translation{original: n.Doc, written: d})
		r.checkAge(n, d)
		r.byPath[d.File.Path] = n
	}
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
