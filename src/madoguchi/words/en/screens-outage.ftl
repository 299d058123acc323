### Reception during an outage

outage-title = Reception during an outage
outage-lead = Terminal, line or centre may be down: reception goes on. One press begins.
outage-offer = It seems that nobody can check in
outage-offer-sub = { $sure }: { $name }
outage-begin = Begin reception during an outage
outage-by-hand = It can begin without a code
outage-by-hand-011 = The line is down
outage-by-hand-901 = The centre is down
outage-by-hand-no-code = The terminal does not work
outage-why-cause = “{ $name }” mostly comes from what all patients share, not from one card.
outage-why-desks = Two or more desks stopped at about the same time.
outage-why-read = But at { $time } somebody's card was read.
outage-sure-nearly-sure = almost certain
outage-sure-probable = probably
outage-sure-possible = perhaps
outage-sure-told = begun by hand

outage-banner = Reception during an outage (since { $time })
outage-banner-count = written down: { $count }
outage-banner-go = Outage page
outage-over = The outage is over
outage-over-left = { $count } still to be looked up
outage-over-go = Look them up
outage-day-time = { $month }/{ $day } { $time }

outage-running = since { $time } · { $reason }
outage-counts = written down { $written } · nothing changed { $unchanged } · proof shown { $shown }
outage-everybody = For everybody
outage-notice = Notice for the waiting room
outage-notice-sub = print or screen
outage-slips = Numbered paper slips
outage-slips-sub = patients fill them in
outage-call = Call the centre
outage-call-sub = opens the emergency function
outage-repair = Repair
outage-repair-sub = see the steps, hand it over
outage-patient = This patient
outage-shows = Can show some proof
outage-shows-how = 資格確認書 / 資格情報のお知らせ with the card / the Mynaportal screen.
outage-shows-note = Note: symbol, number, branch number, share.
outage-shows-press = Was shown
outage-same = Was here before
outage-same-how = Ask: “Is your insurance the same as last time?” If so, it counts as the form.
outage-same-note = Note: nothing. One press.
outage-same-press = Nothing changed
outage-none = Neither
outage-none-how = Write down the four items from the front of the card. Whoever can also fills in the form.
outage-none-note = Note: name, sex, date of birth, address or insurer.
outage-none-press = Write the four items
outage-none-form = Print the form
outage-pay = Payment (the usual share, never the whole)
outage-pay-most = 30 %
outage-pay-most-who = from school age to 69
outage-pay-child = 20 %
outage-pay-child-who = before school age
outage-pay-old = 10–30 %
outage-pay-old-who = from 70 (as told)
outage-counted-known-data = Counted. It is the same as the form handed in.
outage-counted-shown = Counted.
outage-end = The outage is over
outage-end-how = It ends by itself with the first good reading. Press here if you know before.
outage-proposed = It seems to be over since { $time }.
outage-not-over = Not yet
outage-left = still to be looked up: { $count }

entry-title = Write down the four items
entry-count = { $count } so far
entry-saved = Written down (number { $count }). Ready for the next person.
entry-again = This person is written down already.
entry-another = The person before is written down. This one is not yet: press once more.
entry-lead = Look at the front of the card only. What you enter is sealed at once; only the passphrase opens it.
entry-name = Name
entry-name-hint = kanji or kana
entry-sex = Sex
entry-sex-male = Male
entry-sex-female = Female
entry-sex-unset = Not known
entry-born = Date of birth
entry-born-hint = S59.5.12, 3590512 or 1984-5-12
entry-address = Address
entry-insurer = or insurer
entry-slip = Paper slip
entry-slip-hint = when copied from paper
entry-unchanged = Asked: nothing changed since last time
entry-by = Written by
entry-save = Write down
entry-save-hint = or Enter
entry-for = for the outage since { $time }

