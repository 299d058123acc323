### Steps with the card and the reader, for the staff: a short request, then how. Questions are asked of the staff.

## Looks and questions

step-last-card-read = Was the previous patient's card read?
    .how = If it was, the reader is usually all right.
step-last-face-read = Did the previous patient pass by face?
    .how = If so, the camera is usually all right.
step-try-staff-card = Is a staff member's card read?
    .how = Look after the patient first, then use a consenting staff member's own card. Stop at the screen that asks how to identify, and take the card away.
step-has-my-number-card = Is a My Number Card at hand?
    .how = Let the patient look for the card with a photo on its front. If it was not brought today, press no.
step-knows-pin = Does the PIN come to mind?
    .how = Say: you need not tell me the number; can you recall it? Never ask for it and never write it down.
step-card-is-own = Is it the patient's own card?
    .how = Cards of a family get mixed up. Let the patient look at name and photo.
step-store-reset-possible = Phone and signature password at hand?
    .how = The password has 6 to 16 letters and digits and is not the four-digit PIN. Ask only whether it is known, never what it is.
step-many-face-tries = Was face tried many times?
    .how = Earlier visits and other clinics count too. Many misses in a row can lead to this code.
step-phone-used = Was it a phone?
    .how = A card in a phone has no extra months after its expiry.
step-paper-arrived = Has a 資格確認書 (paper) come?
    .how = It is often sent without asking once the date has passed. Ask the patient to look among letters and in the wallet.
step-expiry-date-passed = Has the date on the card passed?
    .how = Let the patient look at the certificate's date on the front. If the box is empty, press unknown.
step-read-elsewhere = Was this card read elsewhere lately?
    .how = Ask the patient about clinics, pharmacies and machines in stores.
step-print-worn = Is the print on the card faint?
    .how = Let the patient look at birth date, expiry date and the four digits at the lower right. If they fade, press yes.
step-reader-lit = Is the reader's screen lit?
    .how = Look at lamp and screen. If it is dark, look at the power plug too.
step-reader-moved = Was the reader or a cable moved today?
    .how = Cleaning, moving furniture and using a switch box count too.
step-settings-changed = Were reader settings changed lately?
    .how = A new reader, a move, or an update last night count too.
step-mode-switched = Was visual check switched on midway?
    .how = Ask colleagues as well: it can be done at the terminal.
step-picture-blank = Is the face on the screen dark or white?
    .how = Look at what the reader shows. Nothing at all counts as yes.
step-panel-damaged = Is the screen cracked or lined?
    .how = It is easier to see from the side.
step-panel-wet = Is the screen wet or dirty?
    .how = Look for drops, sanitiser, or a film that comes off.

## With the patient

step-reseat-card = Ask to place the card again
    .how = Let the patient take it off, count to three and lay it straight. Wait until it sounds.
step-take-out-of-case = Ask to take the card out of its case
    .how = Out of case, cover and wallet: the card alone on the reader.
step-clean-card = Ask to wipe the card
    .how = Hand over a soft dry cloth. A light wipe on both sides is enough.
step-place-right-card = Ask for the My Number Card
    .how = It is the card with a photo on its front. Let the patient look at name and photo.
step-remove-other-objects = Clear the reader
    .how = Take away other cards, papers, phones and small things. Then ask for one My Number Card alone.
step-enter-pin-again = Ask to enter the PIN again
    .how = Say: it is the four digits chosen at the municipal office, take your time; and look away. If one try is left, do not enter it: use face or visual check.
step-use-pin = Go by the four-digit PIN
    .how = Only for people who recall it, entered by themselves on the reader. Never ask for the number.
step-use-face = Go by face
    .how = Choose face on the reader and let the patient fit into the frame. After two tries, use the visual check.
step-stand-in-frame = Ask to stand alone in the frame
    .how = Hat and mask off, face in the frame. Ask companions to step back a little.
step-start-over = Wait a little and begin again
    .how = Wait for the first screen. Let the patient take the card and place it again.

## At the reader

step-check-usb = Plug the reader's USB in again
    .how = Pull it at the reader and at the terminal, and push it in fully. Wait a minute for the screen to come back.
step-other-usb-port = Use another USB port of the terminal
    .how = If it goes through a USB hub, plug it straight into the terminal.
step-clean-reading-glass = Wipe the reading window
    .how = Use a dry cloth on the glass or small camera that looks at the face of the card.
