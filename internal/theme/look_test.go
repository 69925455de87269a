package theme

import (
	"strings"
	"testing"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/source"
)

const plainSheet = `:root{--paper:#fff;--sunken:#eee}@media screen and (prefers-color-scheme:dark){:root{--paper:#111}}@media print{:root{--paper:#777}}`

// dress returns the style sheet of a plain theme with the looks of [look].
func dress(t *testing.T, look string) (string, []diag.Diagnostic) {
	t.Helper()
	c, diags := config.Parse(&source.File{Path: config.Name, Text: []byte("title = \"T\"\n[look]\n" + look)})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	plain := &Theme{assets: []Asset{{styleSheet, []byte(plainSheet)}}}
	plain.day, plain.night = grounds(plain.assets)
	dressed, diags := plain.WithLook(c.Look)
	if string(plain.assets[0].Data) != plainSheet {
		t.Error("the theme itself has changed")
	}
	return strings.TrimPrefix(string(dressed.assets[0].Data), plainSheet), diags
}

func TestLookIsAddedToTheStyleSheet(t *testing.T) {
	for look, want := range map[string]string{
		``: ``,
		`accent = "#00f"` + "\n" + `accent_dark = "#abc"`:   "\n@media screen{:root{--accent:#0000ff}}@media screen and (prefers-color-scheme:dark){:root{--accent:#aabbcc}}",
		`accent_dark = "#aabbcc"`:                           "\n@media screen and (prefers-color-scheme:dark){:root{--accent:#aabbcc}}",
		`font = "a b/\"x.woff2"`:                            "\n" + `@font-face{font-family:"site";src:url("../a%20b/%22x.woff2");font-weight:100 900;font-display:swap}:root{--font:"site",ui-sans-serif,system-ui,sans-serif}`,
		`font = "x.woff2"` + "\n" + `font_bold = "y.woff2"`: "\n" + `@font-face{font-family:"site";src:url("../x.woff2");font-weight:400;font-display:swap}@font-face{font-family:"site";src:url("../y.woff2");font-weight:700;font-display:swap}:root{--font:"site",ui-sans-serif,system-ui,sans-serif}`,
	} {
		if got, diags := dress(t, look); got != want || len(diags) > 0 {
			t.Errorf("%s\ngot  %s\nwant %s\n%v", look, got, want, diags)
		}
	}
	if got, _ := dress(t, `heading_font = "serif"`); !strings.Contains(got, "h1,h2,h3,h4,.brand{font-family:ui-serif,") {
		t.Errorf("the font of headings: %s", got)
	}
}

// TestDarkAccentIsDerived checks that a dark blue becomes one that reads as well
// in the dark, and that a colour that reads well stays.
func TestDarkAccentIsDerived(t *testing.T) {
	night := []color{{0x11, 0x11, 0x11}}
	got, _ := dress(t, `accent = "#00008b"`)
	_, hex, _ := strings.Cut(got, "dark){:root{--accent:")
	dark, ok := parseColor(hex[:7])
	if !ok || dark.worst(night) < 7 || dark.b <= dark.r {
		t.Errorf("the dark accent is %s with %.1f:1", hex[:7], dark.worst(night))
	}
	if c := (color{0xff, 0xff, 0}); c.mixedUntil(7, color{255, 255, 255}, night) != c {
		t.Error("a colour that reads well is mixed")
	}
}

func TestLowContrast(t *testing.T) {
	for look, want := range map[string]string{
		`accent = "#767676"`:      `#767676 has a contrast of 3.9:1 in light mode`, // on #eee; on white it would do
		`accent_dark = "#333"`:    `#333 has a contrast of 1.5:1 in dark mode`,
		`accent = "#2f4bc7"`:      ``,
		`accent_dark = "#ffffff"`: ``,
	} {
		_, diags := dress(t, look)
		if want == "" {
			if len(diags) > 0 {
				t.Errorf("%s: %v", look, diags)
			}
			continue
		}
		if len(diags) != 1 || diags[0].Code != diag.LowContrast || !strings.HasPrefix(diags[0].Message, want) {
			t.Errorf("%s: %+v", look, diags)
		}
	}
}

func TestContrastOfKnownColors(t *testing.T) {
	white := color{255, 255, 255}
	for hex, want := range map[string]float64{"#000": 21, "#fff": 1, "#767676": 4.54, "#2f4bc7": 7.11} {
		c, ok := parseColor(hex)
		if got := c.contrast(white); !ok || got < want-.01 || got > want+.01 {
			t.Errorf("%s on white: %.2f, want %.2f", hex, got, want)
		}
	}
}
