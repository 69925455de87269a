package graph

import (
	"path"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// checkRules applies what more than one file is needed to tell.
func (r *resolver) checkRules() {
	for _, n := range r.Nodes {
		r.checkAsset(n, n.Doc.Image)
		switch e := n.Doc.Entity.(type) {
		case *journey.Journey:
			r.checkJourney(n, e)
		case *journey.Blueprint:
			r.checkBlueprint(e)
		case *journey.Metric:
			r.readResults(n, e)
		case *journey.Lesson:
			for _, a := range e.Downloads {
				r.checkAsset(n, a)
			}
		}
	}
}

// Asset returns the file that a key of the node's front matter names, or nil.
func (g *Graph) Asset(n *Node, a journey.Asset) *source.File {
	full, _ := contentPath(n.Doc.File.Path, a.Path)
	return g.assets[full]
}

func (r *resolver) checkAsset(n *Node, a journey.Asset) {
	if !a.IsSet() || r.Asset(n, a) != nil {
		return
	}
	full, ok := contentPath(n.Doc.File.Path, a.Path)
	if !ok {
		r.report(diag.New(diag.MissingAsset, a.At, "%q leads out of the folder content", a.Path).
			WithHint("put the file beside the page"))
		return
	}
	r.report(r.missingAsset(a.At, full))
}

// checkJourney holds the steps of a journey against its stages, and follows its
// parents.
func (r *resolver) checkJourney(n *Node, j *journey.Journey) {
	stages := r.StagesOf(n)
	for _, s := range j.Steps {
		r.checkStage(s.Stage, stages, n)
	}
	r.checkCycle(n, "parent", func(j *journey.Journey) journey.Ref { return j.Parent })
	r.checkCycle(n, "future_of", func(j *journey.Journey) journey.Ref { return j.FutureOf })
}

func (r *resolver) checkBlueprint(b *journey.Blueprint) {
	of := r.Ref(b.Journey)
	if of == nil || of.Doc.Broken() {
		return
	}
	for _, s := range b.Steps {
		r.checkStage(s.Stage, r.StagesOf(of), of)
	}
}

// checkStage reports a stage that is not one of the journey's.
func (r *resolver) checkStage(ref journey.Ref, stages []*Node, of *Node) {
	stage := r.Ref(ref)
	if stage == nil || slices.Contains(stages, stage) {
		return
	}
	var ids []string
	for _, s := range stages {
		ids = append(ids, s.ID)
	}
	j := of.Doc.Entity.(*journey.Journey)
	where := "journey " + of.ID
	if len(j.Stages) == 0 && j.Model.IsSet() {
		where = "model " + j.Model.ID
		if m := r.Ref(j.Model); m == nil || m.Doc.Broken() {
			return
		}
	}
	d := diag.New(diag.StageOutsideModel, ref.At, "stage %q is not one of %s", ref.ID, where)
	if len(ids) > 0 {
		d = d.WithHint("its stages are: %s", strings.Join(ids, ", "))
	}
	r.report(d)
}

// checkCycle reports a journey that comes back to itself. Each journey of a
// circle is reported, so that it can be cut anywhere.
func (r *resolver) checkCycle(n *Node, key string, up func(*journey.Journey) journey.Ref) {
	trail := []string{n.ID}
	seen := map[*Node]bool{n: true}
	for at := n; ; {
		at = r.Ref(up(at.Doc.Entity.(*journey.Journey)))
		if at == nil {
			return
		}
		trail = append(trail, at.ID)
		if at == n {
			break
		}
		if seen[at] {
			return // a circle that n only leads to
		}
		seen[at] = true
	}
	r.report(diag.New(diag.ParentCycle, up(n.Doc.Entity.(*journey.Journey)).At, "%q runs in a circle: %s", key, strings.Join(trail, " → ")).
		WithHint("remove %s from one of these journeys", key))
}

// readResults finds the results of a metric.
func (r *resolver) readResults(n *Node, m *journey.Metric) {
	r.results[n] = m.Results
	if !m.ResultsFile.IsSet() || !m.Method.IsSet() {
		return
	}
	file := r.Asset(n, m.ResultsFile)
	if file == nil {
		r.checkAsset(n, m.ResultsFile)
		return
	}
	if path.Ext(file.Path) != ".csv" {
		r.report(diag.New(diag.BadResults, m.ResultsFile.At, "%s is not a CSV file", file.Path).
			WithHint("name a file that ends in .csv"))
		return
	}
	results, diags := journey.ReadResults(file, m)
	r.results[n] = results
	r.diags = append(r.diags, diags...)
}
