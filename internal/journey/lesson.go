package journey

// Lesson holds the keys of a lesson; a course and its sections have the same.
type Lesson struct {
	Objectives []Text  `json:"objectives,omitempty"`
	Duration   Text    `json:"duration,omitzero"`
	Author     Text    `json:"author,omitzero"`
	Downloads  []Asset `json:"downloads,omitempty"`
	Pass       Float   `json:"pass,omitzero"` // the mark that passes
}

func readLesson(r *reader) *Lesson {
	return &Lesson{
		Objectives: r.texts("objectives"),
		Duration:   r.text("duration"),
		Author:     r.text("author"),
		Downloads:  r.assets("downloads"),
		Pass:       r.number("pass"),
	}
}