four-no-name = Please enter the name.
four-no-sex = Please choose.
four-no-born = Please enter the date of birth.
four-no-address = Please enter the address or the insurer.
four-too-long = Too long. Please shorten it.
four-no-text = This holds signs that are no text. Please type it again.
four-my-number = A twelve-digit number cannot stand here. It was not kept.
four-slip-taken = The paper with this number is entered already.
four-born-unreadable = Please write it like S59.5.12 or 1984-5-12.
four-born-impossible = There is no such day. Please look at the card again.
four-born-other-era = That day is { $meant }.
four-born-future = That day is still to come. Please look at the card again.
four-born-too-old = That is more than 125 years ago. Please check the era.
era-date = { $era }{ $year }年{ $month }月{ $day }日
era-date-both = { $era }{ $year }年{ $month }月{ $day }日 ({ $western })

ledger-make-title = First choose a passphrase
ledger-make-lead = Only this passphrase opens what you write down. Nobody can read it once it is forgotten. Write it on paper and lock it away.
ledger-passphrase = Passphrase
ledger-passphrase-hint = { $count } characters or more
ledger-again = Once more
ledger-make = Take it and begin
ledger-make-paper = Go on with the paper form without it
ledger-weak = Please take { $count } characters or more.
ledger-not-same = The two are not the same.
ledger-wrong = That is not the passphrase.
ledger-wait = Not the passphrase several times: please wait { $seconds } seconds.
ledger-no-who = Please enter your name: who looked is kept.
ledger-number = A twelve-digit number cannot be used.

list-title = Look up eligibility
list-left = { $count } left
list-empty = Everybody is done
list-empty-how = What was written down deletes itself { $days } days after it was looked up.
list-lead = Look at one person, ask the centre, press the result.
list-open = The passphrase shows the names
list-who = Who looks
list-open-press = Open
list-is-open = { $who } is looking. Every look is kept.
list-shut = Shut
list-next = Look at the next person
list-print = Print today's
list-column-number = No.
list-column-time = Time
list-column-slip = Slip
list-column-by = Written by
list-column-state = State
list-column-until = Until
list-look = Look
list-row = No. { $number }
list-same = No. { $numbers } may be the same person.
list-unreadable = No. { $numbers } was changed or is damaged and cannot be read. Please look at the paper.
list-state-waiting = to do
list-state-found = found
list-state-former = former only
list-state-not-found = not found
list-state-done = done

list-finished = Finished: { $count }
list-column-kept = Deleted on
kept-until = Deletes itself on { $day }
kept-held = Kept: it was put on hold
person-is-done = The claim is ready.
person-hold = Keep, do not delete
person-hold-sub = for an inquiry or a dispute
person-release = Keep no longer
person-release-sub = its day counts again

person-title = Person no. { $number }
person-time = at the desk at { $time }
person-ask = The centre says
person-found = Found
person-found-sub = insured now
person-former = Former only
person-former-sub = nothing current
person-not-found = Not found
person-not-found-sub = neither of them
person-claim = Claim
person-claim-ordinary = An ordinary claim
person-claim-ordinary-how = Use the insurer number, symbol and number that were found.
person-claim-former = A claim marked as former (旧資格情報)
person-claim-former-how = Enter the former insurer number, symbol and number, and mark them as former.
person-claim-unknown = A claim as unknown (不詳)
person-claim-unknown-how = Enter the following. Add office and telephone from the form to the remarks.
person-claim-insurer = Insurer number
person-claim-insurer-else = if refused
person-claim-symbol = Symbol
person-claim-symbol-empty = leave empty
person-claim-value = Number
person-claim-remarks = Remarks
person-claim-body = Where even the kind of insurance is unknown, choose 支払基金 or 国保連 by what you have at hand.
person-unchanged = The patient said that nothing changed: try last time's insurer first.
person-done = Ready to be claimed
person-done-sub = next person
person-back = Back to “to do”
person-copy = Copy
person-copied = Copied
person-skip = Later

day-title = People written down
day-lead = Printed on { $day }. Lock it away in case of a power cut. Destroy it when all is done.
day-head = Mark of the log of looks: { $head }
day-empty = There is nobody for today.

