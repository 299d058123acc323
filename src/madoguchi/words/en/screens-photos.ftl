### Our photos

photos-title = Our photos
photos-lead = Taken once, each picture and its note appear with the step that needs them, so that anybody at reception finds the same thing.
photos-private = The pictures stay on this machine. Where and when they were taken is removed before they are kept. Please leave patients and papers out of them.
photos-file = Picture (up to 5 MB)
photos-note = Note (where it is, which cable)
photos-keep = Keep
photos-remove = Remove the picture

photo-hub = Hub
    .how = The small box where the cables of reader and terminal meet.
photo-router = Router
    .how = The box where the line comes in, with its lamps in view.
photo-plug = Power socket
    .how = So that it is plain which plug may be pulled.
photo-rack = Shelf or rack
    .how = Where the machines stand.
photo-reader-back = Back of the reader
    .how = Its sockets for power and USB.
photo-terminal-power = Power button of the terminal
    .how = The place to press.
photo-other-pc = The other computer
    .how = The one that holds the result files.

photo-too-large = This picture is larger than 5 MB. Please make it smaller and choose it again. The earlier one is still here.
photo-not-a-picture = This could not be read as a picture. Please choose a JPEG, PNG or WebP. The earlier one is still here.
photo-not-kept = It could not be written. Please see whether there is room, and try again. The earlier one is still here.
photo-long-note = Please keep the note within 200 characters.
