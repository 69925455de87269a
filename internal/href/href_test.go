package href

import "testing"

func TestRelative(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "index.html", "index.html"},
		{"index.html", "teams/a.html", "teams/a.html"},
		{"teams/a.html", "index.html", "../index.html"},
		{"teams/a.html", "terms/a.html", "../terms/a.html"},
		{"teams/a.html", "teams/b.html", "b.html"},
		{"a/b/c.html", "a/x/y.html", "../x/y.html"},
		{"index.html", "một hai.png", "m%E1%BB%99t%20hai.png"},
		{"a.html", "b:c.png", "./b:c.png"}, // no scheme b
		{"teams/a.html", "teams/b:c.png", "./b:c.png"},
		{"teams/a.html", "b:c.png", "../b:c.png"},
	} {
		if got := Relative(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}
