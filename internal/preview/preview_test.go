package preview

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

func TestAddresses(t *testing.T) {
	s := published(site(map[string]File{
		"cart.html":                text("cart"),
		"personas/index.html":      text("personas"),
		"both.html":                text("both as a file"),
		"both/index.html":          text("both as a folder"),
		"Điểm chạm/50% #1?.html":   text("strange"),
		"data/handbook.json":       text("{}"),
		"theme/style.css":          text("body{}"),
		"LICENSE":                  text("licence"),
		".stagecraft/events":       text("not served"),
		"theme/fonts/Serif.WOFF2":  text("font"),
		"courses/a/lesson.en.html": text("lesson"),
	}))
	const html = "text/html; charset=utf-8"
	for _, test := range []struct {
		target string
		status int
		want   string // the Location of a redirect, or else the type
		body   string
	}{
		{"/", 200, html, "Home"},
		{"/index.html", 200, html, "Home"},
		{"/cart.html", 200, html, "cart"},
		{"/cart.html?q=1", 200, html, "cart"},
		{"/cart", 302, "/cart.html", ""},
		{"/cart?q=a%20b", 302, "/cart.html?q=a%20b", ""},
		{"/cart/", 404, html, "Not found"},
		{"/personas/", 200, html, "personas"},
		{"/personas", 302, "/personas/", ""},
		{"/personas/index", 302, "/personas/", ""},
		{"/both", 302, "/both.html", ""},
		{"/both/", 200, html, "both as a folder"},
		{"/%C4%90i%E1%BB%83m%20ch%E1%BA%A1m/50%25%20%231%3F.html", 200, html, "strange"},
		{"/%C4%90i%E1%BB%83m%20ch%E1%BA%A1m/50%25%20%231%3F", 302, "/%C4%90i%E1%BB%83m%20ch%E1%BA%A1m/50%25%20%231%3F.html", ""},
		{"/data/handbook.json", 200, "application/json", "{}"},
		{"/theme/style.css", 200, "text/css; charset=utf-8", "body{}"},
		{"/theme/fonts/Serif.WOFF2", 200, "font/woff2", "font"},
		{"/LICENSE", 200, "application/octet-stream", "licence"},
		{"/courses/a/lesson.en", 302, "/courses/a/lesson.en.html", ""},
		{"/nothing.png", 404, html, "Not found"},
		{"/.stagecraft/client.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/.stagecraft/client.css", 200, "text/css; charset=utf-8", ":host"},
		{"/.stagecraft/nothing.js", 404, "text/plain; charset=utf-8", "not an address"},
	} {
		r := get(s, test.target)
		got := r.Header.Get("Content-Type")
		if r.StatusCode == http.StatusFound {
			got = r.Header.Get("Location")
		}
		if r.StatusCode != test.status || got != test.want || !strings.Contains(body(t, r), test.body) {
			t.Errorf("%s: %d, %s, want %d, %s, %q", test.target, r.StatusCode, got, test.status, test.want, test.body)
		}
	}
}

// TestPathsOfNoPageAreRefused: that nothing is found there would be an answer.
func TestPathsOfNoPageAreRefused(t *testing.T) {
	s := published(site(map[string]File{"a/b.html": text("b")}))
	for _, target := range []string{
		"/../a/b.html", "/a/../a/b.html", "/a/..", "/./a/b.html", "/%2e%2e/a/b.html", "/a%2fb.html", "/a%2Fb.html", "/a%5cb.html", "//a/b.html", "/a//b.html", "/a/b.html//",
		"/a/b.html%00", "/a/%0ab.html", "/a/%7f", "/%ff", "/%c0%ae%c0%ae/a",
	} {
		if r := get(s, target); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %s", target, r.Status)
		}
	}
}

func TestEveryAnswerHasTheSafetyHeaders(t *testing.T) {
	s := published(site(map[string]File{"a.css": text("a{}"), "cart.html": text("")}))
	for _, target := range []string{"/", "/a.css", "/cart", "/nothing", "/../", "/.stagecraft/client.js"} {
		h := get(s, target).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer",
			"Access-Control-Allow-Origin": "",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q", target, name, got)
			}
		}
		if got := h.Get("Cache-Control"); got != "no-store" && got != "no-cache" {
			t.Errorf("%s: Cache-Control is %q", target, got)
		}
	}
}

