package themes_test

import (
	"io/fs"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stagecraft/themes"
)

// TestContrast computes the contrast of every colour of text against what it
// stands on, as WCAG 2.2 does, in light and in dark.
func TestContrast(t *testing.T) {
	own := tokens(t, "default/assets/style.css/10-tokens.css")
	checkContrast(t, "default", own)
	classroom := tokens(t, "classroom/assets/style.css/11-classroom.css")
	for mode, c := range classroom {
		below := maps.Clone(own[mode])
		maps.Copy(below, c)
		classroom[mode] = below
	}
	checkContrast(t, "classroom", classroom)
}

// tokens returns the colours of a file by their names, in light and in dark.
func tokens(t *testing.T, file string) map[string]map[string][3]float64 {
	t.Helper()
	text, err := fs.ReadFile(themes.FS, file)
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(text), "prefers-color-scheme: dark")
	if !ok {
		t.Fatalf("%s has no dark colours", file)
	}
	return map[string]map[string][3]float64{"light": colors(t, light), "dark": colors(t, dark)}
}

func checkContrast(t *testing.T, theme string, modes map[string]map[string][3]float64) {
	t.Helper()
	stages := []string{"s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"}
	for mode, c := range modes {
		check := func(ink, ground string, least float64) {
			t.Helper()
			if got := contrast(c[ink], c[ground]); got < least {
				t.Errorf("%s, %s: %s on %s has %.2f:1, needs %.1f", theme, mode, ink, ground, got, least)
			}
		}
		for _, ground := range []string{"paper", "surface", "sunken"} {
			for _, ink := range append([]string{"ink", "soft", "accent", "good", "bad", "even", "note", "warn"}, stages...) {
				check(ink, ground, 4.5)
			}
			check("control", ground, 3)
		}
		for _, stage := range stages {
			check("on-color", stage, 4.5)
		}
		for _, tone := range []string{"good", "bad"} {
			check(tone, tone+"-bg", 4.5)
			check("ink", tone+"-bg", 4.5)
			check("soft", tone+"-bg", 4.5)
		}
	}
}

func colors(t *testing.T, css string) map[string][3]float64 {
	t.Helper()
	all := map[string][3]float64{}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(css, -1) {
		rgb, err := strconv.ParseUint(m[2], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		all[m[1]] = [3]float64{linear(rgb >> 16), linear(rgb >> 8 & 0xff), linear(rgb & 0xff)}
	}
	return all
}

// linear is the light of a channel of sRGB.
func linear(channel uint64) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func contrast(a, b [3]float64) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