call-page-title = Call the centre to open the emergency function
call-page-lead = 緊急時医療情報・資格確認機能 opens only after a call. It takes minutes to hours when many call.
call-page-ask = What they ask
call-page-code = Institution code
call-page-name = Name of the facility
call-page-caller = Name of the caller
call-page-caller-you = your name
call-page-wish = Function wanted
call-page-wish-name = 緊急時医療情報・資格確認機能（資格情報照会・システム障害時）
call-page-back = They call back
call-page-back-how = the number they have on file. Keep this telephone free.
call-page-missing = can be added in the settings
call-page-say = Read out as it stands:
call-page-script = { GIVEN($facility_name) ->
        [yes] This is the reception of { $facility_name }.
       *[no] This is a reception desk.
    }{ GIVEN($facility_code) ->
        [yes] { " " }Our institution code is { $facility_code }.
       *[no] { "" }
    }{ GIVEN($since) ->
        [yes] { " " }Since { $since } we cannot see eligibility{ GIVEN($reason) ->
            [yes] { " " }({ $reason })
           *[no] { "" }
        }.
       *[no] { " " }We cannot see eligibility because of an outage.
    } We would like to use 緊急時医療情報・資格確認機能. Please open it.{ GIVEN($phone) ->
        [yes] { " " }Please call back { $phone }, the number on file.
       *[no] { " " }Please call back the number on file.
    }
call-page-steps = Afterwards
call-page-step-1 = The centre calls back the number on file.
call-page-step-2 = The report form comes by e-mail.
call-page-step-3 = The implementing body opens the function and says so by telephone.
call-page-step-4 = Look up the people one by one.
call-page-step-5 = Hand in the report.
call-report = For the report
call-report-lead = It holds no names.
call-report-from = Began
call-report-until = Ended
call-report-still = still going on
call-report-reason = Why
call-report-written = Written down
call-report-people = { $count }
call-report-first = First
call-report-last = Last
call-report-found = Found
call-report-former = Former only
call-report-not-found = Not found
call-report-waiting = Not looked up yet
call-report-other = Went on by other ways
call-report-none = There was no outage yet.

slips-title = Numbered paper slips
slips-lead = Patients fill them in, staff enter them later. The number keeps anybody from being entered twice.
slips-print = Print
slips-more = No. { $first } to { $last }
slips-next = The next { $count }
slips-staff = For the desk:　time　　　:　　　entered by
notice-page-title = Notice for the waiting room
notice-page-lead = Prints on A3; it can be shrunk to A4.

declaration-title = 被保険者資格等申立書
declaration-lead = My eligibility could not be checked with my My Number Card. I declare the following, as far as I know.
declaration-card = As on the front of the card
declaration-name = Name
declaration-kana = Reading
declaration-born = Date of birth
declaration-born-eras = 明・大・昭・平・令　　　　年　　　月　　　日
declaration-sex = Sex
declaration-sexes = male　・　female
declaration-address = Address
declaration-contact = Contact
declaration-phone = Telephone
declaration-insurance = Insurance now
declaration-kind = Kind of insurance
declaration-kinds = □ through work　□ national (municipality)　□ national (association)　□ late-stage　□ not known
declaration-relation = Insured or family
declaration-relations = □ insured　□ family　□ not known
declaration-insurer = Name of the insurer
declaration-office = Name of the office
declaration-office-place = Place of the office
declaration-since = Insured there
declaration-sinces = □ for more than a month　□ since less than a month　□ not known
declaration-share = Share
declaration-shares = □ 30 %　□ 20 %　□ 10 %　□ not known
declaration-sign = Date　　　　　　　　　　　　　　　Written by
declaration-relation-to = If for somebody else: relation
declaration-house = { GIVEN($name) ->
        [yes] To { $name }
       *[no] To
    }
declaration-keep = For the desk: keep it until the payment is settled, then destroy it. The twelve-digit number is not written here.