func TestHeadIsGetWithoutBody(t *testing.T) {
	s, addr := listen(t, nil)
	s.Publish(site(map[string]File{"a.css": text("a{}")}))
	for _, path := range []string{"/", "/a.css", "/nothing"} {
		head, err := http.Head("http://" + addr + path)
		if err != nil {
			t.Fatal(err)
		}
		full, err := http.Get("http://" + addr + path)
		if err != nil {
			t.Fatal(err)
		}
		if n := int64(len(body(t, full))); head.StatusCode != full.StatusCode || head.ContentLength != n || body(t, head) != "" {
			t.Errorf("%s: HEAD %s with length %d, GET %s with %d bytes", path, head.Status, head.ContentLength, full.Status, n)
		}
	}
}

func TestAssetsAreRevalidated(t *testing.T) {
	s := published(site(map[string]File{"a.css": text("a{}")}))
	tag := get(s, "/a.css").Header.Get("ETag")
	again := func(r *http.Request) { r.Header.Set("If-None-Match", tag) }
	if r := get(s, "/a.css", again); r.StatusCode != http.StatusNotModified {
		t.Errorf("the same: %s", r.Status)
	}
	s.Publish(site(map[string]File{"a.css": text("b{}")}))
	if r := get(s, "/a.css", again); r.StatusCode != http.StatusOK || body(t, r) != "b{}" {
		t.Errorf("changed: %s", r.Status)
	}
	part := get(s, "/a.css", func(r *http.Request) { r.Header.Set("Range", "bytes=1-2") })
	if got := body(t, part); part.StatusCode != http.StatusPartialContent || got != "{}" {
		t.Errorf("a range: %s, %q", part.Status, got)
	}
}

var tagPattern = regexp.MustCompile(`<script type="module" src="/\.stagecraft/client\.js" data-server="(\w+)" data-state="(\d+)" data-page="([\w-]+)" data-kind="(\w+)" data-moved="([^"]*)"></script>`)

func TestClientIsPutIntoPages(t *testing.T) {
	for page, want := range map[string]string{
		"<head><title>A</title></head><body>": "<head><title>A</title>CLIENT</head><body>",
		"<HEAD></HEAD\n><p>":                  "<HEAD>CLIENT</HEAD\n><p>",
		"<p>no head":                          "<p>no headCLIENT",
		"":                                    "CLIENT",
	} {
		got := body(t, get(published(site(map[string]File{"a.html": text(page)})), "/a.html"))
		if got := tagPattern.ReplaceAllString(got, "CLIENT"); got != want {
			t.Errorf("%q became %q, want %q", page, got, want)
		}
	}
}

func TestTagTellsPagesApart(t *testing.T) {
	s := New(Options{Addr: testAddr})
	tag := func(target string) []string {
		t.Helper()
		m := tagPattern.FindStringSubmatch(body(t, get(s, target)))
		if m == nil {
			t.Fatalf("%s: no client", target)
		}
		return m[1:]
	}
	waiting := tag("/")
	s.Publish(site(map[string]File{"a.html": text("A")}))
	first := tag("/a.html")
	s.Publish(site(map[string]File{"a.html": text("A")}))
	same := tag("/a.html")
	st := site(map[string]File{"a.html": text("B"), "mới.html": text("moved"), "a&lt;\".html": text("")})
	st.Moved = map[string]string{"old.html": "mới.html", "older/index.html": "index.html", "gone.html": "", "lost.html": "nowhere.html", "odd.html": "a&lt;\".html"}
	s.Publish(st)
	changed := tag("/a.html")
	if waiting[1] != "0" || first[1] != "1" || same[1] != "2" || waiting[3] != "failed" || first[3] != "page" {
		t.Errorf("states and kinds: %v, %v, %v", waiting, first, same)
	}
	if first[2] != same[2] || first[2] == changed[2] || first[0] != changed[0] {
		t.Errorf("digests and servers: %v, %v, %v", first, same, changed)
	}
	for target, moved := range map[string]string{"/old.html": "/m%E1%BB%9Bi.html", "/old": "/m%E1%BB%9Bi.html", "/older/": "/", "/older": "/", "/odd.html": "/a&amp;lt;%22.html", "/gone.html": "", "/lost.html": "", "/other": ""} {
		if got := tag(target); got[3] != "missing" || got[4] != moved {
			t.Errorf("%s: %v, want %q", target, got, moved)
		}
	}
	if other := New(Options{Addr: testAddr}); other.id == s.id {
		t.Error("two servers have one name")
	}
}

