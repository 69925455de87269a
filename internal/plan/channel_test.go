package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/graph"
	"stagecraft/internal/journey"
	"stagecraft/internal/view"
)

func TestStays(t *testing.T) {
	a, b := &graph.Node{}, &graph.Node{}
	for _, c := range []struct {
		name     string
		channels []*graph.Node
		want     []stay
	}{
		{"no steps", nil, nil},
		{"never there", []*graph.Node{b, nil, b}, nil},
		{"a single step", []*graph.Node{a}, []stay{{0, 0}}},
		{"all the time", []*graph.Node{a, a, a}, []stay{{0, 2}}},
		{"there and back", []*graph.Node{a, a, b, nil, a, b, a}, []stay{{0, 1}, {4, 4}, {6, 6}}},
	} {
		if got := stays(c.channels, a); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// errands is a site whose journeys come to the web in every way.
func errands() map[string]string {
	step := func(keys string) string { return "\n[[steps]]\nstage = \"s\"\n" + keys }
	return map[string]string{
		"stages/s":         "title = \"S\"",
		"channels/web":     "title = \"Web\"",
		"channels/shop":    "title = \"Shop\"",
		"channels/unused":  "title = \"Unused\"",
		"touchpoints/page": "title = \"Page\"\nchannel = \"web\"",
		"touchpoints/desk": "title = \"Desk\"\nchannel = \"shop\"",
		"journeys/a": "title = \"A\"" + step("title = \"reads\"\ntouchpoint = \"page\"") + step("title = \"looks\"\nchannel = \"web\"") +
			step("title = \"asks\"\ntouchpoint = \"desk\"") + step("title = \"pays\"\ntouchpoint = \"page\"") +
			step("title = \"waits\"") + step("title = \"rates\"\ntouchpoint = \"page\""),
		"journeys/b": "title = \"B\"" + step("touchpoint = \"desk\"") + step("title = \"quits\"\ntouchpoint = \"page\"\nnext = \"home\"") + step(""),
		"journeys/c": "title = \"C\"\nmap = \"future-state\"" + step("touchpoint = \"page\""),
		"journeys/d": "title = \"D\"" + step("touchpoint = \"desk\""),
		"journeys/e": "title = \"E\"",
	}
}

// where puts a neighbour into words.
func where(n view.Neighbour) string {
	if len(n.Next) > 0 {
		return string(n.Next[0])
	}
	return strings.TrimSpace(n.Key + n.Channel.Title + " " + n.Touchpoint.Title)
}

func TestChannelZoom(t *testing.T) {
	pg := pageOf(t, errands(), journey.KindChannel, "web")
	z := pg.channelZoom(pg.node)
	var got []string
	for _, j := range z.Journeys {
		row := ""
		for _, s := range j.Steps {
			if s.On {
				row += "#"
			} else {
				row += "-"
			}
		}
		got = append(got, j.Journey.Title+" "+row)
		for _, s := range j.Stays {
			var steps []string
			for _, step := range s.Steps {
				steps = append(steps, fmt.Sprintf("%d %s", step.Number, step.Link.Title))
			}
			got = append(got, where(s.From)+" > "+strings.Join(steps, ", ")+" > "+where(s.To))
		}
	}
	want := []string{
		"A ##-#-#",
		"zoom.start > 1 reads, 2 looks > Shop Desk",
		"Shop Desk > 4 pays > zoom.outside",
		"zoom.outside > 6 rates > zoom.end",
		"B -#-",
		"Shop Desk > 2 quits > home",
		"C #",
		"zoom.start > 1 1 > zoom.end",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := counted(z.From)+" / "+counted(z.To), "Shop 2, zoom.start 1, zoom.outside 1 / Shop 1, zoom.outside 1, zoom.end 1, zoom.elsewhere 1"; got != want {
		t.Errorf("counted %s\nwant    %s: the future does not count", got, want)
	}
}

func counted(flows []view.Flow) string {
	var list []string
	for _, f := range flows {
		list = append(list, fmt.Sprint(f.Channel.Title, f.Key, " ", f.Count))
	}
	return strings.Join(list, ", ")
}

func TestChannelThatNoJourneyMeets(t *testing.T) {
	v := pageOf(t, errands(), journey.KindChannel, "unused").channelView()
	if len(v.Zoom.Journeys)+len(v.Zoom.From)+len(v.Zoom.To) > 0 {
		t.Errorf("the zoom is %+v", v.Zoom)
	}
	for _, h := range v.Contents {
		if h.ID == "_zoom" {
			t.Error("the contents name a heading that is not there")
		}
	}
}
