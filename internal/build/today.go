package build

import "time"

// today returns the day that a compilation tells reviews and deadlines by: the
// one that is set, or the current one in UTC, which two builds of one moment
// share in every time zone.
func (o Options) today() time.Time {
	day := o.Today
	if day.IsZero() {
		day = time.Now().UTC()
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}
