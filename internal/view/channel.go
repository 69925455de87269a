package view

import "html/template"

// The views of channels.

// Channel is the view of a channel.
type Channel struct {
	Entity
	Zoom ChannelZoom
}

// ChannelZoom is each journey that meets a channel, reduced to that channel.
type ChannelZoom struct {
	From     []Flow // where customers come from today, the most frequent first
	To       []Flow // where they go to
	Journeys []ZoomedJourney
}

// Flow is how often customers come from a place or go there. One of Channel and
// Key is set.
type Flow struct {
	Channel Link
	Key     string // zoom.start, zoom.end, zoom.outside or zoom.elsewhere
	Count   int
}

// ZoomedJourney is a journey with its steps, and its stays on the channel.
type ZoomedJourney struct {
	Journey Link
	MapKey  string // map.current-state; empty when it isn't said
	Steps   []ZoomStep
	Stays   []Stay
}

// ZoomStep is a step of a journey in the row of all of them.
type ZoomStep struct {
	Number     int // from 1
	Link       Link
	Color      string // of its stage
	On         bool   // the step is on the channel
	Mood       Mood
	Touchpoint Link
}

// Stay is a run of steps on the channel, without a step elsewhere between them.
type Stay struct {
	From  Neighbour
	Steps []ZoomStep
	To    Neighbour
}

// Neighbour is what comes before or after a stay. Without a step it is the
// beginning or the end of the journey.
type Neighbour struct {
	Key        string // zoom.start, zoom.end, zoom.outside for a step on no channel, zoom.elsewhere with Next
	Channel    Link
	Touchpoint Link
	Step       Link
	Next       []template.HTML // where the author says that the customer goes
}
