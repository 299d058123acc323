### Steps for what has no number of its own, for the staff: a short request, then how. Questions are asked of the staff.

## No number at all

step-asks-for-login = Does a login screen show?
    .how = Look at the terminal. If it asks for a name or a password, answer yes.
step-take-left-card-away = Did the last check-in arrive? Take the card
    .how = First see whether the receipt computer has the result of the person who just used the reader. If it has, a card was left behind: take it off and give it back at once.
step-check-reader-power = Check the reader’s power
    .how = Plug the power cable in again at both ends. Look at the socket and at the switch of an extension cable.
step-log-in-again = Log in to the terminal again
    .how = Use the usual account and wait until the check-in screen opens. If unsure, enter nothing and ask the vendor.

## Eligibility

step-has-new-proof = Is there a paper of the new insurance?
    .how = Ask softly whether the insurance changed lately. A certificate, an eligibility notice or the Mynaportal screen will do.
step-looked-up-by-number = Was it looked up by number?
    .how = If numbers were typed in, or last visit’s were used instead of the card, answer yes.
step-take-new-proof = Check in with the new insurance paper
    .how = Copy insurer, symbol, number, branch number and share. Correct the chart from today on.
step-read-card-instead = Read the card again
    .how = Ask the patient to put the card on the reader once more. It finds new insurance more often than typed numbers do.
step-look-up-again = Compare the numbers and look up again
    .how = Compare insurer, symbol, number, branch number and birth date with the paper one by one, then send.
step-look-up-new-insurer = Look up with the new insurance
    .how = Take the new insurer from the result into the receipt computer. If it is not there, use the card or the new number.
step-look-up-closer = Look up with the branch number
    .how = With branch number and birth date the family is told apart and one person is left.
step-look-up-assistance = Look up medical assistance, too
    .how = Choose medical assistance as the kind of look-up. Say nothing aloud; the screen is enough.
step-go-declaration = Go on with the declaration form
    .how = The patient fills in what they know and pays the usual share. Look again before the claim.
step-refer-insurer = Ask the insurer to check
    .how = The patient asks the employer or the insurer. Say: “The machine could not see the registration yet.” The visit goes on.

## The terminal's answer

step-correct-request = Correct what is sent
    .how = Read the message in the result, correct number, birth date or date, and send again.
step-send-request-again = Send once more
    .how = Send the same request one more time, not again and again.

## Share of cost

step-share-on-paper = Is there a paper with the share on it?
    .how = Ask for the certificate, the elderly recipient certificate or the eligibility notice.
step-update-chart-share = Correct the share in the chart
    .how = Compare today’s result with the chart and take over the share. Look at the date from which it counts.
step-use-share-on-paper = Use the share on the paper
    .how = Copy the share and the expiry date. Look up again once the insurer has corrected the registration.
step-go-told-share = Use the share the patient tells you
    .how = Ask for the share and charge it. Say that a difference may be settled later.

## Somebody else's data

step-close-and-read-own = Close the screen, read the own card
    .how = Do not show, print or file another person’s data. Close the screen, then read the patient’s own card again.
step-report-other-person = Report to the manager and call centre
    .how = Tell only the time, the reader and the kind of screen. Do not say or write down the other person’s name or numbers.

## Terminal update

step-check-in-still-works = Can you check in during the update?
    .how = If the next patient’s card is read, answer yes.
step-postpone-update = Choose “later”
    .how = Put the update off until after the last patient, and leave a note to do it today.
step-let-update-finish = Wait until the update is done
    .how = First say that it stops for some minutes. Do not switch off. Then read one card to make sure.

## Face

step-face-photo-is-old = Does the photo differ from the face now?
    .how = People who grew up, lost weight or changed glasses match less easily. A visual check suits them.
step-uncover-face = Ask to uncover the face
    .how = Mask, hat and glasses off for a moment, looking straight. At most two face tries in this visit.

## Phone instead of card

step-phone-reader-here = Can this desk read phones?
    .how = If a phone reader stands beside, or the reader takes phones itself, answer yes.
step-card-renewed-lately = Was the card renewed lately?
    .how = After the card’s certificates are renewed, the phone has to be set up again.
step-choose-phone-on-reader = Choose “smartphone” again
    .how = Back to the start: the patient chooses smartphone, then iPhone or Android.
step-hold-phone-again = Hold the phone on the reader again
    .how = Screen on, upper edge on the phone reader, still until it sounds. Take off a thick case.
step-check-phone-reader = Plug the phone reader in again
    .how = Plug its USB cable into the terminal again and wait for the light.
step-use-plastic-card = Use the plastic card
    .how = If the patient has it here, choose “card” on the reader.
step-refer-phone-reissue = Set the phone up again later
    .how = The patient can apply in Mynaportal on the phone. Use another proof today.

## A number nobody knows, a line nobody answers

step-code-has-letters = Does the number have letters in it?
    .how = Copy it as it stands, with every letter and sign.
step-start-reading-over = Read the card from the beginning
    .how = Take the card off, wait for the first screen, and put it on once more.
step-call-again-later = Call again in 15 minutes
    .how = Go on checking in. Note the time of the call, and look whether they are open.

## Causes

cause-data-old_number_asked = looked up with the former number
cause-data-number_mistyped = a typed number differs from the paper
cause-data-assistance_not_asked = medical assistance was not looked up
cause-data-asked_too_widely = no branch number, the family fits, too
cause-desk-chart_not_renewed = the chart still has the former insurance
cause-desk-result_in_wrong_chart = the result went into another chart
cause-desk-no_phone_reader = no phone reader here
cause-desk-card_left_on_reader = a card left behind
cause-insurer-change_with_new_paper = insurance changed, new paper in hand
cause-insurer-two_registrations = two registrations overlap
cause-insurer-share_late = the share is registered late
cause-insurer-share_part_missing = the elderly certificate is not registered
cause-insurer-linked_wrongly = registration linked to another person
cause-patient-card_chosen_instead_of_phone = “card” was chosen
cause-patient-phone_moved_early = the phone left too early
cause-patient-face_covered = mask or hat over the face
cause-card-phone_not_set_up = no card set up in the phone
cause-card-photo_looks_different = photo and face differ by now
cause-reader-phone_reader_unplugged = connection of the phone reader
cause-reader-no_power = the reader has no power
cause-reader-own_trouble = a fault of this reader model
cause-terminal-request_unreadable = the terminal cannot read what was sent
cause-terminal-update_asked_for = an update is asked for
cause-terminal-logged_out = the terminal’s login ended
cause-terminal-own_trouble = another fault of the terminal
cause-centre-many_calls = many people are calling
