package markdown

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
)

// address is what the target of a link or image means.
type address struct {
	external string // of a target outside the site, cleaned but not escaped
	link     Link   // of a target inside it
}

// flaw tells why a target can't be used.
type flaw struct {
	code          diag.Code
	message, hint string
}

func (f *flaw) at(place source.Range) diag.Diagnostic {
	return diag.New(f.code, place, "%s", f.message).WithHint("%s", f.hint)
}

const schemeHint = "http, https, mailto, tel and relative links are allowed; images are http, https or relative"

// parseAddress reads the target of a link, its Markdown escapes resolved. What
// is checked is what is put out.
func parseAddress(target string, image bool) (address, *flaw) {
	target = cleanTarget(target)
	switch scheme, ok := schemeOf(target); {
	case target == "":
		return address{}, &flaw{diag.BadPath, "the link has no target", "write the path or address between the parentheses"}
	case strings.HasPrefix(strings.ReplaceAll(target, `\`, "/"), "//"):
		return address{}, &flaw{diag.LinkScheme, "the link has no scheme", "write https: before the slashes"}
	case ok && isAllowed(scheme, image):
		return address{external: target}, nil
	case ok:
		return address{}, &flaw{diag.LinkScheme, `links with "` + scheme + `:" are not allowed`, schemeHint}
	}
	return internalAddress(target, image)
}

// internalAddress takes a relative target apart.
func internalAddress(target string, image bool) (address, *flaw) {
	target, anchor, _ := strings.Cut(target, "#")
	path, _, _ := strings.Cut(target, "?")
	link := Link{Path: percentDecoded(path), Anchor: percentDecoded(anchor), Image: image}
	if _, ok := schemeOf(link.Path); ok {
		return address{}, &flaw{diag.LinkScheme, "the path looks like an address with a scheme", schemeHint}
	}
	if !isPath(link.Path) || !isPath(link.Anchor) {
		return address{}, &flaw{diag.BadPath, "the path holds a backslash, a control character or bytes that are not UTF-8", "divide folders with /"}
	}
	if link.Path == "" && (image || link.Anchor == "") {
		return address{}, &flaw{diag.BadPath, "the link points nowhere", "write the path of a file"}
	}
	return address{link: link}, nil
}

// cleanTarget removes what browsers remove before they look at the scheme:
// control characters anywhere, white space at the ends.
func cleanTarget(target string) string {
	target = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, target)
	return strings.TrimSpace(target)
}

// schemeOf returns what stands before the first colon, if no slash, question
// mark or hash comes earlier. It need not be a well-formed scheme.
func schemeOf(target string) (string, bool) {
	i := strings.IndexAny(target, `:/?#\`)
	if i < 0 || target[i] != ':' {
		return "", false
	}
	return target[:i], true
}

func isAllowed(scheme string, image bool) bool {
	switch strings.ToLower(scheme) {
	case "http", "https":
		return true
	case "mailto", "tel":
		return !image
	}
	return false
}

// percentDecoded resolves %20 and the like; a text in which they are broken
// stays as it is.
func percentDecoded(s string) string {
	if !strings.Contains(s, "%") {
		return locale.NFC(s)
	}
	decoded, err := url.PathUnescape(s)
	if err != nil {
		return locale.NFC(s)
	}
	return locale.NFC(decoded)
}

func isPath(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r == '\\' || unicode.IsControl(r)
	})
}

// offsetIn returns where part starts within whole, if it is a part of it and
// not a copy. goldmark keeps a link's target as a slice of the source, without
// its place; the capacity of a slice tells how far it is from the end.
func offsetIn(whole, part []byte) (int, bool) {
	i := cap(whole) - cap(part)
	if len(part) == 0 || i < 0 || i+len(part) > len(whole) || &whole[i] != &part[0] {
		return 0, false
	}
	return i, bytes.Equal(whole[i:i+len(part)], part)
}
