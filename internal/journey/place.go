package journey

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
)

// place is what a file's path alone says of it.
type place struct {
	kind  Kind
	id    string
	lang  locale.Lang // of a translation; empty for an original
	page  string      // the page's path in the output, without extension or language
	order int         // the NN of a course's section or lesson, 0 without
	trail string      // of a section or lesson: its path, sortable by these numbers
}

var (
	ordinal  = regexp.MustCompile(`^([0-9]{1,4})-(.+)$`)
	language = regexp.MustCompile(`^[a-z]{2}(-[a-z]{2,4})?$`) // longer ones look like any word
	validID  = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
)

// ValidID tells whether a text can be the id of a page: letters, digits, hyphen,
// underscore and dot of ASCII, beginning with a letter or digit, and not a name
// that Windows keeps for devices.
func ValidID(id string) bool {
	return len(id) <= 200 && validID.MatchString(id) && !reserved.MatchString(id) && !strings.HasSuffix(id, ".")
}

// placeOf reads kind, id, language and order off a path below content/.
func placeOf(file string, languages []locale.Lang) (place, *diag.Diagnostic) {
	dir, name := path.Split(strings.TrimPrefix(file, "content/"))
	segments := strings.FieldsFunc(dir, func(r rune) bool { return r == '/' })
	name = strings.TrimSuffix(name, ".md")

	p := place{}
	if base, suffix, ok := cutLast(name, "."); ok {
		lang := locale.Lang(suffix)
		switch i := slices.Index(languages, lang); {
		case i > 0:
			name, p.lang = base, lang
		case i == 0 || isLanguage(suffix):
			return p, languageProblem(file, lang, languages)
		}
	}

	p.kind = KindPage
	if len(segments) > 0 {
		if k, ok := KindOfFolder(segments[0]); ok {
			p.kind = k
		}
	}
	var problem *diag.Diagnostic
	switch {
	case len(segments) == 1 && name == "index", p.kind == KindPage:
		p.kind = KindPage
		problem = p.pathID(file, append(segments, name))
	case p.kind == KindCourse:
		problem = p.course(file, segments[1:], name)
	case name == "index":
		d := diag.OfPath(diag.MisplacedFile, file, "an index.md stands in content/%s or in a folder of pages, not here", segments[0]).
			WithHint("name the file after the %s that it describes", p.kind)
		problem = &d
	default:
		problem = p.setID(file, name)
		p.page = p.kind.Folder() + "/" + p.id
	}
	return p, problem
}

// isLanguage tells whether a part of a file name can only be meant for a
// language: two letters that name one, as in "page.fr.md".
func isLanguage(suffix string) bool {
	_, err := locale.ParseLang(suffix)
	return err == nil && language.MatchString(suffix)
}

func languageProblem(file string, lang locale.Lang, languages []locale.Lang) *diag.Diagnostic {
	if len(languages) > 0 && lang == languages[0] {
		d := diag.OfPath(diag.UnknownLanguage, file, "%q is the site's own language and needs no suffix", lang).
			WithHint("rename the file to %s", strings.Replace(file, "."+string(lang)+".md", ".md", 1))
		return &d
	}
	d := diag.OfPath(diag.UnknownLanguage, file, "the site has no language %q", lang).
		WithHint("add it to languages in site.toml, or rename the file")
	return &d
}

// course places a file below content/courses.
func (p *place) course(file string, folders []string, name string) *diag.Diagnostic {
	path := slices.Clone(folders)
	if name != "index" {
		path = append(path, name)
		p.kind = KindLesson
	} else if len(folders) == 2 {
		p.kind = KindSection
	}
	if len(folders) == 0 || len(folders) > 2 {
		d := diag.OfPath(diag.MisplacedFile, file, "a course is a folder with an index.md, its sections and its lessons").
			WithHint("put lessons at courses/COURSE/NN-SECTION/NN-LESSON.md")
		return &d
	}
	for i, segment := range path {
		n, rest := cutOrdinal(segment)
		if i == len(path)-1 {
			p.order = n
		}
		if i > 0 {
			path[i] = rest
		}
	}
	if p.kind != KindCourse {
		p.trail = trail(append(slices.Clone(folders), name))
	}
	problem := p.pathID(file, path)
	p.page = "courses/" + p.id
	if name == "index" {
		p.page += "/index"
	}
	return problem
}

// trail makes a path sort by the numbers that its parts begin with. An index
// comes before all else in its folder.
func trail(segments []string) string {
	var b strings.Builder
	for _, s := range segments {
		if s == "index" {
			break
		}
		n, rest := cutOrdinal(s)
		fmt.Fprintf(&b, "%04d-%s/", n, rest)
	}
	return b.String()
}

// pathID makes the id of a kind whose pages keep their folders: the path. The
// last part alone names the page, too, wherever it is unique. A folder's index
// has the id of the folder.
func (p *place) pathID(file string, segments []string) *diag.Diagnostic {
	ids := make([]string, len(segments))
	for i, s := range segments {
		if problem := p.setID(file, s); problem != nil {
			return problem
		}
		ids[i] = p.id
	}
	p.page = strings.Join(ids, "/")
	if n := len(ids); n > 1 && ids[n-1] == "index" {
		ids = ids[:n-1]
	}
	p.id = strings.Join(ids, "/")
	return nil
}

// setID makes an id of a file name: the name itself where it can be one, and
// its slug where it holds spaces or letters outside ASCII.
func (p *place) setID(file, name string) *diag.Diagnostic {
	p.id = name
	if ValidID(name) {
		return nil
	}
	p.id = locale.Slug(name)
	if ValidID(p.id) {
		return nil
	}
	d := diag.OfPath(diag.BadID, file, "no id can be made of the name %q", name).
		WithHint("use letters, digits and hyphens")
	return &d
}

// cutOrdinal splits "02-name" into 2 and "name".
func cutOrdinal(name string) (int, string) {
	m := ordinal.FindStringSubmatch(name)
	if m == nil {
		return 0, name
	}
	n := 0
	for _, digit := range m[1] {
		n = n*10 + int(digit-'0')
	}
	return n, m[2]
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
