package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"
)

// TestEveryCodeHasASeverity reads codes.go for its constants.
func TestEveryCodeHasASeverity(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		lit, ok := spec.Values[0].(*ast.BasicLit)
		if !ok {
			return true
		}
		code, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		found++
		if _, ok := severities[Code(code)]; !ok {
			t.Errorf("%s has no severity", code)
		}
		return true
	})
	if found != len(Codes()) || found == 0 {
		t.Errorf("%d constants, %d codes", found, len(Codes()))
	}
}
