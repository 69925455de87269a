package build

import (
	"stagecraft/internal/locale"
	"stagecraft/internal/plan"
	"stagecraft/internal/source"
)

// Moves returns, for each page of an earlier state of a site that has another
// address now, the address where it went: the page of the same content file, or
// of one with the same bytes when that was renamed. Pages that are gone for good
// are not in it.
func Moves(before, after *Site) map[string]string {
	gone := missing(before.Pages, after.Pages)
	if len(gone) == 0 {
		return nil
	}
	old, places := before.fileHashes(), after.places()
	moves := map[string]string{}
	for _, p := range gone {
		if to := places.find(p.Lang, p.Source, old[p.Source]); to != "" {
			moves[p.Path] = to
		}
	}
	return moves
}

// missing returns the pages made of a content file to whose addresses a later
// list of pages has nothing. Both lists are sorted by path.
func missing(before, after []plan.Page) []plan.Page {
	var list []plan.Page
	for _, p := range before {
		for len(after) > 0 && after[0].Path < p.Path {
			after = after[1:]
		}
		if p.Source != "" && (len(after) == 0 || after[0].Path != p.Path) {
			list = append(list, p)
		}
	}
	return list
}

// places finds the addresses of pages by what they are made of.
type places struct {
	bySource map[origin]string
	byHash   map[origin]string
}

// origin is the content file of a page in a language, by its path or its bytes.
type origin struct {
	lang locale.Lang
	file any // path or hash
}

func (p places) find(lang locale.Lang, path string, hash source.Hash) string {
	if to := p.bySource[origin{lang, path}]; to != "" {
		return to
	}
	return p.byHash[origin{lang, hash}]
}

func (s *Site) places() places {
	p := places{map[origin]string{}, map[origin]string{}}
	hashes := s.fileHashes()
	for _, page := range s.Pages {
		html, ok := page.Content.(plan.HTML)
		if !ok || html.Template == "redirect" || page.Source == "" {
			continue
		}
		p.bySource[origin{page.Lang, page.Source}] = page.Path
		p.byHash[origin{page.Lang, hashes[page.Source]}] = page.Path
	}
	return p
}

// fileHashes returns the hashes of the content files by their paths.
func (s *Site) fileHashes() map[string]source.Hash {
	hashes := make(map[string]source.Hash, len(s.Graph.Nodes))
	for _, n := range s.Graph.Nodes {
		for _, lang := range s.Config.Languages {
			f := n.FileIn(lang)
			hashes[f.Path] = f.Hash
		}
	}
	return hashes
}
