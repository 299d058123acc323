### What the probes saw, link by link. Their names first.

probe-clock = This computer's clock
probe-disk = Free room on this computer
probe-memory = This computer's memory
probe-uptime = Time since the last start
probe-pcsc-reader = Card reader at this computer
probe-terminal-certificate = The terminal's certificate
probe-request-folder = Folder of questions
probe-output-folder = Folder of results
probe-cable = LAN cable
probe-gateway = Router
probe-name-resolution = Name lookup
probe-line = Line
probe-centre = The centre's door
probe-area-notice = Portal notices

evidence-any-slow = The look did not end within { $seconds } seconds and was given up. Nothing is known.
evidence-any-failed = Something unforeseen happened during the look. Nothing is known.

evidence-clock-good-server = It agrees with the time server to within a minute.
evidence-clock-good-files = It agrees with the terminal's new files to within a minute.
evidence-clock-slow-server = It is about { $minutes } min slow against the time server.
evidence-clock-fast-server = It is about { $minutes } min fast against the time server.
evidence-clock-slow-files = It is about { $minutes } min slow against the terminal's files. Compare the two clocks.
evidence-clock-fast-files = It is about { $minutes } min fast against the terminal's files. Compare the two clocks.
evidence-clock-jumped-ahead = At { $at } the clock jumped { $seconds } s ahead.
evidence-clock-jumped-back = At { $at } the clock jumped { $seconds } s back.
evidence-clock-nothing-to-compare = There is nothing to compare with: a new result file or a time server in the settings would tell.
evidence-clock-server-silent = The time server did not answer, so nothing was compared.
evidence-clock-server-garbage = What the time server sent is no time, so nothing was compared.

evidence-disk-good = { $megabytes } MB are free.
evidence-disk-tight = Only { $megabytes } MB are free. Make some room.
evidence-disk-full = { $megabytes } MB are free: soon nothing can be written. Make room now.
evidence-disk-untold = Free room could not be found out.
evidence-memory-good = { $percent }% can still be given to programs.
evidence-memory-tight = Only { $percent }% is left. Close programs that are not in use.
evidence-memory-out = { $percent }% is left: the computer can hardly work. Close programs or restart it.
evidence-uptime-good = It has been running for { $days } days.
evidence-uptime-long = It has not been restarted for { $days } days. Do so after hours.
evidence-uptime-untold = Its last start lies in the future. Look at the clock.

evidence-terminal-certificate-good = { $days } days left, until { $end }.
evidence-terminal-certificate-open = { $days } days left, until { $end }. It can be renewed now.
evidence-terminal-certificate-week = { $days } days left, until { $end }. Arrange the renewal with the vendor this week.
evidence-terminal-certificate-now = { $days } days left, until { $end }. Renew it today.
evidence-terminal-certificate-ended = It ended on { $end }, { $days } days ago.
evidence-terminal-certificate-untold = The day it ends has not been told yet.
evidence-terminal-certificate-unreadable = The certificate file in the settings cannot be read. Enter the day it ends.

evidence-output-folder-good = Folder “{ $folder }” can be read. The last result came at { $at }.
evidence-output-folder-crowded = Folder “{ $folder }” can be read. It holds { $count } files or more; not all were looked at.
evidence-output-folder-empty = Folder “{ $folder }” can be read, but no result has ever come. Whether it is the right one is not known.
evidence-output-folder-unnamed = The settings name no folder to watch.
evidence-output-folder-missing = Folder “{ $folder }” is not there.
evidence-output-folder-place = The whole place of folder “{ $folder }” (share or drive) cannot be seen.
evidence-output-folder-unreadable = This computer may not look into folder “{ $folder }”.
evidence-output-folder-away = The computer that holds folder “{ $folder }” cannot be reached. Look at its power.
evidence-output-folder-share-lost = The share behind folder “{ $folder }” is gone; only its empty place is seen.
evidence-output-folder-full = The disk of folder “{ $folder }” is full.
evidence-output-folder-refused = In the last hour the terminal refused { $count } questions (the last at { $at }).
evidence-output-folder-quiet = No result since { $since }. On { $busy } of { $days } such weekdays some came in these hours.

evidence-request-folder-good = No question is left waiting in folder “{ $folder }”.
evidence-request-folder-slow = The terminal has not fetched { $count } questions since { $since }.
evidence-request-folder-stuck = The terminal has not fetched { $count } questions since { $since }. Its link program seems to have stopped.
evidence-request-folder-refused = In the last hour the terminal refused { $count } questions (the last at { $at }).
evidence-request-folder-unnamed = The settings name no folder of questions.
evidence-request-folder-missing = Folder “{ $folder }” is not there.
evidence-request-folder-unreadable = This computer may not look into folder “{ $folder }”.
evidence-request-folder-away = The computer that holds folder “{ $folder }” cannot be reached. Look at its power.

evidence-network-unanswered = Nobody has said in the settings whether the terminal uses this LAN and router. So nothing was looked at.
evidence-network-other-lan = The terminal uses another LAN. It cannot be seen from here.
evidence-cable-good = This computer is on the LAN ({ $count } connections).
evidence-cable-one-lost = The connection “{ $name }” is lost; another one still carries.
evidence-cable-none = This computer is off the LAN. Look at the cable.
evidence-cable-untold = No LAN connection was found to look at.
evidence-gateway-good = The router answered.
evidence-gateway-quiet = The router's port is silent, but the router itself answers on the LAN.
evidence-gateway-neighbour = By this computer's table of neighbours the router is there.
evidence-gateway-gone = The router does not answer. Look at its power and its cable.
evidence-gateway-untold = There is nothing to find the router by. Its address in the settings would tell.
evidence-line-good = { $count } places beyond the router answered.
evidence-line-down = The router is alive, but none of { $count } places beyond it answers.
evidence-line-down-router-untold = None of { $count } places outside answers. Whether the router is alive is not known.
evidence-line-behind-router = The router does not answer, so the line behind it cannot be told.
evidence-line-no-host = The settings name nobody to try the line with.
evidence-line-no-name = The name gave no address, so the line could not be tried.
evidence-line-only-centre = The centre does not answer. Whether that is the line or the centre is not known.
evidence-name-resolution-good = Names become addresses.
evidence-name-resolution-no-such-name = The answer was that there is no such name. Check the name in the settings, or the name server.
evidence-name-resolution-down = The router is alive, but nobody answers for names.
evidence-name-resolution-behind-router = The router does not answer, so nothing can be told of names.
evidence-name-resolution-no-name = The settings name no host by a name.
evidence-centre-good = The centre's door can be reached. Whether all works behind it is not known.
evidence-centre-refused = The centre's door is closed.
evidence-centre-down = The line carries, but the centre's door cannot be reached.
evidence-centre-line-untold = The centre's door cannot be reached; it may be the line, so nothing is known.
evidence-centre-no-host = The settings name no door of the centre.
evidence-centre-no-name = The centre's name gave no address, so nothing is known.

evidence-area-notice-none = No notice that speaks of now was pasted.
evidence-area-notice-down = By the notice, it has been down since { $at }.
evidence-area-notice-planned = By the notice, this is a planned stop (since { $at }).
evidence-area-notice-over = By the notice, all has been well again since { $at }.
