package transcript_test

import (
	"bytes"
	"strings"
	"testing"

	"stagecraft/internal/transcript"
)

func write(t *testing.T, page string) string {
	t.Helper()
	var b bytes.Buffer
	if err := transcript.Write(&b, []byte(page)); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestWrite(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"only what the page is about": {`<header>Site</header><main><h1>Checkout</h1></main><footer>Foot</footer>`, "# Checkout"},
		"a page without main":         {`<p>Text`, "Text"},
		"paragraphs":                  {`<p>One</p><div>Two <b>bold</b><p>Three</div>`, "One\n\nTwo **bold**\n\nThree"},
		"white space":                 {"<p> a \n  b\u00a0c </p>", "a b\u00a0c"},
		"emphasis keeps its spaces":   {`<p>a<em> b </em>c`, "a *b* c"},
		"empty emphasis":              {`<p>a<b></b>c`, "ac"},
		"a link to another page":      {`<p><a href="../a.md#_x">A</a>`, "[A](../a.md)"},
		"a link within the page":      {`<p><a href="#x">A</a>`, "A"},
		"a heading's own link":        {`<h2 id="x">A <a href="#x">§</a></h2>`, "## A"},
		"an address outside":          {`<p><a href="https://e.com/(a)#b">A</a>`, "[A](https://e.com/%28a%29#b)"},
		"a picture":                   {`<p><img src="a.svg" alt="A [b]">`, `![A \[b\]](a.svg)`},
		"a list in a list":            {`<ul><li>a<ul><li>b</ul><li>c</ul>`, "- a\n\n  - b\n- c"},
		"a numbered list":             {`<ol><li><p>a</p><p>b</p></li><li>c`, "1. a\n\n   b\n2. c"},
		"tasks":                       {`<ul><li><input type=checkbox checked>a<li><input type=checkbox>b`, "- [x] a\n- [ ] b"},
		"fields":                      {`<dl><div><dt>Pains</dt><dd>a</dd><dd>b</dd></div><div><dt>None</dt></div></dl>`, "- **Pains:** a; b"},
		"a quote":                     {`<blockquote><p>a<p>b</blockquote>`, "> a\n>\n> b"},
		"code":                        {"<pre><code class=\"language-go\">a  <b>`</b>\n```\n</code></pre>", "````go\na  `\n```\n````"},
		"code in a line":              {"<p><code>a`b</code>", "``a`b``"},
		"a table":                     {`<table><caption>C</caption><thead><tr><th>A<th>B</thead><tr><td>1<td><ul><li>x|y<li>z</ul></table>`, "C\n\n| A | B |\n|---|---|\n| 1 | x\\|y; z |"},
		"a table without a head":      {`<table><tr><td>1<td><code>a|b</code></table>`, "|  |  |\n|---|---|\n| 1 | `a\\|b` |"},
		"a cell across columns":       {`<table><thead><tr><th>A<th>B</thead><tr><th colspan=2>G<tr><td>1<td>2</table>`, "| A | B |\n|---|---|\n| G |  |\n| 1 | 2 |"},
		"an empty table":              {`<table></table>`, ""},
		"a break":                     {`<p>a<br>b`, "a\\\nb"},
		"what is not to be read":      {`<nav>n</nav><svg><text>s</text></svg><p aria-hidden=true>h</p><div role=img><i>i</i></div><div class="map on-paper">p</div>x`, "x"},
		"a sign":                      {`<p><span role=img aria-label="down">▼</span> 2`, "▼ 2"},
		"short facts":                 {`<ul class="chips"><li><span>Owner</span> <a href="t.md">Sales</a></ul>`, "- Owner: [Sales](t.md)"},
		"a footnote":                  {`<p>a<sup><a href="#fn:1">1</a></sup></p><ol><li>b <a href="#fnref:1">↩</a></ol>`, "a\\[1]\n\n1. b"},
	} {
		if got := write(t, c.page); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

func TestTextStaysText(t *testing.T) {
	for text, want := range map[string]string{
		"*a* _b_ `c` [d](e) ]]>": "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\]\\]>",
		"raw_html":               "raw_html",
		"&lt;script&gt;":         `\<script>`,
		"&amp;lt; R&amp;D":       `\&lt; R&D`,
		"# no heading":           `\# no heading`,
		"#1 is no heading":       `#1 is no heading`,
		"- no list":              `\- no list`,
		"12. no list":            `12\. no list`,
		"&gt; no quote":          `\> no quote`,
		"---":                    `\---`,
		"a|b ~~c~~":              `a\|b \~\~c\~\~`,
		"a\x01\x7f\vb":           "a b",
		"2 &lt; 3":               `2 \< 3`,
	} {
		if got := write(t, "<p>"+text+"</p>"); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
}

func TestTextIsOneLine(t *testing.T) {
	if got, want := transcript.Text(" a\n# [b]\x02 "), `a # \[b\]`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("<main><h1>A</h1><dl><dt>B<dd>C</dl><table><tr><td colspan=9>x</table></main>")
	f.Fuzz(func(t *testing.T, page string) {
		var b bytes.Buffer
		if err := transcript.Write(&b, []byte(page)); err != nil {
			t.Skip() // too deep for the parser
		}
	})
}
