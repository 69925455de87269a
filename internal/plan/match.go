package plan

import "stagecraft/internal/journey"

// matchSteps returns, for each step after, the number of the step before that it
// comes from, or 0 for a new one. Steps of the same stage belong together that
// have touchpoint and title in common, or the touchpoint, or the title; what is
// left over is taken in order. Each step is used once.
func (pg *page) matchSteps(before, after []journey.Step) []int {
	matched := make([]int, len(after))
	taken := make([]bool, len(before))
	sameTouchpoint := func(b, a journey.Step) bool {
		t := pg.Ref(a.Touchpoint)
		return t != nil && t == pg.Ref(b.Touchpoint)
	}
	sameTitle := func(b, a journey.Step) bool { return a.Title.IsSet() && a.Title.Source == b.Title.Source }
	for _, alike := range []func(b, a journey.Step) bool{
		func(b, a journey.Step) bool { return sameTouchpoint(b, a) && sameTitle(b, a) },
		sameTouchpoint,
		sameTitle,
		func(_, _ journey.Step) bool { return true },
	} {
		for i, a := range after {
			for k, b := range before {
				if matched[i] == 0 && !taken[k] && pg.Ref(a.Stage) == pg.Ref(b.Stage) && alike(b, a) {
					matched[i], taken[k] = k+1, true
				}
			}
		}
	}
	return matched
}
