// Package architecture holds the tests that keep the shape of the code: who
// imports whom, which modules the program is made of, and that the documents
// tell of each.
package architecture

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rows are the packages from the bottom up. A package imports only from rows
// above its own in this list.
var rows = [][]string{
	{"internal/source", "internal/history", "internal/locale", "internal/measure", "internal/chart", "internal/output", "internal/transcript", "internal/terms", "internal/href"},
	{"internal/diag", "internal/view"},
	{"internal/tomlfile", "internal/markdown", "internal/watch", "internal/preview"},
	{"internal/config", "internal/journey"},
	{"internal/graph"},
	{"internal/check"},
	{"internal/plan", "internal/theme"},
	{"internal/search"},
	{"internal/render"},
	{"internal/build"},
	{"themes", "internal/scaffold"},
	{"internal/cli"},
	{"cmd/stagecraft"},
}

// modules are all that the program is made of besides the standard library,
// with what the binary takes in through them.
var modules = []string{
	"github.com/BurntSushi/toml",
	"github.com/agnivade/levenshtein",
	"github.com/fsnotify/fsnotify",
	"github.com/rogpeppe/go-internal",
	"github.com/spf13/cobra",
	"github.com/spf13/pflag",
	"github.com/tdewolff/minify/v2",
	"github.com/yuin/goldmark",
	"golang.org/x/net",
	"golang.org/x/sync",
	"golang.org/x/sys",
	"golang.org/x/term",
	"golang.org/x/text",
}

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath string
	Doc        string
	Imports    []string
	Module     *struct{ Path string }
}

func goList(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Doc,Imports,Module"}, args...)...)
	cmd.Dir = "../.."
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var list []pkg
	dec := json.NewDecoder(out)
	for {
		var p pkg
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return list
}

func rowOf(path string) int {
	return slices.IndexFunc(rows, func(row []string) bool {
		return slices.Contains(row, strings.TrimPrefix(path, "stagecraft/"))
	})
}

func TestPackagesImportFromRowsAbove(t *testing.T) {
	for _, p := range goList(t, "./...") {
		if strings.HasSuffix(p.ImportPath, "/architecture") || strings.HasPrefix(p.ImportPath, "stagecraft/test") {
			continue
		}
		row := rowOf(p.ImportPath)
		if row < 0 {
			t.Errorf("%s stands in no row: add it to the table here and in ARCHITECTURE.md", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "stagecraft/") && rowOf(imported) >= row {
				t.Errorf("%s imports %s, which does not stand above it", p.ImportPath, imported)
			}
		}
	}
}

func TestPackagesHaveDocs(t *testing.T) {
	for _, p := range goList(t, "./internal/...", "./cmd/...", "./themes/...") {
		if p.Doc == "" && !strings.HasSuffix(p.ImportPath, "/architecture") {
			t.Errorf("%s has no package doc", p.ImportPath)
		}
	}
}

func TestProgramIsMadeOfTheListedModules(t *testing.T) {
	direct := directModules(t)
	used := map[string]bool{}
	for _, p := range goList(t, "-deps", "./cmd/stagecraft") {
		if p.Module != nil && direct[p.Module.Path] {
			used[p.Module.Path] = true
		}
	}
	for m := range used {
		if !slices.Contains(modules, m) {
			t.Errorf("module %s is new: weigh it, then list it here and in ARCHITECTURE.md", m)
		}
	}
	for _, m := range modules {
		if !used[m] {
			t.Errorf("module %s is listed but not used", m)
		}
	}
	if len(used) > 15 {
		t.Errorf("%d direct modules, the limit is 15", len(used))
	}
}

// directModules returns the modules that go.mod requires without "// indirect".
func directModules(t *testing.T) map[string]bool {
	t.Helper()
	f, err := os.Open("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	direct := map[string]bool{}
	for scanner := bufio.NewScanner(f); scanner.Scan(); {
		fields := strings.Fields(strings.TrimPrefix(scanner.Text(), "require"))
		if len(fields) == 2 && strings.HasPrefix(fields[1], "v") {
			direct[fields[0]] = true
		}
	}
	return direct
}

func TestArchitectureTellsOfEachPackageAndModule(t *testing.T) {
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, p := range row {
			if name := strings.TrimPrefix(p, "internal/"); !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("ARCHITECTURE.md does not tell of the package `%s`", name)
			}
		}
	}
	for _, m := range modules {
		if !strings.Contains(string(text), m) {
			t.Errorf("ARCHITECTURE.md does not say why the program needs %s", m)
		}
	}
}
