// Package sitegen makes handbooks of any size for benchmarks and property
// tests: Vietnamese prose, kinds and links in realistic shares, about 3 KB a
// page. The same number of pages and seed give the same bytes everywhere.
package sitegen

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Site holds the files of a site by their paths.
type Site map[string][]byte

// perLine is how many pages a line of business has before there is another.
const perLine = 10_000

// Generate returns a site of about the given number of content pages, at least
// 40. All references and links are good. A large site is one of several lines of
// business, each with a model, stages, channels, teams and personas of its own:
// none of them is mentioned by ever more pages.
func Generate(pages int, seed uint64) Site {
	g := &generator{site: Site{}, rand: rand.New(rand.NewPCG(seed, 1)), lines: max(1, pages/perLine)}
	g.site["site.toml"] = []byte("title = \"Sổ tay thử nghiệm\"\nbase_url = \"https://example.com/\"\n")
	for line := range g.lines {
		g.frame(line)
	}
	rest := max(pages, 40) - len(g.site) + 1
	g.ids = counts{
		touchpoints:   rest * 40 / 100,
		journeys:      max(1, rest*5/100),
		metrics:       max(1, rest*3/100),
		opportunities: rest * 5 / 100,
		terms:         rest * 12 / 100,
		lessons:       rest * 25 / 100,
	}
	for i := range g.ids.touchpoints {
		g.touchpoint(i)
	}
	for i := range g.ids.journeys {
		g.journey(i)
	}
	for i := range g.ids.metrics {
		g.metric(i)
	}
	for i := range g.ids.opportunities {
		g.opportunity(i)
	}
	for i := range g.ids.terms {
		g.put(fmt.Sprintf("glossary/term-%d", i), termTitle(i), fmt.Sprintf("definition = %q\n", g.sentence()))
	}
	g.lessons()
	for i := 0; len(g.site)-1 < pages; i++ {
		g.put(fmt.Sprintf("guide/page-%d", i), g.title(), "")
	}
	return g.site
}

type counts struct{ touchpoints, journeys, metrics, opportunities, terms, lessons int }

type generator struct {
	site  Site
	rand  *rand.Rand
	ids   counts
	lines int // of business
}

func stages(line int) []string {
	return of(line, "awareness", "consideration", "decision", "retention", "loyalty")
}
func channels(line int) []string { return of(line, "website", "email", "store", "zalo", "hotline") }
func teams(line int) []string    { return of(line, "marketing", "sales", "care") }
func personas(line int) []string { return of(line, "linh", "quan", "hanh") }

// of returns the ids that pages have in a line of business; in the first one they
// are the plain ones.
func of(line int, ids ...string) []string {
	for i := range ids {
		if line > 0 {
			ids[i] += fmt.Sprintf("-%d", line+1)
		}
	}
	return ids
}

// member returns the number of a page out of so many that is of the same line of
// business as the page with number i.
func (g *generator) member(i, of int) int {
	line := i % g.lines
	return g.rand.IntN((of-line+g.lines-1)/g.lines)*g.lines + line
}

// words are the syllables of the prose.
func words() []string {
	return strings.Fields(`khách hàng tìm hiểu sản phẩm trên trang web rồi so sánh giá ở nhiều cửa hàng
trước khi quyết định mua đội chăm sóc trả lời câu hỏi trong ngày và ghi lại điểm đau để cải thiện hành trình
mỗi giai đoạn có mục tiêu riêng cảm xúc thay đổi theo từng bước người bán giới thiệu cách dùng đơn giản đơn hàng
được giao đúng hẹn bảo hành rõ ràng giúp khách yên tâm quay lại giới thiệu bạn bè`)
}

func pick[T any](g *generator, list []T) T { return list[g.rand.IntN(len(list))] }

// termTitle returns the title of a term: words of the prose, which says it in full
// only where it mentions the term.
func termTitle(i int) string {
	all := words()
	at := i % (len(all) - 1)
	return fmt.Sprintf("%s %s %d", all[at], all[at+1], i)
}

// frame writes the few pages that the others of a line of business lean on.
func (g *generator) frame(line int) {
	for i, s := range stages(line) {
		phase := []string{"before", "before", "during", "after", "after"}[i]
		g.put("stages/"+s, g.title(), fmt.Sprintf("phase = %q\ngoal = %q\n", phase, g.sentence()))
	}
	g.put("models/"+of(line, "five")[0], "Năm giai đoạn", fmt.Sprintf("stages = [%s]\n", quoted(stages(line))))
	for _, c := range channels(line) {
		g.put("channels/"+c, g.title(), "medium = \"online\"\n")
	}
	for _, t := range teams(line) {
		g.put("teams/"+t, g.title(), "")
	}
	for _, p := range personas(line) {
		g.put("personas/"+p, g.title(), fmt.Sprintf("goals = [%q, %q]\nchannels = [%q]\n", g.sentence(), g.sentence(), channels(line)[0]))
	}
}

func quoted(list []string) string { return `"` + strings.Join(list, `", "`) + `"` }

