package journey

import (
	"slices"
	"strings"

	"stagecraft/internal/diag"
	"stagecraft/internal/markdown"
	"stagecraft/internal/tomlfile"
)

// Block is a part of the prose that is drawn from the handbook's data.
type Block interface{ block() }

// blockReader is a block's name and what reads its keys.
type blockReader struct {
	name string
	read func(*reader) Block
}

// blockReaders returns all blocks, by their names.
func blockReaders() []blockReader {
	return []blockReader{
		{"blueprint", readBlueprintBlock},
		{"crosswalk", readCrosswalk},
		{"emotion-curve", readEmotionCurve},
		{"entities", readEntities},
		{"journey-map", readJourneyMap},
		{"matrix", readMatrix},
		{"metric", readMetricBlock},
		{"opportunity-matrix", readOpportunityMatrix},
		{"persona-card", readPersonaCard},
		{"stage-table", readStageTable},
	}
}

// blockNames returns the names of the blocks.
func blockNames() []string {
	var names []string
	for _, b := range blockReaders() {
		names = append(names, b.name)
	}
	return names
}

// readBlocks reads the TOML of the blocks in the prose.
func (d *Doc) readBlocks(opts Options) {
	for _, b := range d.Body.Blocks {
		d.Blocks = append(d.Blocks, d.readBlock(b, opts))
	}
}

func (d *Doc) readBlock(b markdown.Block, opts Options) Block {
	readers := blockReaders()
	i := slices.IndexFunc(readers, func(r blockReader) bool { return r.name == b.Name })
	if i < 0 {
		problem := diag.New(diag.UnknownBlock, b.NameAt, "there is no block %q", b.Name)
		if c, ok := diag.Closest(b.Name, blockNames()); ok {
			problem = problem.WithHint("did you mean %q?", c)
		} else {
			problem = problem.WithHint("the blocks are: %s", strings.Join(blockNames(), ", "))
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
	block := readers[i].read(r)
	d.Refs = append(d.Refs, r.doc.Refs...)
	d.Links = append(d.Links, r.doc.Links...)
	d.Diags = append(d.Diags, r.doc.Diags...)
	problems := doc.Diagnostics()
	d.Diags = append(d.Diags, problems...)
	if errors, _ := diag.Count(problems); errors > 0 {
		return nil
	}
	return block
}
