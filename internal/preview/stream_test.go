package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"stagecraft/internal/diag"
)

// listener is a browser window that listens.
type listener struct {
	t       *testing.T
	close   func()
	scanner *bufio.Scanner
}

// openStream connects as a window that shows a state.
func openStream(t *testing.T, addr string, state uint64) *listener {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("http://%s/.stagecraft/events?state=%d", addr, state), nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Origin", "http://"+addr)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	if got := answer.Header.Get("Content-Type"); answer.StatusCode != http.StatusOK || got != "text/event-stream" {
		t.Fatalf("the stream: %s, %s", answer.Status, got)
	}
	scanner := bufio.NewScanner(answer.Body)
	scanner.Buffer(nil, 16<<20)
	return &listener{t, cancel, scanner}
}

// next waits for an event.
func (l *listener) next() (news, error) {
	for l.scanner.Scan() {
		data, ok := strings.CutPrefix(l.scanner.Text(), "data: ")
		if !ok {
			continue
		}
		var n news
		return n, json.Unmarshal([]byte(data), &n)
	}
	if err := l.scanner.Err(); err != nil {
		return news{}, err
	}
	return news{}, io.EOF
}

func (l *listener) want(state uint64) news {
	l.t.Helper()
	n, err := l.next()
	if err != nil || n.State != state {
		l.t.Fatalf("heard of state %d (%v), want %d", n.State, err, state)
	}
	return n
}

func stateNumbered(n int) *State {
	return site(map[string]File{"n.txt": text(fmt.Sprint(n))})
}

func TestStreamTellsOfEachState(t *testing.T) {
	s, addr := listen(t, nil)
	l := openStream(t, addr, 0)
	if n := l.want(0); n.Server != s.id || n.Errors != 0 || n.Problems != "" {
		t.Errorf("before the first state: %+v", n)
	}
	st := stateNumbered(1)
	st.Diags = append(st.Diags, badTouchpoint())
	s.Publish(st)
	if n := l.want(1); n.Errors != 1 || !strings.Contains(n.Problems, "content/buy.md:2:14") || strings.Contains(n.Problems, "<b>") {
		t.Errorf("with an error: %+v", n)
	}
	s.Publish(stateNumbered(2))
	if n := l.want(2); n.Errors != 0 || n.Problems != "" {
		t.Errorf("mended: %+v", n)
	}
}

func TestStreamTellsOfChangedAssets(t *testing.T) {
	assets := func(digests ...string) *State {
		st := site(nil)
		for i, d := range digests {
			st.Files[fmt.Sprintf("%c.css", 'a'+i)] = File{Digest: d}
		}
		return st
	}
	s, addr := listen(t, nil)
	s.Publish(assets("1", "1", "1"))
	l := openStream(t, addr, 1)
	if n := l.want(1); len(n.Changed) != 0 {
		t.Errorf("nothing has changed: %v", n.Changed)
	}
	s.Publish(assets("1", "2", "1"))
	if n := l.want(2); !slices.Equal(n.Changed, []string{"b.css"}) {
		t.Errorf("b.css has changed: %v", n.Changed)
	}
	s.Publish(assets("2", "2"))
	l.want(3)
	s.Publish(assets("2", "2", "1"))
	if n := l.want(4); !slices.Equal(n.Changed, []string{"c.css"}) {
		t.Errorf("c.css is back: %v", n.Changed)
	}
	for state, want := range map[uint64][]string{1: {"a.css", "b.css", "c.css"}, 2: {"a.css", "c.css"}, 3: {"c.css"}, 4: {}, 99: {}} {
		if n := openStream(t, addr, state).want(4); !slices.Equal(n.Changed, want) {
			t.Errorf("since state %d: %v, want %v", state, n.Changed, want)
		}
	}
}

