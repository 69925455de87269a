package journey

import "strconv"

// ParseInterval reads what review_every holds: a number from 1 to 9999 and d, w,
// m or y, such as "90d".
func ParseInterval(s string) (n int, unit string, ok bool) {
	if len(s) < 2 || s[0] < '1' || s[0] > '9' || len(s) > 5 {
		return 0, "", false
	}
	unit = s[len(s)-1:]
	n, err := strconv.Atoi(s[:len(s)-1])
	known := unit == "d" || unit == "w" || unit == "m" || unit == "y"
	return n, unit, err == nil && known
}

func isInterval(s string) bool {
	_, _, ok := ParseInterval(s)
	return ok
}
