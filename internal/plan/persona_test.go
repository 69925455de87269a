package plan

import (
	"testing"

	"stagecraft/internal/journey"
)

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"Linh":             "L",
		"đặng Thu Hà":      "ĐH",
		"Nguyễn Văn An":    "NA",
		"Linh (27 tuổi)":   "LT", // what begins with a bracket is left out
		"  ":               "",
		"7":                "",
		"<script>":         "",
		"Ông  Tư, Bà  Năm": "ÔN",
	} {
		if got := initials(name); got != want {
			t.Errorf("%q has the initials %q, want %q", name, got, want)
		}
	}
}

func TestPersonaCard(t *testing.T) {
	site := map[string]string{
		"channels/web":    "title = \"Web\"",
		"personas/linh":   "title = \"Linh\"\nrole = \"Buyer\"\ngoals = [\"one\", \"two\"]\nchannels = [\"web\", \"gone\"]\nimage = \"gone.png\"",
		"personas/nobody": "title = \"Nobody\"",
		"journeys/buy":    "title = \"Buy\"\npersona = \"linh\"",
	}
	own := pageOf(t, site, journey.KindPersona, "linh").personaView().Card
	if own.Link.IsSet() {
		t.Error("the card on the persona's own page links to itself")
	}
	if own.Image.Src != "" || own.Initials != "L" {
		t.Errorf("a missing picture is shown as %+v, %q", own.Image, own.Initials)
	}
	if len(own.Goals) != 2 || len(own.Channels) != 1 || len(own.Journeys) != 1 || own.Journeys[0].Title != "Buy" {
		t.Errorf("the card is %+v", own)
	}
	cards := pageOf(t, site, "", "").indexView(journey.KindPersona).Personas
	if len(cards) != 2 || cards[0].Link.Href != "../personas/linh.html" || len(cards[1].Goals)+len(cards[1].Journeys) > 0 {
		t.Errorf("the list shows %+v", cards)
	}
}
