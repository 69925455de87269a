package journey

// Term is an entry of the glossary.
type Term struct {
	Synonyms   []Text `json:"synonyms,omitempty"`
	Definition []Text `json:"definition,omitempty"`
}

func readTerm(r *reader) *Term {
	return &Term{
		Synonyms:   r.texts("synonyms"),
		Definition: r.texts("definition"),
	}
}
