package plan

import (
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// stepEntries returns what one step has to say in a lane.
func (b *tableBuilder) stepEntries(lane string, number int, s journey.Step) []view.LaneEntry {
	texts := func(tone string, texts ...journey.Text) []view.LaneEntry {
		return b.texts(number, b.node, b.doc, tone, texts...)
	}
	switch lane {
	case "actions":
		if len(s.Action) == 0 {
			return b.starred(s, b.opening(s, texts("", s.Title)))
		}
		return b.starred(s, b.opening(s, texts("", s.Action...)))
	case "touchpoints":
		return b.starred(s, b.nodes(number, b.pg.Ref(s.Touchpoint)))
	case "channel":
		return b.nodes(number, b.pg.ChannelOf(s))
	case "owner":
		if t := b.pg.Ref(s.Touchpoint); t != nil {
			return b.nodes(number, b.pg.Ref(t.Doc.Owner))
		}
	case "thoughts":
		return texts("", s.Thought...)
	case "emotion":
		return b.emotion(number, s)
	case "pains":
		return b.answered(number, texts("bad", s.Pains...))
	case "gains":
		return texts("good", s.Gains...)
	case "opportunities":
		return texts("", s.Opportunities...)
	case "time":
		return texts("", s.Time)
	case "device":
		return texts("", s.Device)
	case "actors":
		var list []view.LaneEntry
		for _, a := range s.Actors {
			list = append(list, b.entry(number, view.Value{Key: "actor." + a.V}))
		}
		return list
	}
	return nil
}

// starred marks the first entry of a moment of truth.
func (b *tableBuilder) starred(s journey.Step, list []view.LaneEntry) []view.LaneEntry {
	if s.MomentOfTruth.V && len(list) > 0 {
		list[0].MomentOfTruth = true
	}
	return list
}

// opening puts the sub-journey that a step opens behind its last entry.
func (b *tableBuilder) opening(s journey.Step, list []view.LaneEntry) []view.LaneEntry {
	if n := b.pg.Ref(s.Journey); n != nil && len(list) > 0 {
		list[len(list)-1].Opens = b.pg.link(n)
	}
	return list
}

// emotion tells how a step feels: the number, and the words that go with it. A
// step of which neither is known says so, where the others are scored.
func (b *tableBuilder) emotion(number int, s journey.Step) []view.LaneEntry {
	feelings := b.texts(number, b.node, b.doc, "", s.Feeling...)
	switch {
	case !s.Emotion.IsSet() && len(feelings) == 0 && b.scored:
		return b.starred(s, []view.LaneEntry{b.entry(number, view.Value{Key: "gap.emotion"})})
	case !s.Emotion.IsSet():
		return b.starred(s, feelings)
	}
	e := b.entry(number, view.Value{Mood: mood(s.Emotion)})
	if was := b.moodToday(number); was != e.Value.Mood {
		e.Was = was
	}
	if len(feelings) > 0 {
		e.Value.Text = feelings[0].Value.Text
		feelings = feelings[1:]
	}
	return b.starred(s, append([]view.LaneEntry{e}, feelings...))
}

// moodToday returns how the step feels today that a future one comes from.
func (b *tableBuilder) moodToday(number int) view.Mood {
	if b.was == nil || b.from[number-1] == 0 {
		return view.Mood{}
	}
	return mood(b.was.Steps[b.from[number-1]-1].Emotion)
}

// answered marks the last pain of a step with what answers them: an answer is
// the step's, not one pain's.
func (b *tableBuilder) answered(number int, pains []view.LaneEntry) []view.LaneEntry {
	if len(pains) == 0 {
		return nil
	}
	a := b.pg.StepAnswer(b.node, number)
	values := linkValues(b.pg.links(slices.Concat(a.Linked, b.pg.ordered(a.Named))))
	if len(values) == 0 && a.Said {
		values = []view.Value{{Key: "answer.said"}}
	}
	if len(values) == 0 {
		values = []view.Value{{Key: "answer.none"}}
	}
	pains[len(pains)-1].Answers = values
	return pains
}

func (b *tableBuilder) texts(number int, n *graph.Node, doc *journey.Doc, tone string, texts ...journey.Text) []view.LaneEntry {
	var list []view.LaneEntry
	for _, t := range texts {
		if t.IsSet() {
			e := b.entry(number, view.Value{Text: b.pg.inlineOf(n, doc, t)})
			e.Tone = tone
			list = append(list, e)
		}
	}
	return list
}

func (b *tableBuilder) nodes(number int, n *graph.Node) []view.LaneEntry {
	if n == nil {
		return nil
	}
	return []view.LaneEntry{b.entry(number, view.Value{Link: b.pg.link(n)})}
}

func (b *tableBuilder) entry(number int, v view.Value) view.LaneEntry {
	return view.LaneEntry{Value: v, Step: number}
}
