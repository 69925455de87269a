package journey

import (
	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Journey is what one persona goes through in one scenario.
type Journey struct {
	Map      Word   `json:"map,omitzero"`
	Persona  Ref    `json:"persona,omitzero"`
	Model    Ref    `json:"model,omitzero"`
	Stages   []Ref  `json:"stages,omitempty"` // of its own, instead of a model's
	Scenario []Text `json:"scenario,omitempty"`
	Goal     []Text `json:"goal,omitempty"`
	FutureOf Ref    `json:"future_of,omitzero"`
	Parent   Ref    `json:"parent,omitzero"`
	Lanes    []Word `json:"lanes,omitempty"`
	Steps    []Step `json:"steps,omitempty"`
}

// Step is one thing that happens in a stage of a journey.
type Step struct {
	At            source.Range `json:"-"`
	Stage         Ref          `json:"stage,omitzero"`
	Title         Text         `json:"title,omitzero"`
	Touchpoint    Ref          `json:"touchpoint,omitzero"`
	Channel       Ref          `json:"channel,omitzero"`
	Action        []Text       `json:"action,omitempty"`
	Thought       []Text       `json:"thought,omitempty"`
	Feeling       []Text       `json:"feeling,omitempty"`
	Emotion       Int          `json:"emotion,omitzero"` // −2 to 2
	Pains         []Text       `json:"pains,omitempty"`
	Gains         []Text       `json:"gains,omitempty"`
	Opportunities []Text       `json:"opportunities,omitempty"`
	Metrics       []Ref        `json:"metrics,omitempty"`
	MomentOfTruth Bool         `json:"moment_of_truth,omitzero"`
	Time          Text         `json:"time,omitzero"`
	Device        Text         `json:"device,omitzero"`
	Actors        []Word       `json:"actors,omitempty"`
	Journey       Ref          `json:"journey,omitzero"` // a sub-journey
	Next          []Text       `json:"next,omitempty"`   // where the customer goes when not to the step below
}

// MapTypes returns the words that a journey's map can be.
func MapTypes() []string { return []string{"current-state", "day-in-the-life", "future-state"} }

// Lanes returns the rows that a stage table can have, in their usual order.
func Lanes() []string {
	return []string{
		"goal", "time", "actions", "touchpoints", "channel", "device", "thoughts", "emotion",
		"pains", "gains", "opportunities", "metrics", "actors", "owner",
	}
}

func readJourney(r *reader) *Journey {
	j := &Journey{
		Map:      r.word("map", MapTypes()...),
		Persona:  r.ref("persona", KindPersona),
		Model:    r.ref("model", KindModel),
		Stages:   r.refsOnce("stages", KindStage),
		Scenario: r.texts("scenario"),
		Goal:     r.texts("goal"),
		FutureOf: r.ref("future_of", KindJourney),
		Parent:   r.ref("parent", KindJourney),
		Lanes:    r.words("lanes", Lanes()...),
	}
	if j.Model.IsSet() && len(j.Stages) > 0 {
		r.Report(diag.New(diag.InvalidValue, r.KeyAt("stages"), "a journey has a model or stages of its own, not both").
			WithHint("remove one of the two lines"))
	}
	r.steps("a step of a journey", func(s *reader) { j.Steps = append(j.Steps, readStep(s)) })
	return j
}

func readStep(r *reader) Step {
	if r.doc.Lang == "" {
		r.Require("stage", `"awareness"`)
	}
	return Step{
		At:            r.At(),
		Stage:         r.ref("stage", KindStage),
		Title:         r.text("title"),
		Touchpoint:    r.ref("touchpoint", KindTouchpoint),
		Channel:       r.ref("channel", KindChannel),
		Action:        r.texts("action"),
		Thought:       r.texts("thought"),
		Feeling:       r.texts("feeling"),
		Emotion:       r.integer("emotion", -2, 2),
		Pains:         r.texts("pains"),
		Gains:         r.texts("gains"),
		Opportunities: r.texts("opportunities"),
		Metrics:       r.refs("metrics", KindMetric),
		MomentOfTruth: r.flag("moment_of_truth"),
		Time:          r.text("time"),
		Device:        r.text("device"),
		Actors:        r.words("actors", Actors()...),
		Journey:       r.ref("journey", KindJourney),
		Next:          r.texts("next"),
	}
}
