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

	"stagecraft/internal/plan"
	"stagecraft/internal/search"
	"stagecraft/internal/theme"
)

// usualSize is what most pages need, in bytes: a buffer of that size is seldom
// grown.
const usualSize = 16 << 10

// Page renders one page: HTML through the theme, JSON, XML and search data
// by encoding. The error wraps a *theme.ExecError when it is the theme's fault.
func Page(t *theme.Theme, p plan.Page) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, usualSize))
	var err error
	switch c := p.Content.(type) {
	case plan.HTML:
		err = t.Execute(b, p.Lang, c.Template, c.View())
	case plan.JSON:
		err = writeJSON(b, c.Value())
	case plan.XML:
		err = writeXML(b, c.Value())
	case plan.SearchData:
		err = search.Write(b, c)
	default:
		err = fmt.Errorf("content of type %T is not rendered", c)
	}
	if err != nil {
		return nil, fmt.Errorf("render %s: %w", p.Path, err)
	}
	return b.Bytes(), nil
}

// writeJSON writes a value with its characters as they are: the output is a
// file of its own, never part of an HTML page.
func writeJSON(b *bytes.Buffer, value any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

func writeXML(b *bytes.Buffer, value any) error {
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(b).Encode(value); err != nil {
		return err
	}
	b.WriteByte('\n')
	return nil
}
