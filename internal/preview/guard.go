package preview

import (
	"cmp"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"unicode/utf8"
)

// hosts are the values of the Host header that are answered. All others are
// refused: a foreign name that resolves to this machine is how a website would
// read the preview through its visitor's browser (DNS rebinding).
type hosts struct {
	names []string // with their ports, lower case
	port  string   // if not empty, every IP address is answered at this port
}

// allow returns the hosts of a server that listens on an address.
func allow(addr string) hosts {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return hosts{}
	}
	var h hosts
	for _, name := range []string{cmp.Or(host, "localhost"), "localhost", "127.0.0.1", "::1"} {
		full := strings.ToLower(net.JoinHostPort(name, port))
		h.names = append(h.names, full)
		if port == "80" { // browsers leave it out
			h.names = append(h.names, strings.TrimSuffix(full, ":80"))
		}
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		h.port = port
	}
	return h
}

func (h hosts) has(host string) bool {
	if slices.Contains(h.names, strings.ToLower(host)) {
		return true
	}
	_, err := netip.ParseAddrPort(host) // not a name, so nobody's to resolve
	return h.port != "" && err == nil && strings.HasSuffix(host, ":"+h.port)
}

// refusal is an answer to a request that is not served.
type refusal struct {
	status int
	text   string
}

// refuse returns why a request is not served, or nil.
func (s *Server) refuse(r *http.Request) *refusal {
	switch {
	case !s.hosts.has(r.Host):
		return &refusal{http.StatusMisdirectedRequest, "this preview does not answer for that host"}
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return &refusal{http.StatusMethodNotAllowed, "only GET and HEAD are answered"}
	case r.URL.Host != "" || r.URL.Opaque != "":
		return &refusal{http.StatusBadRequest, "this preview is no proxy"}
	case r.ContentLength != 0: // -1 when it is not told
		return &refusal{http.StatusBadRequest, "a request has no body here"}
	case !validPath(r):
		return &refusal{http.StatusBadRequest, "not an address of a page"}
	}
	return nil
}

// validPath tells whether the path of a request could be one of a page. Paths
// are looked up in a map, so a wrong one can do no harm; but an answer to it
// would hide a wrong link.
func validPath(r *http.Request) bool {
	path, found := strings.CutPrefix(r.URL.Path, "/")
	if !found || !utf8.ValidString(path) || strings.Contains(strings.ToLower(r.URL.EscapedPath()), "%2f") {
		return false
	}
	if strings.ContainsFunc(path, func(c rune) bool { return c < ' ' || c == 0x7f || c == '\\' }) {
		return false
	}
	path = strings.TrimSuffix(path, "/")
	if path == "" {
		return r.URL.Path == "/"
	}
	for name := range strings.SplitSeq(path, "/") {
		if name == "" || name == "." || name == ".." {
			return false
		}
	}
	return true
}

// sameOrigin tells whether a request comes from a page of this server, or from
// no page at all.
func sameOrigin(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	return len(origins) == 0 || len(origins) == 1 && origins[0] == "http://"+r.Host
}
