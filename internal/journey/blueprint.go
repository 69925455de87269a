package journey

import (
	"slices"

	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

// Blueprint is the organisation's side of one journey, in lanes.
type Blueprint struct {
	Journey Ref             `json:"journey,omitzero"`
	Steps   []BlueprintStep `json:"steps,omitempty"`
}

// BlueprintStep is a column of a blueprint.
type BlueprintStep struct {
	At         source.Range `json:"-"`
	Stage      Ref          `json:"stage,omitzero"`
	Title      Text         `json:"title,omitzero"`
	Time       Text         `json:"time,omitzero"`
	Touchpoint Ref          `json:"touchpoint,omitzero"`
	Evidence   []Cell       `json:"evidence,omitempty"` // physical evidence
	Customer   []Cell       `json:"customer,omitempty"` // customer actions
	Frontstage []Cell       `json:"frontstage,omitempty"`
	Backstage  []Cell       `json:"backstage,omitempty"`
	Support    []Cell       `json:"support,omitempty"` // support processes
	Policy     []Text       `json:"policy,omitempty"`
	Metrics    []Ref        `json:"metrics,omitempty"`
	Pains      []Text       `json:"pains,omitempty"`
	Links      []Arrow      `json:"links,omitempty"`
}

// Cell is an entry in a lane of a blueprint.
type Cell struct {
	Text       Text `json:"text,omitzero"`
	Owner      Ref  `json:"owner,omitzero"`
	System     Text `json:"system,omitzero"`
	Touchpoint Ref  `json:"touchpoint,omitzero"`
	By         Word `json:"by,omitzero"` // people or technology
}

// Arrow runs between two lanes of a step: one-way when the first sets off the
// second, both ways when they depend on each other.
type Arrow struct {
	From Word `json:"from"`
	To   Word `json:"to"`
	Both Bool `json:"both,omitzero"`
}

// BlueprintLanes returns the lanes of a blueprint from top to bottom.
func BlueprintLanes() []string {
	return []string{"evidence", "customer", "frontstage", "backstage", "support"}
}

// BlueprintRows returns the lanes with the optional rows around them.
func BlueprintRows() []string {
	return slices.Concat([]string{"time"}, BlueprintLanes(), []string{"policy", "metrics", "pains"})
}

func readBlueprint(r *reader) *Blueprint {
	if r.doc.Lang == "" {
		r.Require("journey", `"first-purchase"`)
	}
	b := &Blueprint{Journey: r.ref("journey", KindJourney)}
	r.steps("a step of a blueprint", func(s *reader) { b.Steps = append(b.Steps, readBlueprintStep(s)) })
	return b
}

func readBlueprintStep(r *reader) BlueprintStep {
	if r.doc.Lang == "" {
		r.Require("stage", `"awareness"`)
	}
	return BlueprintStep{
		At:         r.At(),
		Stage:      r.ref("stage", KindStage),
		Title:      r.text("title"),
		Time:       r.text("time"),
		Touchpoint: r.ref("touchpoint", KindTouchpoint),
		Evidence:   r.cells("evidence"),
		Customer:   r.cells("customer"),
		Frontstage: r.cells("frontstage"),
		Backstage:  r.cells("backstage"),
		Support:    r.cells("support"),
		Policy:     r.texts("policy"),
		Metrics:    r.refs("metrics", KindMetric),
		Pains:      r.texts("pains"),
		Links:      r.arrows("links"),
	}
}

// cells reads a lane's cell: a text, a list, or tables.
func (r *reader) cells(key string) []Cell {
	var list []Cell
	for _, item := range r.Items(key, "a cell of a blueprint") {
		if item.Table == nil {
			list = append(list, Cell{Text: r.compile(item.Text)})
			continue
		}
		c := &reader{Table: item.Table, doc: r.doc, opts: r.opts, field: r.field + key + ".", step: r.step}
		list = append(list, Cell{
			Text:       c.text("text"),
			Owner:      c.ref("owner", KindTeam),
			System:     c.text("system"),
			Touchpoint: c.ref("touchpoint", KindTouchpoint),
			By:         c.word("by", "people", "technology"),
		})
	}
	return list
}

func (r *reader) arrows(key string) []Arrow {
	if r.inherited(key) {
		return nil
	}
	var list []Arrow
	for _, t := range r.Tables(key, "an arrow of a blueprint") {
		t.Require("from", `"frontstage"`)
		t.Require("to", `"backstage"`)
		a := Arrow{
			From: t.Enum("from", BlueprintLanes()...),
			To:   t.Enum("to", BlueprintLanes()...),
			Both: t.Bool("both"),
		}
		if a.From.IsSet() && a.From.V == a.To.V {
			t.Report(diag.New(diag.InvalidValue, a.To.At, "an arrow leads from %q to itself", a.To.V).
				WithHint("an arrow joins two lanes of a step"))
		}
		list = append(list, a)
	}
	return list
}
