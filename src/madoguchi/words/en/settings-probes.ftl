### Settings: what is looked at by itself

settings-probes = What is looked at by itself
settings-probes-hint = Only the hosts and places named here are looked at. What is not named stays “not known”.
settings-same-lan = Do the terminal and this computer use the same LAN and router?
settings-same-lan-hint = Only after “yes” does this computer look at the router and the line and take it for the terminal's. If you do not know, ask the vendor.
settings-same-lan-yes = Yes
settings-same-lan-no = No
settings-same-lan-unanswered = No answer yet
settings-hosts-gateway = Hosts that are the router
settings-hosts-gateway-hint = One a line, name:port. For example 192.168.1.1:80
settings-hosts-line = Hosts beyond the line
settings-hosts-line-hint = Somebody outside the router who always answers. For example dns.example.jp:53
settings-hosts-centre = The door of the centre
settings-hosts-centre-hint = If the vendor named a host, put it here. It may stay empty.
settings-request-folder = Where questions are put
settings-request-folder-hint = The folder where the receipt computer puts its questions for the terminal. It is only looked at.
settings-certificate-file = The terminal's certificate as a file
settings-certificate-file-hint = If you were given one. Otherwise the date below is enough.
settings-time-source = A time server of the house
settings-time-source-hint = For example 192.168.1.1. Without one, the times of the terminal's files are compared.
settings-card-reader = The card reader of this computer
settings-card-reader-hint = The name of the reader plugged into this computer for looking at cards, not the face reader.
settings-bad-host = This host cannot be read. Write it as name:port.
settings-bad-port = The port is missing. Add a number from 1 to 65535, like name:443.
settings-many-hosts = At most four hosts in one field.
