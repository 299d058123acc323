### The chain from the reader to the centre

chain-desk = This computer
chain-reader = Reader
chain-terminal = Terminal
chain-folder = Folder
chain-lan = Router
chain-line = Line
chain-centre = Centre
chain-prescription = E-prescription

chain-good = good
chain-doubtful = doubtful
chain-down =
    { $link ->
        [line] cut
        [lan] no answer
       *[other] down
    }
chain-unknown = not known
chain-good-at = last good { $time }
chain-last-good = last good at
chain-day-time = { $month }/{ $day } { $time }
chain-since = since { $time }
chain-over = “{ $problem }” is over since { $time }.
chain-over-lead = As far as a machine can see, it works again. After one good read, end it here.
chain-over-close = End it
others-place-probe = found by this computer at { $time }
log-source-probe = this computer
chain-from-probe = This computer found it before a patient met it.

chain-title = The state of the chain
chain-lead = What this computer found out by itself. “Not known” means neither good nor bad.
chain-look = Look now
chain-looking = Looking. Each answer appears here when it is there.
chain-not-yet = Not looked yet.
chain-settings = Answer “Do the terminal and this computer use the same LAN and router?” in the settings, and the router and the line can be looked at, too.
chain-settings-go = Open the settings
chain-notices-go = Paste a notice of the portal
chain-sure-firm = sure
chain-sure-likely = probably
chain-sure-weak = vague
chain-sure-none = not known
chain-sure-percent = { $sure } ({ $percent } %)

probe-other-desk = Other desks
evidence-other-desk-good = { $minutes ->
        [0] Just now
       *[other] { $minutes } minutes ago
    } another desk read a card.
evidence-other-desk-down = { $count } desks began to fail at about the same time.
evidence-other-desk-alone = There is only one desk to compare.
evidence-other-desk-nothing = No other desk has read a card in the last 10 minutes.

morning-way = The way to the centre
    .how = This computer looks whether somebody beyond the router answers.
    .good = It was good
    .bad = No way through
    .mend = We look at the router and the line in turn.
morning-folder = Where results arrive
    .how = This computer looks whether the folder of the terminal's results can be read.
    .good = It can be read
    .bad = It cannot be read
    .mend = We begin with the computer that holds the folder.
morning-known = This computer looked ({ $time }).
morning-known-read = A card was read at { $time }, so this is taken as good.
morning-overrule = Not so

notices-title = Notices of the portal
notices-lead = Paste a notice of the portal: what is down, since when, and whether it is over, is read from it.
notices-label = The text of the notice
notices-hint = Paste it as it is. The text is not kept; only what was understood is used.
notices-read = Read it
notices-empty = There is no text yet. Paste the notice.
notices-long = This is too long. Paste one notice only.
notices-understood = This was understood
notices-confirm = That is right. Use it
notices-drop = Do not use it
notices-useless = It does not say what is down, or what is over. This text is not used.
notices-kept = Taken. The chain and the steps go by it.
notices-now = The notice in use
notices-ended = It is over
notices-is-over = It says that all is well again.
notices-is-planned = It announces a planned stop (maintenance).
notices-is-down = It says that something is down.
notices-is-untold = It says neither that something is down nor that it is over.
notices-service-centre = Online eligibility confirmation
notices-service-portal = The portal site
notices-service-prescription = E-prescriptions
notices-service-line = The line
notices-no-service = It does not say which service.
notices-since = since { $time }
notices-until = until { $time }
