package journey

import (
	"strings"
	"testing"
)

func TestCrosswalkNamesEachModelOnce(t *testing.T) {
	for keys, problem := range map[string]string{`models = ["aida", "stdc"]`: "", `models = ["aida", "aida"]`: `model "aida" stands twice`} {
		d := parse("content/guide/x.md", "+++\ntitle = \"X\"\n+++\n```crosswalk\n"+keys+"\n```\n")
		var got []string
		for _, p := range d.Diags {
			got = append(got, p.Message)
		}
		if strings.Join(got, " ") != problem {
			t.Errorf("%s: %q, want %q", keys, got, problem)
		}
	}
}

func TestEmotionCurveTakesOneOfThreeKeys(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		journeys   int
		problem    string
	}{
		{"one journey", `journey = "buy"`, 1, ""},
		{"several", `journeys = ["buy", "repair"]`, 2, ""},
		{"a model", `model = "aida"`, 0, ""},
		{"nothing", "", 0, "missing-key"},
		{"a journey twice", `journeys = ["buy", "repair", "buy"]`, 0, "invalid-value"},
		{"two keys", "journey = \"buy\"\nmodel = \"aida\"", 0, "invalid-value"},
	} {
		d := parse("content/guide/x.md", "+++\ntitle = \"X\"\n+++\n```emotion-curve\n"+c.keys+"\n```\n")
		var codes []string
		for _, p := range d.Diags {
			codes = append(codes, string(p.Code))
		}
		if got := strings.Join(codes, " "); got != c.problem {
			t.Errorf("%s: %q, want %q", c.name, got, c.problem)
			continue
		}
		if block, ok := d.Blocks[0].(*EmotionCurve); ok != (c.problem == "") || ok && len(block.Journeys) != c.journeys {
			t.Errorf("%s: the block is %+v", c.name, d.Blocks[0])
		}
	}
}
