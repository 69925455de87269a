package locale

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Catalog holds the interface strings of one language. It does not change
// after it is made.
type Catalog struct {
	lang     Lang
	tag      language.Tag // of lang: parsed once, asked for each plural
	messages map[string]string
}

// NewCatalog returns the catalog of lang with the messages of all layers. Later
// layers win, key by key: put the fallback language first, then the language
// itself, then what a site changes. The maps are copied.
//
// A message holds placeholders {0}, {1}, …. One that depends on a count has a
// key for each plural form of its language, as CLDR names them: "pages.one"
// and "pages.other" in English, "pages.other" alone in Vietnamese.
func NewCatalog(lang Lang, layers ...map[string]string) *Catalog {
	messages := make(map[string]string)
	for _, layer := range layers {
		maps.Copy(messages, layer)
	}
	return &Catalog{lang: lang, tag: lang.tag(), messages: messages}
}

// Text returns the message of key with its placeholders replaced, and whether
// there is such a message; if not, it returns the key in white square brackets,
// ⟦key⟧, which a page shows without breaking.
//
// The first int among args chooses the plural form. If the message lacks that
// form, the form "other" stands for it, then the bare key. In the text, an int
// is written as [FormatNumber] does, "1.234"; a number that must not be
// grouped, such as a year, is passed as a string. Values of other types than
// int and string, and placeholders without an argument, stay as {n}.
func (c *Catalog) Text(key string, args ...any) (string, bool) {
	if message, ok := c.messages[key]; ok && len(args) == 0 {
		return message, true // nearly always
	}
	message, ok := c.lookup(key, args)
	if !ok {
		return "⟦" + key + "⟧", false
	}
	return c.substitute(message, args), true
}

// Keys returns the keys of all messages, each plural form by itself, sorted by
// bytes.
func (c *Catalog) Keys() []string {
	return slices.Sorted(maps.Keys(c.messages))
}

func (c *Catalog) lookup(key string, args []any) (message string, ok bool) {
	candidates := []string{key, key + ".other"}
	if count, counted := firstInt(args); counted {
		candidates = []string{key + "." + c.pluralForm(count), key + ".other", key}
	}
	for _, candidate := range candidates {
		if message, ok = c.messages[candidate]; ok {
			return message, true
		}
	}
	return "", false
}

func firstInt(args []any) (n int, ok bool) {
	for _, arg := range args {
		if n, ok = arg.(int); ok {
			return n, true
		}
	}
	return 0, false
}

// pluralForm returns CLDR's name of the form that n things take.
func (c *Catalog) pluralForm(n int) string {
	if n < 0 { // MatchPlural wants the absolute value, and −MinInt is no int
		n = -max(n, -math.MaxInt)
	}
	switch plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	default:
		return "other"
	}
}

// substitute replaces each {n} of message in one pass, so that a placeholder
// within an argument stays text.
func (c *Catalog) substitute(message string, args []any) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(message, '{')
		if open < 0 || len(args) == 0 {
			b.WriteString(message)
			return b.String()
		}
		length := strings.IndexByte(message[open:], '}')
		if length < 0 {
			b.WriteString(message)
			return b.String()
		}
		b.WriteString(message[:open])
		if value, ok := c.argument(message[open+1:open+length], args); ok {
			b.WriteString(value)
			message = message[open+length+1:]
			continue
		}
		b.WriteByte('{')
		message = message[open+1:]
	}
}

// argument returns the text of the argument with that number.
func (c *Catalog) argument(number string, args []any) (string, bool) {
	i, err := strconv.ParseUint(number, 10, 8)
	if err != nil || int(i) >= len(args) {
		return "", false
	}
	switch arg := args[i].(type) {
	case string:
		return arg, true
	case int:
		return FormatNumber(c.lang, float64(arg), 0), true
	default:
		return "", false
	}
}
