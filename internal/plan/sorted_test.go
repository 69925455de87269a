package plan

import (
	"slices"
	"strings"
	"testing"

	"stagecraft/internal/view"
)

// TestListsFollowThePagesLanguage asks for a list, a block, the menu and the
// touchpoints by channel in both languages.
func TestListsFollowThePagesLanguage(t *testing.T) {
	block := "\n+++\n```entities\nkind = \"term\"\nlimit = 2\n```\n"
	site := planSite(t, map[string]string{
		"glossary/a":       `title = "Barrier"`,
		"glossary/a.vi":    `title = "Rào cản"`,
		"glossary/b":       `title = "Channel"`,
		"glossary/b.vi":    `title = "Kênh"`,
		"glossary/c":       `title = "Stage"`,
		"glossary/c.vi":    `title = "Giai đoạn"`,
		"channels/shop":    `title = "Shop"`,
		"channels/shop.vi": `title = "Cửa hàng"`,
		"channels/mail":    `title = "Email"`,
		"touchpoints/x":    "title = \"X\"\nchannel = \"mail\"",
		"touchpoints/y":    "title = \"Y\"\nchannel = \"shop\"",
		"touchpoints/z":    `title = "Z"`,
		"notes/n":          `title = "N"` + block,
	})
	for path, want := range map[string]string{
		"channels/index.html":       "Email Shop",
		"vi/channels/index.html":    "Cửa hàng Email",
		"touchpoints/index.html":    "Email X Shop Y group.none Z",
		"vi/touchpoints/index.html": "Cửa hàng Y Email X group.none Z",
	} {
		if got := listed(viewAs[view.Index](t, site, path).List.Groups); got != want {
			t.Errorf("%s lists %s, want %s", path, got, want)
		}
	}
	term := viewAs[view.Entity](t, site, "vi/glossary/a.html")
	i := slices.IndexFunc(term.Nav, func(e view.NavEntry) bool { return e.Current })
	var near []string
	for _, p := range term.Nav[i].Pages {
		near = append(near, p.Title)
	}
	if got, want := strings.Join(near, " "), "Giai đoạn Kênh Rào cản"; got != want {
		t.Errorf("the menu lists %s, want %s", got, want)
	}
	page := viewAs[view.Entity](t, site, "vi/notes/n.html")
	if got, want := listed(page.Prose[0].Block.View.(view.Table).Groups), "Kênh Rào cản"; got != want {
		t.Errorf("the block lists %s, want %s: the first two of the original, in the order of the translation", got, want)
	}
}

// listed joins the heads and the first cells of groups.
func listed(groups []view.Group) string {
	var titles []string
	for _, g := range groups {
		if head := g.Head.Title + g.HeadKey; head != "" {
			titles = append(titles, head)
		}
		for _, row := range g.Rows {
			titles = append(titles, row[0][0].Link.Title)
		}
	}
	return strings.Join(titles, " ")
}
