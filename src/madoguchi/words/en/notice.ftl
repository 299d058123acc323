### The notice and the slip in English.

waiting-notice-calm =
    { $facility ->
        [dental] Your treatment and your payment today are the same as always
        [pharmacy] Your medicine and your payment today are the same as always
       *[other] Your visit and your payment today are the same as always
    }
waiting-notice-why = The machine that looks up health insurance is resting just now.
waiting-notice-show = Please show one of these at the desk.
waiting-notice-paper = A paper called 資格確認書
waiting-notice-letter = A paper called 資格情報のお知らせ, together with your My Number Card
waiting-notice-phone = The Mynaportal (マイナポータル) screen on your phone
waiting-notice-same = Is your health insurance the same as last time? Please say “the same”.
waiting-notice-none = You have none of them? That is all right. Please fill in a paper at the desk.
waiting-notice-help = Please ask our reception staff about anything.

slip-title = Paper for the desk
slip-number = Number
slip-lead = Please copy from the front of your My Number Card. The number on the back is not needed.
slip-name = Name
slip-sex = Sex
slip-male = Male
slip-female = Female
slip-born = Date of birth
slip-address = Address (or the name of your health insurance)
slip-hand-in = Please hand it to our reception staff.
