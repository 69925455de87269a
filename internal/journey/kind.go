package journey

// Kind is one of the sorts of page that a handbook is made of.
type Kind string

// The kinds, in the order in which a handbook lists them.
const (
	KindPersona     Kind = "persona"
	KindJourney     Kind = "journey"
	KindStage       Kind = "stage"
	KindTouchpoint  Kind = "touchpoint"
	KindChannel     Kind = "channel"
	KindBlueprint   Kind = "blueprint"
	KindMetric      Kind = "metric"
	KindOpportunity Kind = "opportunity"
	KindModel       Kind = "model"
	KindTeam        Kind = "team"
	KindTerm        Kind = "term"
	KindCourse      Kind = "course"
	KindSection     Kind = "section"
	KindLesson      Kind = "lesson"
	KindPage        Kind = "page"
)

// Kinds returns every kind, in the order in which a handbook lists them.
func Kinds() []Kind {
	return []Kind{
		KindPersona, KindJourney, KindStage, KindTouchpoint, KindChannel, KindBlueprint, KindMetric,
		KindOpportunity, KindModel, KindTeam, KindTerm, KindCourse, KindSection, KindLesson, KindPage,
	}
}

// Folder returns the folder of content in which the kind's files stand, empty
// for pages, which stand anywhere else. Sections and lessons stand inside their
// course.
func (k Kind) Folder() string {
	switch k {
	case KindTerm:
		return "glossary"
	case KindOpportunity:
		return "opportunities"
	case KindCourse, KindSection, KindLesson:
		return "courses"
	case KindPage:
		return ""
	}
	return string(k) + "s"
}

// Flat tells whether the kind's pages stand side by side in its folder, however
// its files are filed. The pages of the other kinds keep their folders.
func (k Kind) Flat() bool {
	switch k {
	case KindCourse, KindSection, KindLesson, KindPage:
		return false
	}
	return true
}

// Noun returns the kind with its article, for messages.
func (k Kind) Noun() string {
	if k == KindOpportunity {
		return "an opportunity"
	}
	return "a " + string(k)
}

// ParseKind returns the kind of that name.
func ParseKind(name string) (Kind, bool) {
	for _, k := range Kinds() {
		if string(k) == name {
			return k, true
		}
	}
	return "", false
}

// KindOfFolder returns the kind whose files stand in a folder of content.
func KindOfFolder(folder string) (Kind, bool) {
	for _, k := range Kinds() {
		if folder != "" && k.Folder() == folder {
			return k, true // of the kinds in courses/, course comes first
		}
	}
	return "", false
}

// KindNames returns the names of all kinds.
func KindNames() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	return names
}
