package build

import (
	"crypto/sha256"
	"maps"
	"sync"
	"sync/atomic"

	"stagecraft/internal/diag"
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

// docKey is all that a Doc depends on.
type docKey struct {
	path    string
	hash    source.Hash
	options string // the settings that parsing depends on
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
