package audit

import (
	"os"
	"strings"
	"testing"

	"stagecraft/test/browser"
)

// violations runs axe on the page and returns what it found, an element a line.
const violations = `axe.run({ resultTypes: ["violations"], preload: false }).then((r) => r.violations.flatMap((v) =>
	v.nodes.map((n) => v.id + ": " + v.help + " at " + n.target.join(" ") + ": " + n.html.slice(0, 200))))`

// TestAxeFindsNothing runs axe-core on every page of the sample.
func TestAxeFindsNothing(t *testing.T) {
	axe, err := os.ReadFile(tool(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := browser.Start(t)
	p := b.Blank(t)
	for _, path := range pages(t) {
		p.Goto("file://" + path)
		p.Run(string(axe) + "; 0")
		for _, v := range browser.Eval[[]string](p, violations) {
			t.Errorf("%s: %s", strings.TrimPrefix(path, sample+"/"), v)
		}
	}
}
