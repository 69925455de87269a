// Package preview is the server behind "stagecraft serve": it shows one compiled
// site in browsers and brings each change to them.
//
// In goes a State, a finite map of output paths to functions that draw them;
// out come HTTP answers. The server knows nothing of how a site is built and
// never touches the disk. What must stay true:
//
//   - A State never changes. A later one takes its place behind one atomic
//     pointer, so a request sees either the one or the other.
//   - A browser hears of a State only when requests are answered from it.
//   - The only addresses are those of the State's Files and those below
//     /.stagecraft/. Requests with a strange Host, Origin, method or path are
//     refused before anything is looked up.
//
// Every HTML page gets one script, the client in the folder client. It listens
// to the stream of events, fetches its page again and changes the document in
// place; script and stream are described there and in stream.go. After each
// change in place it sends the document the event "stagecraft:update", for
// theme scripts that have to look at the page again.
package preview

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"stagecraft/internal/diag"
)

// State is one compiled site. Neither it nor what it holds may be changed once
// it is published.
type State struct {
	// Files are what can be asked for, by output path: "touchpoints/checkout.html".
	// The file 404.html stands in for all others.
	Files map[string]File

	// Diags are the diagnostics of the whole site, sorted. Errors are shown over
	// the page, warnings counted.
	Diags []diag.Diagnostic

	// Moved gives for an output path of an earlier state the output path where
	// that page is now; of a page that is gone it gives nothing.
	Moved map[string]string
}

// File is one address of the preview.
type File struct {
	// Render returns the bytes. It is called when the file is asked for, never
	// twice at a time, and its result is kept as long as the State is. An error
	// that wraps a *ContentError shows its diagnostics in the browser, any
	// other its text.
	Render func(context.Context) ([]byte, error)

	// Source is the content file that a page is made of, for messages; it may
	// be empty.
	Source string

	// Digest changes when the bytes of an asset do: a style sheet, script or
	// image with another digest than before is taken anew by pages that stay as
	// they are. Pages need none: they are compared by their bytes.
	Digest string
}

// ContentError is an error of Render that the author can mend.
type ContentError struct {
	Diags []diag.Diagnostic // at least one
}

// Error returns the message of the first diagnostic.
func (e *ContentError) Error() string {
	if len(e.Diags) == 0 {
		return "content has errors"
	}
	return e.Diags[0].Message
}

// Options say how a Server answers.
type Options struct {
	// Addr is the host:port that the server listens on, with the port that it
	// was given. Requests for this host, localhost, 127.0.0.1 or [::1] at this
	// port are answered; where Addr is a machine's every address (0.0.0.0 or
	// [::]), requests for any IP address are.
	Addr string

	// Log takes faults of connections and pages that could not be drawn. Nil
	// discards them.
	Log *log.Logger
}

// Server shows the latest published State. Its methods may be called from
// several goroutines.
type Server struct {
	id      string // tells a browser that this is not the server it knew
	hosts   hosts
	log     *log.Logger
	streams chan struct{} // holds one value for each open stream

	publishing sync.Mutex // held while the next version is made of the current one
	current    atomic.Pointer[version]
}

// maxStreams is how many browser windows can listen at a time. Each costs a
// connection and a goroutine.
const maxStreams = 256

// New returns a server that shows a waiting page until the first State.
func New(opts Options) *Server {
	s := &Server{
		id:      rand.Text(),
		hosts:   allow(opts.Addr),
		log:     cmp.Or(opts.Log, log.New(io.Discard, "", 0)),
		streams: make(chan struct{}, maxStreams),
	}
	s.current.Store(&version{State: &State{}, next: make(chan struct{})})
	return s
}

// Publish makes st the State that is shown, then tells the browsers.
func (s *Server) Publish(st *State) {
	s.publishing.Lock()
	defer s.publishing.Unlock()
	before := s.current.Load()
	s.current.Store(before.follow(st))
	close(before.next)
}

// The limits that keep a slow or broken client from holding on to the server.
const (
	readTimeout    = 10 * time.Second // for a whole request
	writeTimeout   = time.Minute      // for a whole answer; an event has its own
	idleTimeout    = 2 * time.Minute  // between two requests
	maxHeaderBytes = 16 << 10
	endTimeout     = 5 * time.Second // for answers under way when the server ends
)

// Serve answers on the listener until ctx ends, and closes the listener. The end
// of ctx is no error.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	return serve(ctx, s.httpServer(ctx), l)
}

func (s *Server) httpServer(ctx context.Context) *http.Server {
	return &http.Server{
		Handler:                      s.Handler(),
		DisableGeneralOptionsHandler: true,
		ReadTimeout:                  readTimeout,
		WriteTimeout:                 writeTimeout,
		IdleTimeout:                  idleTimeout,
		MaxHeaderBytes:               maxHeaderBytes,
		ErrorLog:                     s.log,
		BaseContext:                  func(net.Listener) context.Context { return ctx },
	}
}

// serve runs a server whose requests end with ctx.
func serve(ctx context.Context, server *http.Server, l net.Listener) error {
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ended)
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTimeout)
		defer cancel()
		if server.Shutdown(grace) != nil {
			server.Close()
		}
	})
	err := server.Serve(l)
	if !stop() { // the end has begun
		<-ended
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
