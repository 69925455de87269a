package browser_test

import (
	"context"
	"fmt"
	"net"
	"testing"

	"stagecraft/internal/diag"
	"stagecraft/internal/preview"
	"stagecraft/internal/source"
)

// site is a preview at an address, and the State that is to be published next.
type site struct {
	*preview.Server
	t     *testing.T
	url   string
	state preview.State
}

// newSite serves an empty preview until the test ends.
func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, state: preview.State{Files: map[string]preview.File{}}}
	s.start("127.0.0.1:0")
	return s
}

// start serves a new server at an address. It returns what stops it.
func (s *site) start(addr string) (stop func()) {
	s.t.Helper()
	l, err := net.Listen("tcp", addr)
	if err != nil {
		s.t.Fatal(err)
	}
	s.url = "http://" + l.Addr().String() + "/"
	s.Server = preview.New(preview.Options{Addr: l.Addr().String()})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func(server *preview.Server) { ended <- server.Serve(ctx, l) }(s.Server)
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-ended; err != nil {
			s.t.Errorf("serve: %v", err)
		}
	}
	s.t.Cleanup(stop)
	return stop
}

// put sets a file of the next State.
func (s *site) put(path, text string) *site {
	s.state.Files[path] = preview.File{Render: func(context.Context) ([]byte, error) { return []byte(text), nil }}
	return s
}

// asset sets a file of the next State that is no page.
func (s *site) asset(path, text string) *site {
	s.put(path, text)
	f := s.state.Files[path]
	f.Digest = text
	s.state.Files[path] = f
	return s
}

// fail makes a page of the next State one that can't be drawn.
func (s *site) fail(path string, err error) *site {
	s.state.Files[path] = preview.File{Render: func(context.Context) ([]byte, error) { return nil, err }}
	return s
}

// drop leaves a file out of the next State.
func (s *site) drop(path string) *site {
	delete(s.state.Files, path)
	return s
}

// publish publishes what was put, with diagnostics.
func (s *site) publish(diags ...diag.Diagnostic) {
	files := map[string]preview.File{}
	for path, f := range s.state.Files {
		files[path] = f
	}
	s.Publish(&preview.State{Files: files, Moved: s.state.Moved, Diags: diags})
}

// html returns a page as the default theme makes them.
func html(title, body string) string {
	return fmt.Sprintf(`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data: http: https:; media-src 'self' http: https:; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'">
  <meta name="color-scheme" content="light dark">
  <title>%s</title>
  <link rel="icon" type="image/svg+xml" href="theme/icon.svg">
  <link rel="stylesheet" href="theme/style.css">
</head>
<body class="entity">
  <header class="top"><a class="brand" href="index.html">Camera handbook</a></header>
  <main id="main" class="page">%s</main>
</body>
</html>
`, title, body)
}

// handbook returns a site with a page, a style sheet and an icon, not published.
func handbook(t *testing.T, body string) *site {
	t.Helper()
	return newSite(t).
		put("index.html", html("Home", body)).
		put("404.html", html("Not found", "<h1>Not found</h1>")).
		asset("theme/style.css", "body { color: rgb(1, 2, 3) }").
		asset("theme/icon.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`)
}

// unknownTouchpoint is an error with a place, an excerpt and a hint.
func unknownTouchpoint(id string) diag.Diagnostic {
	text := "+++\ntouchpoint = \"" + id + "\"\n+++\n"
	f := &source.File{Path: "content/journeys/buy.md", Text: []byte(text)}
	at := source.Range{File: f, Start: 17, End: 19 + len(id)}
	return diag.New(diag.UnknownTouchpoint, at, "no touchpoint %q", id).WithHint(`did you mean "checkout"?`)
}
