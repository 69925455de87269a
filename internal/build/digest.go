package build

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
	"time"

	"stagecraft/internal/source"
)

// digest identifies a View: equal Views have equal digests, and different ones
// different digests. A View holds plain values only; anything else panics,
// because a page that depends on it could go stale.
func digest(view any) source.Hash {
	h := sha256.New()
	d := digester{bufio.NewWriterSize(h, 4096)}
	d.dynamic(reflect.ValueOf(view))
	d.w.Flush()
	return source.Hash(h.Sum(nil))
}

type digester struct{ w *bufio.Writer }

// value writes a value so that no two different ones read alike: what varies in
// length is preceded by its length.
func (d *digester) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		d.number(uint64(v.Len()))
		d.w.WriteString(v.String())
	case reflect.Bool:
		if v.Bool() {
			d.number(1)
		} else {
			d.number(0)
		}
	case reflect.Int, reflect.Int64:
		d.number(uint64(v.Int()))
	case reflect.Float64:
		d.number(math.Float64bits(v.Float()))
	case reflect.Slice:
		d.number(uint64(v.Len()))
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Map:
		d.keys(v)
	case reflect.Interface:
		d.dynamic(v.Elem())
	case reflect.Struct:
		d.fields(v)
	default:
		panic(fmt.Sprintf("a View holds a value of type %s, which is not plain", v.Type()))
	}
}

func (d *digester) fields(v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		d.value(reflect.ValueOf(v.Interface().(time.Time).Format(time.RFC3339Nano)))
		return
	}
	for i := range v.NumField() {
		d.value(v.Field(i))
	}
}

// keys writes a map from texts, in the order of its keys.
func (d *digester) keys(v reflect.Value) {
	names := make([]string, 0, v.Len())
	for _, k := range v.MapKeys() {
		names = append(names, k.String())
	}
	slices.Sort(names)
	d.number(uint64(len(names)))
	for _, name := range names {
		d.value(reflect.ValueOf(name))
		d.value(v.MapIndex(reflect.ValueOf(name)))
	}
}

// dynamic writes the type of a value before it.
func (d *digester) dynamic(v reflect.Value) {
	if !v.IsValid() {
		d.number(0)
		return
	}
	name := v.Type().String()
	d.number(uint64(len(name)))
	d.w.WriteString(name)
	d.value(v)
}

func (d *digester) number(n uint64) {
	d.w.Write(binary.LittleEndian.AppendUint64(d.w.AvailableBuffer(), n))
}
