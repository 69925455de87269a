package render

import (
	"bytes"
	"encoding/json"
	"fmt"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/theme"
)

// writeCards writes cards as a script, since a page that was opened from a disk
// can load nothing else. It makes one call, with the interface strings and a
// line for each card:
//
//	stagecraftCards({"field.role":"Role",…},[
//	["personas/linh.html","persona","","Linh","A summary",["field.role","Freelancer",…]],
//	…
//	])
//
// encoding/json escapes all that could end a script or its strings.
func writeCards(b *bytes.Buffer, t *theme.Theme, lang locale.Lang, cards plan.Cards) error {
	e := json.NewEncoder(b)
	texts := map[string]string{}
	for _, key := range cards.Keys {
		texts[key] = t.Text(lang, key)
	}
	b.WriteString("stagecraftCards(")
	if err := e.Encode(texts); err != nil {
		return err
	}
	b.Truncate(b.Len() - len("\n"))
	separator := ",[\n"
	for c := range cards.Cards {
		b.WriteString(separator)
		separator = ",\n"
		facts := []string{}
		for _, f := range c.Facts {
			facts = append(facts, f.Key, f.Text)
		}
		if err := e.Encode([]any{c.Href, c.Kind, c.Lang, c.Title, c.Summary, facts}); err != nil {
			return fmt.Errorf("encode the card of %s: %w", c.Href, err)
		}
		b.Truncate(b.Len() - len("\n"))
	}
	b.WriteString("\n])\n")
	return nil
}
