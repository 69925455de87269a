package render

import (
	"bytes"
	"fmt"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/theme"
	"stagecraft/internal/transcript"
)

// writeTranscript writes what the drawn page says.
func writeTranscript(b *bytes.Buffer, t *theme.Theme, lang locale.Lang, c plan.Transcript) error {
	var html bytes.Buffer
	if err := t.Execute(&html, lang, c.HTML.Template, c.HTML.View()); err != nil {
		return err
	}
	return transcript.Write(b, html.Bytes())
}

// writeLLMs writes llms.txt: title, description, and a section for each kind.
func writeLLMs(b *bytes.Buffer, t *theme.Theme, lang locale.Lang, l plan.LLMsList) {
	fmt.Fprintf(b, "# %s\n", transcript.Text(l.Title))
	if l.Description != "" {
		fmt.Fprintf(b, "\n> %s\n", transcript.Text(l.Description))
	}
	for _, s := range l.Sections {
		fmt.Fprintf(b, "\n## %s\n\n", transcript.Text(t.Text(lang, s.Key)))
		for _, p := range s.Pages {
			fmt.Fprintf(b, "- [%s](%s)", transcript.Text(p.Title), p.Href)
			if p.Summary != "" {
				fmt.Fprintf(b, ": %s", transcript.Text(p.Summary))
			}
			b.WriteByte('\n')
		}
	}
}
