package main

import (
	"embed"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"stagecraft/test/sitegen"
)

// theme is the Hugo site without its content.
//
//go:embed all:theme
var theme embed.FS

// forHugo returns the same pages as a site for Hugo, with a theme.
func forHugo(site sitegen.Site) (sitegen.Site, error) {
	converted := sitegen.Site{}
	for name, data := range site {
		if strings.HasPrefix(name, "content/") {
			p := convert(name, string(data))
			converted[p.name] = []byte(p.text)
		}
	}
	err := fs.WalkDir(theme, "theme", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := theme.ReadFile(name)
		converted[strings.TrimPrefix(name, "theme/")] = data
		return err
	})
	return converted, err
}

type page struct{ name, text string }

// convert makes a page of Hugo out of one of sitegen's.
func convert(name, text string) page {
	name, weight := rename(name)
	_, text, _ = strings.Cut(text, "+++\n")
	matter, body, _ := strings.Cut(text, "+++\n")
	lines := strings.SplitN(matter, "\n", 3) // title, summary, the rest
	var b strings.Builder
	b.WriteString("+++\n" + lines[0] + "\n" + strings.Replace(lines[1], "summary =", "description =", 1) + "\n")
	if weight > 0 {
		b.WriteString("weight = " + strconv.Itoa(weight) + "\n")
	}
	b.WriteString("[params]\n" + strings.ReplaceAll(lines[2], "\n[[", "\n[[params."))
	b.WriteString("+++\n" + wiki.ReplaceAllStringFunc(body, markdownLink))
	return page{name, b.String()}
}

// rename returns a page's file in Hugo: the number before a lesson's or a
// section's name becomes its weight, the page of a folder is called _index.md,
// and touchpoints need no folders, which would be sections of their own.
func rename(name string) (string, int) {
	var weight int
	parts := strings.Split(name, "/")
	if parts[1] == "touchpoints" {
		return path.Join("content/touchpoints", path.Base(name)), 0
	}
	for i, part := range parts {
		if digits, rest, ok := strings.Cut(part, "-"); ok {
			if n, err := strconv.Atoi(digits); err == nil {
				parts[i], weight = rest, n
			}
		}
	}
	if last := len(parts) - 1; parts[last] == "index.md" {
		parts[last] = "_index.md"
	}
	return strings.Join(parts, "/"), weight
}

// wiki is a link to an id, with or without a text of its own.
var wiki = regexp.MustCompile(`\[\[([^]|]+)(?:\|([^]]*))?\]\]`)

// markdownLink gives a link the whole path of its page, which is the fastest way
// for Hugo to find it. The text of a link that has none is the page's title; the
// theme puts it there.
func markdownLink(link string) string {
	m := wiki.FindStringSubmatch(link)
	return "[" + m[2] + "](/" + pathOf(m[1]) + ")"
}

// pathOf returns the path of a page with an id as sitegen writes them.
func pathOf(id string) string {
	if kind, rest, ok := strings.Cut(id, ":"); ok {
		return kind + "s/" + rest
	}
	kind, _, _ := strings.Cut(id, "-")
	if kind == "term" {
		return "glossary/" + id
	}
	return kind + "s/" + id
}
