package audit

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stagecraft/internal/build"
	"stagecraft/internal/diag"
	"stagecraft/internal/output"
	"stagecraft/internal/source"
	"stagecraft/themes"
)

// sample is the folder that the sample was built into.
var sample string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "audit")
	if err != nil {
		panic(err)
	}
	sample = filepath.Join(dir, "public")
	if err := buildSample(sample); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func buildSample(dir string) error {
	ctx := context.Background()
	snapshot, err := source.Read(ctx, os.DirFS("../.."))
	if err != nil {
		return err
	}
	site, diags, err := build.New(build.Options{Themes: themes.FS}).Compile(ctx, snapshot)
	if err != nil {
		return err
	}
	if errors, _ := diag.Count(diags); errors > 0 {
		return fmt.Errorf("the sample has errors; the first: %s", diags[0].Message)
	}
	_, _, err = site.Write(ctx, dir, output.Options{})
	return err
}

// pages returns the paths of all pages of the sample.
func pages(t *testing.T) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(sample, func(path string, d fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".html" {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 100 {
		t.Fatalf("only %d pages: is this the sample?", len(list))
	}
	return list
}

// run runs a tool, and fails the test with what it printed unless it is content.
func run(t *testing.T, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, head(out))
	}
}

// head returns the first lines of an output.
func head(out []byte) string {
	lines := strings.SplitAfterN(string(bytes.TrimSpace(out)), "\n", 41)
	return strings.Join(lines[:min(len(lines), 40)], "")
}

// tool returns the path of a tool that npm installed.
func tool(t *testing.T, path string) string {
	t.Helper()
	full := filepath.Join("node_modules", filepath.FromSlash(path))
	if _, err := os.Stat(full); err != nil {
		t.Fatalf("%s is missing: run test/install", full)
	}
	return full
}

func TestNuHTMLCheckerFindsNoError(t *testing.T) {
	run(t, "java", "-jar", tool(t, "vnu-jar/build/dist/vnu.jar"), "--errors-only", "--skip-non-html", sample)
}

func TestHTMLValidateFindsNoError(t *testing.T) {
	run(t, "node", tool(t, "html-validate/bin/html-validate.mjs"), "--config", "htmlvalidate.json", "--formatter", "text", sample+"/**/*.html")
}

func TestLinkCheckerFindsNoBrokenLink(t *testing.T) {
	tool(t, "linkinator/package.json")
	run(t, "node", "links.mjs", sample)
}
