package plan

import (
	"slices"

	"stagecraft/internal/check"
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// gapsNamed is how many gaps of a kind are named.
const gapsNamed = 50

// addChecks lists the pages about the whole handbook, when there is one to look
// at: a site of lessons and free pages alone covers nothing.
func (p *planner) addChecks(lang locale.Lang) {
	if !hasHandbook(p.Graph) {
		return
	}
	p.add(p.coverage(lang), lang, nil, "coverage", func(pg *page) any { return pg.coverageView() })
	p.add(p.review(lang), lang, nil, "review", func(pg *page) any { return pg.reviewView() })
}

// coverage returns the path of the page of gaps and matrices in a language.
func (a address) coverage(lang locale.Lang) string { return a.in(lang) + "coverage.html" }

// hasHandbook tells whether a site holds anything of customers' journeys.
func hasHandbook(g *graph.Graph) bool {
	for _, kind := range []journey.Kind{journey.KindPersona, journey.KindJourney, journey.KindStage, journey.KindTouchpoint} {
		if len(g.Kind(kind)) > 0 {
			return true
		}
	}
	return false
}

// checkLinks returns the links to these pages.
func (pg *page) checkLinks() []view.NavEntry {
	if !hasHandbook(pg.Graph) {
		return nil
	}
	return []view.NavEntry{
		{Key: "coverage.title", Href: pg.to(pg.coverage(pg.lang))},
		{Key: "review.title", Href: pg.to(pg.review(pg.lang))},
	}
}

// coverageView returns the view of the page of gaps and matrices.
func (pg *page) coverageView() view.Coverage {
	v := view.Coverage{Entity: pg.entity()}
	s := check.NewSurvey(pg.Graph)
	for _, pair := range [][2]journey.Kind{
		{journey.KindStage, journey.KindPersona},
		{journey.KindStage, journey.KindChannel},
		{journey.KindTouchpoint, journey.KindBlueprint},
	} {
		m := pg.matrix(s, pair[0], pair[1], nil)
		if len(m.Groups) == 0 || len(m.Columns) == 0 {
			continue
		}
		m.ID = "_" + m.RowKind + "-" + m.ColumnKind
		v.Matrices = append(v.Matrices, m)
	}
	for _, group := range s.Gaps() {
		v.Groups = append(v.Groups, pg.gapGroup(group))
		if group.Hint {
			v.Hints += len(group.Gaps)
		} else {
			v.Gaps += len(group.Gaps)
		}
	}
	return v
}

func (pg *page) gapGroup(group check.GapGroup) view.GapGroup {
	v := view.GapGroup{Kind: group.Kind, ID: "_" + group.Kind, Hint: group.Hint, Count: len(group.Gaps)}
	named, more := limit(group.Gaps, gapsNamed)
	v.More = more
	order := pg.Order(pg.lang)
	named = slices.SortedStableFunc(slices.Values(named), func(a, b check.Gap) int { return order(a.Node, b.Node) })
	for _, gap := range named {
		v.Gaps = append(v.Gaps, pg.gap(gap))
	}
	return v
}

func (pg *page) gap(gap check.Gap) view.Gap {
	v := view.Gap{Page: pg.link(gap.Node), Step: gap.Step, Lines: gap.Lines, StepTitle: pg.stepTitle(gap.Node, gap.Step)}
	if gap.Step > 0 && gap.Node.Kind == journey.KindJourney {
		v.Page.Href = pg.stepHref(gap.Node, gap.Step)
	}
	return v
}
