package journey

import (
	"encoding/json"
	"time"

	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// Text is a text of the front matter with inline Markdown, compiled. The zero
// Text is one that was not written.
type Text struct {
	Source string // as written
	Body   *markdown.Body
	At     source.Range
}

// IsSet tells whether the text was written.
func (t Text) IsSet() bool { return t.Body != nil }

// MarshalJSON gives the text as written.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(t.Source) }

// IsZero tells encoding/json to leave the text out.
func (t Text) IsZero() bool { return !t.IsSet() }

// Ref is a reference by id from the front matter or a block. The zero Ref is
// one that was not written.
type Ref struct {
	Kind  Kind
	ID    string
	At    source.Range
	Field string // the key that holds it, with the tables around it: "steps.touchpoint"
	Step  int    // the step that holds it, from 1; 0 outside steps
}

// IsSet tells whether the reference was written.
func (r Ref) IsSet() bool { return r.ID != "" }

// MarshalJSON gives the id.
func (r Ref) MarshalJSON() ([]byte, error) { return json.Marshal(r.ID) }

// IsZero tells encoding/json to leave the reference out.
func (r Ref) IsZero() bool { return !r.IsSet() }

// Asset is a file beside the page, named by a relative path.
type Asset struct {
	Path string // as written
	At   source.Range
}

// IsSet tells whether the asset was written.
func (a Asset) IsSet() bool { return a.Path != "" }

// MarshalJSON gives the path as written.
func (a Asset) MarshalJSON() ([]byte, error) { return json.Marshal(a.Path) }

// IsZero tells encoding/json to leave the asset out.
func (a Asset) IsZero() bool { return !a.IsSet() }

// Pair is a line of a table whose keys are the author's own.
type Pair struct {
	Key   string `json:"key"`
	Value Text   `json:"value"`
}

// Int, Float, Bool and Date are values of the front matter with their places.
type (
	Int   = tomlfile.Value[int]
	Float = tomlfile.Value[float64]
	Bool  = tomlfile.Value[bool]
	Date  = tomlfile.Value[time.Time]
	// Word is one of a fixed set of words, or a plain text.
	Word = tomlfile.String
)
