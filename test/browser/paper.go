package browser

import (
	"bytes"
	"compress/zlib"
	"context"
	"io"
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// PDF is a printed page, as far as tests ask.
type PDF struct {
	Sheets  []Sheet
	Links   []string        // the ids that links inside the document lead to
	Targets map[string]bool // the ids that are somewhere in it
}

// Sheet is one sheet of paper.
type Sheet struct {
	Width, Height int // in millimetres
	Marks         int // how many times something is written on it, page number included
}

// Print prints the page as a browser does where nobody changes a setting: on the
// paper that the style sheet asks for, without backgrounds.
func (p *Page) Print() PDF {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, Limit)
	defer cancel()
	data, err := chromedp.Run(ctx, printToPDF)
	if err != nil {
		p.t.Fatalf("print: %v%s", err, p.scene())
	}
	return readPDF(p.t, data)
}

func printToPDF(ctx context.Context, t *chromedp.Target) ([]byte, error) {
	prefer := true
	result, err := cdp.Call(ctx, t, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &prefer})
	return result.Data, err
}

// Chromium writes everything but the drawings uncompressed, one key a line.
var (
	pdfObject = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	pdfPage   = regexp.MustCompile(`(?s)/Type /Page\n.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\].*?/Contents (\d+) 0 R`)
	pdfLink   = regexp.MustCompile(`/Dest /(\S+)`)
	pdfTarget = regexp.MustCompile(`/(\S+) \[\d+ 0 R /XYZ`)
	pdfMark   = regexp.MustCompile(`\bT[jJ]\b`)
)

// readPDF reads what Chromium has written, not any PDF.
func readPDF(t testing.TB, data []byte) PDF {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("not a PDF: %.20q", data)
	}
	objects := map[string][]byte{} // by number, each with all that follows it
	for _, m := range pdfObject.FindAllSubmatchIndex(data, -1) {
		objects[string(data[m[2]:m[3]])] = data[m[1]:]
	}
	pdf := PDF{Targets: map[string]bool{}}
	for _, m := range pdfPage.FindAllSubmatch(data, -1) {
		marks := len(pdfMark.FindAll(unpack(t, objects[string(m[3])]), -1))
		pdf.Sheets = append(pdf.Sheets, Sheet{millimetres(m[1]), millimetres(m[2]), marks})
	}
	for _, m := range pdfLink.FindAllSubmatch(data, -1) {
		pdf.Links = append(pdf.Links, pdfName(m[1]))
	}
	for _, m := range pdfTarget.FindAllSubmatch(data, -1) {
		pdf.Targets[pdfName(m[1])] = true
	}
	return pdf
}

// unpack returns the drawing that begins in an object.
func unpack(t testing.TB, object []byte) []byte {
	t.Helper()
	_, stream, _ := bytes.Cut(object, []byte("stream\n"))
	reader, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatalf("unpack a sheet: %v", err)
	}
	drawing, err := io.ReadAll(reader)
	if err != nil {
		t.Fatalf("unpack a sheet: %v", err)
	}
	return drawing
}

// millimetres converts a number of points, 72 to an inch.
func millimetres(points []byte) int {
	f, _ := strconv.ParseFloat(string(points), 64)
	return int(math.Round(f * 25.4 / 72))
}

// pdfName undoes the escapes of a name, #2F for a slash.
func pdfName(escaped []byte) string {
	name, err := url.PathUnescape(strings.ReplaceAll(string(escaped), "#", "%"))
	if err != nil {
		return string(escaped)
	}
	return name
}
