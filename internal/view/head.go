package view

// Head is what a page tells programs of itself besides title, description and
// Canonical: search engines, feed readers, and whatever shows a preview of a link.
type Head struct {
	Type       string // article or website; empty for pages that nobody shall pass on
	Locale     string // "vi_VN"
	Image      string // absolute; empty without base_url
	Alternates []Alternate
	Feed       string // address of the feed in the page's language; empty when there is none
	Transcript string // address of the page as Markdown; likewise
}

// Alternate is a page in one of the languages that it is really written in.
type Alternate struct {
	Lang string // "x-default" for readers of any other language
	Href string // absolute with base_url
}
