package journey

import "testing"

func TestParseInterval(t *testing.T) {
	for s, want := range map[string]struct {
		n    int
		unit string
	}{"90d": {90, "d"}, "4w": {4, "w"}, "3m": {3, "m"}, "1y": {1, "y"}, "9999d": {9999, "d"}} {
		if n, unit, ok := ParseInterval(s); !ok || n != want.n || unit != want.unit {
			t.Errorf("%q: %d %q %v", s, n, unit, ok)
		}
	}
	for _, s := range []string{"", "d", "90", "0d", "-1d", "+1d", "1h", "10000d", "1.5m", "9 d", "quarterly", "1đ"} {
		if _, _, ok := ParseInterval(s); ok {
			t.Errorf("%q is no interval", s)
		}
	}
}
