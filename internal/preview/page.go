package preview

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html"
	"html/template"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// clientFiles are what runs in the browser, served below /.stagecraft/.
//
//go:embed client/*.js client/*.css
var clientFiles embed.FS

//go:embed own.html
var ownHTML string

// ownPages draws the server's own pages and the list of problems in them.
var ownPages = template.Must(template.New("own").Parse(ownHTML))

// The kinds of pages, as the client knows them.
const (
	kindPage    = "page"    // a page of the site
	kindMissing = "missing" // what stands in for a page that the site doesn't have
	kindFailed  = "failed"  // one of our own: waiting, or a list of errors
)

// page is an answer in HTML.
type page struct {
	status int
	kind   string
	own    bool // it is not a page of the site
	html   []byte
	digest string
	moved  string // the output path where a missing page is now
}

// ownView is what an own page shows.
type ownView struct {
	Title    string
	Text     string
	Home     bool // there is a link to the home page
	Waiting  bool // the page refreshes itself where scripts are off
	Problems problemList
}

func ownPage(status int, kind string, view ownView) page {
	data := draw("page", view)
	return page{status: status, kind: kind, own: true, html: data, digest: digest(data)}
}

func draw(name string, view any) []byte {
	var b bytes.Buffer
	if err := ownPages.ExecuteTemplate(&b, name, view); err != nil {
		panic(err) // cannot be: the templates and their views are ours, and tested
	}
	return b.Bytes()
}

// problemsHTML returns a list of errors as HTML, nothing for none.
func problemsHTML(list problemList) string {
	if len(list.Shown) == 0 {
		return ""
	}
	return string(draw("problems", list))
}

// waiting stands in for every page until there is a State.
func waiting() page {
	return ownPage(http.StatusServiceUnavailable, kindFailed, ownView{Title: "Building the site…", Waiting: true})
}

// failed stands in for a page that could not be drawn.
func failed(v *version, err error) page {
	return ownPage(http.StatusInternalServerError, kindFailed, ownView{
		Title:    "This page can’t be drawn",
		Problems: failure(err).and(errorsOf(v.Diags)),
	})
}

// missing stands in for a page that the site doesn't have under any of the
// paths: the site's own 404.html, or, where a broken site has none, the errors.
func (s *Server) missing(ctx context.Context, v *version, places []string) page {
	p := s.notFound(ctx, v)
	for _, path := range places {
		to := v.Moved[path]
		if _, ok := v.Files[to]; ok && p.moved == "" {
			p.moved = to
		}
	}
	return p
}

func (s *Server) notFound(ctx context.Context, v *version) page {
	if _, ok := v.Files["404.html"]; ok {
		data, sum, err := v.draw(ctx, "404.html")
		if err != nil {
			s.log.Printf("draw 404.html: %v", err)
			return failed(v, err)
		}
		return page{status: http.StatusNotFound, kind: kindMissing, html: data, digest: sum}
	}
	if v.errors > 0 {
		return ownPage(http.StatusInternalServerError, kindFailed, ownView{
			Title:    "The site has errors",
			Text:     "This page shows the site as soon as they are mended.",
			Problems: errorsOf(v.Diags),
		})
	}
	return ownPage(http.StatusNotFound, kindMissing, ownView{Title: "There is no page at this address", Home: true})
}

// ownPolicy is for our own pages; those of the site bring a policy of their own.
const ownPolicy = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// servePage answers with a page and puts the client into it.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request, v *version, p page) {
	if r.Context().Err() != nil {
		return
	}
	body := inject(p.html, s.tag(v, p))
	h := w.Header()
	if p.own {
		h.Set("Content-Security-Policy", ownPolicy)
	}
	h.Set("Content-Type", contentType("page.html"))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(p.status)
	w.Write(body) // an error means that nobody listens
}

// tag returns the element that loads the client. It also carries what the client
// must know of the page, so that there is no moment between the two.
func (s *Server) tag(v *version, p page) string {
	var moved string
	if p.moved != "" {
		moved = (&url.URL{Path: address(p.moved)}).EscapedPath()
	}
	var b strings.Builder
	b.WriteString(`<script type="module" src="` + own + `client.js"`)
	for _, a := range [][2]string{
		{"server", s.id}, {"state", fmt.Sprint(v.number)}, {"page", p.digest}, {"kind", p.kind}, {"moved", moved},
	} {
		fmt.Fprintf(&b, ` data-%s="%s"`, a[0], html.EscapeString(a[1]))
	}
	b.WriteString("></script>")
	return b.String()
}

var headEnd = regexp.MustCompile(`(?i)</head[ \t\r\n]*>`)

// inject puts an element at the end of a page's head, or, where the head has no
// end, of the page.
func inject(page []byte, element string) []byte {
	at := len(page)
	if m := headEnd.FindIndex(page); m != nil {
		at = m[0]
	}
	return slices.Concat(page[:at], []byte(element), page[at:])
}
