### The frame of the patient screen in English.

screen-patient-title = Reception guide
screen-patient-language-name = English
screen-patient-languages = Language
screen-patient-read-aloud = Listen
screen-patient-larger = Larger letters
screen-patient-normal-size = Normal letters
screen-patient-not-translated = This part is not translated yet, so it is shown in { $language }.
screen-patient-mark = Number for the reception staff
screen-patient-back-to-staff = Back to the staff screen

## Drawings

picture-card-on-reader = A card being put on the machine
picture-case = A card being taken out of its case
picture-card-kinds = Choosing the My Number Card among several cards
picture-keypad = Typing a 4-digit number on the screen of the machine
picture-face = Looking straight at the camera of the machine
picture-people-counter = Holding a card and showing it to the reception staff
picture-wait = Sitting on a chair in the waiting room
picture-paper = Holding a paper and showing it to the reception staff
picture-four-lines = Writing on the four lines of a paper
picture-form = Filling in a paper together with the reception staff
picture-phone = Showing a smartphone to the reception staff
picture-done = Taking the card back with a smile
picture-start-over = Putting the card on the machine and going back to the start
picture-welcome = A smiling person at the reception desk
