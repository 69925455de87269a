// Package journey turns one content file into one Doc: its kind, id and
// language, its front matter in the terms of customer-journey work, and its
// compiled prose.
//
// A Doc depends on the bytes of its file and on Options alone. What a file says
// of others, by reference or link, is kept with its place for package graph to
// resolve. A Doc is never changed once it is made, and it carries its
// diagnostics, so that it can be kept and shown again.
//
// There is a file for each kind: its struct, and the function that reads it.
// These functions are the schema: a key that none of them asks for is unknown.
package journey

import (
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
)

// Options are all that a Doc depends on besides its file.
type Options struct {
	Markdown  *markdown.Compiler
	Languages []locale.Lang // of the site, its own first
	Collator  *locale.Collator
}

// NewOptions returns the options for a site in these languages, its own first.
func NewOptions(languages []locale.Lang, md markdown.Options) Options {
	return Options{
		Markdown:  markdown.New(md),
		Languages: languages,
		Collator:  locale.NewCollator(languages[0]),
	}
}

// Doc is one content file, read.
type Doc struct {
	File  *source.File
	Kind  Kind
	ID    string      // unique in its kind
	Lang  locale.Lang // of a translation; empty for an original
	Page  string      // path of its page in the output, without language and extension
	Order int         // the NN of a course's section or lesson; 0 without

	TitleKey []byte // sorts titles as the site's language does
	Trail    string // sorts sections and lessons by the numbers of their folders and files

	// A Graph looks at these of every Doc on each change, so they stand before
	// what is large.
	Refs  []Ref           // every reference of the front matter and the blocks
	Links []markdown.Link // every link of the prose, then of the front matter and the blocks
	Diags []diag.Diagnostic

	Common
	Entity Entity // the keys of the kind; never nil
	Body   *markdown.Body
	Blocks []Block // those of Body, in the same order; nil where one can't be read
}

// Entity holds the keys that belong to one kind alone.
type Entity interface{ entity() }

// Common holds the keys that every kind has.
type Common struct {
	Title       Word           `json:"title"` // no Markdown: it also stands where no markup can
	Summary     Text           `json:"summary,omitzero"`
	Aliases     []Word         `json:"aliases,omitempty"`
	Weight      Int            `json:"weight,omitzero"`
	Draft       Bool           `json:"draft,omitzero"`
	Tags        []Word         `json:"tags,omitempty"`
	Image       Asset          `json:"image,omitzero"`
	Owner       Ref            `json:"owner,omitzero"`
	Evidence    Word           `json:"evidence,omitzero"`
	Status      Word           `json:"status,omitzero"`
	Date        Date           `json:"date,omitzero"`
	Updated     Date           `json:"updated,omitzero"`
	Reviewed    Date           `json:"reviewed,omitzero"`
	ReviewEvery Word           `json:"review_every,omitzero"` // a number and d, w, m or y
	Extra       map[string]any `json:"extra,omitempty"`
}

// Parse reads a Markdown file below content/.
func Parse(file *source.File, opts Options) *Doc {
	d := &Doc{File: file, Body: &markdown.Body{}}
	at, problem := placeOf(file.Path, opts.Languages)
	d.Kind, d.ID, d.Lang, d.Page, d.Order, d.Trail = at.kind, at.id, at.lang, at.page, at.order, at.trail
	d.Entity = d.Kind.newEntity()
	if problem != nil {
		d.ID = "" // and so it is no page
		d.Diags = append(d.Diags, *problem)
		return d
	}
	if bad, ok := diag.OfText(file); ok {
		d.Diags = append(d.Diags, bad)
		return d
	}
	if problem = mergeConflict(file); problem != nil {
		d.Diags = append(d.Diags, *problem)
		return d
	}
	matter, problem := splitMatter(file)
	if problem != nil {
		d.Diags = append(d.Diags, *problem)
		return d
	}
	d.readMatter(matter, opts)
	d.TitleKey = opts.Collator.Key(d.Title.V)
	var diags []diag.Diagnostic
	d.Body, diags = opts.Markdown.Parse(file, matter.body)
	d.Diags = append(d.Diags, diags...)
	d.Links = append(slices.Clip(d.Body.Links), d.Links...)
	d.readBlocks(opts)
	return d
}

// OriginalPath returns the path of the file that a translation translates.
func (d *Doc) OriginalPath() string {
	return strings.TrimSuffix(d.File.Path, "."+string(d.Lang)+".md") + ".md"
}

// Broken tells whether the file could not be read far enough to be sure of what
// it says; errors that would only follow from that need no mention.
func (d *Doc) Broken() bool {
	for _, p := range d.Diags {
		switch p.Code {
		case diag.NoFrontMatter, diag.UnclosedFrontMatter, diag.TOMLSyntax, diag.TOMLTooDeep,
			diag.MergeConflict, diag.InvalidUTF8, diag.HasNUL, diag.FileTooLarge:
			return true
		}
	}
	return false
}
