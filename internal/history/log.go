package history

import (
	"strings"
	"time"
)

// logArgs asks for the commits that changed something below content, the newest first. Each
// is a record of its day and its parents behind a slash, with which no path begins, and
// then a record for each path. Of a merge these are the paths that differ from all its
// parents: any other change belongs to the commit that the merge brought in.
//
// Renames are not looked for, so that no file is read: a partial clone has none.
func logArgs(commit string) []string {
	return []string{"log", "-c", "-z", "--name-only", "--date=short", "--format=tformat:/%cd %P",
		"--no-renames", "--no-ext-diff", "--no-textconv", "-O/dev/null", commit, "--", "content"}
}

// reader takes the days of the wanted pages out of the records of a log.
type reader struct {
	head   Head
	wanted map[string]bool
	days   Days

	day   time.Time // of the commit that is being read
	first bool      // the next record is the first behind that of a commit
}

// read takes a record and tells whether more are wanted.
func (r *reader) read(record string) bool {
	if commit, ok := strings.CutPrefix(record, "/"); ok {
		r.day, r.first = r.dayOf(commit), true
		return true
	}
	if r.first { // git parts the paths from the commit by a line end or, of a merge, by an empty record
		record, r.first = strings.TrimPrefix(record, "\n"), false
	}
	if page := r.head.page(record); r.wanted[page] {
		r.days[page] = r.day
		delete(r.wanted, page)
	}
	return len(r.wanted) > 0
}

// dayOf returns the day of a commit. That at which a shallow clone ends seems to have made
// all that it holds, so nothing is known of it; nor of days outside of the calendar.
func (r *reader) dayOf(commit string) time.Time {
	text, parents, _ := strings.Cut(commit, " ")
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || r.head.Shallow && parents == "" {
		return time.Time{}
	}
	return day
}
