package journey

import (
	"strings"
	"testing"

	"stagecraft/internal/diag"
)

// matrixOf reads a page with a block matrix.
func matrixOf(body string) (*Matrix, []diag.Diagnostic) {
	d := parse("content/guide/a.md", "+++\ntitle = \"A\"\n+++\n```matrix\n"+body+"\n```\n")
	m, _ := d.Blocks[0].(*Matrix)
	return m, d.Diags
}

func TestMatrixPairs(t *testing.T) {
	for _, pair := range matrixPairs() {
		for _, sides := range [][2]Kind{pair, {pair[1], pair[0]}} {
			m, diags := matrixOf("rows = \"" + string(sides[0]) + "\"\ncolumns = \"" + string(sides[1]) + "\"")
			if len(diags) > 0 || m == nil || Kind(m.Rows.V) != sides[0] || Kind(m.Columns.V) != sides[1] {
				t.Errorf("%s: %v", sides, diags)
			}
		}
	}
}

func TestMatrixOfAModel(t *testing.T) {
	m, diags := matrixOf("rows = \"stage\"\ncolumns = \"team\"\nmodel = \"5a\"")
	if len(diags) > 0 || m == nil || m.Model.ID != "5a" || m.Model.Kind != KindModel {
		t.Errorf("%+v, %v", m, diags)
	}
}

func TestMatrixThatMakesNoSense(t *testing.T) {
	for body, want := range map[string]string{
		"rows = \"persona\"\ncolumns = \"persona\"":                 `there is no matrix of "persona" and "persona"`,
		"rows = \"team\"\ncolumns = \"blueprint\"":                  `there is no matrix of "team" and "blueprint"`,
		"rows = \"metric\"\ncolumns = \"persona\"":                  `"metric"`,
		"rows = \"stage\"":                                          `"columns"`,
		"columns = \"stage\"":                                       `"rows"`,
		"rows = \"persona\"\ncolumns = \"channel\"\nmodel = \"5a\"": `stages stand neither across nor down`,
	} {
		m, diags := matrixOf(body)
		if m != nil || len(diags) != 1 || !strings.Contains(diags[0].Message, want) {
			t.Errorf("%q: %v", body, diags)
		}
	}
	_, diags := matrixOf("rows = \"team\"\ncolumns = \"blueprint\"")
	if hint := diags[0].Hint; !strings.Contains(hint, "stage and persona, stage and channel") || !strings.Contains(hint, "touchpoint and blueprint") {
		t.Errorf("the hint does not name the pairs: %s", hint)
	}
}
