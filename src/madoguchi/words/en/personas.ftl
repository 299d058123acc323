### The invented people: what is particular about each card

persona-adult = An adult's card with everything in order
persona-black-dot = A name that is shown with a black dot (●)
persona-child = A child's card: no signature certificate, valid to the fifth birthday
persona-ended = Certificates that ended more than three months ago (006)
persona-face-only = A card issued without a PIN (顔認証マイナンバーカード)
persona-foreign = A resident from abroad: a name in Latin letters, an end with the stay
persona-grace = Certificates that ended a few weeks ago: eligibility can still be asked for
persona-licence = A driving licence on the reader (002)
persona-locked = A PIN that takes no more tries (004)
persona-notice = Certificates that end within three months
persona-old = An old resident card, 住基カード (002)
persona-phone = A My Number Card in a smartphone
persona-rare-kanji = A name with 髙, 﨑 and 𠮷
persona-residence = A residence card on the reader (002)
persona-revoked = Revoked certificates, which nothing on the card shows
persona-transit = A transit card on the reader (002)
