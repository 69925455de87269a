package journey

import (
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/tomlfile"
)

// reader reads the values of one table of the front matter, and notes in the
// Doc every reference and link on the way.
//
// In a translation only texts are read. All else is inherited from the
// original, and standing there is an error: two places could disagree.
type reader struct {
	*tomlfile.Table
	doc   *Doc
	opts  Options
	field string // prefix of the keys of this table: "steps."
	step  int    // from 1; 0 outside steps
}

// text reads a text with inline Markdown.
func (r *reader) text(key string) Text { return r.compile(r.String(key)) }

// texts reads a list of texts; a single one stands for a list.
func (r *reader) texts(key string) []Text {
	var list []Text
	for _, s := range r.Strings(key) {
		if t := r.compile(s); t.IsSet() {
			list = append(list, t)
		}
	}
	return list
}

// compile compiles a text; one that is blank counts as not written.
func (r *reader) compile(s tomlfile.String) Text {
	if strings.TrimSpace(s.V) == "" {
		return Text{}
	}
	body, diags := r.opts.Markdown.Inline(s.V, s.Inner(), s.Exact)
	r.doc.Diags = append(r.doc.Diags, diags...)
	r.doc.Links = append(r.doc.Links, body.Links...)
	return Text{Source: s.V, Body: body, At: s.At}
}

// ref reads the id of a page of that kind.
func (r *reader) ref(key string, kind Kind) Ref {
	if r.inherited(key) {
		return Ref{}
	}
	return r.note(key, kind, r.String(key))
}

// refs reads a list of ids of pages of that kind.
func (r *reader) refs(key string, kind Kind) []Ref {
	if r.inherited(key) {
		return nil
	}
	var list []Ref
	for _, s := range r.Strings(key) {
		if ref := r.note(key, kind, s); ref.IsSet() {
			list = append(list, ref)
		}
	}
	return list
}

// refsOnce reads a list of ids of pages of that kind, each of which stands once.
func (r *reader) refsOnce(key string, kind Kind) []Ref {
	var list []Ref
	for _, ref := range r.refs(key, kind) {
		if slices.ContainsFunc(list, func(x Ref) bool { return x.ID == ref.ID }) {
			r.Report(diag.New(diag.InvalidValue, ref.At, "%s %q stands twice", kind, ref.ID).WithHint("name each %s once", kind))
			continue
		}
		list = append(list, ref)
	}
	return list
}

func (r *reader) note(key string, kind Kind, s tomlfile.String) Ref {
	if !s.IsSet() {
		return Ref{}
	}
	if s.V == "" {
		r.Report(diag.New(diag.InvalidValue, s.At, "%q is empty", key).
			WithHint("write the id of %s, or leave the key out", kind.Noun()))
		return Ref{}
	}
	ref := Ref{Kind: kind, ID: s.V, At: s.At, Field: r.field + key, Step: r.step}
	r.doc.Refs = append(r.doc.Refs, ref)
	return ref
}

func (r *reader) integer(key string, lo, hi int) Int {
	if r.inherited(key) {
		return Int{}
	}
	return r.Int(key, lo, hi)
}

func (r *reader) number(key string) Float {
	if r.inherited(key) {
		return Float{}
	}
	return r.Float(key)
}

func (r *reader) flag(key string) Bool {
	if r.inherited(key) {
		return Bool{}
	}
	return r.Bool(key)
}

func (r *reader) day(key string) Date {
	if r.inherited(key) {
		return Date{}
	}
	return r.Date(key)
}

func (r *reader) word(key string, allowed ...string) Word {
	if r.inherited(key) {
		return Word{}
	}
	return r.Enum(key, allowed...)
}

func (r *reader) words(key string, allowed ...string) []Word {
	if r.inherited(key) {
		return nil
	}
	return r.Enums(key, allowed...)
}

// plain reads a text that is no Markdown and is not translated.
func (r *reader) plain(key string) Word {
	if r.inherited(key) {
		return Word{}
	}
	return r.String(key)
}

// plains reads a list of texts that are no Markdown and are not translated.
func (r *reader) plains(key string) []Word {
	if r.inherited(key) {
		return nil
	}
	return r.Strings(key)
}

// asset reads the relative path of a file beside the page.
func (r *reader) asset(key string) Asset {
	s := r.plain(key)
	if !s.IsSet() {
		return Asset{}
	}
	return Asset{Path: s.V, At: s.At}
}

func (r *reader) assets(key string) []Asset {
	var list []Asset
	for _, s := range r.plains(key) {
		list = append(list, Asset{Path: s.V, At: s.At})
	}
	return list
}

// pairs reads a table whose keys are the author's own, in the author's order.
func (r *reader) pairs(key string) []Pair {
	t := r.Table.Table(key, key)
	var list []Pair
	for _, k := range t.Keys() {
		switch t.Any(k).(type) {
		case int64, float64:
			s := tomlfile.String{Value: tomlfile.Value[string]{V: t.Raw(k), At: t.KeyAt(k)}}
			list = append(list, Pair{k, r.compile(s)})
		default:
			if s := t.String(k); s.IsSet() {
				list = append(list, Pair{k, r.compile(s)})
			}
		}
	}
	return list
}

// steps calls read with a reader for each [[steps]] table.
func (r *reader) steps(name string, read func(*reader)) {
	for i, t := range r.Tables("steps", name) {
		read(&reader{Table: t, doc: r.doc, opts: r.opts, field: "steps.", step: i + 1})
	}
}

// inherited tells that a key belongs to the original alone, because this is a
// translation, and reports it when it stands here.
func (r *reader) inherited(key string) bool {
	if r.doc.Lang == "" {
		return false
	}
	if r.Has(key) {
		r.Report(diag.New(diag.NotTranslatable, r.KeyAt(key), "a translation can't set %q", key).
			WithHint("remove the line: the value comes from %s", r.doc.OriginalPath()))
	}
	return true
}
