### The booklet

booklet-title = The reception booklet
booklet-made = Made on { $day }
booklet-lead = Find the number the reader shows and turn to it. With this paper alone, reception goes on even when every machine has stopped.
booklet-codes = By number
booklet-topics = Without a number
booklet-go-on = This patient (who does not wait for the repair)
booklet-note = Write down: { $note }
booklet-ways = The ways to go on, in full
booklet-steps = To mend it, in this order (stop where it works)
booklet-call = Whom to call, and what to read out
booklet-patient = To show the patient
booklet-to-list = Back to the list
booklet-print = Print
booklet-file = Keep it as one file
booklet-written = The booklet is written: { $file }
booklet-days-mon-fri = Mon–Fri
booklet-days-sat = Sat
booklet-days-sun = Sun
