package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// TestTranslatedPagesAreOrderedAsIfTheyWereOriginals builds a handbook twice: in
// one language with translations, and in the language of the translations alone.
// Every page must then say the same in the same order, whatever the order of the
// original titles.
func TestTranslatedPagesAreOrderedAsIfTheyWereOriginals(t *testing.T) {
	settings := "title = \"T\"\nprint = true\nlanguage = %q\nlanguages = [%s]\n"
	translated := map[string]string{"site.toml": fmt.Sprintf(settings, "vi", `"vi", "en"`)}
	original := map[string]string{"site.toml": fmt.Sprintf(settings, "en", `"en"`)}
	for name, page := range orderedPages() {
		for i, id := range []string{"1", "2", "3"} {
			file := "content/" + strings.ReplaceAll(name, "N", id)
			front := strings.ReplaceAll(page, "N", id)
			own, other := "title = \"T"+string("ABC"[i])+"\"\n", "title = \"T"+string("ZYX"[i])+"\"\n"
			translated[file+".md"] = "+++\n" + own + front
			translated[file+".en.md"] = "+++\n" + other + "+++\n" + prose(front)
			original[file+".md"] = "+++\n" + other + front
		}
	}
	got, want := drawnPages(t, translated), drawnPages(t, original)
	if len(want) < 50 {
		t.Fatalf("only %d pages", len(want))
	}
	for name, page := range want {
		if name == "404.html" {
			continue // there is one for all languages
		}
		is, shall := said(got["en/"+name]), said(page)
		for i := range max(len(is), len(shall)) {
			if i >= len(is) || i >= len(shall) || is[i] != shall[i] {
				t.Errorf("en/%s says\n%q, want\n%q", name, is[i:min(i+12, len(is))], shall[i:min(i+12, len(shall))])
				break
			}
		}
	}
}

// orderedPages returns the front matter and prose of three pages of each kind that
// have to do with each other, by their paths; N stands for their numbers.
func orderedPages() map[string]string {
	all := `["1", "2", "3"]`
	mentions := "[[persona:1]] [[touchpoint:1]] [[metric:1]] [[team:1]] [[term:1]] [[journey:1]] [[stage:1]] [[notes/1]]\n"
	steps := ""
	for _, id := range []string{"1", "2", "3"} {
		steps += "[[steps]]\nstage = \"" + id + "\"\ntouchpoint = \"" + id + "\"\nemotion = -2\npains = [\"Slow\"]\n" +
			"[[steps]]\nstage = \"1\"\ntouchpoint = \"1\"\nemotion = 2\n"
	}
	blocks := "```entities\nkind = \"touchpoint\"\n```\n```matrix\nrows = \"touchpoint\"\ncolumns = \"journey\"\n```\n```crosswalk\n```\n" +
		"```emotion-curve\nmodel = \"1\"\n```\n```opportunity-matrix\n```\n"
	return map[string]string{
		"personas/N":                 "review_every = \"90d\"\nowner = \"N\"\n+++\n" + mentions,
		"stages/N":                   "phase = \"before\"\nmetrics = [\"1\"]\n+++\n" + mentions,
		"models/N":                   "stages = " + all + "\n+++\n" + mentions,
		"channels/N":                 "medium = \"online\"\n+++\n" + mentions,
		"teams/N":                    "review_every = \"90d\"\n+++\n" + mentions,
		"touchpoints/N":              "stages = " + all + "\npersonas = " + all + "\nchannel = \"1\"\nowner = \"1\"\npains = [\"Far\"]\nreview_every = \"90d\"\n+++\n" + mentions,
		"touchpoints/more/lost-N":    "channel = \"N\"\n+++\n" + mentions,
		"journeys/N":                 "model = \"1\"\npersona = \"1\"\nmap = \"current-state\"\n" + steps + "+++\n" + mentions,
		"journeys/part-N":            "model = \"1\"\npersona = \"1\"\nmap = \"future-state\"\nfuture_of = \"1\"\nparent = \"2\"\n[[steps]]\nstage = \"1\"\njourney = \"3\"\n+++\n" + mentions,
		"blueprints/N":               "journey = \"1\"\n[[steps]]\nstage = \"1\"\ntouchpoint = \"1\"\nfrontstage = [\"Greets\"]\n+++\n" + mentions,
		"metrics/N":                  "method = \"nps\"\nstages = [\"1\"]\ntouchpoints = [\"1\"]\nowner = \"1\"\n+++\n" + mentions,
		"opportunities/N":            "touchpoints = [\"1\"]\nstages = [\"1\"]\njourneys = " + all + "\nmetric = \"1\"\nimpact = N\neffort = N\nowner = \"N\"\n+++\n" + mentions,
		"glossary/N":                 "synonyms = [\"Other N\"]\ndefinition = \"What N is.\"\n+++\n",
		"courses/N/index":            "+++\n" + mentions,
		"courses/N/01-part/index":    "+++\n",
		"courses/N/01-part/01-first": "+++\n" + mentions,
		"notes/N":                    "+++\n" + mentions + blocks,
		"notes-N/index":              "+++\n" + mentions,
		"notes-N/page":               "weight = N\n+++\n",
	}
}

// prose returns what stands below front matter.
func prose(page string) string {
	_, after, _ := strings.Cut(page, "+++\n")
	return after
}

// said returns the texts of a page: those of its menu and its main part.
func said(page *html.Node) []string {
	var texts []string
	if page == nil {
		return nil
	}
	for n := range page.Descendants() {
		if n.DataAtom != atom.Main && (n.DataAtom != atom.Details || attr(n, "class") != "menu") {
			continue
		}
		for c := range n.Descendants() {
			if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" && !slices.Contains([]atom.Atom{atom.Style, atom.Script}, c.Parent.DataAtom) {
				texts = append(texts, strings.TrimSpace(c.Data))
			}
		}
	}
	return texts
}
