package markdown

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// typeset appends to dst what Markdown text stands for: escapes and entities
// resolved, quotes, dashes and dots as a typographer sets them. last is the
// character shown before the text, 0 if there is none; the new last one is
// returned. next is the byte that follows the text in the source.
//
// An escaped or encoded character is never changed: \" and &quot; stay straight.
func typeset(dst, raw []byte, last rune, next byte) ([]byte, rune) {
	for i := 0; i < len(raw); {
		n := bytes.IndexAny(raw[i:], `\&"'-.`)
		if n < 0 {
			n = len(raw) - i
		}
		if n > 0 {
			dst = append(dst, raw[i:i+n]...)
			i += n
			last, _ = utf8.DecodeLastRune(raw[:i])
			continue
		}
		var shown string
		shown, n = special(raw[i:], last, next)
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
			shown, n := special(raw[i:], 0, 0)
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
// and how many bytes it takes up.
func special(raw []byte, last rune, next byte) (shown string, n int) {
	switch raw[0] {
	case '\\':
		if len(raw) > 1 && util.IsPunct(raw[1]) {
			return string(raw[1:2]), 2
		}
		return `\`, 1
	case '&':
		return entity(raw)
	case '"':
		return doubleQuote(last, after(raw, 1, next)), 1
	case '\'':
		return singleQuote(raw, last, after(raw, 1, next)), 1
	case '-':
		return dashes(raw, last, next)
	default:
		return dots(raw)
	}
}

// after returns the byte at raw[i], or next if raw ends there.
func after(raw []byte, i int, next byte) byte {
	if i < len(raw) {
		return raw[i]
	}
	return next
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

func singleQuote(raw []byte, last rune, next byte) string {
	switch {
	case !opensAfter(last):
		return "’"
	case util.IsSpace(next):
		return "'"
	case util.IsNumeric(next) && (isDecade(raw[1:]) || !closesSoon(raw[1:])):
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

// isDecade tells whether a text begins as 90s does.
func isDecade(raw []byte) bool {
	rest := bytes.TrimLeft(raw[:min(len(raw), 6)], "0123456789")
	r, _ := utf8.DecodeRune(rest[min(1, len(rest)):])
	return len(rest) > 0 && rest[0] == 's' && !unicode.IsLetter(r)
}

// closesSoon tells whether a single quotation that begins with a digit is closed
// within the next 80 bytes. The bound keeps a row of quotes linear.
func closesSoon(raw []byte) bool {
	raw = raw[:min(len(raw), 80)]
	for i := 1; i < len(raw); i++ {
		r, _ := utf8.DecodeRune(raw[i+1:])
		if raw[i] == '\'' && !util.IsSpace(raw[i-1]) && !unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// dashes makes -- an en dash and --- an em dash. Longer rows and arrows stay.
func dashes(raw []byte, last rune, next byte) (string, int) {
	n := len(raw) - len(bytes.TrimLeft(raw, "-"))
	arrow := last == '<' || after(raw, n, next) == '>'
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
