package theme

import (
	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// catalogs returns the interface strings in each language. What a language lacks
// is taken from the site's own, then from English.
func catalogs(ls layers, languages []locale.Lang) (map[locale.Lang]*locale.Catalog, []diag.Diagnostic) {
	var diags []diag.Diagnostic
	read := map[locale.Lang]map[string]string{}
	for _, lang := range append([]locale.Lang{locale.English}, languages...) {
		if _, done := read[lang]; done {
			continue
		}
		messages := map[string]string{}
		for i := len(ls) - 1; i >= 0; i-- { // the uppermost wins, key by key
			diags = append(diags, readStrings(ls[i]["i18n/"+string(lang)+".toml"], messages)...)
		}
		read[lang] = messages
	}
	all := map[locale.Lang]*locale.Catalog{}
	for _, lang := range languages {
		all[lang] = locale.NewCatalog(lang, read[locale.English], read[languages[0]], read[lang])
	}
	return all, diags
}

// readStrings adds the messages of a file, which may be nil.
func readStrings(file *source.File, messages map[string]string) []diag.Diagnostic {
	if file == nil {
		return nil
	}
	doc := tomlfile.Parse(file, 0, len(file.Text), "a file of interface strings")
	readMessages(doc.Root, "", messages)
	return doc.Diagnostics()
}

// readMessages reads the messages of a table; the keys of tables in tables are
// joined by dots.
func readMessages(t *tomlfile.Table, prefix string, messages map[string]string) {
	for _, key := range t.Keys() {
		name := prefix + key
		if _, nested := t.Any(key).(map[string]any); nested {
			readMessages(t.Table(key, "the table ["+name+"]"), name+".", messages)
		} else if text := t.String(key); text.IsSet() {
			messages[name] = text.V
		}
	}
}
