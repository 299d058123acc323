### Headings of the command line.

cli-steps = What to try, in this order
cli-ways = How this patient's visit goes on
cli-cautions = Take care
cli-calls = Whom to call
cli-patient-ja = To the patient (Japanese)
cli-patient-ja-easy = To the patient (easy Japanese)
cli-patient-en = To the patient (English)
cli-check-tier = { $tier }: { $count }
cli-check-result =
    { $count ->
        [0] Nothing is missing
        [one] { $count } thing is missing
       *[other] { $count } things are missing
    }
