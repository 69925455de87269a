package watch

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stagecraft/internal/source"
)

// mirror is a reader that believes what it is told: it looks again only where a
// Change says so.
type mirror map[string]source.Hash

func (m mirror) apply(dir string, c Change) {
	if c.All {
		clear(m)
		maps.Copy(m, truth(dir))
		return
	}
	now := truth(dir)
	for _, p := range c.Paths {
		maps.DeleteFunc(m, func(name string, _ source.Hash) bool { return within(name, p) })
		for name, hash := range now {
			if within(name, p) {
				m[name] = hash
			}
		}
	}
}

func within(name, p string) bool { return name == p || strings.HasPrefix(name, p+"/") }

// truth reads the site as a build does. Files may go while it does.
func truth(dir string) mirror {
	for {
		snapshot, err := source.Read(context.Background(), os.DirFS(dir))
		if err != nil {
			continue
		}
		m := mirror{}
		for _, f := range snapshot.Files {
			m[f.Path] = f.Hash
		}
		return m
	}
}

// vandal makes random edits in a site.
type vandal struct {
	*rand.Rand
	dir string
}

func (v *vandal) file(rel string) string { return filepath.Join(v.dir, filepath.FromSlash(rel)) }

// pick returns the path of some file or folder, one that exists or may.
func (v *vandal) pick() string {
	var all []string
	fs.WalkDir(os.DirFS(v.dir), "content", func(p string, _ fs.DirEntry, err error) error {
		all = append(all, p)
		return nil
	})
	if len(all) == 0 || v.IntN(3) == 0 {
		return v.fresh()
	}
	return all[v.IntN(len(all))]
}

func (v *vandal) fresh() string {
	names := []string{"a", "b", "c", "d.md", "e.md", "g.md~", ".h", "ộ.md"}
	p := "content"
	for range 1 + v.IntN(4) {
		p = path.Join(p, names[v.IntN(len(names))])
	}
	return p
}

// edit does one thing. Where it can't be done, that is fine.
func (v *vandal) edit() {
	switch v.IntN(10) {
	case 0, 1, 2, 3: // all of one size, so that polling has only the time to go by
		p := v.file(v.fresh())
		os.MkdirAll(filepath.Dir(p), 0o777)
		os.WriteFile(p, fmt.Appendf(nil, "%04d", v.IntN(10000)), 0o666)
	case 4, 5:
		os.Rename(v.file(v.pick()), v.file(v.pick()))
	case 6:
		os.MkdirAll(v.file(v.fresh()), 0o777)
	case 7:
		os.Remove(v.file(v.pick()))
	case 8:
		os.RemoveAll(v.file(v.pick()))
	case 9:
		os.Rename(v.file(v.pick()), v.file("aside"))
		os.Rename(v.file("aside"), v.file(v.pick()))
		os.RemoveAll(v.file("aside"))
	}
}

// TestReaderThatFollowsChangesIsNeverStale makes random edits, at random
// distances, and compares what the reader knows in the end with the disk.
func TestReaderThatFollowsChangesIsNeverStale(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			inEachMode(t, func(t *testing.T, opts Options) {
				opts.Window, opts.Cap = 2*time.Millisecond, 10*time.Millisecond
				r := watchFiles(t, opts, "content/a/b/page.md", "content/c/page.md")
				v := &vandal{rand.New(rand.NewPCG(seed, 0)), r.dir}
				edited := make(chan struct{})
				go func() {
					defer close(edited)
					for range 400 {
						v.edit()
						if v.IntN(4) == 0 {
							time.Sleep(time.Duration(v.IntN(6)) * time.Millisecond)
						}
					}
				}()
				known := truth(r.dir)
				r.followUntil(edited, known)
				if told := r.told(); told != "" {
					t.Error(told)
				}
			})
		})
	}
}

// followUntil applies changes until, after the edits, the mirror is true.
func (r *rig) followUntil(edited <-chan struct{}, known mirror) {
	r.t.Helper()
	var late <-chan time.Time
	for {
		select {
		case c := <-r.changes:
			known.apply(r.dir, c)
		case <-edited:
			edited, late = nil, time.After(patience)
		case <-late:
			r.t.Fatalf("the reader knows %d files and they are not those on disk:\n%s", len(known), difference(known, truth(r.dir)))
		case <-time.After(5 * time.Millisecond):
			if edited == nil && maps.Equal(known, truth(r.dir)) {
				return
			}
		}
	}
}

func difference(got, want mirror) string {
	var b strings.Builder
	for name, hash := range want {
		if got[name] != hash {
			fmt.Fprintln(&b, "missed", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			fmt.Fprintln(&b, "kept", name)
		}
	}
	return b.String()
}
