// Package href makes the addresses that stand in links between output files. In
// go the files' paths; out come relative addresses, escaped for a URL.
package href

import (
	"net/url"
	"strings"
)

// Relative returns the address of one output file as seen from another, escaped
// for a URL.
func Relative(from, to string) string {
	common := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			common = i + 1
		}
	}
	up := strings.Repeat("../", strings.Count(from[common:], "/"))
	rest := Escape(to[common:])
	if up == "" && strings.Contains(rest, ":") {
		return "./" + rest // or the colon would end a scheme
	}
	return up + rest
}

// Escape escapes a path for a URL, leaving its slashes.
func Escape(p string) string {
	plain := true
	for i := 0; i < len(p) && plain; i++ {
		c := p[i]
		plain = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~/", c) >= 0
	}
	if plain {
		return p
	}
	segments := strings.Split(p, "/")
	for i, s := range segments {
		segments[i] = url.PathEscape(s)
	}
	return strings.Join(segments, "/")
}