func (g *generator) touchpoint(i int) {
	line := i % g.lines
	g.put(fmt.Sprintf("touchpoints/%s/touchpoint-%d", pick(g, channels(line)), i), g.title(), fmt.Sprintf(
		"stages = [%q]\npersonas = [%q]\nchannel = %q\nowner = %q\ninfluence = %d\nemotion = %d\nactions = [%q]\npains = [%q]\ngains = [%q]\n",
		pick(g, stages(line)), pick(g, personas(line)), pick(g, channels(line)), pick(g, teams(line)),
		1+g.rand.IntN(5), g.rand.IntN(5)-2, g.sentence(), g.sentence(), g.sentence()))
}

func (g *generator) journey(i int) {
	line := i % g.lines
	var b strings.Builder
	fmt.Fprintf(&b, "map = \"current-state\"\npersona = %q\nmodel = %q\nowner = %q\n", pick(g, personas(line)), of(line, "five")[0], pick(g, teams(line)))
	for _, s := range stages(line) {
		for range 2 {
			fmt.Fprintf(&b, "\n[[steps]]\nstage = %q\ntitle = %q\ntouchpoint = \"touchpoint-%d\"\naction = %q\nthought = %q\nemotion = %d\npains = [%q]\n",
				s, g.title(), g.member(i, g.ids.touchpoints), g.sentence(), g.sentence(), g.rand.IntN(5)-2, g.sentence())
		}
	}
	g.put(fmt.Sprintf("journeys/journey-%d", i), g.title(), b.String())
}

func (g *generator) metric(i int) {
	var b strings.Builder
	fmt.Fprintf(&b, "method = \"nps\"\ndirection = \"up\"\ntarget = 40\nstages = [%q]\ntouchpoints = [\"touchpoint-%d\"]\n",
		pick(g, stages(i%g.lines)), g.member(i, g.ids.touchpoints))
	for quarter := range 4 {
		fmt.Fprintf(&b, "\n[[results]]\ndate = 2026-%02d-28\npromoters = %d\npassives = %d\ndetractors = %d\n",
			3*quarter+2, 30+g.rand.IntN(40), g.rand.IntN(40), g.rand.IntN(30))
	}
	g.put(fmt.Sprintf("metrics/metric-%d", i), g.title(), b.String())
}

func (g *generator) opportunity(i int) {
	g.put(fmt.Sprintf("opportunities/opportunity-%d", i), g.title(), fmt.Sprintf(
		"touchpoints = [\"touchpoint-%d\"]\nstages = [%q]\njourneys = [\"journey-%d\"]\nimpact = %d\neffort = %d\nhypothesis = %q\nmetric = \"metric-%d\"\n",
		g.member(i, g.ids.touchpoints), pick(g, stages(i%g.lines)), g.member(i, g.ids.journeys),
		1+g.rand.IntN(5), 1+g.rand.IntN(5), g.sentence(), g.member(i, g.ids.metrics)))
}

// lessons writes courses of four sections with ten lessons each.
func (g *generator) lessons() {
	for i := 0; i < g.ids.lessons; i++ {
		course := fmt.Sprintf("courses/course-%d", i/40)
		section := fmt.Sprintf("%s/%02d-section-%[2]d", course, i%40/10+1)
		if i%40 == 0 {
			g.put(course+"/index", g.title(), "")
		}
		if i%10 == 0 {
			g.put(section+"/index", g.title(), "")
		}
		g.put(fmt.Sprintf("%s/%02d-lesson-%d", section, i%10+1, i), g.title(), fmt.Sprintf("objectives = [%q]\n", g.sentence()))
	}
}

// put writes a page with prose of about 2.5 KB.
func (g *generator) put(name, title, keys string) {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\nsummary = %q\n%s+++\n\n", title, g.sentence(), keys)
	for section := range 3 {
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", g.title(), g.paragraph())
		switch section {
		case 0:
			fmt.Fprintf(&b, "- %s\n- **%s**\n- %s\n\n", g.sentence(), g.sentence(), g.link())
		case 1:
			fmt.Fprintf(&b, "| Bước | Việc |\n| --- | --- |\n| 1 | %s |\n| 2 | %s |\n\n", g.sentence(), g.sentence())
		}
	}
	g.site["content/"+name+".md"] = []byte(b.String())
}

func (g *generator) link() string {
	if g.ids.touchpoints == 0 {
		return "[[stage:awareness]]"
	}
	switch g.rand.IntN(4) {
	case 0:
		return fmt.Sprintf("[[journey-%d]]", g.rand.IntN(g.ids.journeys))
	case 1:
		return fmt.Sprintf("[[term-%d|%s]]", g.rand.IntN(g.ids.terms), g.title())
	}
	return fmt.Sprintf("[[touchpoint-%d]]", g.rand.IntN(g.ids.touchpoints))
}

func (g *generator) paragraph() string {
	var b strings.Builder
	for i := range 5 {
		b.WriteString(g.sentence())
		if i == 2 {
			b.WriteString(" Xem thêm " + g.link() + ".")
			if g.ids.terms > 0 {
				b.WriteString(" Đó là " + termTitle(g.rand.IntN(g.ids.terms)) + ".")
			}
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func (g *generator) sentence() string { return g.phrase(9+g.rand.IntN(8)) + "." }
func (g *generator) title() string    { return g.phrase(3 + g.rand.IntN(3)) }

func (g *generator) phrase(n int) string {
	all := words()
	at := g.rand.IntN(len(all) - n)
	text := strings.Join(all[at:at+n], " ")
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