step-clean-lens = Wipe the reader's lens
    .how = Use a soft cloth on the camera that looks at faces. See whether it is whole.
step-shade-light = Keep strong light away
    .how = Close a curtain or turn the reader a little, so that neither sun nor lamp falls on camera and card.
step-dry-panel = Wipe the reader's screen
    .how = Dry off water and sanitiser. Wet hands may be dried too.
step-back-to-automatic = Go back to automatic
    .how = In the terminal's reader operation screen, see whether it says automatic. If it is still on visual check, set it back.

## Going on

step-go-visual = Go on by visual check
    .how = Switch to visual check at the reader or terminal, and compare face and photo on the card. If switched at the terminal, go back to automatic afterwards.
step-go-face = Go on by face
    .how = Let the patient choose face on the reader. After two tries, use the visual check.

## Handing over

step-refer-municipality = Name the municipal office
    .how = Finish today's reception first, then hand over the sentence below as a note. Say that there is no hurry.
step-refer-store-reset = Name the reset at a store
    .how = It is booked in the phone's app and done at a store that offers it. If that seems hard, name the municipal office.
step-refer-plastic-card = Ask for the card instead of the phone
    .how = If the card's own certificate is still good, the card will do. The phone's is made anew after the card has been renewed.
step-watch-next-card = See how the next patient fares
    .how = Once this patient is looked after, there is nothing to mend now. If the next one meets the same, enter the code again.

## Causes

cause-card-not_seated = The card does not lie well
cause-card-covered = The card is in its case
cause-card-other_cards_with_it = Other cards lie with it
cause-card-chip_silent = The chip of the card does not answer
cause-card-not_brought = The card was not brought today
cause-card-swapped_in_family = It is the card of a family member
cause-card-pin_locked = The card has locked its PIN
cause-card-pin_locked_password_known = PIN locked, signature password known
cause-card-face_misread_often = The print on the card was misread many times
cause-card-face_never_matched = Face did not match many times
cause-card-certificate_ended = The certificate and its three extra months are over
cause-card-certificate_revoked = The certificate was stopped (revoked)
cause-card-phone_certificate_ended = The certificate in the phone has ended
cause-card-application_broken = A fault inside the card
cause-card-lifted_early = The card moved before it was read
cause-card-dirty = Dirt on the card
cause-card-photo_damaged = A fault of the photo inside the card
cause-card-print_worn = The print on the card is faint
cause-card-lies_askew = The card lies askew or face down
cause-patient-other_card = Another card or a paper was placed
cause-patient-several_cards = Two or more cards were placed
cause-patient-slip = A finger touched the next key
cause-patient-forgot = The PIN does not come to mind
cause-patient-other_number = Another number was entered
cause-patient-outside_the_frame = The face is outside the frame
cause-patient-several_faces = Other people are in the picture
cause-desk-object_on_reader = Something lies on or under the reader
cause-desk-mode_switched_midway = The mode changed midway
cause-desk-left_in_visual_mode = Visual check is still switched on
cause-desk-light_on_camera = Strong light falls on the camera
cause-reader-hung = The reader has stopped
cause-reader-coupling_weak = The reader reads cards weakly
cause-reader-panel_misses_touch = The reader's screen answers off target
cause-reader-misreads_faces_of_cards = The reader misreads the print on cards
cause-reader-answers_garbled = The reader's answers are garbled
cause-reader-cable_loose = The reader's cable is loose
cause-reader-port_asleep = The USB port or hub sleeps
cause-reader-electronics_failed = The reader itself has failed
cause-reader-glass_dirty = Dirt on the reading window
cause-reader-light_mirrors = A lamp is mirrored on the card
cause-reader-face_camera_failed = The camera for the card's print has failed
cause-reader-lens_dirty = Dirt on the lens
cause-reader-camera_hung = The camera for faces has stopped
cause-reader-camera_failed = The camera for faces has failed
cause-reader-panel_wet = Water or dirt on the screen
cause-reader-panel_damaged = The screen is damaged
cause-reader-settings_lost = The reader's settings are gone
cause-terminal-reader_service_stuck = The terminal's reader service has stopped
cause-terminal-reader_driver_lost = The terminal has lost the reader, perhaps after an update
cause-terminal-mode_never_settles = The terminal's mode does not settle
cause-terminal-reader_screen_stuck = The terminal's orders do not reach the reader's screen
cause-terminal-settings_not_handed_over = The terminal did not hand its settings to the reader
cause-terminal-reader_program_changed = The reader's program was changed
