// Package search turns the texts of pages into the data that readers search.
//
// In go the texts of a plan.SearchData and the interface strings; out comes a
// script, since a page that was opened from a disk can load nothing else. It makes
// one call, with a line for each page:
//
//	stagecraftSearch.add(3,[
//	["personas/linh.html","Linh","persona","",[],["text of the top","heading-id","Heading","its text",…]],
//	…
//	])
//
// The number is that of all parts, or 0 in a part that is not the first. A page
// is its address from the output's top folder, title, kind, the language of its
// texts where that is another, the titles of the pages above it, and its
// sections: the text of the top, then id, title and text of each heading. The
// markup of the panel, which the theme draws, becomes a script of one call, too.
//
// The script themes/default/assets/search.js reads this, folds the texts as
// locale.Fold does, and finds. The same texts give the same bytes. They are safe
// in any script: nothing in them can end it or its strings.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"

	"stagecraft/internal/plan"
)

// Write writes a part of the data as a script. message returns the interface
// string of a key.
func Write(b *bytes.Buffer, data plan.SearchData, message func(key string) string) error {
	fmt.Fprintf(b, "stagecraftSearch.add(%d,[\n", data.Parts)
	// encoding/json escapes <, >, & and the two line ends that only scripts know.
	lines := json.NewEncoder(b)
	start := b.Len()
	for text := range data.Texts {
		if b.Len() > start {
			b.Truncate(b.Len() - 1) // the encoder ends lines
			b.WriteString(",\n")
		}
		if text.Key != "" {
			text.Title = message(text.Key)
		}
		if err := lines.Encode(line(text)); err != nil {
			return fmt.Errorf("encode %s: %w", text.Href, err)
		}
	}
	b.WriteString("])\n")
	return nil
}

// WritePanel writes the markup of the panel as a script that hands it over:
// stagecraftSearch.panel("<div>…").
func WritePanel(b *bytes.Buffer, html string) error {
	text, err := json.Marshal(html)
	if err != nil {
		return fmt.Errorf("encode the markup: %w", err)
	}
	fmt.Fprintf(b, "stagecraftSearch.panel(%s)\n", text)
	return nil
}

// line returns a page as the script reads it.
func line(t plan.SearchText) []any {
	sections := make([]string, 0, 3*len(t.Sections))
	for i, s := range t.Sections {
		if i > 0 {
			sections = append(sections, s.ID, s.Title)
		}
		sections = append(sections, s.Text)
	}
	above := t.Above
	if above == nil {
		above = []string{} // or it would be null
	}
	return []any{t.Href, t.Title, t.Kind, t.Lang, above, sections}
}
