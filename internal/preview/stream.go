package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// news is what a browser is told when it connects and after each Publish, as
// JSON in a server-sent event.
type news struct {
	Server   string   `json:"server"`   // another one than the page's: load it again
	State    uint64   `json:"state"`    // the number of the State
	Changed  []string `json:"changed"`  // output paths of assets that differ from the last State it heard of
	Errors   int      `json:"errors"`   // how many there are
	Warnings int      `json:"warnings"` // how many there are
	Problems string   `json:"problems"` // the errors as HTML
}

const (
	pulse        = 20 * time.Second // between signs of life
	eventTimeout = 5 * time.Second  // for a browser to take one event
)

// serveEvents tells a browser of each version after the one in the query
// parameter state. A browser that is slow to take an event misses those in
// between and hears of the latest; one that takes none is dropped.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		plain(w, http.StatusForbidden, "only the pages of this preview may listen")
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		w.Header().Set("Retry-After", "1")
		plain(w, http.StatusServiceUnavailable, "too many windows show this preview")
		return
	}
	seen, _ := strconv.ParseUint(r.URL.Query().Get("state"), 10, 64)
	s.tell(w, r, seen)
}

// tell writes events until the browser or the server ends.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, seen uint64) {
	alive := time.NewTicker(pulse)
	defer alive.Stop()
	rc := http.NewResponseController(w)
	v := s.current.Load()
	text := s.event(v, seen)
	for write(w, rc, text) == nil {
		select {
		case <-v.next:
			seen = v.number
			v = s.current.Load()
			text = s.event(v, seen)
		case <-alive.C:
			text = ":\n\n"
		case <-r.Context().Done():
			return
		}
	}
}

// event returns the news of a version for a browser that has seen an earlier one.
func (s *Server) event(v *version, seen uint64) string {
	data, err := json.Marshal(news{s.id, v.number, v.changedSince(seen), v.errors, v.warnings, v.problems})
	if err != nil {
		panic(err) // cannot be: numbers and strings
	}
	return fmt.Sprintf("data: %s\n\n", data)
}

func write(w http.ResponseWriter, rc *http.ResponseController, text string) error {
	rc.SetWriteDeadline(time.Now().Add(eventTimeout)) // where there is none, as in a test's recorder, none is needed
	if _, err := w.Write([]byte(text)); err != nil {
		return err
	}
	return rc.Flush()
}
