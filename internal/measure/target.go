package measure

import "math"

// Shortfall returns how far a value is from its target in the wrong direction,
// in percent of the target; 0 when the target is reached, and for a target of
// zero, of which there is no share.
func Shortfall(value, target float64, moreIsBetter bool) float64 {
	short := target - value
	if !moreIsBetter {
		short = -short
	}
	if short <= 0 || target == 0 {
		return 0
	}
	return short / math.Abs(target) * 100
}
