# What the terminal's result files tell, as one line of reason for staff. They hold nothing of a person.

exchange-good = The eligibility is valid
exchange-validity-2 = The result says 2: invalid
exchange-validity-3 = The result says 3: invalid, and a newer qualification exists
exchange-validity-4 = The result says 4: no qualification was found
exchange-validity-5 = The result says 5: several qualifications match
exchange-header-abnormal = The processing came back as “ended abnormally”
exchange-person-error = The check of this patient came back as “error”
exchange-black-dot = There is a ● in the result. Leave the chart’s own spelling as it is
exchange-expiring = The result carries a note that an expiry is near
exchange-side-information = The result carries a side note. Read it on the terminal’s screen
exchange-unclear = The result does not say whether it is valid. Look at the terminal’s screen
exchange-refused-half = A file has stayed half-written for ten minutes
exchange-refused-unreadable = A file could not be opened for ten minutes
exchange-refused-encrypted = Results arrive encrypted (ZIP). This desk does not look inside
exchange-refused-size = A file was too large and was left unread
exchange-refused-doctype = A file was left unread for safety
exchange-refused-not-a-result = A file is named like a result and holds something else

error-unreadable-file =
    .title = The file could not be opened
    .detail = It is not there, or reading it is not allowed. Nothing was changed.
    .remedy = Look at its place and name, and give it again.

error-unwritable-folder =
    .title = The folder could not be written to
    .detail = Writing there is not allowed, or there is no room.
    .remedy = Name a folder you may write to with --out.

cli-recognise-unknown = Nothing near was found
cli-recognise-nothing = There is nothing to tell
cli-sample-near = Near names: { $names }