// TestNewsIsNeverAheadOfThePages publishes while many windows listen and fetch.
func TestNewsIsNeverAheadOfThePages(t *testing.T) {
	const windows, states = 16, 150
	s, addr := listen(t, nil)
	s.Publish(stateNumbered(1))
	var group sync.WaitGroup
	for range windows {
		l := openStream(t, addr, 0)
		group.Go(func() {
			for seen := uint64(0); seen < states; {
				n, err := l.next()
				if err != nil {
					t.Errorf("after state %d: %v", seen, err)
					return
				}
				if n.State <= seen {
					t.Errorf("state %d after %d", n.State, seen)
				}
				seen = n.State
				if got := fetchNumber(t, addr); got < seen {
					t.Errorf("told of state %d, got %d", seen, got)
				}
			}
		})
	}
	for n := 2; n <= states; n++ {
		s.Publish(stateNumbered(n))
	}
	group.Wait()
}

func fetchNumber(t *testing.T, addr string) (n uint64) {
	r, err := http.Get("http://" + addr + "/n.txt")
	if err != nil {
		t.Error(err)
		return 0
	}
	defer r.Body.Close()
	if _, err := fmt.Fscan(r.Body, &n); err != nil {
		t.Error(err)
	}
	return n
}

// TestSlowWindowIsDropped has a window that reads nothing while states come that
// are too large for the buffers of its connection.
func TestSlowWindowIsDropped(t *testing.T) {
	t.Parallel()
	s, addr := listen(t, nil)
	slow, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	fmt.Fprintf(slow, "GET /.stagecraft/events HTTP/1.1\r\nHost: %s\r\n\r\n", addr)
	quick := openStream(t, addr, 0)
	quick.want(0)
	waitFor(t, "both windows listen", func() bool { return len(s.streams) == 2 })
	long := badTouchpoint().WithHint("%s", strings.Repeat("long ", 10_000))
	n := 0
	waitFor(t, "the slow window is dropped", func() bool {
		n++
		st := stateNumbered(n)
		st.Diags = slices.Repeat([]diag.Diagnostic{long}, maxProblems) // 2.5 MB an event
		s.Publish(st)
		quick.want(uint64(n)) // it is not held up
		return len(s.streams) == 1
	})
}

func TestStreamsAreLimited(t *testing.T) {
	s, addr := listen(t, nil)
	s.Publish(site(nil))
	var last *listener
	for range maxStreams {
		last = openStream(t, addr, 0)
		last.want(1)
	}
	r, err := http.Get("http://" + addr + "/.stagecraft/events")
	if err != nil || r.StatusCode != http.StatusServiceUnavailable {
		t.Fatalf("one more: %v, %v", r, err)
	}
	if r := get(s, "/", func(r *http.Request) { r.Host = addr }); r.StatusCode != http.StatusOK {
		t.Errorf("a page meanwhile: %s", r.Status)
	}
	last.close()
	waitFor(t, "the window that was closed no longer counts", func() bool { return len(s.streams) < maxStreams })
	openStream(t, addr, 0).want(1)
}

// TestStreamOutlivesTheTimeouts: those of requests are not for it.
func TestStreamOutlivesTheTimeouts(t *testing.T) {
	t.Parallel()
	const limit = time.Second // long enough for a busy machine to read a request
	s, addr := listen(t, func(server *http.Server) { server.ReadTimeout, server.WriteTimeout = limit, limit })
	l := openStream(t, addr, 0)
	l.want(0)
	time.Sleep(2 * limit)
	s.Publish(site(nil))
	l.want(1)
}

func TestServeEndsWithItsContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := New(Options{Addr: l.Addr().String()})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx, l) }()
	window := openStream(t, l.Addr().String(), 0)
	window.want(0)
	cancel()
	start := time.Now()
	select {
	case err := <-ended:
		if took := time.Since(start); err != nil || took >= endTimeout {
			t.Errorf("serve: %v after %v", err, took)
		}
	case <-time.After(patience):
		t.Fatal("still serving")
	}
	if n, err := window.next(); err == nil {
		t.Errorf("the window hears of %+v", n)
	}
	if err := s.Serve(context.Background(), l); err == nil {
		t.Error("serving on a closed listener is no error")
	}
}
