package graph

import "testing"

// TestLinksToDraftsSayWhatMakesThemDrafts links to a draft in every way, and to a
// lesson whose course is one.
func TestLinksToDraftsSayWhatMakesThemDrafts(t *testing.T) {
	drafts := map[string]string{
		"teams/care.md":        "title = \"Care\"\ndraft = true\n",
		"courses/k/index.md":   "title = \"K\"\ndraft = true\n",
		"courses/k/01-sell.md": "title = \"Sell\"\n",
	}
	team, course := "content/teams/care.md", "content/courses/k/index.md"
	for link, want := range map[string][2]string{
		"[[care]]":                     {`team "care" is a draft`, team},
		"[[team:care]]":                {`team "care" is a draft`, team},
		"[x](../teams/care.md)":        {"content/teams/care.md is a draft", team},
		"[[k]]":                        {`course "k" is a draft`, course},
		"[[sell]]":                     {`lesson "sell" is a draft`, course},
		"[[lesson:k/sell]]":            {`lesson "k/sell" is a draft`, course},
		"[x](../courses/k/01-sell.md)": {"content/courses/k/01-sell.md is a draft", course},
	} {
		pages := map[string]string{"notes/n.md": "title = \"N\"\n+++\n" + link + "\n"}
		for name, page := range drafts {
			pages[name] = page
		}
		_, diags := resolve(t, false, pages)
		if len(diags) != 1 || diags[0].Message != want[0] || diags[0].Hint != "remove draft = true from "+want[1]+", or show drafts with --drafts" {
			t.Errorf("%s: %v", link, diags)
		}
		if _, diags := resolve(t, true, pages); len(diags) != 0 {
			t.Errorf("with drafts, %s: %v", link, diags)
		}
	}
}
