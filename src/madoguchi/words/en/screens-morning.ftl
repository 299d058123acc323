### The one-minute morning check

morning-title = Morning check
morning-left = { $count } to go
morning-done = Done
morning-more = How to check
morning-lead = One minute, before the first patient.
morning-all-good = All good. Reception can start at any time.
morning-good = Good
morning-open = Show me what to do

morning-screen = The screen is lit
    .how = Look whether the reader asks for a card on its screen.
    .good = It is lit
    .bad = It is dark
    .mend = We look at power and cables first, one after the other.
morning-automatic = It runs automatically
    .how = Look whether the terminal's app says 自動運転. Left in visual check, it takes neither face nor PIN.
    .good = Automatic
    .bad = It does not
    .mend = Switch the terminal's app back to 自動運転, then look again.
morning-card = My own card is taken
    .how = Put your own card on the reader; once it beeps or goes on, cancel. Say no number aloud, and use nobody else's card.
    .good = It was
    .bad = It was not
    .mend = We look at how the card lies and at the contact of the reader first.
morning-lens = The camera is wiped
    .how = Wipe the camera's window with a soft, dry cloth.
    .good = Wiped
    .bad = Dull or cracked
    .mend = We look at light and direction first.
