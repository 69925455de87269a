package journey

import (
	"math"
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/markdown"
	"stagecraft/internal/tomlfile"
)

// Block is a part of the prose that is drawn from the handbook's data.
type Block interface{ block() }

// StageTable is the block that shows the stage table of a journey.
type StageTable struct {
	Journey Ref
	Lanes   []Word // empty for the journey's own
}

// Entities is the block that lists the pages of a kind which fit all filters
// that are set.
type Entities struct {
	Kind    Kind
	Channel Ref
	Stage   Ref
	Persona Ref
	Owner   Ref
	Tag     Word
	Sort    Word // empty for the kind's usual order
	Limit   Int  // 0 for all
}

func (*StageTable) block() {}
func (*Entities) block()   {}

// BlockNames returns the names of the blocks.
func BlockNames() []string { return []string{"entities", "stage-table"} }

// SortOrders returns the words by which an entities block can be sorted.
func SortOrders() []string { return []string{"title", "weight", "influence", "updated"} }

// readBlocks reads the TOML of the blocks in the prose.
func (d *Doc) readBlocks(opts Options) {
	for _, b := range d.Body.Blocks {
		d.Blocks = append(d.Blocks, d.readBlock(b, opts))
	}
}

func (d *Doc) readBlock(b markdown.Block, opts Options) Block {
	if !slices.Contains(BlockNames(), b.Name) {
		problem := diag.New(diag.UnknownBlock, b.NameAt, "there is no block %q", b.Name)
		if c, ok := diag.Closest(b.Name, BlockNames()); ok {
			problem = problem.WithHint("did you mean %q?", c)
		} else {
			problem = problem.WithHint("the blocks are: %s", strings.Join(BlockNames(), ", "))
		}
		d.Diags = append(d.Diags, problem)
		return nil
	}
	doc := tomlfile.ParseText(d.File, b.At.Start, b.TOML, "the block "+b.Name)
	if !doc.OK() {
		d.Diags = append(d.Diags, doc.Diagnostics()...)
		return nil
	}
	// A block is data, the same in every language, so it is read as an original.
	r := &reader{Table: doc.Root, doc: &Doc{File: d.File}, opts: opts, field: b.Name + "."}
	block := readNamedBlock(b.Name, r)
	d.Refs = append(d.Refs, r.doc.Refs...)
	d.Texts = append(d.Texts, r.doc.Texts...)
	d.Diags = append(d.Diags, r.doc.Diags...)
	problems := doc.Diagnostics()
	d.Diags = append(d.Diags, problems...)
	if errors, _ := diag.Count(problems); errors > 0 {
		return nil
	}
	return block
}

func readNamedBlock(name string, r *reader) Block {
	if name == "stage-table" {
		r.Require("journey", `"first-purchase"`)
		return &StageTable{Journey: r.ref("journey", KindJourney), Lanes: r.words("lanes", Lanes()...)}
	}
	r.Require("kind", `"touchpoint"`)
	return &Entities{
		Kind:    Kind(r.word("kind", KindNames()...).V),
		Channel: r.ref("channel", KindChannel),
		Stage:   r.ref("stage", KindStage),
		Persona: r.ref("persona", KindPersona),
		Owner:   r.ref("owner", KindTeam),
		Tag:     r.plain("tag"),
		Sort:    r.word("sort", SortOrders()...),
		Limit:   r.integer("limit", 1, math.MaxInt),
	}
}
