package locale

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestCollatorOrdersVietnamese(t *testing.T) {
	checkOrder(t, Vietnamese, strings.Fields(`
		a A à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d D đ Đ e è ẻ ẽ é ẹ ê g h i
		o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ư y`))
	checkOrder(t, Vietnamese, []string{"dạ", "dz", "đa", "Đà Nẵng", "điểm chạm", "Điểm chạm", "em"})
	checkOrder(t, Vietnamese, []string{"tam", "tám", "tăm", "tâm", "tân"})
}

func TestCollatorOrdersEnglish(t *testing.T) {
	// Here đ is a d with a mark, not a letter after d.
	checkOrder(t, English, []string{"da", "đa", "db", "résumé", "resumes", "Zebra"})
}

func TestCollatorOrdersDigitsByValue(t *testing.T) {
	checkOrder(t, Vietnamese, []string{"Bước 1", "Bước 1.9", "Bước 1.10", "Bước 2", "Bước 10", "Bước 100"})
}

func TestCollatorBreaksTiesByBytes(t *testing.T) {
	// Each pair is equal in CLDR's eyes.
	checkOrder(t, Vietnamese, []string{"Bước 02", "Bước 2"})
	checkOrder(t, Vietnamese, []string{"a\u0301", "á"})
	checkOrder(t, Vietnamese, []string{"a", "a\x00"})
}

func TestCollatorOfALanguageWithoutRulesHasTheRootOrder(t *testing.T) {
	checkOrder(t, "tlh", []string{"a", "á", "b", "đ", "e"})
	checkOrder(t, "no language!", []string{"a", "á", "b", "đ", "e"})
}

func TestKeysOrderAsCompareDoes(t *testing.T) {
	for _, lang := range []Lang{Vietnamese, English, "de-u-co-phonebk", "ja"} {
		c := NewCollator(lang)
		for _, a := range awkward {
			for _, b := range awkward {
				checkKeys(t, c, a, b)
			}
		}
	}
}

func TestSortByIsIndependentOfTheOriginalOrder(t *testing.T) {
	c := NewCollator(Vietnamese)
	want := slices.Clone(awkward)
	slices.SortFunc(want, c.Compare)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		got := slices.Clone(want)
		random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		SortBy(c, got, func(s string) string { return s })
		if !slices.Equal(got, want) {
			t.Fatalf("SortBy gave\n%q\nwant\n%q", got, want)
		}
	}
}

func TestSortByKeepsTheOrderOfEqualTexts(t *testing.T) {
	type page struct {
		title string
		n     int
	}
	var pages []page
	for n := range 100 {
		pages = append(pages, page{[]string{"b", "a"}[n%2], n})
	}
	SortBy(NewCollator(English), pages, func(p page) string { return p.title })
	if !slices.IsSortedFunc(pages, func(p, q page) int {
		return cmp.Or(strings.Compare(p.title, q.title), p.n-q.n)
	}) {
		t.Errorf("SortBy gave %v", pages)
	}
}

func TestCollatorServesManyGoroutines(t *testing.T) {
	c := NewCollator(Vietnamese)
	want := c.Key("Điểm chạm 10")
	done := make(chan string)
	for range 8 {
		go func() {
			for range 200 {
				if !bytes.Equal(c.Key("Điểm chạm 10"), want) || c.Compare("đ", "d") != 1 {
					done <- "wrong under concurrency"
					return
				}
			}
			done <- ""
		}()
	}
	for range 8 {
		if problem := <-done; problem != "" {
			t.Error(problem)
		}
	}
}

func FuzzCollator(f *testing.F) {
	for i, s := range awkward {
		f.Add(s, awkward[len(awkward)-1-i])
	}
	c := NewCollator(Vietnamese)
	f.Fuzz(func(t *testing.T, a, b string) { checkKeys(t, c, a, b) })
}

// checkOrder fails unless each of sorted is before all that follow it.
func checkOrder(t *testing.T, lang Lang, sorted []string) {
	t.Helper()
	c := NewCollator(lang)
	for i, a := range sorted {
		for j, b := range sorted {
			if got, want := c.Compare(a, b), cmp.Compare(i, j); got != want {
				t.Errorf("%s: Compare(%q, %q) = %d; want %d", lang, a, b, got, want)
			}
		}
	}
}

func checkKeys(t *testing.T, c *Collator, a, b string) {
	t.Helper()
	got := c.Compare(a, b)
	if byKey := bytes.Compare(c.Key(a), c.Key(b)); byKey != got {
		t.Errorf("keys of %q and %q compare %d, texts %d", a, b, byKey, got)
	}
	if back := c.Compare(b, a); back != -got {
		t.Errorf("Compare(%q, %q) = %d, the other way round %d", a, b, got, back)
	}
	if (got == 0) != (a == b) {
		t.Errorf("Compare(%q, %q) = %d", a, b, got)
	}
}

// titles returns n distinct titles in no order.
func titles(n int) []string {
	words := []string{"Điểm chạm", "Hành trình", "Giai đoạn", "Chân dung", "Kênh", "Cơ hội"}
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s %d của khách hàng", words[i%len(words)], (i*7919)%n)
	}
	return list
}

func BenchmarkCollatorKey(b *testing.B) {
	c := NewCollator(Vietnamese)
	b.ReportAllocs()
	for b.Loop() {
		c.Key("Điểm chạm 10 của khách hàng")
	}
}

func BenchmarkSortBy10000(b *testing.B) {
	c := NewCollator(Vietnamese)
	list := titles(10_000)
	b.ReportAllocs()
	for b.Loop() {
		SortBy(c, slices.Clone(list), func(s string) string { return s })
	}
}

func BenchmarkCompareSort10000(b *testing.B) {
	c := NewCollator(Vietnamese)
	list := titles(10_000)
	for b.Loop() {
		slices.SortFunc(slices.Clone(list), c.Compare)
	}
}
