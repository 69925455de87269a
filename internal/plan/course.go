package plan

import (
	"path"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/view"
)

// courseView adds the contents of a course or of one of its sections.
func (pg *page) courseView() view.Course {
	v := view.Course{Entity: pg.entity()}
	course := pg.CourseOf(pg.node)
	if course == nil {
		return v
	}
	v.Sections, v.Print = pg.sections(pg.node), pg.coursePrint()
	for _, s := range v.Sections {
		v.Lessons += len(s.Lessons)
		for _, l := range s.Lessons {
			v.Minutes += l.Minutes
		}
	}
	if pg.part && course != pg.node {
		v.Sections = nil // the lessons follow, and the course has listed them
	}
	if len(v.Sections) > 0 {
		v.Contents = append(v.Contents, view.Heading{Level: 2, ID: "_lessons", Key: "kinds.lesson"})
	}
	if course != pg.node {
		v.Course = pg.link(course)
	}
	return v
}

// lessonView adds the lesson's place in its course.
func (pg *page) lessonView() view.Lesson {
	v := view.Lesson{Entity: pg.entity(), Minutes: pg.minutes(pg.node)}
	for _, a := range pg.doc.Entity.(*journey.Lesson).Downloads {
		if f := pg.Asset(pg.node, a); f != nil {
			v.Downloads = append(v.Downloads, view.Link{Title: path.Base(f.Path), Href: pg.to(assetPath(f))})
		}
	}
	course := pg.CourseOf(pg.node)
	if course == nil {
		return v
	}
	v.Course = pg.link(course)
	if parent := pg.Parent(pg.node); parent != course {
		v.Section = pg.link(parent)
	}
	if !pg.part {
		v.Sections = pg.sections(course)
	}
	v.Number, v.Of = pg.LessonNumber(pg.node), len(pg.Lessons(course))
	return v
}

// sections returns the lessons below a course or section, numbered as the course
// counts them. Lessons that stand side by side with sections form runs of their
// own.
func (pg *page) sections(of *graph.Node) []view.CourseSection {
	if of.Kind == journey.KindSection {
		return []view.CourseSection{{Lessons: pg.section(of).Lessons}} // the page has its title and summary
	}
	var list []view.CourseSection
	for _, n := range pg.Children(of) {
		if n.Kind == journey.KindSection {
			list = append(list, pg.section(n))
			continue
		}
		if k := len(list); k == 0 || list[k-1].Section.IsSet() {
			list = append(list, view.CourseSection{})
		}
		last := &list[len(list)-1]
		last.Lessons = append(last.Lessons, pg.lesson(n))
	}
	return list
}

func (pg *page) section(n *graph.Node) view.CourseSection {
	doc, _ := n.InLang(pg.lang)
	s := view.CourseSection{Section: pg.link(n), Summary: pg.inlineOf(n, doc, doc.Summary)}
	for _, l := range pg.Children(n) {
		s.Lessons = append(s.Lessons, pg.lesson(l))
	}
	return s
}

func (pg *page) lesson(n *graph.Node) view.CourseLesson {
	return view.CourseLesson{
		Link:    pg.link(n),
		Number:  pg.LessonNumber(n),
		Minutes: pg.minutes(n),
		Current: n == pg.node,
	}
}

// minutes returns how long a page takes to read, in the language that its prose
// is in.
func (pg *page) minutes(n *graph.Node) int {
	doc, translated := n.InLang(pg.lang)
	lang := pg.lang
	if !translated {
		lang = pg.own
	}
	return locale.ReadingMinutes(lang, doc.Body.Words)
}
