from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records.area_notices import AreaNotice
from madoguchi.records.beside import SeenFile
from madoguchi.records.records import Records

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
NOTICES = [
    AreaNotice(("centre", "portal"), over=False, planned=False, since=NOW, until=None, sure=0.9, pasted_at=NOW),
    AreaNotice((), over=None, planned=True, since=None, until=NOW, sure=0.4, pasted_at=NOW),
    AreaNotice(("line",), over=True, planned=False, since=None, until=None, sure=0.8, pasted_at=NOW + timedelta(hours=1)),
]


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records.open(tmp_path / "data")


def test_notices_come_back_as_they_were_understood_newest_last(records: Records) -> None:
    for notice in NOTICES:
        records.add_area_notice(notice)

    assert NOTICES == records.area_notices(NOW)
    assert NOTICES[2:] == records.area_notices(NOW + timedelta(minutes=1))


def test_they_survive_a_restart(tmp_path: Path) -> None:
    first = Records.open(tmp_path / "data")
    first.add_area_notice(NOTICES[0])
    first.close()

    assert NOTICES[:1] == Records.open(tmp_path / "data").area_notices(NOW)


def test_only_good_results_of_real_patients_arrive(records: Records) -> None:
    records.mark_seen(
        [
            SeenFile("good", "f", NOW, good=True),
            SeenFile("practice", "f", NOW, good=True, practice=True),
            SeenFile("failed", "f", NOW),
            SeenFile("old", "f", NOW - timedelta(days=90), good=True),
        ]
    )

    assert [NOW] == records.arrivals(NOW - timedelta(days=1))
