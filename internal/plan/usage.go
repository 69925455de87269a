package plan

import (
	"slices"
	"strings"

	"stagecraft/internal/graph"
	"stagecraft/internal/view"
)

// usage returns all that mentions the page, by kind.
func (pg *page) usage() []view.Usage {
	var list []view.Usage
	for _, m := range pg.mentionsOf(pg.node) {
		kind := string(m.From.Kind)
		if len(list) == 0 || list[len(list)-1].Kind != kind {
			list = append(list, view.Usage{Kind: kind})
		}
		u := &list[len(list)-1]
		href := pg.to(pg.pathOf(m.From))
		if k := len(u.Entries); k == 0 || u.Entries[k-1].Link.Href != href {
			u.Entries = append(u.Entries, view.UsageEntry{Link: pg.link(m.From)})
		}
		if m.Field != "" {
			e := &u.Entries[len(u.Entries)-1]
			if place := pg.place(m); !slices.Contains(e.Places, place) {
				e.Places = append(e.Places, place)
			}
		}
	}
	return list
}

// place tells where on the other page the mention stands.
func (pg *page) place(m graph.Mention) view.Place {
	return view.Place{
		Key:       "field." + m.Field[strings.LastIndexByte(m.Field, '.')+1:],
		Step:      m.Step,
		StepTitle: pg.stepTitle(m.From, m.Step),
	}
}
