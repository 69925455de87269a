package journey

import "stagecraft/internal/diag"

// Persona is a named, fictional representative of a segment of customers.
type Persona struct {
	Role           Text   `json:"role,omitzero"`
	Quote          Text   `json:"quote,omitzero"`
	Goals          []Text `json:"goals,omitempty"`
	Needs          []Text `json:"needs,omitempty"`
	Motivations    []Text `json:"motivations,omitempty"`
	Pains          []Text `json:"pains,omitempty"`
	Barriers       []Text `json:"barriers,omitempty"`
	Behaviours     []Text `json:"behaviours,omitempty"`
	Sources        []Text `json:"sources,omitempty"`  // of information
	Shopping       []Text `json:"shopping,omitempty"` // preferences
	Channels       []Ref  `json:"channels,omitempty"` // preferred
	Demographics   []Pair `json:"demographics,omitempty"`
	Psychographics []Pair `json:"psychographics,omitempty"`
}

func readPersona(r *reader) *Persona {
	p := &Persona{
		Role:           r.text("role"),
		Quote:          r.text("quote"),
		Goals:          r.texts("goals"),
		Needs:          r.texts("needs"),
		Motivations:    r.texts("motivations"),
		Pains:          r.texts("pains"),
		Barriers:       r.texts("barriers"),
		Behaviours:     r.texts("behaviours"),
		Sources:        r.texts("sources"),
		Shopping:       r.texts("shopping"),
		Channels:       r.refs("channels", KindChannel),
		Demographics:   r.pairs("demographics"),
		Psychographics: r.pairs("psychographics"),
	}
	r.checkPairs("demographics")
	r.checkPairs("psychographics")
	return p
}

// checkPairs reports keys of the persona that have slipped into a table of the
// author's own keys, because they stand below its header.
func (r *reader) checkPairs(table string) {
	t := r.Table.Table(table, table)
	for _, key := range t.Keys() {
		if r.Knows(key) {
			r.Report(diag.New(diag.InvalidValue, t.KeyAt(key), "%q stands below [%s], so it would describe the customer", key, table).
				WithHint("move the line above [%s]", table))
		}
	}
}
