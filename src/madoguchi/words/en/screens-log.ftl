### The log

log-title = Log
log-lead = What happened at reception, to look at later. No patient's name or number is in it.
log-practice = Practice is in no log and in no figure.
log-from = From
log-to = To
log-all = All
log-show = Show these
log-misread = One condition could not be read and was left out.
log-again = The same happened { $count } times in these seven days
log-again-how = Rather than mending it each time, have the vendor look at it. These are the times to tell them.
log-total = { $count ->
    [one] 1 incident
   *[other] { $count } incidents
  }
log-file = File for a spreadsheet (CSV)
log-nothing = Nothing happened that fits.
log-pages = Pages
log-page = Page { $page } of { $pages }
log-newer = Newer
log-older = Older
log-name = Name
log-count = Number
log-others = Others
log-as-table = As a table

log-chart-days = By day
log-chart-problems = What happened most
log-chart-hows = How it ended
log-chart-summary = { $what }: { $total } in all; most often { $most }, { $count } times.

log-column-opened = Began
log-column-problem = Code
log-column-name = What
log-column-desk = Desk
log-column-status = State
log-column-how = Ending
log-column-minutes = Minutes
log-column-fixed = What mended it
log-column-way = How the visit went on
log-column-cause = Cause
log-column-source = Told by
log-column-incident = Incident

log-status-open = Open
log-status-escalated = Handed over
log-status-closed = Closed

log-how-reported = Mended
log-how-verified = Mended (seen in the next result)
log-how-escalated = Taken over by others
log-how-abandoned = Ended without a word
log-how-unfinished = Not ended yet

log-source-staff = Staff
log-source-file = Result file
