package check

import (
	"fmt"
	"strings"
	"testing"

	"stagecraft/internal/journey"
)

// testedPairs are kinds that a matrix can join.
func testedPairs() [][2]journey.Kind {
	kinds := []journey.Kind{journey.KindStage, journey.KindPersona, journey.KindChannel, journey.KindTouchpoint,
		journey.KindTeam, journey.KindJourney, journey.KindBlueprint}
	var pairs [][2]journey.Kind
	for _, a := range kinds {
		for _, b := range kinds {
			pairs = append(pairs, [2]journey.Kind{a, b})
		}
	}
	return pairs
}

// met is a small handbook of two personas, two channels and two models.
func met() pages {
	return pages{
		"models/two": `stages = ["look", "buy"]`, "models/other": `stages = ["see"]`, "models/unused": `stages = ["never"]`,
		"stages/look": `weight = 0`, "stages/buy": `weight = 0`, "stages/see": `weight = 0`, "stages/never": `weight = 0`,
		"personas/linh": `weight = 1`, "personas/quan": `weight = 2`, "personas/hanh": `weight = 3`,
		"channels/web": `weight = 1`, "channels/store": `weight = 2`,
		"teams/sales":      `weight = 1`,
		"touchpoints/cart": "channel = \"web\"\nowner = \"sales\"",
		"touchpoints/till": "channel = \"store\"\nstages = \"buy\"\npersonas = [\"linh\", \"quan\"]",
		"touchpoints/sign": `status = "retired"`,
		"journeys/first": "weight = 1\nmodel = \"two\"\npersona = \"linh\"\n" +
			"[[steps]]\nstage = \"look\"\n" +
			"[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\n" +
			"[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\nchannel = \"store\"\n",
		"journeys/second":  "weight = 2\nmodel = \"two\"\npersona = \"linh\"\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"till\"\n",
		"journeys/third":   "weight = 3\nmodel = \"other\"\npersona = \"quan\"\n[[steps]]\nstage = \"see\"\ntouchpoint = \"cart\"\n",
		"blueprints/order": "journey = \"first\"\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\nfrontstage = { text = \"Till\", touchpoint = \"till\" }\nbackstage = { text = \"Till\", touchpoint = \"till\" }\n[[steps]]\nstage = \"buy\"\ntouchpoint = \"cart\"\n",
	}
}

// print lists the cells of a matrix that hold something, a line for each.
func (m Matrix) print() string {
	var b strings.Builder
	for _, row := range m.Rows {
		for _, column := range m.Columns {
			c, ok := m.Cell(row, column)
			if !ok {
				continue
			}
			fmt.Fprintf(&b, "%s × %s: [%s]", row.ID, column.ID, ids(c.Touchpoints))
			for _, s := range c.Steps {
				fmt.Fprintf(&b, " %s%v", s.In.ID, s.Numbers)
			}
			if c.OwnWord {
				b.WriteString(" own word")
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestMatrix(t *testing.T) {
	g := resolve(t, met())
	for _, c := range []struct {
		rows, columns journey.Kind
		want          string
		empty         string
	}{
		{journey.KindStage, journey.KindPersona, `look × linh: [] first[1]
buy × linh: [cart till] first[2 3] second[1] own word
buy × quan: [till] own word
see × quan: [cart] third[1]
`, ""},
		{journey.KindStage, journey.KindChannel, `buy × web: [cart] first[2]
buy × store: [cart till] first[3] second[1] own word
see × web: [cart] third[1]
`, "look"},
		{journey.KindTouchpoint, journey.KindBlueprint, "cart × order: [] order[1 2]\ntill × order: [] order[1]\n", ""},
		{journey.KindTouchpoint, journey.KindPersona, `cart × linh: [] first[2 3]
cart × quan: [] third[1]
till × linh: [] second[1] own word
till × quan: [] own word
`, ""},
		{journey.KindTeam, journey.KindStage, "sales × buy: [cart] first[2 3]\nsales × see: [cart] third[1]\n", ""},
		{journey.KindPersona, journey.KindChannel, `linh × web: [cart] first[2]
linh × store: [cart till] first[3] second[1] own word
quan × web: [cart] third[1]
quan × store: [till] own word
`, "hanh"},
	} {
		m := NewSurvey(g).Matrix(c.rows, c.columns, nil)
		if got := m.print(); got != c.want {
			t.Errorf("%s × %s: got\n%swant\n%s", c.rows, c.columns, got, c.want)
		}
		if got := ids(m.EmptyRows()); got != c.empty {
			t.Errorf("%s × %s: empty rows %q, want %q", c.rows, c.columns, got, c.empty)
		}
	}
}

// TestMatrixWithoutTheRetired retires what is met: nothing is met there any more.
func TestMatrixWithoutTheRetired(t *testing.T) {
	g := resolve(t, met().with(pages{"personas/quan": `status = "retired"`, "touchpoints/cart": "channel = \"web\"\nstatus = \"retired\""}))
	personas := NewSurvey(g).Matrix(journey.KindStage, journey.KindPersona, nil)
	want := "look × linh: [] first[1]\nbuy × linh: [till] first[2 3] second[1] own word\n"
	if got := personas.print(); got != want || ids(personas.EmptyRows()) != "see" {
		t.Errorf("got\n%swant\n%sempty: %s", got, want, ids(personas.EmptyRows()))
	}
}

// TestMatrixOfALane finds the touchpoints in each lane of a blueprint.
func TestMatrixOfALane(t *testing.T) {
	for _, lane := range []string{"evidence", "customer", "frontstage", "backstage", "support"} {
		g := resolve(t, met().with(pages{"blueprints/order": "journey = \"first\"\n[[steps]]\nstage = \"buy\"\n" + lane + " = { text = \"Till\", touchpoint = \"till\" }\n"}))
		if got := NewSurvey(g).Matrix(journey.KindTouchpoint, journey.KindBlueprint, nil).print(); got != "till × order: [] order[1]\n" {
			t.Errorf("%s: %q", lane, got)
		}
	}
}

func TestMatrixOfOneModel(t *testing.T) {
	g := resolve(t, met())
	m := NewSurvey(g).Matrix(journey.KindStage, journey.KindPersona, node(t, g, journey.KindModel, "unused"))
	if got := ids(m.Rows); got != "never" || m.print() != "" || ids(m.EmptyRows()) != "never" {
		t.Errorf("rows %q, cells %q", got, m.print())
	}
}

func TestMatrixOfNothing(t *testing.T) {
	for _, pair := range testedPairs() {
		if m := NewSurvey(resolve(t, pages{})).Matrix(pair[0], pair[1], nil); len(m.Rows)+len(m.Columns) > 0 || m.print() != "" {
			t.Errorf("%s: %v", pair, m)
		}
	}
}

func TestStages(t *testing.T) {
	if got := ids(Stages(resolve(t, met()))); got != "look buy see" {
		t.Errorf("with journeys: %s", got)
	}
	planned := met().with(pages{"journeys/first": "", "journeys/second": "", "journeys/third": "", "stages/lone": `weight = 0`})
	if got := ids(Stages(resolve(t, planned))); got != "see lone" { // by their ids, "other" is the first model
		t.Errorf("without journeys: %s", got)
	}
	own := met().with(pages{"journeys/first": `stages = "buy"`, "journeys/second": "", "journeys/third": ""})
	if got := ids(Stages(resolve(t, own))); got != "buy" {
		t.Errorf("with a journey that names its stages: %s", got)
	}
}
