// Package locale holds what depends on a human language: text folded for
// search, slugs, collation, numbers and dates for people, reading time, and
// the interface strings.
//
// In go strings and values of any quality, bytes that are not UTF-8 included;
// out come strings for pages, file names and sort keys. Nothing fails except
// [ParseLang], on a tag that names no language.
//
// What must stay true: a result depends on the arguments alone, never on the
// machine's locale, time zone or clock, because two builds of one input are
// byte-identical. [NFC], [Fold] and [Slug] are idempotent. A [Collator]'s order
// is total. Everything may be used from several goroutines.
package locale

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Lang is a BCP 47 language tag in lower case, as it stands in file names and
// folders: "vi", "en", "pt-br". Get one from [ParseLang]; any other text
// behaves as a language without rules of its own.
type Lang string

// The languages that have rules of their own throughout the package.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// maxTag is the length up to which RFC 5646 section 4.4.1 asks every program
// to accept a tag; all that is longer is taken for a mistake.
const maxTag = 35

// ParseLang returns the canonical form of a BCP 47 tag in any case, with
// hyphens or underscores: "pt_BR" is "pt-br". It is an error if the tag is
// empty, malformed, longer than 35 bytes, or names no known language.
func ParseLang(tag string) (Lang, error) {
	if len(tag) > maxTag {
		return "", fmt.Errorf("parse language tag: %d bytes, more than %d", len(tag), maxTag)
	}
	t, err := language.Parse(tag)
	if err != nil {
		return "", fmt.Errorf("parse language tag %q: %w", tag, err)
	}
	if base, _, _ := t.Raw(); base.String() == "und" {
		return "", fmt.Errorf("parse language tag %q: it names no language", tag)
	}
	return Lang(strings.ToLower(t.String())), nil
}

// tag returns l as x/text wants it. It never fails: what cannot be parsed
// becomes the undetermined language.
func (l Lang) tag() language.Tag { return language.Make(string(l)) }

// base returns the language alone: "pt" for "pt-br".
func (l Lang) base() Lang {
	base, _, _ := strings.Cut(string(l), "-")
	return Lang(base)
}
