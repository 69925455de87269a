package journey

import (
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/tomlfile"
)

// Statuses returns the words that the key status can hold.
func Statuses() []string {
	return []string{"idea", "planned", "draft", "testing", "active", "done", "retired"}
}

// EvidenceLevels returns the words that the key evidence can hold, strongest
// first.
func EvidenceLevels() []string { return []string{"research", "partial", "assumption"} }

// readMatter reads the front matter.
func (d *Doc) readMatter(m matter, opts Options) {
	doc := tomlfile.Parse(d.File, m.from, m.to, d.Kind.Noun())
	r := &reader{Table: doc.Root, doc: d, opts: opts}
	if doc.OK() {
		d.readCommon(r)
		d.Entity = readEntity(d.Kind, r)
	}
	d.Diags = append(d.Diags, doc.Diagnostics()...)
}

func (d *Doc) readCommon(r *reader) {
	if d.Lang == "" {
		r.Require("title", `"A title"`)
	}
	d.Title = r.title()
	d.Summary = r.text("summary")
	d.readID(r)
	d.Aliases = d.readAliases(r)
	d.Weight = r.integer("weight", math.MinInt32, math.MaxInt32)
	d.Draft = r.flag("draft")
	d.Tags = r.Strings("tags") // they are words for people, so a translation may have its own
	d.Image = r.asset("image")
	d.Owner = r.ref("owner", KindTeam)
	d.Evidence = r.word("evidence", EvidenceLevels()...)
	d.Status = r.word("status", Statuses()...)
	d.Date = r.day("date")
	d.Updated = r.Date("updated") // of the translation itself: that is how an outdated one is found
	d.Reviewed = r.day("reviewed")
	d.ReviewEvery = r.plain("review_every")
	if s := d.ReviewEvery; s.IsSet() && !isInterval(s.V) {
		r.Report(diag.New(diag.InvalidValue, s.At, "%q is not an interval", s.V).
			WithHint("write a number and d, w, m or y: \"90d\" for 90 days"))
	}
	d.Extra = r.Free("extra")
}

// title reads the page's title, which a translation has of its own; one that is
// blank counts as not written.
func (r *reader) title() Word {
	title := r.String("title")
	if strings.TrimSpace(title.V) == "" {
		return Word{}
	}
	return title
}

// readID takes an id that stands in the front matter instead of the file name's.
func (d *Doc) readID(r *reader) {
	s := r.plain("id")
	if !s.IsSet() {
		return
	}
	parts := strings.Split(s.V, "/")
	if slices.ContainsFunc(parts, func(p string) bool { return !ValidID(p) || p == "index" }) || d.Kind.Flat() && len(parts) > 1 {
		r.Report(diag.New(diag.BadID, s.At, "%q can't be an id", s.V).
			WithHint("use letters without marks, digits and hyphens: \"first-purchase\""))
		return
	}
	d.ID = s.V
	if d.Kind.Flat() {
		d.Page = d.Kind.Folder() + "/" + s.V
	}
}

// readAliases reads the earlier addresses of the page: paths of files in the
// output.
func (d *Doc) readAliases(r *reader) []Word {
	var list []Word
	for _, s := range r.plains("aliases") {
		if !fs.ValidPath(s.V) || s.V == "." || strings.ContainsAny(s.V, "\\:?#%") || path.Ext(s.V) != ".html" {
			r.Report(diag.New(diag.BadPath, s.At, "%q can't be an alias", s.V).
				WithHint("write the old address below the site's root, without a slash before it: \"old/page.html\""))
			continue
		}
		list = append(list, s)
	}
	return list
}
