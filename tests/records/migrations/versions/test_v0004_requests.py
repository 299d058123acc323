from datetime import UTC, date, datetime
from pathlib import Path

from alembic import command

from madoguchi.records import Added, FourItems, Records
from madoguchi.records.database import FILE, Database, alembic_config
from madoguchi.records.seal import Costs

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
HANAKO = FourItems("見本 花子", "female", date(1950, 4, 1), address="見本県")


def test_entries_from_before_stay_and_answer_their_requests(tmp_path: Path) -> None:
    records = Records.open(tmp_path)
    records.make_ledger("correct horse", "", "desk-1", NINE, Costs(1, 1, 8))
    outage = records.open_outage("1", "011", NINE).id
    first = records.add_entry(outage, HANAKO, "Tanaka", NINE, key="k").id
    records.close()
    database = Database(tmp_path / FILE)
    with database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE ledger DROP COLUMN asked")
        connection.exec_driver_sql("DROP TABLE area_notices")
        command.stamp(alembic_config(connection), "0003")
    database.close()

    opened = Records.open(tmp_path)

    assert [row.id for row in opened.entries()] == [first]
    assert Added(first, "again") == opened.add_entry(outage, HANAKO, "Tanaka", NINE, key="k")
    assert opened.add_entry(outage, HANAKO, "Tanaka", NINE, key="l").how == "new"
    opened.close()
