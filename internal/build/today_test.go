package build

import (
	"testing"
	"time"
)

func TestToday(t *testing.T) {
	hanoi := time.FixedZone("", 7*60*60)
	set := Options{Today: time.Date(2026, 10, 1, 3, 0, 0, 0, hanoi)}.today()
	if want := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC); !set.Equal(want) {
		t.Errorf("%v, want %v", set, want)
	}
	before := time.Now().UTC()
	free := Options{}.today()
	if after := time.Now().UTC(); free.Format(time.DateOnly) != before.Format(time.DateOnly) && free.Format(time.DateOnly) != after.Format(time.DateOnly) {
		t.Errorf("%v is not the day of %v", free, before)
	}
}
