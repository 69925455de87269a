package journey

// Crosswalk is the block that lays models side by side.
type Crosswalk struct {
	Models []Ref // empty for all
}

func (*Crosswalk) block() {}

func readCrosswalk(r *reader) Block { return &Crosswalk{Models: r.refsOnce("models", KindModel)} }
