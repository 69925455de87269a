package measure

import "math"

// z is the quantile of the normal distribution that leaves 2.5 % on either side.
const z = 1.96

// Interval holds the true value with a confidence of 95 %. The zero Interval is
// that of a value without one.
type Interval struct {
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	IsSet bool    `json:"-"`
}

// Margin returns half the width of the interval: the ± behind a value.
func (i Interval) Margin() float64 { return (i.High - i.Low) / 2 }

// Holds tells whether a value lies in the interval, its ends included; nothing
// lies in the zero Interval.
func (i Interval) Holds(v float64) bool { return i.IsSet && i.Low <= v && v <= i.High }

// between returns the interval around a centre, held inside what can be.
func between(centre, margin, least, most float64) Interval {
	return Interval{Low: max(centre-margin, least), High: min(centre+margin, most), IsSet: true}
}

// wald is how many answers the adjusted-Wald interval adds, half of them
// promoters and detractors in equal parts.
const wald = 3

// promotionInterval is the interval of a net promoter score, −100…100. The
// variance of one answer, which counts 1, 0 or −1, is p + d − (p − d)², where p
// and d are the shares of promoters and detractors. The adjusted-Wald form adds
// 3/4 to promoters, 3/4 to detractors and 3 to n, and so stays honest in small
// samples and where all answers agree; with nothing added it is the plain Wald
// interval.
//
// Source: B. Rocks, Interval Estimation for the "Net Promoter Score", The American
// Statistician 70 (2016) 365–372, after Bonett and Price (2012).
func promotionInterval(promoters, detractors, answers, added float64) Interval {
	n := answers + added
	p, d := (promoters+added/4)/n, (detractors+added/4)/n
	variance := p + d - (p-d)*(p-d)
	return between((p-d)*100, z*math.Sqrt(variance/n)*100, -100, 100)
}

// shareInterval is the interval of a share, 0…100, by Wilson's score method:
// (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n). It is not symmetric around
// the share, and does not shrink to nothing at 0 and 100.
//
// Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212.
func shareInterval(part, n float64) Interval {
	p := part / n
	spread := 1 + z*z/n
	centre := (p + z*z/(2*n)) / spread
	margin := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n)) / spread
	return between(centre*100, margin*100, 0, 100)
}

// meanInterval is the interval of the mean of n answers on a scale: ± z·s/√n, s
// being the standard deviation of the sample (n − 1), inside the ends of the
// scale. There is none where the sample says nothing of how answers vary: for one
// answer, and where all are the same.
//
// Source: the central limit theorem, as in any textbook of statistics.
func meanInterval(r Row, mean, n float64) Interval {
	squares := 0.0
	for i, c := range r.Counts {
		off := r.Scale.point(i) - mean
		squares += c * off * off
	}
	if n < 2 || squares == 0 {
		return Interval{}
	}
	margin := z * math.Sqrt(squares/(n-1)) / math.Sqrt(n)
	return between(mean, margin, r.Scale.point(0), r.Scale.point(len(r.Counts)-1))
}

// Difference returns the interval of newer − older, two results that are taken
// as independent, for every method alike: the change is real where it does not
// hold zero. It squares and adds the distances of each value from the ends of its
// own interval (MOVER). It is not set where one of the results has no interval.
//
// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10, for
// shares; for any two intervals G. Y. Zou and A. Donner, Statistics in Medicine
// 27 (2008) 1693–1702.
func Difference(newer, older Measured) Interval {
	a, b := newer.Interval, older.Interval
	if !a.IsSet || !b.IsSet {
		return Interval{}
	}
	change := newer.Value - older.Value
	return Interval{
		Low:   change - math.Hypot(newer.Value-a.Low, b.High-older.Value),
		High:  change + math.Hypot(a.High-newer.Value, older.Value-b.Low),
		IsSet: true,
	}
}
