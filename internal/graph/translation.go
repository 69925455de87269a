package graph

import (
	"sync"

	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
)

// translation is a node's Doc in another language. It is laid over the original
// only when somebody asks for it: of all that are made anew on each change, hardly
// any is looked at.
type translation struct {
	original *journey.Doc
	written  *journey.Doc // as its file tells
	once     sync.Once
	laid     *journey.Doc // guarded by once
}

func (t *translation) doc() *journey.Doc {
	t.once.Do(func() { t.laid = journey.Translate(t.original, t.written) })
	return t.laid
}

// translation returns the node's translation into a language, or nil.
func (n *Node) translation(lang locale.Lang) *translation {
	for _, t := range n.translations {
		if t.written.Lang == lang {
			return t
		}
	}
	return nil
}

// InLang returns the node's Doc in a language: its translation laid over the
// original, or the original itself when there is none.
func (n *Node) InLang(lang locale.Lang) (doc *journey.Doc, translated bool) {
	if t := n.translation(lang); t != nil {
		return t.doc(), true
	}
	return n.Doc, false
}

// writtenIn returns the Doc of the file that tells of the node in a language.
func (n *Node) writtenIn(lang locale.Lang) *journey.Doc {
	if t := n.translation(lang); t != nil {
		return t.written
	}
	return n.Doc
}

// titleKey sorts the node by its title in a language.
func (n *Node) titleKey(lang locale.Lang) []byte {
	if t := n.translation(lang); t != nil && t.written.Title.IsSet() {
		return t.written.TitleKey
	}
	return n.Doc.TitleKey
}

// SourceIn returns the content path of the file that tells of the node in a
// language.
func (n *Node) SourceIn(lang locale.Lang) string {
	if t := n.translation(lang); t != nil {
		return t.written.File.Path
	}
	return n.file
}
