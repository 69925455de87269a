package journey

import "reflect"

// FieldTexts returns the texts of the front matter but for the title: those of
// the summary and of the kind's keys, in the order in which the kind declares
// them, and apart from these the texts of each step of a journey.
//
// Unlike the field Texts it holds what a translation inherits, and nothing of
// the blocks.
func (d *Doc) FieldTexts() (page []Text, steps [][]Text) {
	page = appendTexts(page, reflect.ValueOf(d.Summary))
	j, isJourney := d.Entity.(*Journey)
	if !isJourney {
		return appendTexts(page, reflect.ValueOf(d.Entity).Elem()), nil
	}
	page = append(append(page, j.Scenario...), j.Goal...)
	for _, s := range j.Steps {
		s.Title = Text{}
		steps = append(steps, appendTexts(nil, reflect.ValueOf(s)))
	}
	return page, steps
}

var textType = reflect.TypeFor[Text]()

// appendTexts appends the texts within a value that are set.
func appendTexts(list []Text, v reflect.Value) []Text {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			list = appendTexts(list, v.Index(i))
		}
	case reflect.Struct:
		if v.Type() != textType {
			for i := range v.NumField() {
				list = appendTexts(list, v.Field(i))
			}
		} else if t := v.Interface().(Text); t.IsSet() {
			list = append(list, t)
		}
	}
	return list
}
