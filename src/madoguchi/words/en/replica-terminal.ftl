# The screen of the terminal for practice, and what it writes into result files
replica-terminal-title = Eligibility terminal
replica-terminal-practice = Practice ── this is not a real terminal
replica-terminal-unofficial = Unofficial. It copies behaviour observed in public sources. All people and numbers are invented.
replica-terminal-other-language = 日本語

replica-terminal-mode = Mode
replica-terminal-mode-automatic = Automatic
replica-terminal-mode-automatic-how = Patients choose face or PIN at the reader.
replica-terminal-mode-visual = Visual check
replica-terminal-mode-visual-how = Staff look at the face themselves. Switch back to automatic afterwards.
replica-terminal-passcode = Passcode for one visual check at the reader: { $code }

replica-terminal-certificate = Certificate of the terminal
replica-terminal-certificate-good = Good
replica-terminal-certificate-not-yet = Not valid yet
replica-terminal-certificate-expired = Expired
replica-terminal-certificate-revoked = Revoked
replica-terminal-certificate-unreadable = Cannot be read
replica-terminal-certificate-real = A real certificate cannot be used in this terminal for practice
replica-terminal-certificate-end = Valid until { $end }
replica-terminal-certificate-soon = { $days } days left. Please renew it.

replica-terminal-settings = Settings
replica-terminal-settings-bad = The settings cannot be read or contradict each other
replica-terminal-restart = Order of a restart
replica-terminal-restart-how = Reader off → terminal off → reader on → terminal on

replica-terminal-screen-login = Please log in
replica-terminal-screen-login-how = No check-in goes on until somebody logs in again.
replica-terminal-screen-update-asked = An update is ready
replica-terminal-screen-update-asked-how = Check-ins go on as they are. The update can wait until the last patient has gone.
replica-terminal-screen-update-running = Updating
replica-terminal-screen-update-running-how = Do not switch off before it ends. Check-ins go on afterwards.
replica-terminal-screen-update-half = The update stopped half-way
replica-terminal-screen-update-half-how = Check-ins do not go on.
replica-terminal-screen-frozen = Not responding
replica-terminal-screen-frozen-how = The reader keeps waiting.

replica-terminal-abnormal = Practice: the terminal could not process this ({ $code })

replica-terminal-refused-name = A request of this name cannot be answered
replica-terminal-refused-encoding = Only UTF-8 and Shift_JIS are read
replica-terminal-refused-size = The file is too large
replica-terminal-refused-doctype = A file with a document type (DOCTYPE) is not taken
replica-terminal-refused-malformed = It cannot be read as XML
replica-terminal-refused-encrypted = An encrypted file cannot be read
replica-terminal-refused-empty = It is empty
replica-terminal-refused-not-a-question = It is not a request
replica-terminal-refused-missing = An element that is needed is missing
replica-terminal-refused-value = The value of an element is not right
replica-terminal-refused-too-many = Too many people in one request
replica-terminal-refused-institution = The institution code is not this terminal's
