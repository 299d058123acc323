# What can cost something if it is overlooked, and how the payment goes.

caution-pin-third-try-locks = The third wrong PIN locks the card
    .how = When one try is left, enter no more. Misses on other days and at other places count, and a visual check does not reset them; one right PIN does.
caution-face-ten-misses-lock = At most two face tries in one visit
    .how = Ten misses in a row are reported to lock the card. After two, use the PIN or the visual check.
caution-number-b-ten-misses-lock = Ten misreadings of the card face lock verification number B
    .how = Do not read the same card again and again. Look for dirt or a case, then use another way.
caution-another-card-only-consenting-staff = “Another card” means the own card of a staff member who agrees
    .how = Look after the patient first. Stop at the screen that asks how to identify: a finished check leaves the result of somebody who is no patient.
caution-restart-stops-everyone = Nobody can check in for the minutes of a restart
    .how = Say so first, and never restart while a card is being read.
caution-claims-stop-too = When this certificate ends, online claims stop with it
    .how = Ask the vendor whether it will be in time for the claim.
caution-back-to-automatic = After a visual check set at the terminal, go back to automatic
    .how = Otherwise the next patient cannot use face authentication.
caution-never-say-unpaid = Do not decide at the desk that somebody has no insurance or has not paid
    .how = Often the registration is only late. Say: “The machine could not confirm it today.”
caution-keep-form-until-paid = Keep the declaration form until the payment is confirmed
    .how = Then destroy it so that nobody can read it.
caution-report-other-person = Another person’s data: do not show, do not use, report at once
    .how = Close the screen, print nothing, tell the person responsible and the call centre.
caution-no-my-number = Never write down, copy or ask for the 12 digits on the back
    .how = Only the front of the card is used.

payment-usual-share = The patient pays the usual share
    .how = There is no need to charge the full amount because a machine could not check.
payment-usual-share-declared = The patient pays the share they declare
    .how = 30 % (20 % before school age, 10 to 30 % from 70). There is no need to charge the full amount.
payment-nothing-changes = The payment does not change
    .how = Go on as usual.
payment-ask-insurer-share = The share is taken from paper, such as the certificate
    .how = Without paper, use the share the patient tells you and ask the insurer. The difference can be settled later.
