package themes_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"stagecraft/internal/check"
	"stagecraft/internal/journey"
	"stagecraft/internal/markdown"
	"stagecraft/internal/measure"
	"stagecraft/themes"
)

// messages returns the interface strings of a language, by their dotted keys.
func messages(t *testing.T, lang string) map[string]string {
	t.Helper()
	text, err := fs.ReadFile(themes.FS, "default/i18n/"+lang+".toml")
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	flatten(tree, "", all)
	return all
}

func flatten(tree map[string]any, prefix string, into map[string]string) {
	for key, value := range tree {
		if sub, ok := value.(map[string]any); ok {
			flatten(sub, prefix+key+".", into)
		} else {
			into[prefix+key], _ = value.(string)
		}
	}
}

// names returns the keys without their plural forms.
func names(messages map[string]string) []string {
	all := map[string]bool{}
	for key := range messages {
		key = strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		all[key] = true
	}
	return slices.Sorted(maps.Keys(all))
}

func TestLanguagesHaveTheSameStrings(t *testing.T) {
	vi, en := messages(t, "vi"), messages(t, "en")
	inVi, inEn := names(vi), names(en)
	for _, key := range inVi {
		if !slices.Contains(inEn, key) {
			t.Errorf("%s is in vi alone", key)
		}
	}
	for _, key := range inEn {
		if !slices.Contains(inVi, key) {
			t.Errorf("%s is in en alone", key)
		}
	}
	for lang, all := range map[string]map[string]string{"vi": vi, "en": en} {
		for key, text := range all {
			if strings.TrimSpace(text) != text || text == "" {
				t.Errorf("%s in %s is %q", key, lang, text)
			}
		}
	}
}

func TestEveryStringThatIsAskedForExists(t *testing.T) {
	vi := names(messages(t, "vi"))
	for _, key := range slices.Concat(keysOfTemplates(t), keysOfWords(), keysOfSource(t)) {
		if !slices.Contains(vi, key) {
			t.Errorf("there is no interface string %s", key)
		}
	}
}

// TestNoStringIsDead finds strings that nothing asks for. The last part of a key
// that is put together of a prefix and a word stands in the Go sources.
func TestNoStringIsDead(t *testing.T) {
	asked := slices.Concat(keysOfTemplates(t), keysOfWords(), keysOfSource(t))
	source := os.DirFS(filepath.Join("..", "internal"))
	words := slices.Concat(scan(t, "plan/*.go", source, `"([\w.]+)"`, ""), scan(t, "check/*.go", source, `"([\w-]+)"`, ""))
	for _, key := range names(messages(t, "vi")) {
		prefix, word, _ := strings.Cut(key, ".")
		switch {
		case slices.Contains(asked, key), slices.Contains(words, key):
		case slices.Contains([]string{"column", "field", "table", "need"}, prefix) && slices.Contains(words, word):
		default:
			t.Errorf("nothing asks for the interface string %s", key)
		}
	}
}

// keysOfTemplates returns the keys that stand in templates.
func keysOfTemplates(t *testing.T) []string {
	t.Helper()
	keys := scan(t, "*/*/*.html", themes.FS, `[{( ]t "([a-z_.]+)"`, "")
	if len(keys) < 30 {
		t.Fatalf("only %d keys found in the templates", len(keys))
	}
	return keys
}

// keysOfWords returns the keys of the words that front matter can hold.
func keysOfWords() []string {
	var keys []string
	add := func(prefix string, words ...string) {
		for _, w := range words {
			keys = append(keys, prefix+"."+w)
		}
	}
	add("kind", journey.KindNames()...)
	add("kinds", journey.KindNames()...)
	add("lane", journey.Lanes()...)
	add("blueprint", journey.BlueprintRows()...)
	add("line", "interaction", "visibility", "internal")
	add("by", "people", "technology")
	add("status", journey.Statuses()...)
	add("evidence", journey.EvidenceLevels()...)
	add("map", journey.MapTypes()...)
	add("phase", journey.Phases()...)
	add("phase", "none")
	add("medium", journey.Media()...)
	add("actor", journey.Actors()...)
	add("direction", journey.Directions()...)
	add("method", measure.Methods()...)
	add("direct", "true", "false")
	add("tone", "good", "bad", "even")
	add("change", "up", "down", "even")
	add("goal", "met", "missed", "within")
	for month := range 12 {
		add("month", strconv.Itoa(month+1))
	}
	add("quadrant", "quick-wins", "big-bets", "fill-ins", "thankless")
	for _, kind := range check.GapKinds() {
		add("finding."+kind, "name", "why", "fix")
	}
	add("built", check.MethodSteps()...)
	add("interval", "d", "w", "m", "y")
	add("changes", "new", "dropped")
	add("lang", "vi", "en")
	add("progress", "reached", "partly", "open")
	add("review", "overdue", "late", "never", "ahead", "soon")
	add("reviewstate", "overdue", "never", "ahead", "soon", "current", "unplanned")
	add("note", "note", "tip", "important", "warning", "caution")
	return append(keys, markdown.LabelTable, markdown.LabelFootnoteRef, markdown.LabelFootnoteBack,
		markdown.LabelTaskDone, markdown.LabelTaskOpen)
}

// keysOfSource returns the keys that the schema of the front matter and the plan
// imply.
func keysOfSource(t *testing.T) []string {
	t.Helper()
	source := os.DirFS(filepath.Join("..", "internal"))
	fields := scan(t, "journey/*.go", source, `\b[rsc]\.refs?\("(\w+)"`, "field.") // where a page is mentioned
	shown := scan(t, "plan/*.go", source, `\bf\.(?:texts|refs|words|plain|date|rating|mood|add)\("(\w+)"`, "field.")
	columns := scan(t, "plan/cells.go", source, `(?:\[]string\{|, )"(\w+)"`, "column.")
	tables := scan(t, "plan/tables.go", source, `(?:newTable|pg\.table|pg\.byChannel|pg\.stepTable)\("(\w+)"`, "table.")
	literal := scan(t, "plan/*.go", source, `Key(?:: +| = )"([a-z_.-]+)"`, "")
	for _, found := range [][]string{fields, shown, columns, tables, literal} {
		if len(found) < 5 {
			t.Fatalf("the sources are no longer written as this test expects: found only %q", found)
		}
	}
	return slices.Concat(fields, shown, columns, tables, slices.DeleteFunc(literal, func(key string) bool {
		return strings.HasSuffix(key, ".") // the rest is a word
	}))
}

// scan returns what the first group of a pattern matches in files, each once.
func scan(t *testing.T, glob string, fsys fs.FS, pattern, prefix string) []string {
	t.Helper()
	files, err := fs.Glob(fsys, glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s (%v)", glob, err)
	}
	found := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(text), -1) {
			found[prefix+m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestNothingIsInline keeps the strict content security policy possible.
func TestNothingIsInline(t *testing.T) {
	files, err := fs.Glob(themes.FS, "*/*/*.html")
	if err != nil {
		t.Fatal(err)
	}
	inline := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|<script(?:[^>]*)>[^<]|<script>|javascript:`)
	for _, name := range files {
		text, err := fs.ReadFile(themes.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if m := inline.Find(text); m != nil {
			t.Errorf("%s holds %q", name, m)
		}
	}
}
