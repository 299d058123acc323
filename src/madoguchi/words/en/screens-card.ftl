### "Look at the card": what a card on this computer's card reader says, without any PIN being sent

card-title = Look at the card
card-lead = Put the card on this computer's card reader and press the button. No PIN is sent, no name or photo is read, and nothing is kept.
card-press = Look at the card
card-again = Look at the same card again
card-another = Look at another card
card-another-hint = Put on the card of a colleague who agrees: that tells card and reader apart.
card-place = Patients put their own card on, with the reader in front of them.
card-why = What was found
card-tries = Tries left
card-tries-pin = PIN (4 digits)
card-tries-number_b = 照合番号B
card-tries-left = { $tries ->
    [one] { $tries } left
   *[other] { $tries } left
}
card-tries-none = takes no more entries
card-tries-unread = not told
card-open = Show the steps of “{ $code }”
card-note = Add how the reader is to the present incident ({ $name })
card-noted = Added.
card-choose = Choose the card reader to use
card-choose-lead = These are the card readers this computer sees. Only the one chosen here is ever touched.
card-choose-none = None is seen at the moment. Plug it in and look again.
card-forget = Forget the chosen reader
card-uses = Reader in use: { $reader }
card-limits = What this cannot tell: whether a certificate was revoked, how face and card-face recognition are, how terminal and centre are.

card-says-good = Nothing is wrong with this card, as far as can be seen
card-says-card = It is probably the card
card-says-reader = It is probably the card reader
card-says-service = The computer's smart-card service has stopped
card-says-undecided = Card or reader: not told apart yet
card-says-nothing = Nothing can be said yet
card-says-absent = Please put a card on

card-sure-high = almost certain
card-sure-middle = probably
card-sure-low = even chances

card-found-not-available = The part that reads cards (pcsc) is not installed on this computer. Everything else works.
card-found-too-slow = The card reader has not answered yet. Wait a moment and look again.
card-found-service-missing = The computer's smart-card service is not running. It is not the cable.
card-found-no-reader-named = Nobody has said yet which card reader to use.
card-found-reader-gone = The computer does not see the card reader “{ $reader }”. Check its cable and power.
card-found-no-readers = The computer sees no card reader at all. Check cable and power.
card-found-card-held = Another program is using this card at the moment. Look again when it has finished.
card-found-unheard-of = The card reader answered with a number we do not know ({ $number }). It can be told to the vendor.
card-found-card-absent = There is no card on the card reader.
card-found-card-silent = A card is there, but its chip does not answer.
card-found-card-garbled = The card's first greeting arrives damaged.
card-found-answer-cut = The card's answer broke off while it was read. That happens too when the card is moved.
card-found-other-card =
    { $kind ->
        [driving-licence] This is a driving licence.
        [residence-card] This is a residence card.
       *[other] Nothing of a My Number Card answers. It is another card.
    }
card-found-old-card = This is the old resident card (住基カード).
card-found-application-missing = Something that belongs in the card is not there. A second look found the same.
card-found-application-broken = Something in the card answers that it cannot ({ $status }). A second look found the same.
card-found-certificate-broken = The user certificate in the card cannot be read. A second look found the same.
card-found-certificate-missing = There is no user certificate in the card.
card-found-certificate-ended = The user certificate has passed its date, and the three months after it as well. Whether it was revoked cannot be seen here.
card-found-certificate-grace = The user certificate has passed its date; eligibility can still be checked for about three months. Suggest renewing it.
card-found-certificate-notice = The user certificate ends within three months. The municipal office renews it free of charge.
card-found-certificate-good = The user certificate is within its dates. Whether it was revoked cannot be seen here.
card-found-number-b-locked = 照合番号B takes no more tries. Only the municipal office can mend that. Visual check or PIN still work today.
card-found-pin-locked = The PIN cannot be used. A card that was issued without a PIN looks the same. Face and visual check work as before.
card-found-pin-wrong = The PIN that was entered is not the card's. { $tries } left.
card-found-photo-broken = The photo in the card ends too early.
card-found-number-b-wrong = The number read off the card's face is not the card's. Do not repeat the same reading.
card-found-phone = This is a My Number Card in a smartphone.
card-found-pin-left =
    { $tries ->
        [one] One try is left for the PIN. Do not ask for it; use face or visual check.
       *[other] The PIN can be entered { $tries } more times.
    }
card-found-number-b-left = 照合番号B: { $tries } left.
card-found-counter-unread = The card did not say how many tries are left. While that is unknown, do not ask for the PIN.
card-found-card-good = Card and card reader both answer.

card-found-another-was-good =
    { $minutes ->
        [0] Another card was read on this reader just now. The reader works.
        [one] Another card was read on this reader { $minutes } minute ago. The reader works.
       *[other] Another card was read on this reader { $minutes } minutes ago. The reader works.
    }
card-found-one-was-good =
    { $minutes ->
        [0] A card was read on this reader just now, so the reader seems to work. Look at how this card lies, or at the card.
        [one] A card was read on this reader { $minutes } minute ago, so the reader seems to work. Look at how this card lies, or at the card.
       *[other] A card was read on this reader { $minutes } minutes ago, so the reader seems to work. Look at how this card lies, or at the card.
    }
card-found-other-was-at-fault = This card was read. It is probably the card that could not be read before.
card-found-two-cards-failed = Another card cannot be read on this reader either. It is probably the reader.
card-found-good-elsewhere = The same card was read on another reader a moment ago. It is probably this reader.
card-found-undecided = Not told apart yet. Look again with the card of a colleague who agrees.

evidence-pcsc-reader-there = The computer sees the card reader “{ $reader }”.
evidence-pcsc-reader-gone = The computer does not see the card reader “{ $reader }”.
evidence-pcsc-reader-service = The computer's smart-card service is not running.
evidence-pcsc-reader-not-set = The settings name no card reader.
evidence-pcsc-reader-not-available = The part that reads cards (pcsc) is not installed on this computer.

error-bad-address =
    .title = This address could not be read
    .detail = An address is written with its port: 127.0.0.1:35963.
    .remedy = Write --vpcd 127.0.0.1:35963 and try again.

error-not-this-machine =
    .title = Other machines are not dialled
    .detail = A practice card is used within this computer only.
    .remedy = Give --vpcd 127.0.0.1 or localhost.

error-no-virtual-reader =
    .title = There is no virtual reader
    .detail = Nothing of vpcd waits there.
    .remedy = See whether pcscd with vsmartcard-vpcd is running, and whether the port is right.

error-unknown-card-fault =
    .title = There is no fault of that name
    .detail = A practice card can be spoiled in named ways only.
    .remedy = Give --fault a name from the list in docs/protocol/card.md.

error-unknown-persona =
    .title = Nobody of that name is in practice
    .detail = madoguchi replica persona lists everybody.
    .remedy = Give --persona a name from that list.
