package build_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"stagecraft/internal/build"
)

// tree returns the files of a folder by their paths, but for the lock.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// today is the day of all builds in tests, so that they never change with the
// calendar.
var today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// sampleDir is the folder of the sample site.
const sampleDir = "../.."

// TestBuildsAreIdentical builds the sample and a generated site with one worker
// and with eight, in two folders, and compares the bytes.
func TestBuildsAreIdentical(t *testing.T) {
	for name, dir := range map[string]string{"sample": sampleDir, "generated": generated(t, 300)} {
		t.Run(name, func(t *testing.T) {
			var trees []map[string]string
			for _, workers := range []int{1, 8} {
				out := filepath.Join(t.TempDir(), "public")
				writeSite(t, compileDir(t, dir, build.Options{Workers: workers}), out)
				trees = append(trees, tree(t, out))
			}
			one, eight := trees[0], trees[1]
			if !slices.Equal(slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(eight))) {
				t.Fatalf("%d files with one worker, %d with eight", len(one), len(eight))
			}
			for path, data := range one {
				if eight[path] != data {
					t.Errorf("%s differs", path)
				}
			}
		})
	}
}

// TestSecondBuildWritesNothing builds the sample twice into one folder.
func TestSecondBuildWritesNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first := writeSite(t, compileDir(t, sampleDir, build.Options{}), out)
	second := writeSite(t, compileDir(t, sampleDir, build.Options{}), out)
	if second.Written != 0 || second.Removed != 0 || second.Unchanged != first.Written {
		t.Errorf("first %+v, second %+v", first, second)
	}
}
