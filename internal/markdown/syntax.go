package markdown

// syntax is what the scanner has to know of a language.
type syntax struct {
	lines    []linePrefix // lines that are one token
	comments []delimiters
	quotes   string // the characters that enclose strings
	keywords string // each with a space before and after it
	anyCase  bool   // of keywords
	keyEnd   byte   // what follows a key, 0 if there are none
	markup   bool   // tags divide text
}

type linePrefix struct{ prefix, class string }

// delimiters enclose a comment; without close it ends with its line.
type delimiters struct{ open, close string }

// syntaxes has the syntax of each language by its names.
var syntaxes = func() map[string]*syntax {
	var (
		hash  = []delimiters{{"#", ""}}
		c     = []delimiters{{"//", ""}, {"/*", "*/"}}
		table = []linePrefix{{"[", "nt"}}
	)
	const script = " async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof interface let new null of return static super switch this throw true try type typeof undefined var void while yield "
	var (
		css        = &syntax{comments: []delimiters{{"/*", "*/"}}, quotes: `"'`, keyEnd: ':'}
		diff       = &syntax{lines: []linePrefix{{"+", "gi"}, {"-", "gd"}, {"@@", "gu"}}}
		golang     = &syntax{comments: c, quotes: "\"'`", keywords: " any break case chan const continue default defer else error false for func go goto if import interface map nil package range return select string struct switch true type var "}
		ini        = &syntax{lines: table, comments: []delimiters{{"#", ""}, {";", ""}}, quotes: `"`, keyEnd: '='}
		javascript = &syntax{comments: c, quotes: "\"'`", keywords: script}
		json       = &syntax{comments: c, quotes: `"`, keywords: " true false null ", keyEnd: ':'}
		markdown   = &syntax{lines: []linePrefix{{"#", "gh"}, {"```", "k"}, {"+++", "k"}, {"> [!", "k"}}, comments: []delimiters{{"<!--", "-->"}, {"[[", "]]"}}, quotes: "`"}
		markup     = &syntax{comments: []delimiters{{"<!--", "-->"}}, quotes: `"'`, markup: true}
		python     = &syntax{comments: hash, quotes: `"'`, keywords: " False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield "}
		shell      = &syntax{comments: hash, quotes: `"'`, keywords: " case cd do done elif else esac export fi for function if in return set then while "}
		sql        = &syntax{comments: []delimiters{{"--", ""}, {"/*", "*/"}}, quotes: `"'`, anyCase: true, keywords: " and as asc between by case create delete desc distinct drop else end exists from group having in inner insert into is join left like limit not null on or order outer right select set table then union update values when where with "}
		toml       = &syntax{lines: table, comments: hash, quotes: `"'`, keywords: " true false ", keyEnd: '='}
		yaml       = &syntax{comments: hash, quotes: `"'`, keywords: " true false null ", keyEnd: ':'}
	)
	return map[string]*syntax{
		"bash": shell, "console": shell, "css": css, "diff": diff, "go": golang, "html": markup, "ini": ini,
		"javascript": javascript, "js": javascript, "json": json, "markdown": markdown, "md": markdown,
		"patch": diff, "py": python, "python": python, "sh": shell, "shell": shell, "sql": sql, "svg": markup,
		"toml": toml, "ts": javascript, "typescript": javascript, "xml": markup, "yaml": yaml, "yml": yaml,
	}
}()
