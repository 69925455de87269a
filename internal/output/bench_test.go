package output

import (
	"bytes"
	"fmt"
	"iter"
	"path/filepath"
	"strconv"
	"testing"
)

const (
	benchFiles = 10_000
	benchSize  = 8 << 10
)

// benchSite yields a site of 10,000 pages of 8 KB in a few folders, each made
// when it is asked for, as the renderers do.
func benchSite(round int) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for i := range benchFiles {
			text := bytes.Repeat([]byte{' '}, benchSize)
			copy(text, fmt.Sprintf("page %d of round %d", i, round))
			if !yield(File{Path: fmt.Sprintf("kind-%d/page-%d.html", i%12, i), Data: text}, nil) {
				return
			}
		}
	}
}

func benchWrite(b *testing.B, dir string, round int, opts Options) {
	if _, err := Write(b.Context(), dir, benchSite(round), opts); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkWrite measures a first build, one that changes nothing and one that
// changes every page. TMPDIR chooses the disk.
func BenchmarkWrite(b *testing.B) {
	for _, noSync := range []bool{false, true} {
		opts := Options{NoSync: noSync}
		name := map[bool]string{false: "/sync", true: "/nosync"}[noSync]
		b.Run("first"+name, func(b *testing.B) {
			// A fresh folder each time, none removed before the end: ext4 takes
			// minutes to hand out the inodes of removed files again, and
			// searches past each of them until then, at up to 1 ms a file.
			base, round := b.TempDir(), 0
			for b.Loop() {
				round++
				benchWrite(b, filepath.Join(base, strconv.Itoa(round)), 0, opts)
			}
		})
		b.Run("unchanged"+name, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			benchWrite(b, dir, 0, opts)
			for b.Loop() {
				benchWrite(b, dir, 0, opts)
			}
		})
		b.Run("changed"+name, func(b *testing.B) {
			dir, round := filepath.Join(b.TempDir(), "public"), 0
			benchWrite(b, dir, round, opts)
			for b.Loop() {
				round++
				benchWrite(b, dir, round, opts)
			}
		})
	}
}
