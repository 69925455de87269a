package check

import (
	"fmt"
	"testing"
	"testing/fstest"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/test/sitegen"
)

// BenchmarkCoverage times all that the pages about the whole handbook ask for.
func BenchmarkCoverage(b *testing.B) {
	today := day(b, "2026-11-22")
	for _, size := range []int{1_000, 10_000} {
		g := generated(b, size)
		for name, run := range map[string]func(){
			"gaps and matrices": func() {
				s := NewSurvey(g)
				s.Gaps()
				s.Matrix(journey.KindStage, journey.KindPersona, nil)
				s.Matrix(journey.KindStage, journey.KindChannel, nil)
				s.Matrix(journey.KindTouchpoint, journey.KindBlueprint, nil)
			},
			"reviews": func() { Reviews(g, today) },
		} {
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				for b.Loop() {
					run()
				}
			})
		}
	}
}

// generated returns the Graph of a generated site.
func generated(b *testing.B, size int) *graph.Graph {
	b.Helper()
	files := fstest.MapFS{}
	for name, data := range sitegen.Generate(size, 1) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return resolveFiles(b, files)
}
