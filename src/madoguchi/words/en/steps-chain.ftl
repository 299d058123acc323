### Steps and causes of terminal, line, centre, portal and prescription service. A title is one thing to do; how is one or two sentences.

## Restarting

step-restart-chain = Switch reader and terminal off and on, in order
    .how = First say that check-in stops for a few minutes. Reader off, terminal shut down, reader on, terminal on.
step-restart-terminal = Restart the terminal
    .how = First say that check-in stops for a few minutes, then restart from the terminal’s menu. Never while a card is being read.
step-restart-reader = Switch the reader off and on
    .how = Switch it off, count to ten, switch it on. Wait until it asks for a card again.

## Waiting and looking

step-wait-and-retry = Wait five minutes and try again
    .how = Press nothing while you wait. Then try once, with the next patient’s card.
step-look-at-portal-notices = Does the portal announce a disturbance?
    .how = Open today’s notices on the portal for medical institutions, on another computer or a phone if the terminal is cut off. Notices may come late.
step-try-number-lookup = Does a lookup by insurance number answer?
    .how = Look up one person by insurance symbol and number, on the terminal or the receipt computer. A number from the chart will do.
step-neighbours-fail = Does it fail at a clinic or pharmacy nearby, too?
    .how = Telephone one neighbour. With nobody to ask, answer “don’t know”.
step-first-registration-now = Was this a first registration?
    .how = Remember whether the reader was showing the screen that registers the card as insurance card. If nobody saw it, answer “don’t know”.
step-passed-just-now = Did anybody else pass in the last 30 minutes?
    .how = Look in the list of arrivals for somebody who passed this reader by face.
step-insurer-changed-lately = Has the insurance changed lately?
    .how = Ask in a low voice about a new job, address or insurance. If the question is unwelcome, leave it and answer “don’t know”.

## Line

step-reseat-lan-cable = Reseat the terminal’s LAN cable
    .how = Pull the LAN cable at the back of the terminal and push it in until it clicks. Wait half a minute and try again.
step-plug-router-line = Reseat the line cable of the router
    .how = Pull and push in the cable that comes to the router from the wall or the line’s box. Wait a minute until the lamps are steady.
step-restart-router = Switch hub and router off and on
    .how = Say first that the internet stops for a few minutes. Unplug both, wait 30 seconds, then plug in the router first and the hub second.
step-redo-line-authentication = Authenticate the line again
    .how = Line authentication (回線認証) proves that this line may be used. Have the provider’s papers at hand and follow them on the terminal.
step-other-pc-online = Does another PC on the same line get online?
    .how = Open an ordinary website on a computer behind the same router. If the terminal has a line of its own, answer “don’t know”.
step-line-changed-lately = Was the line or the address changed lately?
    .how = Think of a move, a new contract, a new router or work on the line.

## The terminal’s certificate

step-certificate-date-passed = Has the certificate’s end date passed?
    .how = The certificate shows that this is your clinic’s terminal. Its end date stands on the letter of issue (電子証明書発行通知書).
step-certificate-renewed-lately = Was the certificate renewed lately?
    .how = Ask whoever renews it, or look at the certificate program at the lower right of the terminal’s screen.
step-set-terminal-clock = Set the terminal’s date and time
    .how = Compare the date at the lower right of the terminal with a phone. If it is wrong, set it with the vendor’s consent.
step-choose-new-certificate = Choose the new certificate
    .how = After a renewal the old certificate may still be the one in use. Remove the old one together with the vendor.
step-renew-certificate = Get a new certificate
    .how = Apply on the portal and install it with the numbers that come by post. The post takes some days.

## Where the results go

step-other-pc-on = Is the computer that receives the results on?
    .how = Look at the computer where the result files arrive. A dark screen with lamps that wakes up counts as on. If the terminal keeps them itself, answer “don’t know”.
step-folder-changed-lately = Was anything on that computer changed?
    .how = Think of a new password, a moved folder or a new computer.
step-wake-other-pc = Switch on the computer that receives the results
    .how = Switch it on or wake it. When the usual screen has come, try again.
step-open-shared-folder = Open the shared folder again from the terminal
    .how = Open the results’ shared folder on the terminal. If it asks for a password, use the one in the clinic’s records.
step-make-room = Empty the bin of the computer that receives the results
    .how = A full disk takes no results. Make sure nothing in the bin is needed, then empty it. Leave the results folder alone.

## Permission to use the card without its PIN

step-use-pin-once = Try the PIN, once
    .how = Only if the patient knows it and at least two tries are known to be left. Never ask for the number: the patient types it on the reader. Otherwise pass this step over.

