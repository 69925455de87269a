package build_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"path/filepath"
	"testing"

	"stagecraft/internal/build"
)

// What a page of the sample may cost in bytes, its pictures left out. Servers
// compress; what is opened from a disk costs nothing to carry.
const (
	pageBudget   = 60 << 10 // HTML, styles and scripts, compressed
	scriptBudget = 15 << 10 // all scripts, as they are
	styleBudget  = 64 << 10 // the style sheet, as it is
)

// TestPagesKeepTheirBudget weighs every page of the sample with what it loads.
func TestPagesKeepTheirBudget(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writeSite(t, compileDir(t, sampleDir, build.Options{}), out)
	files := tree(t, out)
	shared, scripts := 0, 0
	for name, data := range files {
		if path.Dir(name) != "theme" {
			continue
		}
		switch path.Ext(name) {
		case ".js":
			scripts += len(data)
			shared += compressed(t, data)
		case ".css":
			shared += compressed(t, data)
			if len(data) > styleBudget {
				t.Errorf("%s has %d bytes, may have %d", name, len(data), styleBudget)
			}
		}
	}
	if scripts == 0 || scripts > scriptBudget {
		t.Errorf("the scripts have %d bytes, may have %d", scripts, scriptBudget)
	}
	for name, data := range files {
		if path.Ext(name) != ".html" || path.Base(name) == "print.html" { // a printout is many pages
			continue
		}
		if size := shared + compressed(t, data); size > pageBudget {
			t.Errorf("%s costs %d bytes, may cost %d", name, size, pageBudget)
		}
	}
}

// compressed returns how long a text is as servers send it.
func compressed(t *testing.T, data string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
