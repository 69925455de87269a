package config

import (
	"net/url"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/tomlfile"
)

// pathMark stands in edit_url for the path of a page's file.
const pathMark = "{path}"

// readEditURL reads where the files of pages can be changed.
func readEditURL(t *tomlfile.Table) string {
	s := t.String("edit_url")
	if s.V == "" {
		return ""
	}
	u, err := url.Parse(strings.ReplaceAll(s.V, pathMark, "path"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || !strings.Contains(s.V, pathMark) {
		t.Report(diag.New(diag.InvalidValue, s.At, "%q is not an address with {path} in it", s.V).
			WithHint("write where the files can be changed: \"https://example.com/handbook/edit/main/{path}\""))
		return ""
	}
	return s.V
}

// Edit returns where a file of the site can be changed; empty without edit_url.
// The path is one of a URL already: escaped.
func (c Config) Edit(path string) string { return strings.ReplaceAll(c.EditURL, pathMark, path) }
