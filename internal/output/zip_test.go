package output

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// pages is a small site.
var pages = tree{"index.html": "<p>home", "stages/quyết-định.html": "<p>stage", "theme/icon.svg": "<svg>"}

func zipped(t *testing.T, dir string) []byte {
	t.Helper()
	target := dir + ".zip"
	if err := Zip(context.Background(), dir, target, Options{NoSync: true}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestZipHoldsTheSiteAndNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, pages)
	put(t, filepath.Join(dir, "robots.txt"), "the author's own")
	data := zipped(t, dir)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	got := tree{}
	for _, f := range r.File {
		if f.NonUTF8 {
			t.Errorf("the name %q is not marked as UTF-8", f.Name)
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		got[f.Name] = string(text)
	}
	if len(got) != len(pages) {
		t.Errorf("the zip holds %d files, the site %d", len(got), len(pages))
	}
	for path, text := range pages {
		if got[path] != text {
			t.Errorf("%s holds %q, want %q", path, got[path], text)
		}
	}
}

func TestEqualSitesMakeEqualZips(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "out")
	mustWrite(t, one, tree{"old.html": "gone by now"})
	mustWrite(t, one, pages)
	mustWrite(t, two, pages)
	first := zipped(t, one)
	if !bytes.Equal(first, zipped(t, two)) {
		t.Error("two folders of one site make different zips")
	}
	if !bytes.Equal(first, zipped(t, one)) {
		t.Error("the second zip of a folder differs from the first")
	}
}

func TestZipReplacesOnlyItsOwn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, pages)
	var foreign bytes.Buffer
	if err := zip.NewWriter(&foreign).Close(); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"holiday pictures", foreign.String()} {
		put(t, dir+".zip", text)
		err := Zip(context.Background(), dir, dir+".zip", Options{NoSync: true})
		wantRefused(t, err, dir+".zip", "no zip file that stagecraft made")
		if data, _ := os.ReadFile(dir + ".zip"); string(data) != text {
			t.Error("the author's file was changed")
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), ".stagecraft-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestCancelledZipLeavesTheEarlierOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, pages)
	before := zipped(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Zip(ctx, dir, dir+".zip", Options{NoSync: true}); err == nil {
		t.Error("no error")
	}
	if after, _ := os.ReadFile(dir + ".zip"); !bytes.Equal(before, after) {
		t.Error("the earlier zip has changed")
	}
}
