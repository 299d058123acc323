### Six words for the telephone

telephone-title = Six words for the telephone
telephone-short = When they ask on the telephone, read these six
telephone-large = Show them large
telephone-lead = How “{ $name }” stands now, in six words. Read them slowly, one after the other.
telephone-private = They hold the number, the reader model, what was looked at and what was tried. Nothing of any patient.
telephone-none = There are no words for this yet. Tell the number and what was tried as it is.
telephone-yes = yes
telephone-no = no
telephone-tried = tried
telephone-not-heard-count = There are six words. Type them again with spaces between.
telephone-not-heard-word = Word { $place } is not in the list. Ask for it again.
telephone-not-heard-perhaps = Word { $place } is not in the list. Was it “{ $word }”?
telephone-not-heard-sum = One word is wrong, or two are in each other's place. Have them read once more from the beginning, one by one.
telephone-not-heard-range = The words fit together, but a newer version seems to have made them. Read them with a newer version.

decode-title = Read words that were heard
decode-lead = What the six words that a desk read out on the telephone say.
decode-label = Six words
decode-hint = In hiragana or katakana, with or without spaces.
decode-go = Read them
decode-reader = Reader: { $reader }
decode-probes = What was looked at
decode-no-probes = Nothing is known.
decode-tried = What was tried
decode-not-tried = Nothing was tried yet.
decode-booklet = See the steps in the booklet
