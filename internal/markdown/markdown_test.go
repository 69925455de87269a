package markdown

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

func TestLimits(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		code       diag.Code
		at         string // what the diagnostic points to begins with it
	}{
		{"size", strings.Repeat("a", maxText+1), diag.PageTooLarge, "a"},
		{"quotes", strings.Repeat(">", maxNesting+1) + "x", diag.TooNested, ">x"},
		{"lists", strings.Repeat("- ", maxNesting) + "- x", diag.TooNested, "- x"},
		{"footnotes within", strings.Repeat("[^a]: ", maxNesting) + "[^b]: x", diag.TooNested, " [^b]"},
		{"definitions within", "a\n" + strings.Repeat(": a\n\n  b\n", 1) + strings.Repeat("> ", maxNesting) + "b\n" + strings.Repeat("> ", maxNesting) + ": c", diag.TooNested, ": c"},
		{"long and deep", strings.Repeat("- ", 40) + "x" + strings.Repeat("\n", maxSteps/40+2) + strings.Repeat(" ", 80) + "y", diag.TooNested, "\n"},
		{"brackets", "a" + strings.Repeat(" [", maxBrackets) + " [x", diag.TooNested, "["},
		{"images", strings.Repeat("![", maxBrackets+1), diag.TooNested, "!["},
		{"emphasis", "a" + strings.Repeat(" *b", maxDelimiters) + " _c", diag.TooNested, "_"},
		{"emphasis run", "a" + strings.Repeat("*", maxDelimiters+1), diag.TooNested, "***"},
		{"backticks", strings.Repeat("a `b` ", maxTicks) + " ``c", diag.TooNested, "``"},
		{"table", table(200, 101), diag.TableTooBig, "-|-"},
		{"tables", table(100, 100) + table(100, 101), diag.TableTooBig, "-|-"},
		{"footnotes", strings.Repeat("[^a]: a\n\n", maxFootnotes) + "[^b]: b", diag.PageTooLarge, "[^b]"},
		{"references", "[b]: c\n" + strings.Repeat("[a]: b\n", maxReferences), diag.PageTooLarge, "[b]: c"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body, found := New(Options{}).Parse(&source.File{Path: "a.md", Text: []byte(tc.text)}, 0)
			if len(body.Pieces) > 0 {
				t.Errorf("the body is not empty: %.100s", html(body))
			}
			if len(found) != 1 || found[0].Code != tc.code || !strings.HasPrefix(tc.text[found[0].At.Start:], tc.at) {
				t.Errorf("found %.300v", found)
			}
		})
	}
}

func TestWithinLimits(t *testing.T) {
	for name, text := range map[string]string{
		"quotes":     strings.Repeat(">", maxNesting) + "x",
		"brackets":   "a" + strings.Repeat(" [", maxBrackets) + "\n\n[",
		"emphasis":   "a" + strings.Repeat(" *b", maxDelimiters) + "\n\n*",
		"backticks":  strings.Repeat("a `b` ", maxTicks) + "\n\n`",
		"table":      table(200, 100),
		"footnotes":  strings.Repeat("[^a]: a\n\n", maxFootnotes),
		"references": strings.Repeat("[a]: b\n", maxReferences) + "\n" + strings.Repeat("[a]: b\n", maxReferences) + "\nx",
	} {
		t.Run(name, func(t *testing.T) {
			if _, found := New(Options{}).Parse(&source.File{Path: "a.md", Text: []byte(text)}, 0); len(found) > 0 {
				t.Errorf("found %v", found)
			}
		})
	}
}

// table returns a table of so many columns and rows, the header included.
func table(columns, rows int) string {
	line := func(cell string) string { return strings.Repeat(cell+"|", columns-1) + cell + "\n" }
	return "\n" + line("a") + line("-") + strings.Repeat(line("b"), rows-1) + "\n"
}

// A definition that is used again and again must not make a page of gigabytes.
func TestReferencesDoNotMultiply(t *testing.T) {
	text := "[a]: " + strings.Repeat("b", 10_000) + "\n\n" + strings.Repeat("[a]\n\n", 10_000)
	body, found := New(Options{}).Parse(&source.File{Path: "a.md", Text: []byte(text)}, 0)
	if len(found) != 1 || found[0].Code != diag.PageTooLarge || len(body.Links) > maxText/10_000 {
		t.Errorf("%d links, %v", len(body.Links), found)
	}
}

func TestParseBeginsAtOffset(t *testing.T) {
	file := &source.File{Path: "a.md", Text: []byte("+++\ntitle = \"[[x]]\"\n+++\n[[a]]\n\n```quiz\nx = 1\n```\n")}
	body, _ := New(Options{}).Parse(file, 24)
	if len(body.Links) != 1 || excerpt(body.Links[0].At) != "a" || excerpt(body.Blocks[0].At) != "x = 1\n" {
		t.Errorf("%+v", body)
	}
}

func TestIDsDoNotDependOnGoldmarkState(t *testing.T) {
	c := New(Options{})
	file := &source.File{Path: "a.md", Text: []byte("## Điểm chạm\n\n[a]: b\n\n[^1]\n\n[^1]: x\n")}
	first, _ := c.Parse(file, 0)
	second, _ := c.Parse(file, 0)
	if show(first) != show(second) || first.Headings[0].ID != "diem-cham" {
		t.Errorf("%s\n%s", show(first), show(second))
	}
}

