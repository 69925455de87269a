package view

import (
	"html/template"
	"testing"
)

func TestAnchor(t *testing.T) {
	const hostile = `"><script>alert(1)</script>&'`
	const escaped = `&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;`
	for _, test := range []struct {
		name string
		got  template.HTML
		want template.HTML
	}{
		{"page", Link{Title: "Đơn & hàng", Href: "../a.html"}.Anchor(), `<a href="../a.html">Đơn &amp; hàng</a>`},
		{"stage", Link{Title: "Mua", Href: "a.html", Number: 3, Color: "s3", Lang: "vi"}.Anchor(),
			`<a class="stage s3" href="a.html" lang="vi"><i>3</i>Mua</a>`},
		{"lesson", CourseLesson{Link: Link{Title: "Mở đầu", Href: "a.html", Lang: "vi"}, Number: 12}.Anchor(),
			`<a href="a.html" lang="vi"><span class="num">12</span> Mở đầu</a>`},
		{"current lesson", CourseLesson{Link: Link{Title: "Mở đầu", Href: "a.html"}, Number: 1, Current: true}.Anchor(),
			`<a href="a.html" aria-current="page"><span class="num">1</span> Mở đầu</a>`},
		{"entry", NavEntry{Href: "a/index.html"}.Anchor("A"), `<a href="a/index.html">A</a>`},
		{"current entry", NavEntry{Href: "a.html", Current: true}.Anchor("A & B"), `<a href="a.html" aria-current="true">A &amp; B</a>`},
		{"current page of the menu", NavPage{Title: "A", Href: "a.html", Lang: "vi", Current: true}.Anchor(),
			`<a href="a.html" lang="vi" aria-current="page">A</a>`},
		{"heading", Heading{ID: "don-hang"}.Anchor("Đơn hàng"), `<a href="#don-hang">Đơn hàng</a>`},
		{"hostile page", Link{Title: hostile, Href: hostile, Lang: hostile, Color: hostile}.Anchor(),
			`<a class="stage ` + escaped + `" href="` + escaped + `" lang="` + escaped + `">` + escaped + `</a>`},
		{"hostile heading", Heading{ID: `"> <b`}.Anchor("<b>"), `<a href="#%22%3E%20%3Cb">&lt;b&gt;</a>`},
		{"scheme", Link{Title: "A", Href: "javascript:alert(1)"}.Anchor(), `<a href="#">A</a>`},
		{"scheme of a lesson", CourseLesson{Link: Link{Title: "A", Href: "javascript:alert(1)"}, Number: 1}.Anchor(),
			`<a href="#"><span class="num">1</span> A</a>`},
		{"scheme of a page of the menu", NavPage{Title: "A", Href: "javascript:alert(1)"}.Anchor(), `<a href="#">A</a>`},
		{"scheme of an entry", NavEntry{Href: "javascript:alert(1)"}.Anchor("A"), `<a href="#">A</a>`},
	} {
		if test.got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, test.got, test.want)
		}
	}
}

func TestAnchorIsOneAllocation(t *testing.T) {
	l := Link{Title: "Tìm hiểu sản phẩm", Href: "../stages/consideration.html", Number: 2, Color: "s2"}
	if n := testing.AllocsPerRun(100, func() { l.Anchor() }); n > 1 {
		t.Errorf("a link takes %v allocations", n)
	}
}
