### Settings

field-my-number = Please put no twelve-digit number here. What was written has been removed.

settings-title = Settings
settings-lead = Everything works without them. What you tell us here makes the sentences to read out, and the advice, fit this place.
settings-saved = Saved.
settings-save = Save
settings-look = { $count ->
    [one] Please look at one field again. Nothing has been saved yet.
   *[other] Please look at { $count } fields again. Nothing has been saved yet.
  }
settings-not-kept = It could not be written. Please see whether there is room, and try again. The earlier settings stand.

settings-kind = Kind of facility
settings-kind-medical = Medical clinic
settings-kind-dental = Dental clinic
settings-kind-pharmacy = Pharmacy
settings-kind-hospital = Hospital
settings-name = Name of the facility
settings-name-hint = It begins the sentence that is read out on the telephone.
settings-code = Number of the facility
settings-code-hint = Seven digits (ten with prefecture and kind)
settings-phone = Telephone

settings-contacts = Whom to call
settings-contacts-hint = The call centre's number is built in. Others you enter here are at hand when they are needed.
settings-contact-name = Company or person
settings-contact-contract = Contract or customer number
settings-hours-mon-fri = Hours, Monday to Friday
settings-hours-sat = Hours on Saturday
settings-hours-sun = Hours on Sunday

settings-reader = Reader model
settings-reader-hint = It stands on the label of the machine. It may stay open.
settings-reader-generic = Unknown, or not in this list

settings-waiting = How much a waiting patient weighs
settings-waiting-hint = The heavier, the sooner we say “go on another way” before mending.
settings-waiting-light = Light (few people wait)
settings-waiting-normal = Normal
settings-waiting-heavy = Heavy (always busy)

settings-patient-languages = Languages of the patient screen
settings-staff-language = Language of the staff screen

settings-folders = Folders of the result files
settings-folders-hint = One a line. They are only read; no file is moved or changed. With them, results are noticed without typing.
settings-folder-good = In view
settings-folder-bad = Not in view. Please look at the connection and the permission to read.

settings-certificate = When the terminal's certificate ends
settings-certificate-hint = The date on the letter of issue (電子証明書発行通知書). Here and on the staff screen you will be reminded in time.

settings-bad-choice = Please choose one of these.
settings-bad-code = Please enter seven or ten digits.
settings-bad-phone = Please enter digits and hyphens (03-0000-0000).
settings-bad-name = Please enter one line of up to 60 characters.
settings-bad-hours = Please write it like “9:00-12:00, 13:00-18:00”.
settings-no-language = Please choose at least one.
settings-many-folders = Up to eight folders can be watched.
settings-bad-folder = Please enter whole paths, one a line (C:\OQS\res or \\name\share).
settings-bad-day = Please write the date like “2027-01-29”.
