package config

import (
	"stagecraft/internal/source"
	"stagecraft/internal/tomlfile"
)

// LastChange says what tells when pages were changed last.
type LastChange struct {
	Git bool         // besides `updated` in the front matter, the history of git
	At  source.Range // of the setting
}

func readLastChange(t *tomlfile.Table) LastChange {
	s := t.Enum("last_change", "updated", "git")
	return LastChange{Git: s.V == "git", At: s.At}
}