func TestWaitingPage(t *testing.T) {
	s := New(Options{Addr: testAddr})
	r := get(s, "/any/page.html")
	if got := body(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(got, "Building the site") || !strings.Contains(got, `http-equiv="refresh"`) {
		t.Errorf("%s, %s", r.Status, got)
	}
}

func badTouchpoint() diag.Diagnostic {
	f := &source.File{Path: "content/buy.md", Text: []byte("+++\ntouchpoint = \"<b>\"\n")}
	return diag.New(diag.UnknownTouchpoint, source.Range{File: f, Start: 17, End: 22}, "no touchpoint %q", "<b>").WithHint("did you mean “checkout”?")
}

func TestBrokenSiteShowsItsErrors(t *testing.T) {
	var diags []diag.Diagnostic
	for range maxProblems + 3 {
		diags = append(diags, badTouchpoint())
	}
	diags = append(diags, diag.OfPath(diag.HTMLDropped, "a.md", "a warning"))
	r := get(published(&State{Diags: diags}), "/")
	got := body(t, r)
	for _, want := range []string{
		"The site has errors", "content/buy.md:2:14", "error[unknown-touchpoint]", "no touchpoint &#34;&lt;b&gt;&#34;", "Hint: did you mean “checkout”?",
		"<pre>  2 | touchpoint = &#34;&lt;b&gt;&#34;\n    |              ^^^^^</pre>", "And 3 more",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%.1500s", want, got)
		}
	}
	if r.StatusCode != http.StatusInternalServerError || strings.Contains(got, "a warning") || strings.Contains(got, "<b>") {
		t.Errorf("%s, %.500s", r.Status, got)
	}
	if r := get(published(&State{}), "/"); r.StatusCode != http.StatusNotFound || !strings.Contains(body(t, r), "no page at this address") {
		t.Errorf("an empty site: %s", r.Status)
	}
}

func TestPageThatFailsShowsWhy(t *testing.T) {
	fail := func(err error) File {
		return File{Render: func(context.Context) ([]byte, error) { return nil, err }}
	}
	st := site(map[string]File{
		"content.html": fail(fmt.Errorf("draw page: %w", &ContentError{Diags: []diag.Diagnostic{badTouchpoint()}})),
		"fault.html":   fail(errors.New("read <disk>: gone")),
	})
	for target, want := range map[string]string{"/content.html": "content/buy.md:2:14", "/fault.html": "read &lt;disk&gt;: gone"} {
		r := get(published(st), target)
		if got := body(t, r); r.StatusCode != http.StatusInternalServerError || !strings.Contains(got, want) || r.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %s, %s", target, r.Status, got)
		}
	}
	st.Files["404.html"] = fail(errors.New("no template"))
	if r := get(published(st), "/nothing"); r.StatusCode != http.StatusInternalServerError {
		t.Errorf("a 404 page that fails: %s", r.Status)
	}
}

func TestFileIsDrawnOnceAState(t *testing.T) {
	var drawn atomic.Int32
	counting := File{Render: func(context.Context) ([]byte, error) { drawn.Add(1); return []byte("a"), nil }}
	s := published(site(map[string]File{"a.html": counting}))
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() { get(s, "/a.html") })
	}
	group.Wait()
	if drawn.Load() != 1 {
		t.Errorf("drawn %d times for one state", drawn.Load())
	}
	s.Publish(site(map[string]File{"a.html": counting}))
	get(s, "/a.html")
	if drawn.Load() != 2 {
		t.Errorf("drawn %d times for two states", drawn.Load())
	}
}

func TestVisitorWhoLeavesSpoilsNothing(t *testing.T) {
	ctx, leave := context.WithCancel(context.Background())
	s := published(site(map[string]File{"a.html": {Render: func(ctx context.Context) ([]byte, error) {
		leave()
		return []byte("whole"), ctx.Err()
	}}}))
	get(s, "/a.html", func(r *http.Request) { *r = *r.WithContext(ctx) })
	if got := body(t, get(s, "/a.html")); !strings.HasPrefix(got, "whole") {
		t.Errorf("the next visitor sees %q", got)
	}
}
