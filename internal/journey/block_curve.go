package journey

import "stagecraft/internal/diag"

// EmotionCurve is the block that shows the emotions of journeys over their
// stages. One of its fields is set.
type EmotionCurve struct {
	Journeys []Ref
	Model    Ref // all journeys of the model as they are today
}

func (*EmotionCurve) block() {}

func readEmotionCurve(r *reader) Block {
	b := &EmotionCurve{Journeys: r.refsOnce("journeys", KindJourney), Model: r.ref("model", KindModel)}
	if one := r.ref("journey", KindJourney); one.IsSet() {
		b.Journeys = append(b.Journeys, one)
	}
	given := 0
	for _, key := range []string{"journey", "journeys", "model"} {
		if r.Has(key) {
			given++
		}
	}
	switch {
	case given == 0:
		r.Report(diag.New(diag.MissingKey, r.At(), "the block emotion-curve needs the key %q, %q or %q", "journey", "journeys", "model").
			WithHint(`add a line such as: journey = "first-purchase"`))
	case given > 1:
		r.Report(diag.New(diag.InvalidValue, r.At(), "the block emotion-curve takes one of %q, %q and %q", "journey", "journeys", "model").
			WithHint("keep one of these lines"))
	}
	return b
}
