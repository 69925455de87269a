package preview

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// own is the folder of the server's own addresses.
const own = "/.stagecraft/"

// Handler returns what answers the requests. Serve uses it with the limits that
// an open port needs.
func (s *Server) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		if no := s.refuse(r); no != nil {
			if no.status == http.StatusMethodNotAllowed {
				h.Set("Allow", "GET, HEAD")
			}
			h.Set("Connection", "close") // whatever else it sends is not read
			plain(w, no.status, no.text)
			return
		}
		if name, ok := strings.CutPrefix(r.URL.Path, own); ok {
			s.serveOwn(w, r, name)
			return
		}
		s.serveSite(w, r, s.current.Load())
	})
}

// serveOwn answers for the server's own addresses.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	if name == "events" {
		s.serveEvents(w, r)
		return
	}
	data, err := clientFiles.ReadFile("client/" + name)
	if err != nil {
		plain(w, http.StatusNotFound, "not an address of the preview")
		return
	}
	serveAsset(w, r, name, data, digest(data))
}

// serveSite answers for the addresses of the site.
func (s *Server) serveSite(w http.ResponseWriter, r *http.Request, v *version) {
	if v.number == 0 {
		w.Header().Set("Retry-After", "1")
		s.servePage(w, r, v, waiting())
		return
	}
	places := candidates(strings.TrimPrefix(r.URL.Path, "/"))
	for i, path := range places {
		if _, ok := v.Files[path]; !ok {
			continue
		}
		if i > 0 {
			redirect(w, r, path)
			return
		}
		s.serveFile(w, r, v, path)
		return
	}
	s.servePage(w, r, v, s.missing(r.Context(), v, places))
}

// candidates lists the output paths that the path of an address may mean. Only
// the first is meant at just this address; the others have their own.
func candidates(path string) []string {
	if path == "" || strings.HasSuffix(path, "/") {
		return []string{path + "index.html"}
	}
	return []string{path, path + ".html", path + "/index.html"}
}

// redirect leads to the address of an output path.
func redirect(w http.ResponseWriter, r *http.Request, path string) {
	to := url.URL{Path: address(path), RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", to.String())
	plain(w, http.StatusFound, "the page is at "+to.Path)
}

// address returns the path of the URL at which an output path is found.
func address(path string) string {
	if path == "index.html" || strings.HasSuffix(path, "/index.html") {
		path = strings.TrimSuffix(path, "index.html")
	}
	return "/" + path
}

// serveFile answers with a file of the site.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, v *version, path string) {
	data, sum, err := v.draw(r.Context(), path)
	switch {
	case err != nil && r.Context().Err() != nil: // nobody waits for the answer
	case err != nil:
		s.log.Printf("draw %s: %v", path, err)
		s.servePage(w, r, v, failed(v, err))
	case isHTML(path):
		s.servePage(w, r, v, page{status: http.StatusOK, kind: kindPage, html: data, digest: sum})
	default:
		serveAsset(w, r, path, data, sum)
	}
}

// serveAsset answers with a file that is no page. A browser asks each time
// whether its copy is still right.
func serveAsset(w http.ResponseWriter, r *http.Request, path string, data []byte, sum string) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Type", contentType(path))
	h.Set("ETag", `"`+sum+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// plain answers with a line of text.
func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	w.Write([]byte(text + "\n")) // an error means that nobody listens
}
