import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from alembic import command

from madoguchi.records import Added, FourItems, Records
from madoguchi.records.database import FILE, Database, alembic_config
from madoguchi.records.seal import Costs, new_ledger_key
from madoguchi.records.tables import stored

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
HANAKO = FourItems("見本 花子", "female", date(1950, 4, 1), address="見本県")


def test_entries_from_before_stay_and_answer_their_requests(tmp_path: Path) -> None:
    public_key, wrapped = new_ledger_key("correct horse", Costs(1, 1, 8))
    key, nine = hashlib.sha256(b"k").hexdigest(), stored(NINE)
    database = Database(tmp_path / FILE)
    with database.writing() as connection:
        command.upgrade(alembic_config(connection), "0003")
        connection.exec_driver_sql(
            "INSERT INTO outages (id, desk, reason, how_sure, opened_at) VALUES ('o', 'desk-1', '011', 'told', ?)", (nine,)
        )
        connection.exec_driver_sql(
            "INSERT INTO ledger_keys (version, public_key, wrapped, made_at) VALUES (1, ?, ?, ?)",
            (public_key, wrapped.encoded(), nine),
        )
        connection.exec_driver_sql(
            "INSERT INTO ledger (id, outage, key_version, at, by, key, state, reconcile_by, hold, sealed)"
            " VALUES ('e', 'o', 1, ?, 'Tanaka', ?, 'waiting', '2026-12-10', FALSE, x'01')",
            (nine, key),
        )
    database.close()

    opened = Records.open(tmp_path)

    assert [row.id for row in opened.entries()] == ["e"]
    assert Added("e", "again") == opened.add_entry("o", HANAKO, "Tanaka", NINE, key="k")
    assert opened.add_entry("o", HANAKO, "Tanaka", NINE, key="l").how == "new"
    opened.close()
