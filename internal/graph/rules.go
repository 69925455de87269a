package graph

import (
	"path"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/source"
)

// rules applies what more than one file is needed to tell.
func (t *tracer) rules(n *Node) {
	t.checkAsset(n, n.Doc.Image)
	switch e := n.Doc.Entity.(type) {
	case *journey.Journey:
		t.checkJourney(n, e)
	case *journey.Blueprint:
		t.checkBlueprint(e)
	case *journey.Metric:
		t.readResults(n, e)
	case *journey.Lesson:
		for _, a := range e.Downloads {
			t.checkAsset(n, a)
		}
	}
}

// Asset returns the file that a key of the node's front matter names, or nil.
func (g *Graph) Asset(n *Node, a journey.Asset) *source.File {
	full, _ := contentPath(n.Doc.File.Path, a.Path)
	return g.assets[full]
}

func (t *tracer) checkAsset(n *Node, a journey.Asset) {
	if a.IsSet() && t.Asset(n, a) == nil {
		t.report(t.noFile(a.At, n.Doc, a.Path, "put the file beside the page"))
	}
}

// noFile is the diagnostic for a key of a Doc that names no file; the hint is for a
// path that leads out of the folder content.
func (t *tracer) noFile(at source.Range, d *journey.Doc, name, hint string) diag.Diagnostic {
	full, ok := contentPath(d.File.Path, name)
	if !ok {
		return diag.New(diag.MissingAsset, at, "%q leads out of the folder content", name).WithHint("%s", hint)
	}
	return t.missingAsset(at, full)
}

// checkJourney holds the steps of a journey against its stages, and follows its
// parents.
func (t *tracer) checkJourney(n *Node, j *journey.Journey) {
	stages := t.StagesOf(n)
	for _, s := range j.Steps {
		t.checkStage(s.Stage, stages, n)
		t.checkOpened(n, s)
	}
	t.checkCycle(n, "parent", func(j *journey.Journey) journey.Ref { return j.Parent })
	t.checkCycle(n, "future_of", func(j *journey.Journey) journey.Ref { return j.FutureOf })
}

func (t *tracer) checkBlueprint(b *journey.Blueprint) {
	of := t.Ref(b.Journey)
	if of == nil || of.Doc.Broken() {
		return
	}
	for _, s := range b.Steps {
		t.checkStage(s.Stage, t.StagesOf(of), of)
	}
}

// checkStage reports a stage that is not one of the journey's.
func (t *tracer) checkStage(ref journey.Ref, stages []*Node, of *Node) {
	stage := t.Ref(ref)
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
		if m := t.Ref(j.Model); m == nil || m.Doc.Broken() {
			return
		}
	}
	d := diag.New(diag.StageOutsideModel, ref.At, "stage %q is not one of %s", ref.ID, where)
	if len(ids) > 0 {
		d = d.WithHint("its stages are: %s", strings.Join(ids, ", "))
	}
	t.report(d)
}

// checkCycle reports a journey that comes back to itself. Each journey of a
// circle is reported, so that it can be cut anywhere.
func (t *tracer) checkCycle(n *Node, key string, up func(*journey.Journey) journey.Ref) {
	trail := []string{n.ID}
	seen := map[*Node]bool{n: true}
	for at := n; ; {
		at = t.Ref(up(at.Doc.Entity.(*journey.Journey)))
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
	t.report(diag.New(diag.ParentCycle, up(n.Doc.Entity.(*journey.Journey)).At, "%q runs in a circle: %s", key, strings.Join(trail, " → ")).
		WithHint("remove %s from one of these journeys", key))
}

// checkOpened reports a step that opens the journey that it belongs to, or one
// that this is a part of.
func (t *tracer) checkOpened(n *Node, s journey.Step) {
	if way := t.wayBack(t.Ref(s.Journey), n, map[*Node]bool{}); way != nil {
		trail := strings.Join(append([]string{n.ID}, way...), " → ")
		t.report(diag.New(diag.ParentCycle, s.Journey.At, "the sub-journey runs in a circle: %s", trail).
			WithHint("remove journey from this step, or from one on the way"))
	}
}

// wayBack returns the ids of the journeys by which the steps of one lead back to
// another, or to a parent of that; nil where they do not.
func (t *tracer) wayBack(from, to *Node, seen map[*Node]bool) []string {
	if from == nil || seen[from] {
		return nil
	}
	seen[from] = true
	if t.isPartOf(to, from) {
		return []string{from.ID}
	}
	for _, s := range from.Doc.Entity.(*journey.Journey).Steps {
		if way := t.wayBack(t.Ref(s.Journey), to, seen); way != nil {
			return append([]string{from.ID}, way...)
		}
	}
	return nil
}

// isPartOf tells whether a journey is another one, or that is among its parents.
func (t *tracer) isPartOf(n, whole *Node) bool {
	seen := map[*Node]bool{}
	for at := n; at != nil && !seen[at]; at = t.Ref(at.Doc.Entity.(*journey.Journey).Parent) {
		if at == whole {
			return true
		}
		seen[at] = true
	}
	return false
}

// readResults finds the results of a metric.
func (t *tracer) readResults(n *Node, m *journey.Metric) {
	n.results = m.Results
	if !m.ResultsFile.IsSet() || !m.Method.IsSet() {
		return
	}
	file := t.Asset(n, m.ResultsFile)
	if file == nil {
		t.checkAsset(n, m.ResultsFile)
		return
	}
	if path.Ext(file.Path) != ".csv" {
		t.report(diag.New(diag.BadResults, m.ResultsFile.At, "%s is not a CSV file", file.Path).
			WithHint("name a file that ends in .csv"))
		return
	}
	results, diags := journey.ReadResults(file, m)
	n.results = results
	t.diags = append(t.diags, diags...)
}
