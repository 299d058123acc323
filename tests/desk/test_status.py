from typing import Any

from madoguchi.desk.reception import Reported
from madoguchi.desk.status import status

Desk = Any


def test_the_status_counts(desk: Desk) -> None:
    desk.context.reception.report(Reported("011"))
    desk.context.reception.report(Reported("011", practice=True))
    desk.context.folders.update({"/somewhere": "watching", "/elsewhere": "unavailable", "/third": "watching"})

    told = status(desk.context)

    assert told.open_incidents == 1
    assert told.folders == {"unavailable": 1, "watching": 2}
    assert told.screens == 0
    assert told.now == desk.clock.at


def test_the_last_good_read_is_told(desk: Desk) -> None:
    assert status(desk.context).last_good is None

    desk.context.records.record_result("mark", "folder", desk.clock.at, good=True)

    assert status(desk.context).last_good == desk.clock.at
