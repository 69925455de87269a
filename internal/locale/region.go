package locale

// Region returns the language with the region where it is mostly spoken, unless
// the tag names one: "vi_VN", "pt_BR". It is how previews of links name a
// language; a language without any region is its tag alone.
func (l Lang) Region() string {
	t := l.tag()
	base, _ := t.Base()
	region, confidence := t.Region()
	if confidence == 0 { // language.No
		return base.String()
	}
	return base.String() + "_" + region.String()
}
