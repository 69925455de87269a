package diag

import (
	"maps"
	"slices"
)

// Code names one sort of problem. Codes are stable: they appear in printed
// diagnostics, in JSON and in the manual.
type Code string

// Problems of a file as a whole.
const (
	InvalidUTF8  Code = "invalid-utf8"
	HasNUL       Code = "nul-byte"
	FileTooLarge Code = "file-too-large"
	NotPublished Code = "not-published"
	LinkIgnored  Code = "link-ignored"
	SameName     Code = "same-name"
)

// Problems of front matter, site.toml, theme.toml and the TOML of blocks.
const (
	MergeConflict       Code = "merge-conflict"
	NoFrontMatter       Code = "front-matter-missing"
	UnclosedFrontMatter Code = "front-matter-unclosed"
	TOMLSyntax          Code = "toml-syntax"
	TOMLTooDeep         Code = "toml-too-deep"
	UnknownKey          Code = "unknown-key"
	WrongType           Code = "wrong-type"
	MissingKey          Code = "missing-key"
	InvalidValue        Code = "invalid-value"
	OutOfRange          Code = "out-of-range"
	BadDate             Code = "bad-date"
	BadID               Code = "bad-id"
	BadPath             Code = "bad-path"
	BadResults          Code = "bad-results"
)

// Problems of Markdown.
const (
	PageTooLarge Code = "page-too-large"
	TooNested    Code = "too-nested"
	TableTooBig  Code = "table-too-large"
	HTMLDropped  Code = "html-dropped"
	LinkScheme   Code = "link-scheme"
	UnknownBlock Code = "unknown-block"
	TopHeading   Code = "top-heading"
	NoAltText    Code = "no-alt-text"
)

// Problems between files.
const (
	UnknownPersona     Code = "unknown-persona"
	UnknownModel       Code = "unknown-model"
	UnknownStage       Code = "unknown-stage"
	UnknownChannel     Code = "unknown-channel"
	UnknownTeam        Code = "unknown-team"
	UnknownTouchpoint  Code = "unknown-touchpoint"
	UnknownJourney     Code = "unknown-journey"
	UnknownBlueprint   Code = "unknown-blueprint"
	UnknownMetric      Code = "unknown-metric"
	UnknownOpportunity Code = "unknown-opportunity"
	UnknownTerm        Code = "unknown-term"
	UnknownCourse      Code = "unknown-course"
	UnknownSection     Code = "unknown-section"
	UnknownLesson      Code = "unknown-lesson"
	UnknownPage        Code = "unknown-page"
	UnknownID          Code = "unknown-id"
	UnknownKind        Code = "unknown-kind"
	AmbiguousID        Code = "ambiguous-id"
	IDClash            Code = "id-clash"
	OutputClash        Code = "output-clash"
	BrokenLink         Code = "broken-link"
	BrokenAnchor       Code = "broken-anchor"
	MissingAsset       Code = "missing-asset"
	StageOutsideModel  Code = "stage-outside-model"
	ParentCycle        Code = "parent-cycle"
	OrphanTranslation  Code = "orphan-translation"
	UnknownLanguage    Code = "unknown-language"
	NotTranslatable    Code = "not-translatable"
	ExtraSteps         Code = "extra-steps"
	MisplacedFile      Code = "misplaced-file"
	NoPages            Code = "no-pages"
	FolderName         Code = "folder-name"
)

// MissingHistory is a history of git that can't be asked, or does not reach back.
const MissingHistory Code = "missing-history"

// OutdatedTranslation is a translation older than its original.
const OutdatedTranslation Code = "outdated-translation"

// Problems of themes.
const (
	UnknownTheme    Code = "unknown-theme"
	MissingTemplate Code = "missing-template"
	TemplateError   Code = "template-error"
	ThemeCycle      Code = "theme-cycle"
	LowContrast     Code = "low-contrast"
)

// severities lists every code. A code that is missing here would count as an
// error; a test keeps the list complete.
var severities = map[Code]Severity{
	InvalidUTF8: Error, HasNUL: Error, FileTooLarge: Error,
	NotPublished: Note, LinkIgnored: Warning, SameName: Error,

	MergeConflict: Error, NoFrontMatter: Error, UnclosedFrontMatter: Error, TOMLSyntax: Error, TOMLTooDeep: Error,
	UnknownKey: Error, WrongType: Error, MissingKey: Error, InvalidValue: Error, OutOfRange: Error,
	BadDate: Error, BadID: Error, BadPath: Error, BadResults: Error,

	PageTooLarge: Error, TooNested: Error, TableTooBig: Error, HTMLDropped: Warning,
	LinkScheme: Error, UnknownBlock: Error, TopHeading: Warning, NoAltText: Warning,

	UnknownPersona: Error, UnknownModel: Error, UnknownStage: Error, UnknownChannel: Error,
	UnknownTeam: Error, UnknownTouchpoint: Error, UnknownJourney: Error, UnknownBlueprint: Error,
	UnknownMetric: Error, UnknownOpportunity: Error, UnknownTerm: Error, UnknownCourse: Error,
	UnknownSection: Error, UnknownLesson: Error, UnknownPage: Error,
	UnknownID: Error, UnknownKind: Error, AmbiguousID: Error, IDClash: Error, OutputClash: Error,
	BrokenLink: Error, BrokenAnchor: Error, MissingAsset: Error, StageOutsideModel: Error,
	ParentCycle: Error, OrphanTranslation: Error, UnknownLanguage: Error,
	NotTranslatable: Error, ExtraSteps: Error, MisplacedFile: Error,
	NoPages: Error, FolderName: Warning,

	OutdatedTranslation: Note, MissingHistory: Warning,

	UnknownTheme: Error, MissingTemplate: Error, TemplateError: Error, ThemeCycle: Error,
	LowContrast: Warning,
}

// Severity returns the severity of all diagnostics with this code.
func (c Code) Severity() Severity { return severities[c] }

// Codes returns every code, sorted.
func Codes() []Code { return slices.Sorted(maps.Keys(severities)) }
