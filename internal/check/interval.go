package check

import (
	"time"

	"stagecraft/internal/journey"
)

// after returns the day that lies an interval after another, and whether there
// is such an interval. A month after 31 January is the last day of February, and
// a year after 29 February the 28th: the calendar of people, who would not wait
// until March.
func after(day time.Time, interval string) (time.Time, bool) {
	n, unit, ok := journey.ParseInterval(interval)
	switch unit {
	case "d":
		return day.AddDate(0, 0, n), ok
	case "w":
		return day.AddDate(0, 0, 7*n), ok
	case "m":
		return addMonths(day, n), ok
	}
	return addMonths(day, 12*n), ok
}

func addMonths(day time.Time, n int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// days returns how many days one day lies after another, whatever their hours
// and zones.
func days(later, earlier time.Time) int {
	const day = 24 * 60 * 60
	return int((civil(later).Unix() - civil(earlier).Unix()) / day)
}

// civil returns the day that a time shows, at midnight UTC.
func civil(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
