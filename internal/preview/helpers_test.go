package preview

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// patience is how long a test waits for what should come at once. It is long
// because the machine may be busy.
const patience = 60 * time.Second

func text(s string) File {
	return File{Render: func(context.Context) ([]byte, error) { return []byte(s), nil }}
}

// canary is in every page of the test's sites and must not be in a refusal.
const canary = "canary"

func site(files map[string]File) *State {
	st := &State{Files: map[string]File{
		"index.html": text("<head></head><h1>Home " + canary + "</h1>"),
		"404.html":   text("<head></head><h1>Not found " + canary + "</h1>"),
	}}
	for path, f := range files {
		st.Files[path] = f
	}
	return st
}

// listen serves on a port of this machine until the test ends. The server's
// limits can be changed before.
func listen(t *testing.T, change func(*http.Server)) (s *Server, addr string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr = l.Addr().String()
	s = New(Options{Addr: addr})
	ctx, cancel := context.WithCancel(context.Background())
	server := s.httpServer(ctx)
	if change != nil {
		change(server)
	}
	ended := make(chan error)
	go func() { ended <- serve(ctx, server, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	return s, addr
}

const testAddr = "127.0.0.1:4040"

// published returns a server that shows a state.
func published(st *State) *Server {
	s := New(Options{Addr: testAddr})
	s.Publish(st)
	return s
}

// get asks a server that need not listen.
func get(s *Server, target string, change ...func(*http.Request)) *http.Response {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Host = testAddr
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// waitFor waits until something is so.
func waitFor(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not so in time: %s", what)
		}
	}
}
