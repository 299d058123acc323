"""How long things last at the desk: the few durations that reception, screens and the clockwork share."""

from datetime import timedelta

JOINS = timedelta(minutes=10)
"""The same problem at the same desk within this time is the same incident, told twice."""

UNTOUCHED = timedelta(minutes=3)
"""An open incident nobody touched for so long leaves the patient screen: that patient is elsewhere by now."""

ABANDONED = timedelta(hours=12)
"""An open incident nobody touched for so long is closed as `abandoned`."""

VERIFIES = timedelta(minutes=15)
"""A good read within this time after a reported fix verifies it."""

RECURS = timedelta(days=7)
"""The window in which a third case of the same terminal fault goes to the vendor (docs/protocol/desk.md)."""

NOTICE = timedelta(seconds=20)
"""A notice stands this long on the staff screen."""

DONE = timedelta(seconds=60)
"""The closing words stand this long on the patient screen."""

TOO_EARLY = timedelta(seconds=60)
"""A good result so soon after an outage began was still on its way when it began: it does not end it."""
