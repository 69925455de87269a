package build

import (
	"crypto/sha256"
	"maps"
	"sync"
	"sync/atomic"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
)

// memo is what a Builder keeps from one compilation to the next. An entry
// depends on its key alone, so nothing is ever invalidated: what a compilation
// does not use is forgotten when the next one begins.
type memo[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]*entry[V]
	turns   int // compilations begun
}

// entry is a value with the compilation that used it last.
type entry[V any] struct {
	value V
	used  int
}

// turn begins another compilation.
func (m *memo[K, V]) turn() {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.entries, func(_ K, e *entry[V]) bool { return e.used < m.turns })
	m.turns++
}

// get returns the value of a key, made by make if it is not there yet. What
// make fails to make is not kept. Two goroutines that miss one key at the same
// time both make it.
func (m *memo[K, V]) get(key K, make func() (V, error)) (V, error) {
	if v, ok := m.find(key); ok {
		return v, nil
	}
	v, err := make()
	if err != nil {
		return v, err
	}
	m.keep(key, v)
	return v, nil
}

func (m *memo[K, V]) find(key K) (value V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.entries[key]
	if ok {
		e.used = m.turns
		value = e.value
	}
	return value, ok
}

func (m *memo[K, V]) keep(key K, value V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.entries == nil {
		m.entries = map[K]*entry[V]{}
	}
	m.entries[key] = &entry[V]{value, m.turns}
}

// parsed is what the compilation before made of the content files. A Doc depends
// on the path and the bytes of its file, and on the settings.
type parsed struct {
	docs     []*journey.Doc // sorted by path
	settings string         // those that parsing depends on
}

// find returns for each file its Doc, nil where there is none yet. Both lists are
// sorted, so they are gone through side by side: a memo would be asked ten
// thousand times after each change.
func (p parsed) find(files []*source.File, settings string) []*journey.Doc {
	docs := make([]*journey.Doc, len(files))
	before := p.docs
	if settings != p.settings {
		before = nil
	}
	for i, f := range files {
		for len(before) > 0 && before[0].File.Path < f.Path {
			before = before[1:]
		}
		if len(before) > 0 && sameFile(before[0].File, f) {
			docs[i], before = before[0], before[1:]
		}
	}
	return docs
}

// sameFile tells whether two files have the same bytes at the same path.
func sameFile(a, b *source.File) bool {
	return a == b || a.Path == b.Path && a.Hash == b.Hash
}

// themeKey is all that a Theme depends on, besides the embedded themes.
type themeKey struct {
	name      string
	languages string
	files     source.Hash // of the site's own theme files
}

// loadedTheme is a Theme, or why there is none.
type loadedTheme struct {
	theme *theme.Theme
	diags []diag.Diagnostic
}

// pageKey is all that the bytes of a page depend on.
type pageKey struct {
	template  string
	lang      locale.Lang
	languages string // of the theme: the first one's strings stand in for missing ones
	view      source.Hash
	theme     source.Hash
}

// Counts tells how much of the work was done anew since the Builder was made.
type Counts struct {
	Parsed   int64 // Docs
	Planned  int64 // Views of pages that are kept
	Rendered int64 // pages that are kept
}

type counters struct{ parsed, planned, rendered atomic.Int64 }

// Counts returns what has been counted so far.
func (b *Builder) Counts() Counts {
	return Counts{b.counters.parsed.Load(), b.counters.planned.Load(), b.counters.rendered.Load()}
}

// themeFilesHash identifies the theme files of a site.
func themeFilesHash(s *source.Snapshot) source.Hash {
	h := sha256.New()
	for _, f := range s.Under("themes") {
		h.Write([]byte(f.Path))
		h.Write([]byte{0})
		h.Write(f.Hash[:])
	}
	return source.Hash(h.Sum(nil))
}
