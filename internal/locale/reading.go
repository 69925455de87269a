package locale

// Words a minute. Both are assumptions, and an estimate for adults who read to
// learn. English: Brysbaert (2019), "How many words do we read per minute?",
// finds a mean of 238 in silent reading of non-fiction; teaching text is read
// a little slower. Vietnamese writes a space after each syllable, and a word
// has about one and a half of them, of which the short ones take less time; no
// measurement of like quality is known to us.
const (
	wordsPerMinute     = 220
	syllablesPerMinute = 300
)

// ReadingMinutes estimates the time to read so many words, counted as runs of
// text between spaces (in Vietnamese these are syllables): whole minutes,
// rounded up, at least 1.
func ReadingMinutes(lang Lang, words int) int {
	perMinute := wordsPerMinute
	if lang.base() == Vietnamese {
		perMinute = syllablesPerMinute
	}
	return (max(words, 1)-1)/perMinute + 1
}
