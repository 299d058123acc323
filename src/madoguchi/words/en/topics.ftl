### Topics without a number of their own, for the staff: title, what it is, whose part. notice-… are short notices beside the work.

problem-black-dot =
    .name = A “●” stands in the name or address
    .summary = A character the insurer’s system cannot write became “●”. Card and eligibility are fine. Keep the right spelling in the chart.
    .whose = The insurer’s registration. There is nothing to mend here.

problem-certificate-expiring =
    .name = The card’s certificate ends soon
    .summary = It appears from three months before. The card works today. For about three months after the end it still proves eligibility, without medicines and check-ups. A card on a phone has no such time.
    .whose = Renewal is free at the patient’s town or city office.

problem-paper-kinds =
    .name = Certificate and eligibility notice: which is which
    .summary = The certificate (資格確認書) is enough by itself. The eligibility notice (資格情報のお知らせ) counts only together with the My Number Card. Accepting former insurance cards, or the notice alone, ended on 31 March 2026.
    .whose = The insurer issues them, and a new one if it is lost.

problem-mobile-app =
    .name = The mobile eligibility app as a stand-in
    .summary = When the reader is out of order or out of reach, a phone or tablet with the app can check: consent, then PIN or visual check. It has to be set up beforehand.
    .whose = Setting up is this facility’s part. The vendor or the call centre can help.

problem-eligibility-invalid =
    .name = “Not valid” came back
    .summary = The insurance asked about has ended. Often the new one is only not visible yet. Neither machine nor card is broken.
    .whose = The insurer registers. The visit goes on with a new paper or the declaration form.

problem-eligibility-new-exists =
    .name = Not valid, but a newer one exists
    .summary = The former insurance was asked about, and a new one is registered. Looking up the new one usually settles it.
    .whose = This desk. If it does not show, the insurer.

problem-eligibility-none =
    .name = “No eligibility found” came back
    .summary = Nothing fits what was sent. Often a number was typed differently or the registration is on its way. Do not conclude that the patient has no insurance.
    .whose = Comparing numbers is this desk’s part, registering the insurer’s.

problem-eligibility-multiple =
    .name = “More than one” came back
    .summary = Two or more fit what was sent. With the branch number or the card, one is usually left. Do not open the others.
    .whose = Narrowing down is this desk’s part. If registrations overlap, the insurer’s.

problem-terminal-abnormal-result =
    .name = The terminal’s result says “error”
    .summary = The request arrived but got no proper answer. Often the centre was busy for a moment, or something sent was not right. The message is kept as it is.
    .whose = Sending again is this desk’s part. If it goes on, the vendor or the call centre.

problem-wrong-share =
    .name = The share of cost does not fit
    .summary = The share in the result differs from paper or chart, or is not there. The visit goes on. Decide by paper; a difference can be settled later.
    .whose = The insurer registers. If the chart is out of date, this desk.

problem-other-person =
    .name = Another person’s data appeared
    .summary = Close the screen first. Do not show, print or file it. A result may have been mixed up, or a registration linked. Tell the patient only: “I will check again.”
    .whose = The screen is this desk’s part; report to the manager and the call centre; the registration is the insurer’s.

problem-phone-card =
    .name = The card on the phone is not read
    .summary = Choose smartphone on the reader, then hold it on the phone reader. iPhone asks for face or finger, Android for four digits. If it does not go, use the plastic card.
    .whose = Holding it right: patient and desk. Setting it up again: the patient’s Mynaportal.

problem-line-authentication =
    .name = The line authentication is lost
    .summary = The line’s address changed and its permission ended. Nothing looks broken, yet everything stops at once. It happens after works or a change of contract.
    .whose = The vendor and the line provider. With their instructions it can be renewed here.

problem-terminal-update =
    .name = The terminal asks for an update
    .summary = The terminal’s programs or Windows wait for an update. If check-in still works, do it after the last patient.
    .whose = This desk. If it does not finish, the vendor.

problem-face-mismatch =
    .name = The face does not match
    .summary = Face and photo did not fit together. Light, masks and old photos often do this. Two tries in this visit, then the PIN or the visual check.
    .whose = Settled here. If others have it too, the maker of the reader.

problem-no-code =
    .name = No number is shown
    .summary = The screen is frozen, dark, waiting, not started or asks for a login. It can be mended without a number. First see whether the last check-in arrived: a card may have been left behind.
    .whose = Mostly settled here. If it goes on, the vendor or the maker of the reader.

problem-call-centre-busy =
    .name = The call centre cannot be reached
    .summary = When the whole country has the same trouble, the lines are full. Read the notices and call again later. Go on checking in meanwhile.
    .whose = Mostly waiting. There is nothing to mend here.

problem-unknown-code =
    .name = A number we do not know yet
    .summary = This number is not in the guide yet. It may belong to one reader model or to the terminal. Copy it as it stands, read once more, restart once, then ask by telephone. The visit goes on.
    .whose = The maker of the reader, the vendor or the call centre knows what it means.

notice-black-dot = A “●” stands in the name or address
    .how = Keep the right spelling in the chart. Check-in goes on as usual.
notice-certificate-expiring = The card’s certificate ends soon
    .how = It works today. Renewal is free at the town or city office. Tell the patient quietly when leaving.
