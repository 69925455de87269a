package check

import (
	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
)

func stagesWithoutTouchpoint(s Survey) []Gap {
	met := map[*graph.Node]bool{}
	for _, m := range s.met {
		if m.touchpoint != nil {
			met[m.stage] = true
		}
	}
	var gaps []Gap
	for _, n := range Stages(s.graph) {
		if !met[n] && !retired(n) {
			gaps = append(gaps, Gap{Node: n, Lines: []string{listSetting("stages", n.ID)}})
		}
	}
	return gaps
}

func touchpointsWithoutJourney(s Survey) []Gap {
	var gaps []Gap
	for n := range live[*journey.Touchpoint](s.graph) {
		if !mentioned(n, journey.KindJourney, "steps.touchpoint") {
			gaps = append(gaps, Gap{Node: n, Lines: []string{setting("touchpoint", n.ID)}})
		}
	}
	return gaps
}

// touchpointsWithoutOwner proposes the owner of the channel.
func touchpointsWithoutOwner(s Survey) []Gap {
	var gaps []Gap
	for n, t := range live[*journey.Touchpoint](s.graph) {
		if n.Doc.Owner.IsSet() {
			continue
		}
		gap := Gap{Node: n}
		if channel := s.graph.Ref(t.Channel); channel != nil {
			if team := s.graph.Ref(channel.Doc.Owner); team != nil {
				gap.Lines = []string{setting("owner", team.ID)}
			}
		}
		gaps = append(gaps, gap)
	}
	return gaps
}

// frontstageWithoutBackstage finds the steps of blueprints where customers meet
// somebody or something and nobody stands behind.
func frontstageWithoutBackstage(s Survey) []Gap {
	var gaps []Gap
	for n, b := range live[*journey.Blueprint](s.graph) {
		for i, step := range b.Steps {
			if (len(step.Frontstage) > 0 || step.Touchpoint.IsSet()) && len(step.Backstage) == 0 {
				gaps = append(gaps, Gap{Node: n, Step: i + 1})
			}
		}
	}
	return gaps
}

// opportunitiesWithoutMetric proposes the first metric of their touchpoints.
func opportunitiesWithoutMetric(s Survey) []Gap {
	var gaps []Gap
	for n, o := range live[*journey.Opportunity](s.graph) {
		if o.Metric.IsSet() {
			continue
		}
		gap := Gap{Node: n}
		for _, t := range s.graph.Refs(o.Touchpoints) {
			if metrics := metricsAt(s.graph, t); len(metrics) > 0 {
				gap.Lines = []string{setting("metric", metrics[0].ID)}
				break
			}
		}
		gaps = append(gaps, gap)
	}
	return gaps
}

// metricsAt returns the metrics of a touchpoint, whichever of the two names the
// other. One may stand twice; the retired are left out.
func metricsAt(g *graph.Graph, touchpoint *graph.Node) []*graph.Node {
	return living(append(g.Refs(touchpoint.Doc.Entity.(*journey.Touchpoint).Metrics),
		touchpoint.From(journey.KindMetric, "touchpoints")...))
}

func metricsWithoutTarget(s Survey) []Gap {
	return metrics(s.graph, func(_ *graph.Node, m *journey.Metric) bool { return !m.Target.IsSet() })
}

func metricsWithoutResults(s Survey) []Gap {
	return metrics(s.graph, func(n *graph.Node, _ *journey.Metric) bool { return len(s.graph.Results(n)) == 0 })
}

// metrics returns a gap for each metric that lacks something.
func metrics(g *graph.Graph, lacks func(*graph.Node, *journey.Metric) bool) []Gap {
	var gaps []Gap
	for n, m := range live[*journey.Metric](g) {
		if lacks(n, m) {
			gaps = append(gaps, Gap{Node: n})
		}
	}
	return gaps
}

// channelsWithoutStage finds channels that are used in no stage.
func channelsWithoutStage(s Survey) []Gap {
	used := map[*graph.Node]bool{}
	for _, m := range s.met {
		if m.stage != nil {
			used[m.channel] = true
		}
	}
	return unused(s.graph, journey.KindChannel, "channel", used)
}

// teamsWithoutStage finds teams that answer for nothing in any stage: for no
// touchpoint, and for no cell of a blueprint.
func teamsWithoutStage(s Survey) []Gap {
	used := map[*graph.Node]bool{}
	for _, m := range s.met {
		if m.stage != nil {
			used[m.team] = true
		}
	}
	for _, n := range s.graph.Kind(journey.KindTeam) {
		for _, m := range n.Mentions(journey.KindBlueprint) {
			if m.Step > 0 {
				used[n] = true
			}
		}
	}
	return unused(s.graph, journey.KindTeam, "owner", used)
}

// unused returns a gap for each page of a kind that is not among the used, with
// the line of a touchpoint that would use it.
func unused(g *graph.Graph, kind journey.Kind, key string, used map[*graph.Node]bool) []Gap {
	var gaps []Gap
	for _, n := range g.Kind(kind) {
		if !used[n] && !retired(n) {
			gaps = append(gaps, Gap{Node: n, Lines: []string{setting(key, n.ID)}})
		}
	}
	return gaps
}
