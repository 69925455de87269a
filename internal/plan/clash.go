package plan

import (
	"path"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
)

// clashes reports outputs that two sources would write, also on disks that
// ignore case.
func clashes(pages []Page) []diag.Diagnostic {
	var diags []diag.Diagnostic
	seen := make(map[string]int, len(pages)) // folded path → place in pages
	folders := outputFolders(pages)
	for i, p := range pages {
		folded := foldPath(p.Path)
		at, clash := seen[folded]
		if !clash {
			seen[folded] = i
			at, clash = folders[folded]
		}
		if clash {
			diags = append(diags, outputClash(p, pages[at], p.Path))
		}
	}
	return diags
}

// outputClash is the diagnostic for two pages with one address. What can be
// renamed is named first.
func outputClash(a, b Page, outPath string) diag.Diagnostic {
	if a.Source == "" {
		a, b = b, a
	}
	d := diag.OfPath(diag.OutputClash, a.Source, "%s and %s would both be written to %s", describe(a), describe(b), outPath)
	if b.Source == "" {
		return d.WithHint("rename the file: that address is taken")
	}
	return d.WithHint("rename one of the files, or give it another id")
}

// outputFolders returns the folded paths of all folders, each with the place of the
// last page in it. Pages are sorted, so those of one folder mostly stand together.
func outputFolders(pages []Page) map[string]int {
	folders := map[string]int{}
	for i, p := range pages {
		dir := path.Dir(p.Path)
		if i+1 < len(pages) && path.Dir(pages[i+1].Path) == dir {
			continue
		}
		for ; dir != "."; dir = path.Dir(dir) {
			folders[foldPath(dir)] = i
		}
	}
	return folders
}

func foldPath(p string) string { return strings.ToLower(locale.NFC(p)) }

// describe names the file that a page is made of, or what stagecraft makes
// without one.
func describe(p Page) string {
	if p.Source != "" {
		return p.Source
	}
	switch p.Content.(type) {
	case SearchData, SearchPanel:
		return "the data of the search"
	case Cards:
		return "the data of the cards"
	case LLMs:
		return "the list of all pages for language models"
	case Transcript:
		return "the Markdown of a page that stagecraft makes itself"
	case Data:
		return "a file of the theme"
	case JSON:
		return "the handbook as data"
	case XML:
		return describeXML(p.Path)
	}
	return "a page that stagecraft makes itself"
}

func describeXML(outPath string) string {
	if path.Base(outPath) == "sitemap.xml" {
		return "the sitemap"
	}
	return "the feed"
}
