package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestManifestIsSortedAndVersioned(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"c.html": "", "b/<&>.html": "", "a.html": ""})
	got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath)))
	want := `{
  "version": 1,
  "files": [
    "a.html",
    "b/\u003c\u0026\u003e.html",
    "c.html"
  ]
}
`
	if err != nil || string(got) != want {
		t.Errorf("the manifest is %s, %v; want %s", got, err, want)
	}
	mustWrite(t, dir, tree{})
	if got, _ := os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath))); !strings.Contains(string(got), `"files": []`) {
		t.Errorf("the manifest of an empty site is %s", got)
	}
}

func TestBadManifestStopsTheBuild(t *testing.T) {
	for text, reason := range map[string]string{
		``:                                    "unexpected end",
		`{"version": 1, "fi`:                  "unexpected end",
		`[]`:                                  "cannot unmarshal",
		`{"files": ["a.html"]}`:               "its version is 0",
		`{"version": 2, "files": ["a.html"]}`: "its version is 2",
		`{"version": 1, "files": ["a.html", "../theirs.html"]}`:          "not a relative path",
		`{"version": 1, "files": ["a.html", "/etc/passwd"]}`:             "not a relative path",
		`{"version": 1, "files": ["a.html", "b/../../theirs.html"]}`:     "not a relative path",
		`{"version": 1, "files": ["a.html", "b\\theirs.html"]}`:          "backslash",
		`{"version": 1, "files": ["a.html", ".git/config"]}`:             "not for pages",
		`{"version": 1, "files": ["a.html", ".stagecraft/lock"]}`:        "not for pages",
		`{"version": 1, "files": ["a.html", "b\u0000.html"]}`:            "control character",
		`{"version": 1, "files": ["a.html", ""]}`:                        "not a relative path",
		`{"version": 1, "files": ["a.html", "."]}`:                       "not a relative path",
		`{"version": 1, "files": ["a.html"]} {"version": 1, "files": []`: "invalid character",
	} {
		base := t.TempDir()
		dir := filepath.Join(base, "public")
		mustWrite(t, dir, tree{"a.html": "a"})
		put(t, filepath.Join(base, "theirs.html"), "theirs")
		path := filepath.Join(dir, filepath.FromSlash(manifestPath))
		put(t, path, text)
		_, err := Write(t.Context(), dir, tree{"b.html": "b"}.files(), quick)
		wantRefused(t, err, path, reason)
		wantTree(t, base, tree{"theirs.html": "theirs", "public/a.html": "a"})
	}
}

// FuzzManifest: whatever a manifest says, it gives only paths below the
// folder, and what we write we read.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"version": 1, "files": ["a.html", "b/c.html"]}`))
	f.Add([]byte(`{"version": 1, "files": ["../a"]}`))
	f.Add([]byte(`{"version": 1, "files": ["a\\b", "/x", "", "C:/x", "a//b"]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		for p := range m {
			if !filepath.IsLocal(filepath.FromSlash(p)) || strings.ContainsAny(p, "\\\x00") || strings.HasPrefix(p, Folder) {
				t.Errorf("path %q is let through", p)
			}
		}
		again, err := m.encode()
		if err != nil {
			t.Fatal(err)
		}
		if m2, err := parseManifest(again); err != nil || len(m2) != len(m) {
			t.Errorf("%d paths were read back as %d: %v", len(m), len(m2), err)
		}
	})
}

func TestCheckPath(t *testing.T) {
	for _, p := range []string{"index.html", "en/a.html", "Điểm chạm.html", ".nojekyll", ".well-known/security.txt", "a..b", "...", "git/x"} {
		if err := CheckPath(p); err != nil {
			t.Errorf("%q: %v, want it allowed", p, err)
		}
	}
	for _, p := range []string{
		"", ".", "..", "/a", "a/", "a//b", "./a", "a/../b", "../a", `a\b`, "a\nb", "a\x00", "a\xff", "a\x7f",
		"e\u0301.html", ".git/config", "a/.GIT/x", ".stagecraft", "a/.stagecraft/x", strings.Repeat("ệ", 86),
	} {
		if err := CheckPath(p); err == nil {
			t.Errorf("%q is allowed", p)
		}
	}
}
