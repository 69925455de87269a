package journey

// Channel is a medium through which customers meet the brand.
type Channel struct {
	Medium Word `json:"medium,omitzero"` // online or offline
	Direct Bool `json:"direct,omitzero"` // the brand speaks itself, not a third party
}

// Touchpoint is one instance of contact with the brand. A medium or directness
// that is not set is the channel's.
type Touchpoint struct {
	Stages        []Ref  `json:"stages,omitempty"`
	Personas      []Ref  `json:"personas,omitempty"`
	Channel       Ref    `json:"channel,omitzero"`
	Medium        Word   `json:"medium,omitzero"`
	Direct        Bool   `json:"direct,omitzero"`
	Influence     Int    `json:"influence,omitzero"` // on the decision to buy, 1 to 5
	Standard      []Text `json:"standard,omitempty"` // what is promised
	TargetEmotion []Text `json:"target_emotion,omitempty"`
	Emotion       Int    `json:"emotion,omitzero"` // as it is today, −2 to 2
	Actions       []Text `json:"actions,omitempty"`
	Thoughts      []Text `json:"thoughts,omitempty"`
	Motivations   []Text `json:"motivations,omitempty"`
	Barriers      []Text `json:"barriers,omitempty"`
	Pains         []Text `json:"pains,omitempty"`
	Gains         []Text `json:"gains,omitempty"`
	Opportunities []Text `json:"opportunities,omitempty"`
	Metrics       []Ref  `json:"metrics,omitempty"`
	Actors        []Word `json:"actors,omitempty"`
}

// Media returns the words that a medium can be.
func Media() []string { return []string{"online", "offline"} }

// Actors returns the words for those whose experience counts.
func Actors() []string {
	return []string{"customer", "seller", "partner", "employee", "third-party"}
}

func readChannel(r *reader) *Channel {
	return &Channel{
		Medium: r.word("medium", Media()...),
		Direct: r.flag("direct"),
	}
}

func readTouchpoint(r *reader) *Touchpoint {
	return &Touchpoint{
		Stages:        r.refs("stages", KindStage),
		Personas:      r.refs("personas", KindPersona),
		Channel:       r.ref("channel", KindChannel),
		Medium:        r.word("medium", Media()...),
		Direct:        r.flag("direct"),
		Influence:     r.integer("influence", 1, 5),
		Standard:      r.texts("standard"),
		TargetEmotion: r.texts("target_emotion"),
		Emotion:       r.integer("emotion", -2, 2),
		Actions:       r.texts("actions"),
		Thoughts:      r.texts("thoughts"),
		Motivations:   r.texts("motivations"),
		Barriers:      r.texts("barriers"),
		Pains:         r.texts("pains"),
		Gains:         r.texts("gains"),
		Opportunities: r.texts("opportunities"),
		Metrics:       r.refs("metrics", KindMetric),
		Actors:        r.words("actors", Actors()...),
	}
}
