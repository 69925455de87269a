package graph

import (
	"sync"
	"time"

	"stagecraft/internal/diag"
	"stagecraft/internal/journey"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
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

// Written tells whether a node is written in a language: in the site's own, or by
// a translation.
func (g *Graph) Written(n *Node, lang locale.Lang) bool {
	return lang == g.Config.Language() || n.translation(lang) != nil
}

// Outdated tells whether the original was updated after its translation into a
// language, and when each of them was. Without both days nobody knows.
func (n *Node) Outdated(lang locale.Lang) (original, translation time.Time, outdated bool) {
	t := n.translation(lang)
	if t == nil {
		return time.Time{}, time.Time{}, false
	}
	original, translation = t.original.Updated.V, t.written.Updated.V
	return original, translation, !translation.IsZero() && original.After(translation)
}

// checkAge notes that an original was updated after its translation.
func (r *resolver) checkAge(n *Node, translation *journey.Doc) {
	original, _, outdated := n.Outdated(translation.Lang)
	if !outdated {
		return
	}
	r.report(diag.New(diag.OutdatedTranslation, translation.Updated.At, "the original was updated on %s, after this translation",
		original.Format(time.DateOnly)).
		WithHint("compare it with %s, then write updated = %s or a later day", translation.OriginalPath(), original.Format(time.DateOnly)))
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
	return n.title
}

// FileIn returns the file that tells of the node in a language.
func (n *Node) FileIn(lang locale.Lang) *source.File { return n.writtenIn(lang).File }

// SourceIn returns the content path of that file.
func (n *Node) SourceIn(lang locale.Lang) string {
	if t := n.translation(lang); t != nil {
		return t.written.File.Path
	}
	return n.file
}
