### English for patients. The order and the rules are those of ja/patient.ftl.

## Calm lines

calm-visit-goes-on =
    It's all right. { $facility ->
        [dental] You can still have your dental treatment today.
        [pharmacy] We can go on with your medicine.
       *[other] You can still see the doctor today.
    }
calm-no-hurry = It's all right. Take your time.
calm-welcome = You can check in here. Take your time.
calm-done = You are checked in. Thank you.

## At the reader

patient-welcome =
    .calm = { calm-welcome }
    .do = Put your My Number Card on the machine.
    .else = If you do not have it with you, talk to our reception staff.

patient-try-again =
    .calm = { calm-no-hurry }
    .do = Take your card off the machine and put it back on.
    .else = If it still does not work, our reception staff will help you.

patient-out-of-case =
    .calm = { calm-no-hurry }
    .do = Take your card out of its case and put it on the machine.
    .else = If it is hard to take out, our reception staff will help you.

patient-right-card =
    .calm = { calm-no-hurry }
    .do = Put only your My Number Card on the machine.
    .else = If you are not sure which card it is, show it to our reception staff.

patient-enter-pin =
    .calm = { calm-no-hurry }
    .do = Type your 4-digit PIN (the short number you chose) on the machine.
    .note = You do not need to tell it to anyone.
    .else = If you do not remember it, there is another way. Talk to our reception staff.

patient-face-again =
    .calm = { calm-no-hurry }
    .do = Look straight at the camera on the machine.
    .else = If it is hard to see, our reception staff will help you.

patient-start-over =
    .calm = { calm-no-hurry }
    .do = Start again from the beginning on the machine.
    .else = If it stops on the way, talk to our reception staff.

patient-take-card =
    .calm = { calm-visit-goes-on }
    .do = Take your card from the machine.
    .note = Our reception staff will go on from here.
    .else = If anything is unclear, talk to our reception staff.

## With the people at the desk

patient-wait =
    .calm = { calm-visit-goes-on }
    .do = Take a seat and wait a little.
    .note = Our reception staff will come for you.
    .else = If you feel unwell, tell our reception staff at once.

patient-staff-looks =
    .calm = { calm-visit-goes-on }
    .do = Show the photo on your card to our reception staff.
    .note =
        { $tries ->
            [1] You do not need to type the number any more. We keep the 1 try that is left.
            [2] You do not need to type the number any more. We keep the 2 tries that are left.
           *[other] You do not need to type any number.
        }
    .else = If anything is unclear, talk to our reception staff.

patient-show-paper =
    .calm = { calm-visit-goes-on }
    .do = Show your health insurance paper to our reception staff.
    .note = It may be called 資格確認書 (shikaku kakunin-sho).
    .else = If you have no paper, there is another way. Talk to our reception staff.

patient-use-phone =
    .calm = { calm-visit-goes-on }
    .do = Bring your smartphone to our reception staff.
    .note = We will open the right page together.
    .else = If you have no smartphone, our reception staff will find another way.

patient-write-four =
    .calm = { calm-visit-goes-on }
    .do = Write four things on the paper at the desk.
    .note = They are your name, sex, date of birth and address.
    .else = If writing is hard, our reception staff will write for you.

patient-fill-form =
    .calm = { calm-visit-goes-on }
    .do = Fill in what you know on the paper at the desk.
    .note = It is about the health insurance you have now.
    .else = If a question is unclear, our reception staff will look at it with you.

patient-together =
    .calm = { calm-visit-goes-on }
    .do = Come to the reception desk with your card.
    .note = We will check together at the desk.
    .else = If it is hard to move, call our reception staff from where you are.

patient-done =
    .calm = { calm-done }
    .do = Take your card with you.
    .else = If you have a question, ask our reception staff.

## Added by the screen to patient-wait, each only where it is proved true

patient-card-is-fine = Your card is fine.
patient-machine-being-mended = We are mending the machine.
