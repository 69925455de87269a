package journey

// Stage is one phase of a model.
type Stage struct {
	Phase        Word   `json:"phase,omitzero"` // before, during or after the purchase
	Goal         []Text `json:"goal,omitempty"` // the customer's
	BusinessGoal []Text `json:"business_goal,omitempty"`
	Expectations []Text `json:"expectations,omitempty"`
	Emotions     []Text `json:"emotions,omitempty"`
	Barriers     []Text `json:"barriers,omitempty"`
	Messages     []Text `json:"messages,omitempty"`
	Content      []Text `json:"content,omitempty"`
	Metrics      []Ref  `json:"metrics,omitempty"`
	Color        Word   `json:"color,omitzero"` // s1 … s9, the theme's stage colours
}

// Phases returns the words that a stage's phase can be.
func Phases() []string { return []string{"before", "during", "after"} }

// StageColors returns the words that a stage's color can be.
func StageColors() []string {
	return []string{"s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"}
}

func readStage(r *reader) *Stage {
	return &Stage{
		Phase:        r.word("phase", Phases()...),
		Goal:         r.texts("goal"),
		BusinessGoal: r.texts("business_goal"),
		Expectations: r.texts("expectations"),
		Emotions:     r.texts("emotions"),
		Barriers:     r.texts("barriers"),
		Messages:     r.texts("messages"),
		Content:      r.texts("content"),
		Metrics:      r.refs("metrics", KindMetric),
		Color:        r.word("color", StageColors()...),
	}
}
