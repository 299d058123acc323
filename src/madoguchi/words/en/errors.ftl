### When the desk cannot take what it was given: what it is (.title), what became of it (.detail), what to do (.remedy).
### These texts take no values: what was sent may hold somebody's data and is never repeated.

error-bad-code =
    .title = This could not be read as a code
    .detail = A code is a number such as 003 or 11, or letters and a number such as A-123.
    .remedy = Enter only the number on the reader's screen. If there is none, choose "No number shown".

error-unknown-problem =
    .title = No problem has this name
    .detail = The list holds the reader's codes and the names of things that happen at the desk.
    .remedy = Look at /api/problems and use a name from there.

error-unknown-incident =
    .title = No such incident
    .detail = This desk has no incident with that id.
    .remedy = Open the staff screen again and choose one of the open incidents.

error-not-current-step =
    .title = The screen has moved on
    .detail = This answer belongs to an earlier step. Nothing was changed.
    .remedy = Look at the current step and answer there.

error-bad-outcome =
    .title = This answer does not fit
    .detail = The step does not take this answer. Nothing was changed.
    .remedy = Send one of fixed, failed, yes, no, unknown or skipped that fits the step.

error-too-large =
    .title = Too large to read
    .detail = What was sent is larger than we read. Nothing was taken in.
    .remedy = Send only one result file as the terminal wrote it.

error-not-xml =
    .title = This is no result file we can read
    .detail = It is not XML, or only a part of it has arrived. Nothing was taken in.
    .remedy = Wait until the terminal has finished writing and choose it again.

error-xml-doctype =
    .title = This file is not opened, for safety
    .detail = It carries a DOCTYPE, which the terminal never writes. Nothing was taken in.
    .remedy = Choose the original file from the terminal's folder.

error-wrong-encoding =
    .title = The characters could not be read
    .detail = They are neither UTF-8 nor Shift_JIS. Nothing was taken in.
    .remedy = Choose the original file, unedited.

error-encrypted-zip =
    .title = This file is locked
    .detail = It is the form that comes as an encrypted ZIP. This desk does not look inside.
    .remedy = Choose the result XML after the terminal or the receipt computer has opened it.

error-not-a-result =
    .title = This is not an eligibility result
    .detail = It is XML, but not of the form of an eligibility result. Nothing was taken in.
    .remedy = Choose a file whose name begins with OQSsiquc01res.

error-empty =
    .title = There is nothing in it
    .detail = What was sent is empty. Nothing was changed.
    .remedy = Give a code, some words, or a file.

error-foreign-origin =
    .title = Other pages may not work this desk
    .detail = This came from a page that is not the desk's own. Nothing was changed.
    .remedy = Open the desk's own screen and do it there.

error-forged-host =
    .title = This address is not served
    .detail = The host name asked for is not this desk's.
    .remedy = Use the address that was shown at the start, as it is.

error-bad-desk =
    .title = This is no name for a desk
    .detail = The name of a desk is a few plain characters. Nothing was changed.
    .remedy = Use a short name such as 1 or A.

error-bad-json =
    .title = What was sent could not be read
    .detail = It is not JSON. Nothing was changed.
    .remedy = Look at the brackets and quotation marks and send it again.

error-missing-field =
    .title = A field is missing
    .detail = Something this needs was not sent. Nothing was changed.
    .remedy = Add the field as described at /schema and send it again.

error-unknown-field =
    .title = A field is not known here
    .detail = A field or the form of its value is not part of this. Nothing was changed.
    .remedy = Send only the fields described at /schema.

error-idempotency-conflict =
    .title = The same key came with something else
    .detail = This Idempotency-Key already belongs to another request. Nothing was changed.
    .remedy = Send it again with a new key.

error-closed-incident =
    .title = This incident is closed
    .detail = A closed incident does not change.
    .remedy = If it happens again, open a new one.

error-unknown-way =
    .title = This way is not on the list
    .detail = It is not one of the ways open here. Nothing was changed.
    .remedy = Choose one of the ways shown for this patient.

error-unknown-cause =
    .title = This cause is not on the list
    .detail = It is not a known cause of this problem. Nothing was changed.
    .remedy = Choose a cause from the list, or leave it open.

error-not-loopback =
    .title = The desk opens on this computer alone
    .detail = The only door to other devices is the one the administrator opens at /lan.
    .remedy = Start without --host, then open /lan from the settings.

error-port-busy =
    .title = This port is in use
    .detail = The desk is already running, or another program has the port.
    .remedy = Use the screen that is open already, or choose another number with --port.

error-no-data-directory =
    .title = There is no place for the records
    .detail = The folder does not exist or may not be written to.
    .remedy = Choose a folder that can be written to with --data.

error-read-only =
    .title = Nothing can be written now
    .detail = The records can be read but not added to.
    .remedy = Look at the free space of the disk and at the folder's permissions.

error-broken-settings =
    .title = The settings could not be read
    .detail = A part of the settings file cannot be read. The file itself is left as it is.
    .remedy = Mend the line that is shown, or rename the file and set things anew.

error-broken-catalogue =
    .title = The list of problems could not be read
    .detail = A file of the list does not fit, so the desk did not start.
    .remedy = Mend the file, line and field that are shown.

error-internal =
    .title = We stumbled
    .detail = This is a defect of the desk itself, not of what was entered.
    .remedy = Wait a moment and try again. If it goes on, give the output of madoguchi doctor to whoever looks after it.

error-not-found =
    .title = There is no such page
    .detail = Nothing lives at this address.
    .remedy = Go on from the staff screen (/).

error-method-not-allowed =
    .title = This cannot be done here
    .detail = The address does not take this method. Nothing was changed.
    .remedy = See /schema for what it takes.

error-unsupported-media =
    .title = This form is not taken
    .detail = The media type cannot be read here. Nothing was taken in.
    .remedy = Send JSON, a form, or an XML file.

error-unknown-language =
    .title = There are no words in this language yet
    .detail = It is not among the languages here.
    .remedy = Choose ja, ja-easy or en.

error-unknown-step =
    .title = This problem has no such step
    .detail = An answer was given to a step that does not belong to this problem.
    .remedy = Run madoguchi explain with the code and --json to see the ids of its steps.

error-unknown-sample =
    .title = No sample has this name
    .detail = The list of samples does not have it.
    .remedy = See the list with madoguchi sample --list.

error-login-required =
    .title = This part asks who you are
    .detail = Settings and kept records are protected. A login rests after 15 minutes without use.
    .remedy = Come in at /login, then go back a page and continue. The guide works without it.

error-not-paired =
    .title = This device is not paired yet
    .detail = Other devices come in with a code that the administrator makes. Nothing has changed.
    .remedy = Open /pair and type the eight characters.

error-not-for-this-device =
    .title = This page does not open on this device
    .detail = This device is paired for something else. Nothing has changed.
    .remedy = Open it on a desk device or on the desk computer.

error-passphrase-first =
    .title = Please choose a passphrase first
    .detail = Other devices need an administrator’s passphrase. Nothing has changed.
    .remedy = Choose one at /login/choose.

error-too-many =
    .title = One moment, please
    .detail = A great many requests came from this device, so it rests for a moment. Nothing has changed.
    .remedy = Wait about five seconds and try again.
