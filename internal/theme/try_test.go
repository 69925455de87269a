package theme_test

import (
	"testing"
	"os"

	"stagecraft/internal/diag"
	"stagecraft/internal/locale"
	"stagecraft/internal/source"
	"stagecraft/internal/theme"
	"stagecraft/themes"
)

func TestTry(t *testing.T) {
	_, ds, err := theme.Load("default", &source.Snapshot{}, themes.FS, []locale.Lang{"vi", "en"})
	diag.Print(os.Stdout, ds, false)
	if err != nil || len(ds)>0 { t.Fatal(err) }
}
