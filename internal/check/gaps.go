package check

import (
	"fmt"

	"stagecraft/internal/graph"
)

// Gap is something that a page lacks.
type Gap struct {
	Node  *graph.Node
	Step  int      // the step of it, from 1; 0 for the page as a whole
	Lines []string // front matter that would close the gap; empty where only its author can say
}

// GapGroup holds the gaps of one kind, in the order of their pages.
type GapGroup struct {
	Kind string // the key of the interface strings that explain it: "stage-touchpoint"
	Hint bool   // worth a look, though it may be right as it is
	Gaps []Gap
}

// gapRule is a kind of gap and what finds it.
type gapRule struct {
	kind string
	hint bool
	find func(Survey) []Gap
}

// gapRules returns what is looked for, the most telling first.
func gapRules() []gapRule {
	return []gapRule{
		{"stage-touchpoint", false, stagesWithoutTouchpoint},
		{"persona-journey", false, personasWithoutJourney},
		{"low-emotion", false, lowWithoutOpportunity},
		{"touchpoint-journey", false, touchpointsWithoutJourney},
		{"touchpoint-owner", false, touchpointsWithoutOwner},
		{"backstage", false, frontstageWithoutBackstage},
		{"opportunity-metric", false, opportunitiesWithoutMetric},
		{"metric-target", false, metricsWithoutTarget},
		{"metric-results", false, metricsWithoutResults},
		{"journey-goal", false, journeysWithoutGoal},
		{"journey-persona", false, journeysWithoutPersona},
		{"journey-evidence", false, journeysWithoutEvidence},
		{"channel-stage", false, channelsWithoutStage},
		{"team-stage", false, teamsWithoutStage},
		{"stage-count", true, journeysOfOddLength},
		{"flat-emotion", true, journeysWithFlatEmotion},
	}
}

// GapKinds returns the kinds of gap that are looked for.
func GapKinds() []string {
	var kinds []string
	for _, r := range gapRules() {
		kinds = append(kinds, r.kind)
	}
	return kinds
}

// Gaps returns what the handbook lacks, without the kinds of which there is none.
func (s Survey) Gaps() []GapGroup {
	var groups []GapGroup
	for _, r := range gapRules() {
		if gaps := r.find(s); len(gaps) > 0 {
			groups = append(groups, GapGroup{Kind: r.kind, Hint: r.hint, Gaps: gaps})
		}
	}
	return groups
}

// listSetting returns the line that gives a key a list of one value.
func listSetting(key, value string) string { return fmt.Sprintf("%s = [%q]", key, value) }

// setting returns the line that gives a key one value.
func setting(key, value string) string { return fmt.Sprintf("%s = %q", key, value) }
