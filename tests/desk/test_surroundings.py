"""What probes may look at follows from the settings and the records."""

from datetime import timedelta
from pathlib import Path

from madoguchi.base.settings import HostSetting, Settings
from madoguchi.desk.surroundings import standing, surroundings
from madoguchi.records.area_notices import AreaNotice
from madoguchi.records.beside import SeenFile
from tests.desk.conftest import Desk


def notice(desk: Desk, service: str = "centre", *, over: bool = False) -> AreaNotice:
    return AreaNotice((service,), over, False, desk.clock(), None, 0.9, desk.clock())


def test_the_settings_name_everything_there_is_to_see(desk: Desk) -> None:
    host = HostSetting("192.168.1.1:80", "gateway")
    settings = Settings(same_lan=True, hosts=(host,), request_folder="/srv/req", folders=("/srv/face",))

    here = surroundings(settings, desk.context.data, desk.clock, {}, desk.context.records)

    assert (True, (host,), Path("/srv/req"), (Path("/srv/face"),)) == (
        here.same_lan,
        here.hosts,
        here.request_folder,
        here.folders,
    )


def test_reads_of_the_past_weeks_and_pasted_notices_come_from_the_records(desk: Desk) -> None:
    here = surroundings(Settings(), desk.context.data, desk.clock, {}, desk.context.records)
    desk.context.records.mark_seen([SeenFile("a", "f", desk.clock(), good=True), SeenFile("b", "f", desk.clock())])
    desk.context.records.add_area_notice(notice(desk))

    assert [desk.clock()] == list(here.arrivals())
    assert [("centre",)] == [one.services for one in here.notices()]
    desk.clock.go(weeks=10)
    assert ([], []) == (list(here.arrivals()), list(here.notices()))


def test_the_last_word_on_each_service_stands(desk: Desk) -> None:
    records = desk.context.records
    records.add_area_notice(notice(desk, "centre"))
    records.add_area_notice(notice(desk, "prescription"))
    desk.clock.go(minutes=5)
    records.add_area_notice(notice(desk, "centre", over=True))

    assert [("prescription",)] == [one.services for one in standing(records, desk.clock())]
    assert () == standing(records, desk.clock() + timedelta(days=2))
