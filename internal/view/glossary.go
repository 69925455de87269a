package view

import "html/template"

// The views of the glossary.

// Letter is a letter of the alphabet with what stands under it in the glossary.
type Letter struct {
	Letter string
	ID     string // of its heading
	Href   string // of its heading, from the same page
	Terms  []GlossaryTerm
}

// GlossaryTerm is a term with its definition, or another name of a term.
type GlossaryTerm struct {
	Name       string // of a synonym; empty for a term, which has its link
	Lang       string // of Name, where it differs from the page's
	Link       Link   // to the term
	ID         string // of the entry; empty for a synonym
	Definition []template.HTML
}