// Run with -race.
func TestCompilerIsSafeForConcurrentUse(t *testing.T) {
	c := New(Options{})
	file := &source.File{Path: "a.md", Text: []byte(samplePage)}
	want, _ := c.Parse(file, 0)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				got, _ := c.Parse(file, 0)
				c.Inline("Một *hai* [[ba]]", source.Range{File: file}, true)
				if show(got) != show(want) {
					t.Error("another result")
				}
			}
		})
	}
	wg.Wait()
}

// A body must not change when its compiler is used again.
func TestBodyIsImmutable(t *testing.T) {
	c := New(Options{})
	body, _ := c.Inline("Một *hai* [[ba]]", source.Range{File: &source.File{Text: []byte("0123456789012345678901234567890")}}, true)
	before := show(body)
	c.Inline("Khác **hẳn** [[x]] [[y]]", source.Range{File: &source.File{}}, false)
	if show(body) != before {
		t.Errorf("%s became %s", before, show(body))
	}
}

func TestFastPathEqualsSlowPath(t *testing.T) {
	c := New(Options{})
	words := []string{"Xin", "chào", `"`, "'", " ", " ", "-", "--", "---", ".", "...", "&amp;", "&", ";", ":", "/", "(", ")", "!", "#", "1.", ">", "|", "90s", "đ", "=", "{#a}", "a@b.vn", "www.a.vn", "http://a.vn", "\t", "  ", "<", "*", "[["}
	plain := 0
	for seed := range uint64(20_000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for range 1 + rng.IntN(12) {
			b.WriteString(words[rng.IntN(len(words))])
		}
		if isPlain([]byte(strings.TrimSpace(b.String()))) {
			plain++
		}
		checkFastPath(t, c, b.String())
	}
	if plain < 1000 {
		t.Errorf("only %d texts were plain", plain)
	}
}

func TestIsBlock(t *testing.T) {
	for _, name := range BlockNames() {
		if !IsBlock(name) {
			t.Errorf("%s is no block", name)
		}
	}
	if IsBlock("stage-tabel") || IsBlock("") || IsBlock("Quiz") {
		t.Error("a wrong name is a block")
	}
}

// No highlighted language may be taken for a slip.
func TestLanguagesAreNoSlips(t *testing.T) {
	for _, language := range []string{"text", "plaintext", "c", "java", "mermaid", "yaml", "toml", "vue", "matlab", "tex", "tsx", "batch", "abap", "make"} {
		if isSlip(language) {
			t.Errorf("%s is a slip", language)
		}
	}
}

// What a highlighter marks up must still be the code.
func TestHighlightKeepsTheCode(t *testing.T) {
	for language := range syntaxes {
		for seed := range uint64(300) {
			rng := rand.New(rand.NewPCG(seed, 2))
			var code []byte
			for range rng.IntN(40) {
				code = append(code, "ab1 \n\n\"'`#/*<>!-=:[]{}\\đ;+@"[rng.IntN(28)])
			}
			got := anyTag.ReplaceAllString(string(highlight(nil, language, code)), "")
			if want := string(appendEscaped(nil, code)); got != want {
				t.Fatalf("%s: %q became %q", language, want, got)
			}
		}
	}
}

const samplePage = `Trang này mô tả *điểm chạm* của khách hàng khi họ mua máy quay đầu tiên, từ lúc
"nghe nói" tới lúc **dùng thử** tại cửa hàng. Xem [[product-page]] và [[persona:linh|Linh]],
hoặc đọc [bản đồ](../journeys/buy-camera.md#nhan-biet "Bản đồ") -- rất ngắn...

## Nhận biết

Khách xem video, hỏi bạn bè, so sánh giá; xem [hướng dẫn](guide.md) và https://example.org/a.

- Xem [[review-video]] trên YouTube, rồi ghé [[store-signage]]
- Hỏi trong [[facebook-group]]: "máy nào *chống rung* tốt?"
- So giá ở ba nơi, ghi vào sổ
  - cửa hàng
  - trang web

| Giai đoạn | Điểm chạm | Cảm xúc |
|---|---|--:|
| Nhận biết | [[search-result]] | 1 |
| Cân nhắc | [[comparison-page]] | -1 |
| Quyết định | [[checkout]] | 2 |

> [!TIP]
> Ghi lại lời của khách, đừng diễn giải.

## Cân nhắc

`

func BenchmarkParse(b *testing.B) {
	text := samplePage
	for len(text) < 3<<10 {
		text += "Khách hàng đi qua nhiều bước, mỗi bước có một mục tiêu và một nỗi lo riêng; *đừng* đoán. "
	}
	file := &source.File{Path: "a.md", Text: []byte(text)}
	c := New(Options{})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c.Parse(file, 0)
	}
}

func BenchmarkInline(b *testing.B) {
	c := New(Options{})
	at := source.Range{File: &source.File{}}
	for name, text := range map[string]string{
		"plain":  `Khách "không biết" đơn hàng đang ở đâu`,
		"markup": `Khách *không biết* đơn hàng đang ở đâu, xem [[faster-checkout]]`,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Inline(text, at, true)
			}
		})
	}
}

func ExampleCompiler_Inline() {
	body, _ := New(Options{}).Inline("Xem [[checkout|trang *trả tiền*]]", source.Range{File: &source.File{}}, false)
	for _, p := range body.Pieces {
		if p.Hole.Kind == LinkAddress {
			fmt.Print(body.Links[p.Hole.Index].ID, ".html")
			continue
		}
		fmt.Print(p.HTML)
	}
	// Output: Xem <a href="checkout.html">trang *trả tiền*</a>
}
