package journey

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// guide returns the Vietnamese pages of the manual, joined.
func guide(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob("../../content/guide/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no manual: %v", err)
	}
	var b strings.Builder
	for _, name := range names {
		if strings.HasSuffix(name, ".en.md") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(data)
	}
	return b.String()
}

// schema returns the keys of a kind, those of its tables included, as its reader
// asks for them.
func schema(kind Kind) []string {
	text := `[[steps]]
evidence = {}
links = [{}]
`
	if kind == KindMetric {
		text = "method = \"nps\"\n[[results]]\n"
	}
	f := &source.File{Path: "x.md", Text: []byte(text)}
	doc := tomlfile.Parse(f, 0, len(text), "a test")
	d := &Doc{File: f, Kind: kind}
	r := &reader{Table: doc.Root, doc: d, opts: options()}
	d.readCommon(r)
	readEntity(kind, r)
	return doc.Asked()
}

// TestManualTellsEverything looks for every kind, key, block and code in the
// manual.
func TestManualTellsEverything(t *testing.T) {
	manual := guide(t)
	tells := func(what, name string) {
		if !strings.Contains(manual, "`"+name+"`") {
			t.Errorf("the manual does not tell of the %s `%s`", what, name)
		}
	}
	for _, kind := range Kinds() {
		tells("kind", string(kind))
		for _, key := range schema(kind) {
			tells(string(kind)+"'s key", key)
		}
	}
	for _, name := range blockNames() {
		tells("block", name)
	}
	for _, code := range diag.Codes() {
		tells("code", string(code))
	}
}

// TestSchemaSeesNestedKeys guards the test above against looking at nothing.
func TestSchemaSeesNestedKeys(t *testing.T) {
	for kind, keys := range map[Kind][]string{
		KindJourney:   {"title", "future_of", "moment_of_truth"},
		KindBlueprint: {"by", "from", "policy"},
		KindMetric:    {"promoters", "direction"},
		KindPersona:   {"psychographics", "review_every"},
	} {
		for _, key := range keys {
			if !slices.Contains(schema(kind), key) {
				t.Errorf("%s: %s is not seen", kind, key)
			}
		}
	}
}
