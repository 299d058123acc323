### What the codes of card and reader mean, for the staff. .name translates the wording on the reader.

problem-001 =
    .name = My Number Card not recognised
    .summary = The chip in the card does not answer the reader. It is often the position or the case, and placing the card again often helps.
    .whose = Position or case: it can be settled here. If other cards are not read either, the maker of the reader.

problem-002 =
    .name = Not a My Number Card
    .summary = Something other than a My Number Card lies on the reader: another card, a paper, or two cards together.
    .whose = It can be settled here. Ask for the My Number Card alone.

problem-003 =
    .name = Wrong PIN entered
    .summary = The four digits did not match the card. Card and machine are not broken. When the reader says one try is left, stop and use face or visual check.
    .whose = It can be settled here. Who cannot recall the PIN can have it set again at the municipal office.

problem-004 =
    .name = My Number Card locked
    .summary = The PIN did not match three times, so the card no longer takes it. The card is not broken. Face and visual check still work.
    .whose = The municipal office resets the PIN. Today's reception can go on here.

problem-005 =
    .name = Verification number B locked
    .summary = The number read from the print on the card (number B) did not match ten times, and the card now protects itself. Repeated misreading of the print can cause it. Use the visual check today.
    .whose = The municipal office decides between unlocking and a new card. If other cards have the same trouble, the maker of the reader.

problem-006 =
    .name = User certificate revoked or expired
    .summary = The certificate in the card that shows who the person is has ended or was stopped. A card still works for about three months after the date, so this code means that this time is over too, or it was revoked, or it is a phone.
    .whose = The municipal office renews it. Today, first ask whether a paper 資格確認書 (eligibility certificate) has come.

problem-007 =
    .name = My Number Card application fault
    .summary = One of the applications inside the card does not answer as it should. It cannot be mended here: go on with another proof today.
    .whose = The municipal office looks at the card and issues a new one.

problem-008 =
    .name = Terminal connection fault
    .summary = There is no link between reader and terminal. The patient's card is not the cause. The centre still works, so a look-up by number is possible.
    .whose = Cable and restart: here. If the cable is in and it stays, the maker of the reader.

problem-009 =
    .name = Operation mode changed during processing
    .summary = The mode changed between automatic and visual while a card was being read. The patient's card is not the cause. Let it settle and begin again.
    .whose = It can be settled here. If it stays, the vendor of the terminal.

problem-015 =
    .name = Face photo could not be taken from the card
    .summary = The photo stored in the chip could not be fetched. A card that moved or that lies in its case can cause it too. PIN and visual check go on without that photo.
    .whose = First, here. If only this card: the municipal office. If other cards too: the maker of the reader.

problem-101 =
    .name = Card face not readable
    .summary = The reader could not read the print on the card. It is often a case, dirt or a reflection. PIN and visual check work as well.
    .whose = First, here. Worn print: the municipal office. No card can be read: the maker of the reader.

problem-102 =
    .name = Face could not be photographed
    .summary = The camera did not get a usable picture. It is often the lens, strong light or the position. It says nothing about who the person is.
    .whose = First, here. If it stays after lens and light, the maker of the reader.

problem-103 =
    .name = Screen keyboard fault
    .summary = The number keys on the reader's screen do not work well. The patient's card is not the cause. Face and visual check need no keys.
    .whose = Restart: here. If it stays or the screen is damaged, the maker of the reader.

problem-906 =
    .name = Unexpected settings fault of the face reader
    .summary = The reader could not load its own settings. The patient's card is not the cause. The centre still works, so a look-up by number is possible.
    .whose = Restart the terminal first. If it stays, telephone the maker of the reader.

## Cautions that belong to these codes alone

caution-store-reset-conditions = A reset at a convenience store has conditions
    .how = It needs a phone, valid certificates and the signature password of 6 to 16 characters, and only some chains offer it. When in doubt, name the municipal office.
caution-ended-not-grace = A card that shows 006 will not pass today
    .how = In the months after expiry in which a card still works, this code does not appear. Do not try again and again; go on with the paper certificate.

## What to say, where the code needs words of its own

say-municipality-001 = At a clinic the chip of this card could not be read, even out of its case and placed again. Please look at the card and tell me what to do.
say-municipality-002 = At a clinic this card was not recognised as a My Number Card. Please look at the card and tell me what to do.
say-municipality-003 = I would like to set the four-digit PIN for the user certificate again. Please reset it.
say-municipality-004 = The four-digit PIN for the user certificate (利用者証明用) is locked. Please reset it.
say-municipality-005 = A clinic's card reader said 「照合番号Bのロックが発生」 (verification number B is locked). Please see whether it can be unlocked or what else is needed.
say-municipality-006 = A clinic's card reader said that the user certificate (利用者証明用電子証明書) is revoked or expired. I would like to renew it.
say-municipality-007 = A clinic's card reader said 「マイナンバーカードアプリの故障」 (fault of a card application). Please look at the card and tell me how to get a new one.
say-municipality-015 = A clinic's card reader could not fetch the photo stored in this card. Other cards are read. Please look at the card and tell me what to do.
say-municipality-101 = The print on my card is worn, and a clinic's card reader could not read it. Can it be issued again?
