package journey

import "reflect"

// Translate returns the original as its translation tells it: each text that the
// translation holds stands in place of the original's, lists of texts and tables
// as a whole, steps one by one. References, numbers and dates are the
// original's, except for the day on which the translation was updated. Neither
// Doc is changed.
func Translate(original, translation *Doc) *Doc {
	t := *translation
	t.Kind, t.ID, t.Page, t.Order = original.Kind, original.ID, original.Page, original.Order
	t.Common = original.Common
	overlay(reflect.ValueOf(&t.Common).Elem(), reflect.ValueOf(translation.Common))
	if translation.Title.IsSet() {
		t.Title = translation.Title
	}
	if translation.Updated.IsSet() {
		t.Updated = translation.Updated
	}
	merged := reflect.New(reflect.TypeOf(original.Entity).Elem())
	merged.Elem().Set(reflect.ValueOf(original.Entity).Elem())
	overlay(merged.Elem(), reflect.ValueOf(translation.Entity).Elem())
	t.Entity = merged.Interface().(Entity)
	return &t
}

// overlay puts the texts of a struct over those of another of the same type.
func overlay(into, from reflect.Value) {
	for i := range into.NumField() {
		field, over := into.Field(i), from.Field(i)
		switch field.Interface().(type) {
		case Text, []Text, []Pair, []Word, map[string]any:
			if !over.IsZero() {
				field.Set(over)
			}
		case []Step, []BlueprintStep, []Cell:
			field.Set(overlayEach(field, over))
		}
	}
}

// overlayEach overlays the elements of a slice one by one, in a copy.
func overlayEach(list, over reflect.Value) reflect.Value {
	n := list.Len()
	merged := reflect.MakeSlice(list.Type(), n, n)
	reflect.Copy(merged, list)
	for i := range min(n, over.Len()) {
		overlay(merged.Index(i), over.Index(i))
	}
	return merged
}
