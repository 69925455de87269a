package build_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// TestEveryTextSaysItsLanguage draws a handbook of which half is translated into
// English. Each text of the originals holds the word "gốc", each of the
// translations the word "done", and the interface neither. On every English page,
// the nearest element with a language around a text must name that of the text.
// Attributes and the title of a page can't, and drawings are not read out.
func TestEveryTextSaysItsLanguage(t *testing.T) {
	pages := drawnPages(t, halfTranslated())
	count := 0
	for name, page := range pages {
		if !strings.HasPrefix(name, "en/") {
			continue
		}
		count++
		for n := range page.Descendants() {
			if n.Type != html.TextNode || !strings.ContainsFunc(n.Data, unicode.IsLetter) || unspoken(n) {
				continue
			}
			want := "en"
			if strings.Contains(n.Data, "gốc") || n.Data == "Tiếng Việt" {
				want = "vi"
			}
			if got := langOf(n); got != want {
				t.Errorf("%s: %q is said to be in %s: %s", name, strings.TrimSpace(n.Data), got, trailOf(n))
			} else if strings.Contains(n.Data, "gốc") && strings.Contains(n.Data, "done") {
				t.Errorf("%s: %q is in two languages: %s", name, strings.TrimSpace(n.Data), trailOf(n))
			}
		}
	}
	if count < 50 {
		t.Errorf("only %d pages", count)
	}
}

// unspoken tells whether a text can't have a language, or nobody hears it.
func unspoken(n *html.Node) bool {
	for p := range n.Ancestors() {
		switch p.DataAtom {
		case atom.Title, atom.Script, atom.Style, atom.Svg, atom.Template, atom.Code:
			return true
		}
	}
	return false
}

// langOf returns the language that the elements around a text name.
func langOf(n *html.Node) string {
	for p := range n.Ancestors() {
		if lang := attr(p, "lang"); lang != "" {
			return lang
		}
	}
	return ""
}

// trailOf names the elements around a text, from the outside in.
func trailOf(n *html.Node) string {
	trail := ""
	for p := range n.Ancestors() {
		name := p.Data
		if class := attr(p, "class"); class != "" {
			name += "." + strings.ReplaceAll(class, " ", ".")
		}
		trail = name + " " + trail
	}
	return trail
}

// halfTranslated returns a handbook with two pages of each kind, of which the
// second one is translated.
func halfTranslated() map[string]string {
	files := map[string]string{
		"site.toml": "title = \"Sổ gốc\"\nlanguages = [\"vi\", \"en\"]\nprint = true\n[look]\nfooter = \"Chân gốc\"\n",
	}
	links := "[[persona:1]] [[persona:2]] [[touchpoint:1]] [[touchpoint:2]] [[journey:1]] [[journey:2]] [[notes/1]] [[notes/2]]\n"
	blocks := "```entities\nkind = \"touchpoint\"\n```\n```matrix\nrows = \"touchpoint\"\ncolumns = \"journey\"\n```\n```crosswalk\n```\n" +
		"```emotion-curve\nmodel = \"1\"\n```\n```opportunity-matrix\n```\n```stage-table\njourney = \"1\"\n```\n" +
		"```journey-map\njourney = \"2\"\n```\n```blueprint\nblueprint = \"1\"\n```\n```persona-card\npersona = \"1\"\n```\n```metric\nmetric = \"1\"\n```\n"
	prose := func(word string) string {
		return "\n" + word + "\n\n## Đầu " + word + "\n\n" + links + "\n\n> [!NOTE]\n> Lưu ý " + word + "\n\n### Dưới " + word + "\n\n" + word + " " + links + "\n\n" + blocks
	}
	for name, page := range halfPages() {
		both, texts, _ := strings.Cut(page, "---\n")
		own := "title = \"Tên gốc\"\nsummary = \"Tóm gốc [[persona:1]] [[persona:2]]\"\ntags = [\"thẻ gốc\"]\n"
		for _, id := range []string{"1", "2"} {
			front := strings.ReplaceAll(merge(both, texts, "gốc"), "N", id)
			file := "content/" + strings.ReplaceAll(name, "N", id)
			files[file+".md"] = "+++\n" + own + front + "+++\n" + prose("gốc")
			if id == "2" {
				files[file+".en.md"] = "+++\ntitle = \"Name done\"\nsummary = \"Short done [[persona:1]] [[persona:2]]\"\n" +
					strings.ReplaceAll(merge("", texts, "done"), "N", id) + "+++\n" + prose("done")
			}
		}
	}
	return files
}

