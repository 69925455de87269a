package plan

import (
	"cmp"
	"slices"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

// channelView adds the journeys as they look from the channel.
func (pg *page) channelView() view.Channel {
	v := view.Channel{Entity: pg.entity(), Zoom: pg.channelZoom(pg.node)}
	if len(v.Zoom.Journeys) > 0 {
		v.Contents = append([]view.Heading{{Level: 2, ID: "_zoom", Key: "table.zoom"}}, v.Contents...)
	}
	return v
}

// channelZoom reduces all journeys to a channel. What shall be in the future is
// shown, but not counted.
func (pg *page) channelZoom(channel *graph.Node) view.ChannelZoom {
	var z view.ChannelZoom
	from, to := flows{}, flows{}
	for _, n := range pg.sorted(journey.KindJourney) {
		zoomed := pg.zoomJourney(n, channel)
		if len(zoomed.Stays) == 0 {
			continue
		}
		z.Journeys = append(z.Journeys, zoomed)
		if n.Doc.Entity.(*journey.Journey).Map.V == "future-state" {
			continue
		}
		for _, s := range zoomed.Stays {
			from.count(s.From)
			to.count(s.To)
		}
	}
	z.From, z.To = from.sorted(), to.sorted()
	return z
}

func (pg *page) zoomJourney(n, channel *graph.Node) view.ZoomedJourney {
	doc, _ := n.InLang(pg.lang)
	j := doc.Entity.(*journey.Journey)
	channels := make([]*graph.Node, len(j.Steps))
	for i, s := range j.Steps {
		channels[i] = pg.ChannelOf(s)
	}
	z := view.ZoomedJourney{Journey: pg.link(n), MapKey: mapKey(j)}
	runs := stays(channels, channel)
	if len(runs) == 0 {
		return z
	}
	for i, s := range j.Steps {
		z.Steps = append(z.Steps, view.ZoomStep{
			Number:     i + 1,
			Link:       pg.stepLink(n, i+1),
			Color:      pg.refLink(s.Stage).Color,
			On:         channels[i] == channel,
			Mood:       mood(s.Emotion),
			Touchpoint: pg.refLink(s.Touchpoint),
		})
	}
	for _, run := range runs {
		z.Stays = append(z.Stays, view.Stay{
			From:  pg.before(n, j, run.first),
			Steps: z.Steps[run.first : run.last+1],
			To:    pg.after(n, doc, j, run.last),
		})
	}
	return z
}

// stay is a run of steps on one channel: the places of its first and last step,
// from 0.
type stay struct{ first, last int }

// stays returns the runs of a channel among the channels of a journey's steps.
func stays(channels []*graph.Node, channel *graph.Node) []stay {
	var list []stay
	for i, c := range channels {
		switch {
		case c != channel:
		case i > 0 && channels[i-1] == channel:
			list[len(list)-1].last = i
		default:
			list = append(list, stay{i, i})
		}
	}
	return list
}

// before returns where the customer comes from to a step, counted from 0.
func (pg *page) before(n *graph.Node, j *journey.Journey, step int) view.Neighbour {
	if step == 0 {
		return view.Neighbour{Key: "zoom.start"}
	}
	return pg.neighbour(n, j, step-1)
}

// after returns where the customer goes to from a step: as the author says, or
// to the step below.
func (pg *page) after(n *graph.Node, doc *journey.Doc, j *journey.Journey, step int) view.Neighbour {
	if next := pg.inlines(n, doc, j.Steps[step].Next); len(next) > 0 {
		return view.Neighbour{Key: "zoom.elsewhere", Next: next}
	}
	if step == len(j.Steps)-1 {
		return view.Neighbour{Key: "zoom.end"}
	}
	return pg.neighbour(n, j, step+1)
}

func (pg *page) neighbour(n *graph.Node, j *journey.Journey, step int) view.Neighbour {
	nb := view.Neighbour{Key: "zoom.outside", Touchpoint: pg.refLink(j.Steps[step].Touchpoint), Step: pg.stepLink(n, step+1)}
	if c := pg.ChannelOf(j.Steps[step]); c != nil {
		nb.Key, nb.Channel = "", pg.link(c)
	}
	return nb
}

// flows counts places.
type flows []view.Flow

func (f *flows) count(nb view.Neighbour) {
	place := view.Flow{Channel: nb.Channel, Key: nb.Key, Count: 1}
	i := slices.IndexFunc(*f, func(x view.Flow) bool { return x.Channel == place.Channel && x.Key == place.Key })
	if i < 0 {
		*f = append(*f, place)
	} else {
		(*f)[i].Count++
	}
}

// sorted returns the places, the most frequent first, equal ones in the order in
// which journeys come to them.
func (f flows) sorted() []view.Flow {
	slices.SortStableFunc(f, func(a, b view.Flow) int { return cmp.Compare(b.Count, a.Count) })
	return f
}
