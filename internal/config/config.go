// Package config reads site.toml, the settings of a whole site.
//
// In goes the file; out comes a Config in which every setting has a value that
// can be used, with diagnostics for those that were wrong.
package config

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/markdown"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// Name is the name of the file.
const Name = "site.toml"

// Config holds the settings of a site.
type Config struct {
	Title        string
	Description  string
	Languages    []locale.Lang // the site's own first; never empty
	BaseURL      string        // absolute, ending in a slash; empty when not set
	Theme        string
	Look         Look
	LastChange   LastChange
	Directories  bool   // pages are written as name/index.html
	RawHTML      bool   // raw HTML in Markdown passes through
	Search       bool   // readers can search the site
	LinkTerms    bool   // the first mention of a term in prose leads to it
	EditURL      string // where {path} is the path of a page's file; empty when not set
	LLMs         bool   // llms.txt, and each page as Markdown beside it
	Print        bool   // print.html holds the whole handbook
	Broken       bool   // site.toml can't be read, and nothing else here is the author's
	Translations map[locale.Lang]Translation
	Extra        map[string]any
}

// Translation holds the texts of a site in another language.
type Translation struct {
	Title, Description string
	Footer             *markdown.Body // of the Look; nil when not set
}

// Language returns the site's own language.
func (c Config) Language() locale.Lang { return c.Languages[0] }

// TitleIn returns the site's title in a language, or in its own.
func (c Config) TitleIn(lang locale.Lang) string {
	if t := c.Translations[lang].Title; t != "" {
		return t
	}
	return c.Title
}

// DescriptionIn returns the site's description in a language, or in its own.
func (c Config) DescriptionIn(lang locale.Lang) string {
	if d := c.Translations[lang].Description; d != "" {
		return d
	}
	return c.Description
}

// FooterIn returns the site's footer in a language, or in its own; nil when it has
// none.
func (c Config) FooterIn(lang locale.Lang) *markdown.Body {
	if f := c.Translations[lang].Footer; f != nil {
		return f
	}
	return c.Look.Footer
}

var themeName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// Parse reads site.toml.
func Parse(file *source.File) (Config, []diag.Diagnostic) {
	c := Config{Languages: []locale.Lang{locale.Vietnamese}, Theme: "default", Search: true, LinkTerms: true}
	if bad, ok := diag.OfText(file); ok {
		c.Broken = true
		return c, []diag.Diagnostic{bad}
	}
	doc := tomlfile.Parse(file, 0, len(file.Text), Name)
	if c.Broken = !doc.OK(); !c.Broken {
		c.read(doc.Root)
	}
	return c, doc.Diagnostics()
}

func (c *Config) read(t *tomlfile.Table) {
	t.Require("title", `"Our handbook"`)
	c.Title = t.String("title").V
	c.Description = t.String("description").V
	c.Languages = readLanguages(t)
	c.BaseURL = readBaseURL(t)
	c.EditURL = readEditURL(t)
	c.LastChange = readLastChange(t)
	if name := t.String("theme"); name.IsSet() {
		c.Theme = name.V
		if !themeName.MatchString(name.V) {
			t.Report(diag.New(diag.UnknownTheme, name.At, "%q can't be the name of a theme", name.V).
				WithHint("write the name of a folder in themes/: lower-case letters, digits and hyphens"))
			c.Theme = "default"
		}
	}
	c.Look = readLook(t)
	c.Directories = t.Enum("urls", "flat", "directory").V == "directory"
	if search := t.Bool("search"); search.IsSet() {
		c.Search = search.V
	}
	if links := t.Bool("link_terms"); links.IsSet() {
		c.LinkTerms = links.V
	}
	c.LLMs = t.Bool("llms").V
	c.Print = t.Bool("print").V
	c.RawHTML = t.Table("markdown", "the table [markdown]").Bool("raw_html").V
	c.Translations = readTranslations(t, c.Languages)
	c.Extra = t.Free("extra")
}

// readLanguages returns the languages with the site's own in front.
func readLanguages(t *tomlfile.Table) []locale.Lang {
	own := locale.Vietnamese
	if lang, ok := readLanguage(t, t.String("language")); ok {
		own = lang
	}
	languages := []locale.Lang{own}
	for _, s := range t.Strings("languages") {
		if lang, ok := readLanguage(t, s); ok && !slices.Contains(languages, lang) {
			languages = append(languages, lang)
		}
	}
	return languages
}

func readLanguage(t *tomlfile.Table, s tomlfile.String) (locale.Lang, bool) {
	if !s.IsSet() {
		return "", false
	}
	lang, err := locale.ParseLang(s.V)
	if err != nil {
		t.Report(diag.New(diag.InvalidValue, s.At, "%q is not a language", s.V).
			WithHint("write a language tag such as \"vi\" or \"en\""))
		return "", false
	}
	return lang, true
}

func readBaseURL(t *tomlfile.Table) string {
	s := t.String("base_url")
	if s.V == "" {
		return ""
	}
	u, err := url.Parse(s.V)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		t.Report(diag.New(diag.InvalidValue, s.At, "%q is not the address of a site", s.V).
			WithHint("write where the site will stand: \"https://example.com/handbook/\""))
		return ""
	}
	return strings.TrimSuffix(s.V, "/") + "/"
}

func readTranslations(t *tomlfile.Table, languages []locale.Lang) map[locale.Lang]Translation {
	all := t.Table("translations", "the table [translations]")
	translations := map[locale.Lang]Translation{}
	for _, lang := range languages[1:] {
		if one := all.Table(string(lang), "a table of [translations]"); one != nil {
			translations[lang] = Translation{one.String("title").V, one.String("description").V, readInline(one, "footer")}
		}
	}
	return translations
}
