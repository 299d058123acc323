from datetime import UTC, datetime
from pathlib import Path

from alembic import command

from madoguchi.guide.events import IncidentOpened
from madoguchi.records import Records
from madoguchi.records.area_notices import AreaNotice
from madoguchi.records.database import FILE, Database, alembic_config

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


def test_records_from_before_gain_a_place_for_notices_and_lose_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    with database.writing() as connection:
        command.upgrade(alembic_config(connection), "0004")
    records = Records(database)
    records.append("a", [IncidentOpened(NINE, "a", "011")])
    records.close()
    notice = AreaNotice(("centre",), over=False, planned=False, since=NINE, until=None, sure=0.9, pasted_at=NINE)

    opened = Records.open(tmp_path)
    opened.add_area_notice(notice)

    assert 1 == len(opened.events("a"))
    assert [notice] == opened.area_notices(NINE)
    opened.close()