// merge joins the front matter that a translation inherits with the texts that it
// replaces, in which W stands for a word of their language.
func merge(both, texts, word string) string { return both + strings.ReplaceAll(texts, "W", word) }

// halfPages returns the front matter of the pages: what both languages share and,
// below three dashes, the texts.
func halfPages() map[string]string {
	all := `["1", "2"]`
	return map[string]string{
		"personas/N":                  "---\nrole = \"R W\"\nquote = \"Q W [[touchpoint:1]]\"\ngoals = [\"G W\"]\npains = [\"P W\"]\nneeds = [\"N W\"]\n[demographics]\n\"Nhãn W\" = \"27 W\"\n",
		"stages/N":                    "phase = \"before\"\nmetrics = [\"1\", \"2\"]\n---\ngoal = \"Goal W\"\n",
		"models/N":                    "stages = " + all + "\ncyclic = true\n---\n",
		"channels/N":                  "medium = \"online\"\n---\n",
		"teams/N":                     "review_every = \"90d\"\n---\n",
		"touchpoints/N":               "stages = " + all + "\npersonas = " + all + "\nchannel = \"N\"\nowner = \"N\"\nreview_every = \"90d\"\n---\npains = [\"Xa W [[persona:1]]\"]\nstandard = \"S W\"\n",
		"journeys/N":                  "model = \"1\"\npersona = \"N\"\nmap = \"day-in-the-life\"\n[[steps]]\nstage = \"1\"\ntouchpoint = \"1\"\nemotion = -2\njourney = \"part-1\"\n[[steps]]\nstage = \"1\"\ntouchpoint = \"2\"\nemotion = 2\nmoment_of_truth = true\njourney = \"part-2\"\naction = \"Làm gốc\"\n---\n",
		"journeys/part-N":             "model = \"1\"\npersona = \"N\"\nmap = \"future-state\"\nfuture_of = \"N\"\nparent = \"1\"\n[[steps]]\nstage = \"2\"\ntouchpoint = \"2\"\nemotion = 1\naction = \"Bước gốc\"\npains = [\"Đau gốc\"]\nnext = \"Tiếp gốc\"\n---\n",
		"blueprints/N":                "journey = \"1\"\n[[steps]]\nstage = \"1\"\ntouchpoint = \"1\"\ntitle = \"B gốc\"\n[[steps.frontstage]]\ntext = \"Chào gốc\"\nowner = \"1\"\nsystem = \"Hệ gốc\"\n---\n",
		"metrics/N":                   "method = \"nps\"\nstages = [\"1\"]\ntouchpoints = " + all + "\nowner = \"1\"\nresults = [{ date = 2026-01-01, promoters = 30, passives = 10, detractors = 10 }]\n---\nquestion = \"Hỏi W\"\ndenominator = \"người W\"\n",
		"opportunities/N":             "touchpoints = " + all + "\nstages = [\"1\"]\njourneys = " + all + "\nimpact = 3\neffort = 2\nowner = \"N\"\nmetric = \"N\"\n---\nhypothesis = \"H W\"\n",
		"glossary/N":                  "---\nsynonyms = [\"Khác W\"]\ndefinition = \"Là W [[term:1]] [[term:2]]\"\n",
		"courses/N/index":             "---\n",
		"courses/N/01-part/index":     "---\n",
		"courses/N/01-part/01-first":  "---\nobjectives = [\"Biết W\"]\nduration = \"5 W\"\n",
		"courses/N/01-part/02-second": "---\nauthor = \"Ai W\"\n",
		"notes/N":                     "weight = N\n---\n",
		"section-N/index":             "---\n",
		"section-N/page":              "---\n",
	}
}
