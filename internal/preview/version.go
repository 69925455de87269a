package preview

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"sync"

	"stagecraft/internal/diag"
)

// version is a State with its number and what has been found out about it.
type version struct {
	*State
	number   uint64 // 0 before the first State
	changed  map[string]uint64
	errors   int
	warnings int
	problems string        // the errors, as HTML
	next     chan struct{} // closed when there is a later version

	drawn sync.Map // output path → *drawing
}

// follow makes the version after v.
func (v *version) follow(st *State) *version {
	next := &version{State: st, number: v.number + 1, next: make(chan struct{})}
	next.changed = make(map[string]uint64)
	for path, f := range st.Files {
		if f.Digest == "" {
			continue
		}
		if before, ok := v.changed[path]; ok && v.Files[path].Digest == f.Digest {
			next.changed[path] = before
		} else {
			next.changed[path] = next.number
		}
	}
	next.errors, next.warnings = diag.Count(st.Diags)
	next.problems = problemsHTML(errorsOf(st.Diags))
	return next
}

// changedSince lists the assets that differ from those of an earlier version,
// or are new.
func (v *version) changedSince(number uint64) []string {
	list := []string{}
	for path, at := range v.changed {
		if at > number {
			list = append(list, path)
		}
	}
	slices.Sort(list)
	return list
}

// drawing is the result of a file's Render.
type drawing struct {
	mu     sync.Mutex // held while the file is drawn
	done   bool
	data   []byte
	digest string
	err    error
}

// draw returns the bytes of a file and their digest. Who asks for a file that is
// being drawn waits for it.
func (v *version) draw(ctx context.Context, path string) ([]byte, string, error) {
	kept, _ := v.drawn.LoadOrStore(path, new(drawing))
	d := kept.(*drawing)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.done {
		return d.data, d.digest, d.err
	}
	data, err := v.Files[path].Render(ctx)
	if err != nil && ctx.Err() != nil {
		return nil, "", err // the visitor has left: nothing is known of the file
	}
	d.done, d.data, d.digest, d.err = true, data, digest(data), err
	return d.data, d.digest, d.err
}

// digest returns a short name for bytes: other bytes have another.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}
