package chart

import (
	"math"
	"time"
)

// valueTicks returns round numbers from low or below to high or above, in steps
// of 1, 2 or 5 times a power of ten, at most so many steps. It wants low < high;
// ends too far apart or too near to reckon with are returned as they are.
func valueTicks(low, high float64, most int) []float64 {
	span := high - low
	if math.IsInf(span, 0) || span < 1e-300 {
		return []float64{low, high}
	}
	for exp := int(math.Floor(math.Log10(span / float64(most)))); ; exp++ {
		for _, digit := range []float64{1, 2, 5} {
			multiple := func(n float64) float64 { return times(n*digit, exp) }
			step := multiple(1)
			first, last := math.Floor(low/step), math.Ceil(high/step)
			if last-first <= float64(most) {
				return multiples(multiple, first, int(last-first))
			}
		}
	}
}

func multiples(multiple func(float64) float64, first float64, steps int) []float64 {
	list := make([]float64, steps+1)
	for i := range list {
		list[i] = multiple(first + float64(i))
	}
	return list
}

// times returns n × 10^exp. Dividing by a whole power gives 0.3 where multiplying
// by its fraction gives 0.30000000000000004.
func times(n float64, exp int) float64 {
	if exp < 0 {
		return n / math.Pow10(-exp)
	}
	return n * math.Pow10(exp)
}

// DayTick is a mark of the axis of days.
type DayTick struct {
	X    float64
	Day  time.Time
	Unit string // what the mark stands for the beginning of: day, month or year
}

// step is a distance on the calendar: so many days, months or years.
type step struct {
	unit string
	n    int
}

// steps returns the distances that read well, the shortest first.
func steps() []step {
	return []step{
		{"day", 1}, {"day", 7}, {"day", 14}, {"month", 1}, {"month", 3}, {"month", 6},
		{"year", 1}, {"year", 2}, {"year", 5}, {"year", 10}, {"year", 20}, {"year", 50},
		{"year", 100}, {"year", 500}, {"year", 1000}, {"year", 5000},
	}
}

// dayTicks returns the marks between two days, at most so many: beginnings of
// years or months, or days where the time is too short for those.
func dayTicks(first, last time.Time, most int) []DayTick {
	for _, s := range steps() {
		if list := s.marks(first, last, most); 0 < len(list) && len(list) <= most {
			return list
		}
	}
	return nil
}

// marks returns the multiples of a step between two days, or one more than most
// of them.
func (s step) marks(first, last time.Time, most int) []DayTick {
	var list []DayTick
	for d := s.from(first); !d.After(last) && len(list) <= most; d = s.next(d) {
		if !d.Before(first) {
			list = append(list, DayTick{Day: d, Unit: s.unit})
		}
	}
	return list
}

// from returns the last multiple of the step up to a day.
func (s step) from(day time.Time) time.Time {
	switch s.unit {
	case "year":
		return month(day.Year()/s.n*s.n, 0)
	case "month":
		return month(day.Year(), (int(day.Month())-1)/s.n*s.n)
	}
	return day
}

func (s step) next(day time.Time) time.Time {
	switch s.unit {
	case "year":
		return day.AddDate(s.n, 0, 0)
	case "month":
		return day.AddDate(0, s.n, 0)
	}
	return day.AddDate(0, 0, s.n)
}

// month returns the first day of a month, which counts from 0.
func month(year, month int) time.Time {
	return time.Date(year, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC)
}
