package journey

// readEntity reads the keys that belong to one kind alone.
func readEntity(kind Kind, r *reader) Entity {
	switch kind {
	case KindPersona:
		return readPersona(r)
	case KindModel:
		return readModel(r)
	case KindStage:
		return readStage(r)
	case KindChannel:
		return readChannel(r)
	case KindTouchpoint:
		return readTouchpoint(r)
	case KindJourney:
		return readJourney(r)
	case KindBlueprint:
		return readBlueprint(r)
	case KindMetric:
		return readMetric(r)
	case KindOpportunity:
		return readOpportunity(r)
	case KindTerm:
		return readTerm(r)
	case KindCourse, KindSection, KindLesson:
		return readLesson(r)
	case KindTeam:
		return &Team{}
	}
	return &Page{}
}

// newEntity returns the entity of a file that could not be read.
func (k Kind) newEntity() Entity { return readEntity(k, &reader{doc: &Doc{}}) }

// Team has no keys of its own.
type Team struct{}

// Page has no keys of its own.
type Page struct{}

func (*Persona) entity()     {}
func (*Model) entity()       {}
func (*Stage) entity()       {}
func (*Channel) entity()     {}
func (*Team) entity()        {}
func (*Touchpoint) entity()  {}
func (*Journey) entity()     {}
func (*Blueprint) entity()   {}
func (*Metric) entity()      {}
func (*Opportunity) entity() {}
func (*Term) entity()        {}
func (*Lesson) entity()      {}
func (*Page) entity()        {}
