### Search by photo

photo-search-title = Search by photo
photo-search-lead = Take the reader's screen from the front, filling the picture. The number and the name are enough.
photo-search-private = The photo is only looked at inside this machine and not kept. Please leave out cards, papers and faces.
photo-search-take = Take a photo
photo-search-again = Take it again
photo-search-choose = Choose a photo you have
photo-search-file = Photo (up to 12 MB)
photo-search-look = Look at this photo
photo-search-link = Search by photo
photo-search-found = Is it this one?
photo-search-which = It is one of these
photo-search-confirm = Press the one that the reader shows. Nothing begins before you press.
photo-search-other = Other ways to search
photo-search-type = Type the number
photo-search-opened = It is on the desk's screen now
photo-search-without = This machine cannot read photos
photo-search-without-text = The part that reads photos is not installed. The number or a few words give the same answer.

photo-why-both = The number and the name both fit
photo-why-title = The name fits; the number was not read
photo-why-near = Looks similar

photo-refused-title = The photo does not tell
photo-refused-dark = The photo is too dark to read. Please make more light and take it again.
photo-refused-glare = Light is reflected in the screen and hides the letters. Please turn a little and take it again.
photo-refused-blur = The photo is shaken or out of focus. Please hold still with both hands and wait until it is sharp.
photo-refused-far = The screen is small in the photo. Please go nearer and fill the picture with it.
photo-refused-number-alone = There are digits that look like a number, but the name of the error cannot be read. Digits alone never decide. Please take the whole screen, name included.
photo-refused-unknown-code = It reads { $code }, which is not in the list. If the screen shows it too, press to go on.
photo-refused-no-error = The words were read, but there is no error we know. Please see whether the screen shows one.
photo-refused-no-text = No words were found. Please fill the picture with the reader's screen.
photo-refused-private-number = A number of twelve digits was in the photo, so it was not read further and was thrown away. Please take the reader's screen alone.
photo-refused-not-a-picture = This could not be read as a photo. Please choose a JPEG, PNG or WebP.
photo-refused-too-large = This photo is larger than 12 MB. Please make it smaller and choose it again.
photo-refused-not-available = This machine cannot read photos. Please type the number or write a few words.
photo-refused-busy = Another photo is being read. Please wait a moment and try again.
photo-refused-failed = The part that reads photos stopped. Please try once more, or type the number.

error-photo-not-available =
    .title = This machine cannot read photos
    .detail = The part that reads photos (ocr) is not installed. Nothing has changed.
    .remedy = Please search by number or in words.
error-photo-busy =
    .title = Another photo is being read
    .detail = Photos are read one at a time. This one was not looked at.
    .remedy = Please wait a moment and send it again.
error-photo-failed =
    .title = The part that reads photos stopped
    .detail = The photo was thrown away. Nothing has changed.
    .remedy = Please try once more, or search by number or in words.
error-not-a-picture =
    .title = This could not be read as a photo
    .detail = It is no JPEG, PNG or WebP, or it is cut off.
    .remedy = Please choose a photo of the reader's screen.
