package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// typeset appends to dst what the Markdown text src[start:stop] stands for:
// escapes and entities resolved, quotes, dashes and dots as a typographer sets
// them. last is the character shown before it, 0 if there is none; the new last
// one is returned. What follows the text in src is looked at, too, because
// goldmark divides text at places that mean nothing.
//
// An escaped or encoded character is never changed: \" and &quot; stay straight.
func typeset(dst, src []byte, start, stop int, last rune) ([]byte, rune) {
	for i := start; i < stop; {
		n := bytes.IndexAny(src[i:stop], "\\&\"'-.")
		if n < 0 {
			n = stop - i
		}
		if n > 0 {
			dst = append(dst, src[i:i+n]...)
			i += n
			last, _ = utf8.DecodeLastRune(src[:i])
			continue
		}
		var shown string
		shown, n = special(src[i:stop], src[stop:], last)
		dst = append(dst, shown...)
		last, _ = utf8.DecodeLastRuneInString(shown)
		i += n
	}
	return dst, last
}

// unescape returns raw with its escapes and entities resolved and all else as
// it is.
func unescape(raw []byte) []byte {
	if bytes.IndexAny(raw, `\&`) < 0 {
		return raw
	}
	dst := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); {
		switch raw[i] {
		case '\\', '&':
			shown, n := special(raw[i:], nil, 0)
			dst = append(dst, shown...)
			i += n
		default:
			dst = append(dst, raw[i])
			i++
		}
	}
	return dst
}

// special returns what is shown for the special character at the start of raw,
// and how many bytes it takes up. rest is what follows raw.
func special(raw, rest []byte, last rune) (shown string, n int) {
	switch raw[0] {
	case '\\':
		if len(raw) > 1 && util.IsPunct(raw[1]) {
			return string(raw[1:2]), 2
		}
		return `\`, 1
	case '&':
		return entity(raw)
	case '"':
		return doubleQuote(last, after(raw, rest, 1)), 1
	case '\'':
		return singleQuote(raw, rest, last), 1
	case '-':
		return dashes(raw, rest, last)
	default:
		return dots(raw)
	}
}

// after returns the byte at i in raw and rest together; at their end, a line end.
func after(raw, rest []byte, i int) byte {
	if i < len(raw) {
		return raw[i]
	}
	if i -= len(raw); i < len(rest) {
		return rest[i]
	}
	return '\n'
}

func doubleQuote(last rune, next byte) string {
	switch {
	case !opensAfter(last):
		return "”"
	case util.IsSpace(next): // it stands alone
		return `"`
	default:
		return "“"
	}
}

func singleQuote(raw, rest []byte, last rune) string {
	next := after(raw, rest, 1)
	switch {
	case !opensAfter(last):
		return "’"
	case util.IsSpace(next):
		return "'"
	case util.IsNumeric(next) && (isDecade(ahead(raw, rest)) || !closesSoon(ahead(raw, rest))):
		return "’"
	default:
		return "‘"
	}
}

// opensAfter tells whether a quotation mark after this character is an opening
// one.
func opensAfter(last rune) bool {
	return last == 0 || last == '/' || unicode.IsSpace(last) || unicode.In(last, unicode.Ps, unicode.Pi, unicode.Pd)
}

// ahead returns the up to 80 bytes of the line that follow the first of raw. The
// bound keeps a row of quotes linear.
func ahead(raw, rest []byte) []byte {
	text := raw[1:min(len(raw), 81)]
	if len(text) < 80 {
		text = append(slices.Clip(text), rest[:min(len(rest), 80-len(text))]...)
	}
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	return line
}

// isDecade tells whether a text begins as 90s does.
func isDecade(text []byte) bool {
	text = bytes.TrimLeft(text[:min(len(text), 8)], "0123456789")
	return len(text) > 0 && text[0] == 's' && !startsWithLetter(text[1:])
}

// closesSoon tells whether a single quotation is closed in the text.
func closesSoon(text []byte) bool {
	for i := 1; i < len(text); i++ {
		if text[i] == '\'' && !util.IsSpace(text[i-1]) && !startsWithLetter(text[i+1:]) {
			return true
		}
	}
	return false
}

func startsWithLetter(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return unicode.IsLetter(r)
}

// dashes makes -- an en dash and --- an em dash. Longer rows and arrows stay.
func dashes(raw, rest []byte, last rune) (string, int) {
	n := len(raw) - len(bytes.TrimLeft(raw, "-"))
	arrow := last == '<' || after(raw, rest, n) == '>'
	switch {
	case n == 2 && !arrow:
		return "–", n
	case n == 3 && !arrow:
		return "—", n
	default:
		return string(raw[:n]), n
	}
}

func dots(raw []byte) (string, int) {
	n := len(raw) - len(bytes.TrimLeft(raw, "."))
	if n == 3 {
		return "…", n
	}
	return string(raw[:n]), n
}

// maxEntity is above the length of every named entity.
const maxEntity = 40

// entity resolves the entity at the start of raw, if there is one.
func entity(raw []byte) (string, int) {
	end := bytes.IndexByte(raw[:min(len(raw), maxEntity)], ';')
	if end < 2 {
		return "&", 1
	}
	name := string(raw[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base := name[1:], 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	// CommonMark allows seven digits, or six of the hexadecimal ones.
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 || base == 16 && len(digits) > 6 {
		return "&", 1
	}
	return string(util.ToValidRune(rune(code))), end + 1
}
