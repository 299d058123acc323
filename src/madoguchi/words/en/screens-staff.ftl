### The staff screen

brand = Madoguchi
place-desk = Desk { $desk }
place-date = { $weekday } { $day }/{ $month }
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

nav-label = Other pages
nav-desk = Desk
nav-log = Log
nav-settings = Settings
nav-booklet = Print the booklet
nav-practice = Practice
nav-paper-form = Four-item paper form

title-idle = Desk
ask-label = Number on the reader
ask-hint = ・・・
ask-small-label = Number on the reader, or words
ask-small-hint = number or words
ask-words-label = Write it in words
ask-words-hint = e.g. nothing happens with the card
ask-look = Look up
ask-delete = Delete one
ask-no-code = There is no number
ask-keys = Digits

chain-label = The way from the card to the centre

idle-nothing = All is well right now
idle-last-good = The last reading, at { $time }, went well.
idle-no-reading = When the reader shows a number, type it here.
idle-power = If the power fails
idle-power-text = Keep the paper booklet in the desk drawer. “Print the booklet” makes one.

step-now = Do this now
step-ask = Please tell
step-call = Call
step-fallback = The patient first
step-minutes = { $minutes ->
    [0.5] 30 s
   *[other] { $minutes } min
  }
step-consent = Nobody can check in meanwhile. Tell your colleagues before you start.
step-details = Details
step-details-cause = { $cause }: { $percent } %
step-details-first = “{ $step }” { $minutes } min
step-details-rest = On average, if another came first: { $steps }
step-details-other = Other step “{ $step }” ({ $minutes } min):
step-photo = Our own photo
step-none = There is nothing more to do here. Go on with this patient by one of the ways below.

answer-fixed = It works
answer-fixed-sub = the card was read
answer-failed = Not yet
answer-failed-sub = show the next step
answer-yes = Yes
answer-no = No
answer-unknown = I do not know
answer-skipped = Cannot do it now
answer-called = I called
answer-called-sub = they take over
answer-no-reply = No answer
answer-no-reply-sub = show the next one
answer-do = Do so
answer-do-sub = reception goes on
answer-not-now = Not now
answer-referred = I told them
answer-referred-sub = the patient knows
answer-cannot = Not possible

escalated-title = They know. Waiting for the repair
escalated-text = Press “It works” when it is back. Reception goes on below.
hand-over = Hand the repair over
handed-to = A colleague is repairing it
handed-page = Open this page on the device of the colleague who repairs it.
end-here = End here

tries-ask = How many tries does the reader say are left?
tries-two = 2 left
tries-one = 1 left

dock-title = This patient
dock-title-sub = can be checked in without waiting for the repair.
dock-chosen = going on by { $way }
dock-more = Other ways ({ $count })
dock-show = Show the patient
dock-show-sub = screen “{ $text }”

call-title = If it does not help, call
call-title-now = Whom to call
call-open = open
call-closed = closed
call-until = until { $time }
call-from = from { $time }
call-from-day = from { $month }/{ $day } { $time }
call-no-phone = number can be set
call-say = Read this out:
call-times = List of times, for the vendor
call-contract = Contract { $contract }

others-title = { $count } more
others-place-none = no desk, from the result of { $time }
others-place = desk { $desk }, since { $time }
others-all = See all ({ $count })
others-take = Take it
others-handed = repair handed over

reminder-back-to-automatic = Is the reader back in automatic mode?
reminder-done = Yes, it is

closed-title = Checked in
closed-title-verified = The next reading proved the repair
closed-title-abandoned = Closed, because nothing happened for a while
closed-ask-cause = What was it? (one tap)
closed-thanks = Thank you. It helps the next time.

choose-title = Which of these is it?
choose-none = None of them


notice-count = { $count } times today

practice-mark = Practice
practice-title = Practice: try any number
practice-text = Nothing you press here enters the log or the statistics, and no patient screen shows it.
practice-codes = Choose a number
practice-topics = Troubles without a number
practice-files = Drop a result file

paper-title = Four-item form
paper-lead = For when insurance data cannot be seen: copy from the front of the card. Never the 12 digits on the back.
paper-name = Name (kanji or kana)
paper-sex = Sex
paper-birth = Date of birth
paper-address = Address or insurer
paper-time = Time
paper-staff = Written by
paper-print = Print
paper-after = When it works again, look the patient up with this sheet, then dispose of it by the rules of the house.

handover-title = Hand the repair over
back-to-desk = Back to the desk
thumbs-up = Helped
thumbs-down = Did not help

idle-nothing-here = All is well at this desk
shown-try-again = place the card
shown-out-of-case = out of the case
shown-right-card = the right card
shown-enter-pin = enter the number
shown-face-again = look at the camera
shown-start-over = from the beginning
shown-wait = wait
shown-staff-looks = show the face
shown-show-paper = show a paper
shown-write-four = write four lines
shown-fill-form = fill in a form
shown-together = together at the desk
shown-take-card = take the card
shown-use-phone = by phone
shown-done = done
shown-welcome = welcome
