// Package render turns a page of the plan into bytes.
//
// In go a Theme and a Page; out come the bytes of the page's file. They depend on
// the page's content and on the theme alone: equal views drawn with themes of
// equal digests are equal. A page that is a copy of a file is not rendered.
package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"

	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/search"
	"stagecraft/internal/theme"
)

// Page renders one page into a buffer: HTML and the panel of the search through the
// theme, JSON, XML, search data and cards by encoding. The error wraps a
// *theme.ExecError when it is the theme's fault; what is in the buffer then is of no
// use.
func Page(b *bytes.Buffer, t *theme.Theme, p plan.Page) error {
	var err error
	switch c := p.Content.(type) {
	case plan.HTML:
		err = t.Execute(b, p.Lang, c.Template, c.View())
	case plan.JSON:
		err = writeJSON(b, c)
	case plan.XML:
		err = writeXML(b, c.Value())
	case plan.Transcript:
		err = writeTranscript(b, t, p.Lang, c)
	case plan.LLMs:
		writeLLMs(b, t, p.Lang, c.List())
	case plan.SearchData:
		err = search.Write(b, c, func(key string) string { return t.Text(p.Lang, key) })
	case plan.SearchPanel:
		err = writeSearchPanel(b, t, p.Lang, c)
	case plan.Cards:
		err = writeCards(b, t, p.Lang, c)
	default:
		err = fmt.Errorf("content of type %T is not rendered", c)
	}
	if err != nil {
		return fmt.Errorf("render %s: %w", p.Path, err)
	}
	return nil
}

func writeSearchPanel(b *bytes.Buffer, t *theme.Theme, lang locale.Lang, c plan.SearchPanel) error {
	var html bytes.Buffer
	if err := t.Execute(&html, lang, "search-panel", c.View); err != nil {
		return err
	}
	return search.WritePanel(b, html.String())
}

// writeJSON writes values with their characters as they are: the output is a
// file of its own, never part of an HTML page. A list is encoded item by item,
// because encoding/json holds a value and all its JSON until it is complete: for
// 10,000 pages 60 MB.
func writeJSON(b *bytes.Buffer, c plan.JSON) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(c.Value()); err != nil || c.List == "" {
		return err
	}
	b.Truncate(b.Len() - len("}\n"))
	fmt.Fprintf(b, ",%q:[", c.List)
	separator := ""
	for item := range c.Items {
		b.WriteString(separator)
		separator = ","
		if err := e.Encode(item); err != nil {
			return err
		}
		b.Truncate(b.Len() - len("\n"))
	}
	b.WriteString("]}\n")
	return nil
}

func writeXML(b *bytes.Buffer, value any) error {
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(b).Encode(value); err != nil {
		return err
	}
	b.WriteByte('\n')
	return nil
}
