package check

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestAfter(t *testing.T) {
	for _, c := range []struct{ day, interval, want string }{
		{"2026-10-13", "90d", "2027-01-11"},
		{"2026-10-13", "4w", "2026-11-10"},
		{"2026-08-31", "3m", "2026-11-30"},
		{"2026-01-31", "1m", "2026-02-28"},
		{"2028-01-31", "1m", "2028-02-29"},
		{"2026-11-30", "3m", "2027-02-28"},
		{"2026-12-31", "12m", "2027-12-31"},
		{"2026-10-31", "2m", "2026-12-31"},
		{"2028-02-29", "1y", "2029-02-28"},
		{"2028-02-29", "4y", "2032-02-29"},
		{"2026-05-15", "1y", "2027-05-15"},
	} {
		got, ok := after(day(t, c.day), c.interval)
		if !ok || got.Format(time.DateOnly) != c.want {
			t.Errorf("%s and %s: %s, want %s", c.day, c.interval, got.Format(time.DateOnly), c.want)
		}
	}
	if _, ok := after(day(t, "2026-01-01"), "soon"); ok {
		t.Error("soon is no interval")
	}
}

func TestReviewOf(t *testing.T) {
	g := resolve(t, pages{
		"teams/kept":    "reviewed = 2026-09-01\nreview_every = \"30d\"", // due on 1 October
		"teams/never":   "review_every = \"30d\"",
		"teams/free":    "reviewed = 2026-09-01",
		"teams/retired": "reviewed = 2026-09-01\nreview_every = \"30d\"\nstatus = \"retired\"",
	})
	for _, c := range []struct {
		team, today string
		want        State
		days        int
	}{
		{"kept", "2026-08-31", Current, 31},
		{"kept", "2026-09-01", Soon, 30},
		{"kept", "2026-09-30", Soon, 1},
		{"kept", "2026-10-01", Soon, 0},
		{"kept", "2026-10-02", Overdue, -1},
		{"kept", "2027-10-01", Overdue, -365},
		{"kept", "2026-08-30", Ahead, 0},
		{"never", "2026-10-01", Never, 0},
		{"free", "2026-10-01", Unplanned, 0},
		{"retired", "2027-10-01", Unplanned, 0},
	} {
		got := ReviewOf(node(t, g, "team", c.team), day(t, c.today))
		if got.State != c.want || got.Days != c.days {
			t.Errorf("%s on %s: %s %d, want %s %d", c.team, c.today, got.State, got.Days, c.want, c.days)
		}
	}
}

func printReviews(reviews []Review) string {
	var list []string
	for _, r := range reviews {
		list = append(list, fmt.Sprintf("%s %s %d", r.State, r.Node.ID, r.Days))
	}
	return strings.Join(list, ", ")
}

func TestReviews(t *testing.T) {
	today := day(t, "2026-11-22")
	g := resolve(t, pages{
		"teams/sales":      "weight = 1",
		"teams/care":       "weight = 2",
		"teams/idle":       "weight = 3\nreviewed = 2026-11-01\nreview_every = \"1m\"",
		"teams/led":        "weight = 4\nowner = \"care\"\nreviewed = 2026-10-01\nreview_every = \"1m\"",
		"teams/self":       "weight = 5\nowner = \"self\"\nreview_every = \"1m\"",
		"touchpoints/late": "owner = \"sales\"\nreviewed = 2026-08-23\nreview_every = \"90d\"",
		"touchpoints/more": "owner = \"sales\"\nreviewed = 2026-01-01\nreview_every = \"1m\"",
		"touchpoints/soon": "owner = \"sales\"\nreviewed = 2026-09-01\nreview_every = \"90d\"",
		"touchpoints/good": "owner = \"sales\"\nreviewed = 2026-11-20\nreview_every = \"90d\"",
		"touchpoints/typo": "owner = \"care\"\nreviewed = 2062-11-20\nreview_every = \"90d\"",
		"touchpoints/new":  "owner = \"care\"\nreview_every = \"90d\"",
		"opportunities/a":  "owner = \"sales\"\ndue = 2026-11-21\nreviewed = 2026-08-01\nreview_every = \"90d\"",
		"opportunities/b":  "owner = \"sales\"\ndue = 2026-11-22",
		"opportunities/c":  "owner = \"sales\"\ndue = 2026-01-01\nstatus = \"done\"",
		"opportunities/d":  "owner = \"sales\"\ndue = 2026-01-01\nstatus = \"retired\"",
		"opportunities/e":  "due = 2026-01-01\nstatus = \"idea\"",
	})
	want := map[string]string{
		"sales": "overdue more -294, overdue a -23, overdue late -1, late a -1, soon soon 8",
		"care":  "overdue led -21, never new 0, ahead typo 0",
		"idle":  "soon idle 9",
		"self":  "never self 0",
		"":      "late e -325",
	}
	all := Reviews(g, today)
	for _, o := range all {
		owner := ""
		if o.Owner != nil {
			owner = o.Owner.ID
			if of := ReviewsOf(g, o.Owner, today); printReviews(of) != want[owner] {
				t.Errorf("alone, %s: %s", owner, printReviews(of))
			}
		}
		if got := printReviews(o.Reviews); got != want[owner] {
			t.Errorf("%q: %s, want %s", owner, got, want[owner])
		}
	}
	if len(all) != len(want) || all[len(all)-1].Owner != nil {
		t.Errorf("%d owners", len(all))
	}
	if got := Reviews(resolve(t, whole()), day(t, "2026-10-01")); len(got) != 0 {
		t.Errorf("nothing is due, but %v", got)
	}
}
