package preview

import (
	"bufio"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// raw is a request byte by byte, without its Host line where that is HOST.
type raw struct{ name, text string }

func line(target string) string { return "GET " + target + " HTTP/1.1\r\nHost: HOST\r\n\r\n" }

// hostile returns requests of which none may be answered with content.
func hostile(port string) []raw {
	var list []raw
	add := func(name, text string) { list = append(list, raw{name, text}) }

	for _, host := range []string{
		"", "evil.example", "evil.example:" + port, "localhost", "127.0.0.1", "[::1]", "localhost:1", "127.0.0.1:80", "127.0.0.1:0" + port,
		"127.0.0.2:" + port, "0.0.0.0:" + port, "[::]:" + port, "[::ffff:127.0.0.1]:" + port, "127.1:" + port, "2130706433:" + port,
		"0x7f.0.0.1:" + port, "0177.0.0.1:" + port, "localhost.:" + port, "localhost.evil.example:" + port, "evil.localhost:" + port,
		"127.0.0.1.evil.example:" + port, "127.0.0.1.nip.io:" + port, "localhost:" + port + "@evil.example", "evil.example@localhost:" + port,
		"localhost:" + port + ".", "localhost :" + port, "localhost:" + port + "/", "localhost:" + port + "#", "::1:" + port, ":" + port, port,
		"localhost:" + port + ",evil.example", "LOCALHOST.:" + port, "[::1%25lo]:" + port, "[fe80::1]:" + port, "xn--localhost-:" + port, "null",
	} {
		add("host "+host, "GET / HTTP/1.1\r\nHost: "+host+"\r\n\r\n")
	}
	add("no host", "GET / HTTP/1.1\r\n\r\n")
	add("two hosts", "GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n")
	add("no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n")
	add("host of the target", "GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("absolute target", "GET http://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("https target", "GET https://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("file target", "GET file:///etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n")

	for _, origin := range []string{
		"null", "", "http://evil.example", "https://HOST", "http://localhost:1", "http://localhost", "file://", "http://HOST.evil.example",
		"http://HOST/", "HTTP://HOST", "http://HOST, http://evil.example", "http://evil.example:" + port, "moz-extension://x", "http://[::1]:" + port,
	} {
		add("origin "+origin, "GET /.stagecraft/events HTTP/1.1\r\nHost: HOST\r\nOrigin: "+origin+"\r\n\r\n")
	}
	add("two origins", "GET /.stagecraft/events HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nOrigin: http://evil.example\r\n\r\n")

	for _, method := range []string{
		"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "TRACK", "CONNECT", "PROPFIND", "MKCOL", "COPY", "MOVE", "LOCK", "PURGE", "DEBUG", "get", "Get", "XYZZY",
	} {
		add("method "+method, method+" / HTTP/1.1\r\nHost: HOST\r\n\r\n")
		add("method "+method+" of the stream", method+" /.stagecraft/events HTTP/1.1\r\nHost: HOST\r\n\r\n")
	}
	add("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("GET *", "GET * HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("CONNECT host", "CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n")
	add("overriding method", "POST / HTTP/1.1\r\nHost: HOST\r\nX-HTTP-Method-Override: GET\r\n\r\n")

	dots := []string{"..", "%2e%2e", "%2E.", ".%2e", ".", "%2e"}
	slashes := []string{"/", "%2f", "%2F", "\\", "%5c", "%5C"}
	for _, dot := range dots {
		for _, slash := range slashes {
			add("up "+dot+slash, line("/"+dot+slash+dot+slash+"etc/passwd"))
		}
	}
	for _, target := range []string{
		"/../index.html", "/x/../index.html", "/./index.html", "/x/..", "/..", "/.", "/%2e%2e", "//", "//index.html", "///etc/passwd", "//evil.example/", "/x//index.html", "/index.html//",
		"/index.html%00", "/%00", "/index.html%00.css", "/index%2ehtml%2f", "/%2findex.html", "/%2Findex.html", "/.%2findex.html", "/x%2f..%2findex.html", "/x%5c..%5cindex.html", "/..%c0%af", "/%c0%ae%c0%ae/index.html",
		"/%e0%80%ae%e0%80%ae/index.html", "/%ff", "/%f8%80%80%80%af", "/%252e%252e/index.html", "/%252e%252e%252findex.html", "/..%252findex.html", "/%25252e%25252e/index.html", "/%255c..%255cindex.html",
		"/%u002e%u002e/index.html", "/..;/index.html", "/;/index.html", "/index.html;", "/..%01/index.html", "/%0d%0aSet-Cookie:x=1", "/%0aindex.html", "/%09", "/%7f", "/index.html%20", "/index.html.", "/INDEX.HTML", "/index.html::$DATA", "/index.html%3a%3a$DATA",
		"/C:/Windows/win.ini", "/C:%5cWindows", "/etc/passwd", "/%2fetc%2fpasswd", "/~root/", "/.git/config", "/.env", "/.stagecraft/../index.html", "/.stagecraft/%2e%2e/index.html", "/.stagecraft/manifest.json", "/.stagecraft/", "/.stagecraft/client", "/.stagecraft/client/client.js",
		"/.stagecraft/events/", "/.stagecraft/own.html", "/.stagecraft/client.js%00", "/.stagecraft//client.js", "/.Stagecraft/events", "/．．/index.html", "/%ef%bc%8e%ef%bc%8e/index.html", "/%e2%88%95index.html", "/con", "/nul", "/aux.html", "/index.html/", "/index.html/index.html", "/index.html/..", "/nosuch",
		"index.html", "?", "#", "/%", "/%2", "/%zz", "/index.html%", "http:index.html", "/\x00", "/\x7f", "/in\tdex.html",
	} {
		add("target "+target, line(target))
	}

	add("long target", line("/"+strings.Repeat("a", 1<<20)))
	add("deep target", line("/"+strings.Repeat("a/", 4<<10)))
	add("long header", "GET / HTTP/1.1\r\nHost: HOST\r\nX: "+strings.Repeat("a", 1<<20)+"\r\n\r\n")
	add("many headers", "GET / HTTP/1.1\r\nHost: HOST\r\n"+strings.Repeat("X: y\r\n", 1<<16)+"\r\n")
	for name, text := range map[string]string{
		"nothing":                   "\r\n\r\n",
		"noise":                     "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
		"HTTP/0.9":                  "GET /\r\n\r\n",
		"HTTP/2":                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"HTTP/3":                    "GET / HTTP/3.0\r\nHost: HOST\r\n\r\n",
		"HTTP/1.10":                 "GET / HTTP/1.10\r\nHost: HOST\r\n\r\n",
		"no version":                "GET / \r\nHost: HOST\r\n\r\n",
		"space in target":           "GET /a b HTTP/1.1\r\nHost: HOST\r\n\r\n",
		"space before colon":        "GET / HTTP/1.1\r\nHost : HOST\r\n\r\n",
		"header without a colon":    "GET / HTTP/1.1\r\nHost: HOST\r\nnonsense\r\n\r\n",
		"NUL in header":             "GET / HTTP/1.1\r\nHost: HOST\r\nX: \x00\r\n\r\n",
		"body":                      "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\n\r\nbody",
		"body of any length":        "GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
		"negative length":           "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n",
		"two lengths":               "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbody5",
		"length and chunks":         "GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
		"unknown transfer encoding": "GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: xchunked\r\n\r\n",
		"unknown expectation":       "GET / HTTP/1.1\r\nHost: HOST\r\nExpect: the moon\r\n\r\n",
	} {
		add(name, text)
	}
	return list
}

func TestHostileRequestsGetNoContent(t *testing.T) {
	s, addr := listen(t, nil)
	s.Publish(site(nil))
	_, port, _ := net.SplitHostPort(addr)
	list := hostile(port)
	if len(list) < 150 {
		t.Errorf("only %d cases", len(list))
	}
	for _, request := range list {
		t.Run(request.name, func(t *testing.T) {
			answer := exchange(t, addr, strings.ReplaceAll(request.text, "HOST", addr))
			if answer == "" {
				return // the connection was closed
			}
			status, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(answer, "HTTP/1.1 "), "HTTP/1.0 "), " ")
			// 505 and 501 are net/http's words for versions and encodings that it doesn't know.
			if !strings.HasPrefix(status, "4") && status != "505" && status != "501" {
				t.Errorf("answered with %.300q", answer)
			}
			if status != "404" && strings.Contains(answer, canary) || strings.Contains(answer, "Home "+canary) {
				t.Errorf("content in %.300q", answer)
			}
		})
	}
	if r, err := http.Get("http://" + addr + "/"); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("the server did not survive: %v, %v", r, err)
	}
}

