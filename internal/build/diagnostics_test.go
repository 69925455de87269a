package build_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/output"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

var update = flag.Bool("update", false, "write what is printed into the golden files")

// TestDiagnostics compiles one small site for each diagnostic code and compares
// what is printed. A site is a txtar archive in testdata/diagnostics; its file
// "want" holds the diagnostics as a terminal shows them.
//
// A file whose name ends in .quoted holds a Go string literal, one that ends in
// .repeat a number and a literal, one that ends in .link the target of a symbolic
// link: that is how bytes stand in an archive that are no text.
func TestDiagnostics(t *testing.T) {
	for _, code := range diag.Codes() {
		t.Run(string(code), func(t *testing.T) {
			t.Parallel()
			name := filepath.Join("testdata", "diagnostics", string(code)+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatalf("a code without a golden file: %v", err)
			}
			site, want := readSite(t, archive)
			start := time.Now()
			got := printed(t, site)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			if !strings.Contains(got, "["+string(code)+"]") {
				t.Errorf("the code is not among the diagnostics:\n%s", got)
			}
			if *update {
				rewrite(t, name, archive, got)
			} else if got != want {
				t.Errorf("printed:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestDiagnosticsHaveCodes finds golden files that no code belongs to.
func TestDiagnosticsHaveCodes(t *testing.T) {
	known := map[string]bool{}
	for _, code := range diag.Codes() {
		known[string(code)+".txtar"] = true
	}
	entries, err := os.ReadDir(filepath.Join("testdata", "diagnostics"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !known[e.Name()] {
			t.Errorf("%s is the golden file of no code", e.Name())
		}
	}
}

// readSite returns the files of an archive as a file system, and the file want.
func readSite(t *testing.T, archive *txtar.Archive) (fstest.MapFS, string) {
	t.Helper()
	site := fstest.MapFS{"site.toml": {Data: []byte("title = \"A handbook\"\nlanguages = [\"vi\", \"en\"]\n")}}
	want := ""
	for _, f := range archive.Files {
		text := strings.TrimSpace(string(f.Data))
		switch base, kind, _ := cutLast(f.Name, "."); {
		case f.Name == "want":
			want = string(f.Data)
		case kind == "quoted":
			site[base] = &fstest.MapFile{Data: []byte(unquote(t, text))}
		case kind == "repeat":
			n, literal, _ := strings.Cut(text, " ")
			count, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			site[base] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Long\"\n+++\n" + strings.Repeat(unquote(t, literal), count))}
		case kind == "link":
			site[base] = &fstest.MapFile{Data: []byte(text), Mode: os.ModeSymlink}
		default:
			site[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return site, want
}

func unquote(t *testing.T, literal string) string {
	t.Helper()
	s, err := strconv.Unquote(literal)
	if err != nil {
		t.Fatalf("%s: %v", literal, err)
	}
	return s
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// printed compiles and, if it can, writes the site, and returns its diagnostics
// as a terminal without colours shows them. No git repository belongs to it.
func printed(t *testing.T, site fstest.MapFS) string {
	t.Helper()
	snapshot, err := source.Read(context.Background(), site)
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := build.New(build.Options{Themes: themes.FS, Today: today, Folder: t.TempDir()}).Compile(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	if failed, _ := diag.Count(diags); failed == 0 {
		_, more, err := s.Write(context.Background(), t.TempDir(), output.Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		diags = append(diags, more...)
	}
	var b bytes.Buffer
	if err := diag.Print(&b, diags, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func rewrite(t *testing.T, name string, archive *txtar.Archive, want string) {
	t.Helper()
	for i := range archive.Files {
		if archive.Files[i].Name == "want" {
			archive.Files[i].Data = []byte(want)
		}
	}
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
