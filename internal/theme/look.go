package theme

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"stagecraft/internal/config"
	"stagecraft/internal/diag"
	"stagecraft/internal/tomlfile"
)

// styleSheet is the asset that the looks of a site are added to.
const styleSheet = "theme/style.css"

// inTheDark begins what a style sheet says of dark mode.
const inTheDark = "prefers-color-scheme:dark"

func isStyleSheet(a Asset) bool { return a.Path == styleSheet }

// WithLook returns the theme with the looks that a site chooses: a few custom
// properties at the end of its style sheet. The pages stay the same. The
// diagnostics are warnings.
func (t *Theme) WithLook(look config.Look) (*Theme, []diag.Diagnostic) {
	at := slices.IndexFunc(t.assets, isStyleSheet)
	if at < 0 {
		return t, nil
	}
	accent, diags := t.accentRules(look)
	rules := fontRules(look) + accent
	if rules == "" {
		return t, diags
	}
	dressed := *t
	dressed.assets = slices.Clone(t.assets)
	dressed.assets[at].Data = slices.Concat(t.assets[at].Data, []byte("\n"+rules))
	return &dressed, diags
}

// accentRules sets the accent colour in light and in dark mode. The dark one, when
// it is not given, is the light one mixed with white until it reads as well as
// the theme's own does.
func (t *Theme) accentRules(look config.Look) (string, []diag.Diagnostic) {
	light, isLight := parseColor(look.Accent.V)
	dark, isDark := parseColor(look.AccentDark.V)
	var diags []diag.Diagnostic
	rules := ""
	if isLight {
		diags = append(diags, checkContrast(look.Accent, light, t.day, color{}, "light")...)
		rules = "@media screen{" + rootRule("--accent:"+light.String()) + "}" // paper keeps its black
	}
	if isDark {
		diags = append(diags, checkContrast(look.AccentDark, dark, t.night, color{255, 255, 255}, "dark")...)
	} else if isLight {
		dark = light.mixedUntil(7, color{255, 255, 255}, t.night)
	}
	if isLight || isDark {
		rules += "@media screen and (" + inTheDark + "){" + rootRule("--accent:"+dark.String()) + "}"
	}
	return rules, diags
}

func checkContrast(written tomlfile.String, c color, grounds []color, better color, mode string) []diag.Diagnostic {
	got := c.worst(grounds)
	if got >= readable {
		return nil
	}
	return []diag.Diagnostic{
		diag.New(diag.LowContrast, written.At, "%s has a contrast of %.1f:1 in %s mode, and is hard to read", written.V, got, mode).
			WithHint("%.1f:1 is the least for text: try %q", readable, c.mixedUntil(readable, better, grounds)),
	}
}

var (
	// root finds what a minified style sheet sets for the whole page, with the
	// media query that the rule is the first of.
	root = regexp.MustCompile(`(@media [^{]*\{)?:root\{([^}]*)`)
	// ground finds what text stands on.
	ground = regexp.MustCompile(`--(paper|surface|sunken):(#[0-9a-fA-F]+)`)
)

// grounds returns what text stands on in the style sheet, in light and in dark
// mode.
func grounds(assets []Asset) (light, dark []color) {
	at := slices.IndexFunc(assets, isStyleSheet)
	if at < 0 {
		return nil, nil
	}
	day, night := map[string]color{}, map[string]color{}
	for _, rule := range root.FindAllStringSubmatch(string(assets[at].Data), -1) {
		var into map[string]color
		switch media := rule[1]; {
		case media == "":
			into = day
		case strings.Contains(media, inTheDark):
			into = night
		default:
			continue
		}
		for _, m := range ground.FindAllStringSubmatch(rule[2], -1) {
			if c, ok := parseColor(m[2]); ok {
				into[m[1]] = c
			}
		}
	}
	return slices.Collect(maps.Values(day)), slices.Collect(maps.Values(night))
}

// fontRules sets the fonts of text and headings.
func fontRules(look config.Look) string {
	rules := ""
	if look.Font.IsSet() {
		rules += fontFaces("site", look.Font, look.FontBold) + rootRule("--font:"+family("site", look.Font))
	}
	if look.HeadingFont.IsSet() {
		rules += fontFaces("site-heading", look.HeadingFont, tomlfile.String{}) +
			"h1,h2,h3,h4,.brand{font-family:" + family("site-heading", look.HeadingFont) + "}"
	}
	return rules
}

// family returns a list of fonts: those behind a word of config.FontStacks, or
// the family of that name.
func family(name string, font tomlfile.String) string {
	switch font.V {
	case "serif":
		return `ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif`
	case "humanist":
		return `Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans","Noto Sans",sans-serif`
	case "rounded":
		return `ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",Calibri,"Noto Sans",sans-serif`
	case "system":
		return `ui-sans-serif,system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif`
	}
	return `"` + name + `",ui-sans-serif,system-ui,sans-serif`
}

// fontFaces names the files of a family. A font without a bold one of its own is
// taken to be variable.
func fontFaces(name string, regular, bold tomlfile.String) string {
	switch {
	case !config.IsFontFile(regular.V):
		return ""
	case bold.IsSet():
		return fontFace(name, "400", regular) + fontFace(name, "700", bold)
	}
	return fontFace(name, "100 900", regular)
}

func fontFace(name, weight string, file tomlfile.String) string {
	below := path.Clean("/" + file.V) // the style sheet stands in theme/, a folder beside the site's files
	return fmt.Sprintf(`@font-face{font-family:%q;src:url("..%s");font-weight:%s;font-display:swap}`,
		name, (&url.URL{Path: below}).EscapedPath(), weight)
}

func rootRule(declaration string) string { return ":root{" + declaration + "}" }