// exchange sends a request and returns the first 4 KB of what comes back before
// the server closes the connection, or, for a request that leaves it open, has
// answered.
func exchange(t *testing.T, addr, request string) string {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	go io.WriteString(conn, request) // the server may stop reading
	answer := make([]byte, 0, 4<<10)
	reader := bufio.NewReader(conn)
	for len(answer) < cap(answer) {
		b, err := reader.ReadByte()
		if err != nil {
			break
		}
		answer = append(answer, b)
		if reader.Buffered() == 0 && complete(string(answer)) {
			break
		}
	}
	return string(answer)
}

// complete tells whether an answer has as many bytes as it says.
func complete(answer string) bool {
	r, err := http.ReadResponse(bufio.NewReader(strings.NewReader(answer)), nil)
	if err != nil {
		return false
	}
	_, err = io.Copy(io.Discard, r.Body)
	return err == nil && r.ContentLength >= 0
}

func TestGoodHostsAreAnswered(t *testing.T) {
	for addr, hosts := range map[string][]string{
		"127.0.0.1:4040":   {"127.0.0.1:4040", "localhost:4040", "LocalHost:4040", "[::1]:4040"},
		"127.0.0.1:80":     {"127.0.0.1:80", "127.0.0.1", "localhost", "[::1]"},
		"192.168.1.5:4040": {"192.168.1.5:4040", "localhost:4040"},
		"docs.home:4040":   {"docs.home:4040"},
		"[::]:4040":        {"192.168.1.5:4040", "[fd00::5]:4040", "localhost:4040"},
	} {
		s := New(Options{Addr: addr})
		s.Publish(site(nil))
		for _, host := range hosts {
			if r := get(s, "/", func(r *http.Request) { r.Host = host }); r.StatusCode != http.StatusOK {
				t.Errorf("on %s, host %s: %s", addr, host, r.Status)
			}
		}
		for _, host := range []string{"evil.example:4040", "evil.example", "192.168.1.5:4041", "192.168.1.5"} {
			if r := get(s, "/", func(r *http.Request) { r.Host = host }); r.StatusCode != http.StatusMisdirectedRequest {
				t.Errorf("on %s, host %s: %s", addr, host, r.Status)
			}
		}
	}
}

// TestSlowRequestsEnd sends parts of requests and waits for the server to close.
func TestSlowRequestsEnd(t *testing.T) {
	s, addr := listen(t, func(server *http.Server) { server.ReadTimeout = 100 * time.Millisecond })
	s.Publish(site(nil))
	for _, part := range []string{
		"", "GET / HT", "GET / HTTP/1.1\r\nHost: " + addr + "\r\n", "GET / HTTP/1.1\r\nHost: " + addr + "\r\nContent-Length: 1000\r\n\r\nslow",
	} {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		conn.SetDeadline(time.Now().Add(patience))
		fmt.Fprint(conn, part)
		if data, err := io.ReadAll(conn); err != nil && os.IsTimeout(err) || strings.Contains(string(data), canary) {
			t.Errorf("after %q: %q, %v", part, data, err)
		}
	}
}

// TestNothingOpensFiles reads the imports: with no way to the disk there is no
// path that leads there.
func TestNothingOpensFiles(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range file.Imports {
			switch path := strings.Trim(imported.Path.Value, `"`); path {
			case "os", "io/fs", "path/filepath", "syscall", "os/exec":
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}
