package cli

import (
	"os"
	"strconv"
	"time"
)

// lastSecond is the end of the year 9999, the last that a date can show.
const lastSecond = 253402300799

// day returns the day that reviews and deadlines are told by: that of --today,
// or of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/),
// which packagers set. The zero time leaves it to each build.
func (a *app) day() (time.Time, error) {
	if a.today != "" {
		const hint = "write a day as year-month-day: --today 2026-09-30"
		day, err := time.Parse(time.DateOnly, a.today)
		switch {
		case err != nil:
			return day, usagef(hint, "--today %q is no day of the calendar", a.today)
		case day.Before(time.Unix(0, 0)):
			return day, usagef(hint, "--today %q is before 1970", a.today)
		}
		return day, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > lastSecond {
		return time.Time{}, usagef("correct or unset it, or give --today 2026-09-30", "SOURCE_DATE_EPOCH %q is no number of seconds since 1970", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
