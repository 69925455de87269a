package cli

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// printed is what a verb prints, for reading while it runs.
type printed struct {
	mu sync.Mutex
	b  strings.Builder
}

func (o *printed) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *printed) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// site writes a small site and returns its folder.
func site(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.toml":                "title = \"A book\"\nlanguage = \"en\"\n",
		"content/index.md":         "+++\ntitle = \"Welcome\"\n+++\nHello.\n",
		"content/personas/linh.md": "+++\ntitle = \"Linh\"\n+++\nFirst words.\n",
		"content/photo.png":        "not a picture",
	} {
		save(t, filepath.Join(dir, name), text)
	}
	return dir
}

func save(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// serving runs serve on a site and returns the address and what it prints. It
// ends with the test.
func serving(t testing.TB, dir string) (address string, stderr *printed) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	stdout, stderr := &printed{}, &printed{}
	a := &app{stdout: stdout, stderr: stderr, site: dir, format: "text"}
	ended := make(chan error, 1)
	go func() { ended <- a.serve(ctx, "127.0.0.1:0", 0, false) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("serve ended with %v", err)
		}
	})
	url := regexp.MustCompile(`open (http://\S+/)`)
	eventually(t, "an address", func() bool { return url.MatchString(stdout.String()) })
	return url.FindStringSubmatch(stdout.String())[1], stderr
}

func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("there never was %s", what)
}

// get returns the status and the body of a page.
func get(t testing.TB, url string) (int, string) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestServeShowsEachChange(t *testing.T) {
	dir := site(t)
	url, stderr := serving(t, dir)
	linh := filepath.Join(dir, "content/personas/linh.md")
	shows := func(path, text string) func() bool {
		return func() bool {
			_, body := get(t, url+path)
			return strings.Contains(body, text)
		}
	}
	if status, body := get(t, url+"personas/linh.html"); status != 200 || !strings.Contains(body, "First words") {
		t.Fatalf("%d: %s", status, body)
	}
	if _, body := get(t, url+"photo.png"); body != "not a picture" {
		t.Errorf("the picture is %q", body)
	}

	save(t, linh, "+++\ntitle = \"Linh\"\n+++\nOther words.\n")
	eventually(t, "the change", shows("personas/linh.html", "Other words"))

	save(t, linh, "+++\ntitle = \"Linh\"\nroel = \"x\"\n+++\nOther words.\n")
	eventually(t, "the error", func() bool { return strings.Contains(stderr.String(), `a persona has no key "roel"`) })

	save(t, linh, "+++\ntitle = \"Linh\"\n+++\nMended.\n")
	eventually(t, "the mended page", shows("personas/linh.html", "Mended"))

	save(t, filepath.Join(dir, "content/channels/web.md"), "+++\ntitle = \"Web\"\n+++\n")
	eventually(t, "a page of a new folder", shows("channels/web.html", "Web"))

	if err := os.Rename(linh, filepath.Join(dir, "content/personas/mai.md")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the renamed page", shows("personas/mai.html", "Mended"))
	if status, _ := get(t, url+"personas/linh.html"); status != 404 {
		t.Errorf("the old address answers %d", status)
	}

	save(t, filepath.Join(dir, "themes/default/i18n/en.toml"), "\"kinds.persona\" = \"People of ours\"\n")
	eventually(t, "the theme's change", shows("index.html", "People of ours"))
}

func TestServeStartsOnABrokenSite(t *testing.T) {
	dir := site(t)
	save(t, filepath.Join(dir, "site.toml"), "title = \n")
	url, stderr := serving(t, dir)
	eventually(t, "the error", func() bool { return strings.Contains(stderr.String(), "error[toml-syntax]") })
	if status, _ := get(t, url); status >= 400 && status != 500 && status != 503 {
		t.Errorf("the first page answers %d", status)
	}
	if err := os.Remove(filepath.Join(dir, "site.toml")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "word of the missing file", func() bool { return strings.Contains(stderr.String(), "site.toml: error") })
	save(t, filepath.Join(dir, "site.toml"), "title = \"Mended\"\nlanguage = \"en\"\n")
	eventually(t, "the mended site", func() bool {
		_, body := get(t, url+"index.html")
		return strings.Contains(body, "Mended")
	})
}

// TestServeFindsErrorsOfTemplates waits for the look at all pages that follows
// when nothing changes any more.
func TestServeFindsErrorsOfTemplates(t *testing.T) {
	dir := site(t)
	save(t, filepath.Join(dir, "themes/default/layouts/persona.html"), "{{define \"main\"}}<h1>{{.Title}}</h1>{{.Nothing}}{{end}}")
	save(t, filepath.Join(dir, "themes/default/layouts/search-panel.html"), "{{define \"layouts/base\"}}<div>{{.Nothing}}</div>{{end}}")
	_, stderr := serving(t, dir)
	for _, layout := range []string{"persona", "search-panel"} {
		eventually(t, "the error of "+layout, func() bool {
			return strings.Contains(stderr.String(), "layouts/"+layout+".html:1:") && strings.Contains(stderr.String(), "error[template-error]")
		})
	}
}