## Terminal

step-close-other-windows = Close other windows on the terminal
    .how = Close programs and browser windows left open on the terminal. Leave the face authentication program open.
step-on-for-days = Has the terminal been on for days?
    .how = Think when it was last switched off. If it was started this morning, answer “no”.
step-updated-lately = Was the terminal updated today or yesterday?
    .how = Think of a message about updating or a restart. If nobody saw one, answer “don’t know”.

## Going on with this patient

step-go-other-proof = Go on with another proof
    .how = Do not wait for the repair: ask for the proofs below, from the top. A certificate of eligibility (資格確認書) is enough.
step-go-ledger = Write down the four items and go on
    .how = Only without any other proof: from the front of the card write name, sex, birth date and address (or insurer). Never the back.
step-go-terminal-result = Read the result on the terminal and go on
    .how = The check worked, only its file has not arrived. Read the result on the terminal’s screen and type it in.
step-go-together = Check together at the desk and go on
    .how = Ask the patient to the desk and go through the list below in a low voice, from the top. The usual share is paid.
step-go-paper-prescription = Use a paper prescription and go on
    .how = Insurance is confirmed. Only the prescription is on paper today.

## Handing the repair over

step-call-call-centre = Call the call centre
    .how = Have your institution code at hand. While you hold the line, go on with the next patient.
step-call-vendor = Call the terminal’s vendor
    .how = Read out the sentence below. Saying first what you tried makes it quicker.
step-call-maker = Call the maker of the reader
    .how = Have the model number from the back of the reader at hand. Read out the sentence below.
step-call-carrier = Call the line provider
    .how = Have the contract number at hand. Read out the sentence below.
step-declare-outage = Treat it as an outage and wait for recovery
    .how = Tell everybody at the desk to go on with other proofs until it is over. Look at the portal’s notices every 30 minutes.
step-register-later = Leave the registration for later
    .how = Stop registering and go on with the visit. Say that it can be done on a phone (Mynaportal) or here at the next visit.
step-call-eprescription = Ask about the e-prescription service
    .how = Look at the e-prescription notices on the portal, and ask if there is none. Paper prescriptions go on meanwhile.

## Causes

cause-terminal-lan_cable = a loose LAN cable at the terminal
cause-terminal-network_stuck = the terminal’s networking is stuck
cause-line-router_stuck = hub or router is stuck
cause-line-plug_loose = a loose line cable at the router
cause-line-carrier = a fault at the line provider
cause-line-isp = a fault at the internet provider
cause-line-authentication_lost = line authentication was lost
cause-centre-down = a fault at the centre
cause-centre-jammed = a passing jam at the centre
cause-centre-permission_refused = the centre did not allow use without PIN
cause-centre-check_failing = the centre’s certificate check is not working
cause-centre-certificate_revoked = your certificate was stopped at the centre
cause-card-permission_unanswered = the exchange with the card broke off
cause-terminal-certificate_expired = the terminal’s certificate has ended
cause-terminal-certificate_revoked = the terminal’s certificate was stopped
cause-terminal-certificate_refused = the terminal’s certificate is not accepted
cause-terminal-old_certificate_chosen = the old certificate is still in use
cause-terminal-clock_wrong = the terminal’s date or time is wrong
cause-terminal-output_pc_off = the computer that receives the results is off
cause-terminal-output_share_lost = the shared folder was disconnected
cause-terminal-output_no_right = no right to write into the shared folder
cause-terminal-output_missing = the results folder is missing
cause-terminal-output_full = the computer that receives the results is full
cause-terminal-app_stuck = the terminal’s program is stuck
cause-terminal-app_broken = the terminal’s program is damaged
cause-terminal-memory_short = the terminal is short of memory
cause-terminal-update_running = the terminal is updating
cause-terminal-update_half_done = an update of the terminal stopped half-way
cause-terminal-hardware_worn = a part of the terminal is failing
cause-terminal-settings_wrong = the terminal’s settings are not right
cause-terminal-settings_unread = the terminal failed to read its settings
cause-portal-busy = Mynaportal is busy
cause-portal-down = a fault at Mynaportal
cause-portal-registration_slow = only first registration is slow
cause-insurer-change_in_progress = the insurance is just changing
cause-insurer-coverage_ended = the former insurance has ended
cause-insurer-data_wrong = the insurer’s record differs
cause-insurer-not_registered_yet = the insurer has not registered yet
cause-prescription-service_down = a fault of the e-prescription service
cause-prescription-jammed = a passing jam of the e-prescription service
