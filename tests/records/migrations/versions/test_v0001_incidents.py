from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from madoguchi.guide.events import IncidentOpened
from madoguchi.records import Records
from madoguchi.records.database import FILE, Database

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    records = Records.open(tmp_path)
    records.append("a", [IncidentOpened(NINE, "a", "011")])
    records.close()
    database = Database(tmp_path / FILE)
    yield database
    database.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE events SET body = '{}'",
        "UPDATE events SET incident = 'b'",
        "DELETE FROM events",
        "INSERT OR REPLACE INTO events SELECT * FROM events",
        "REPLACE INTO events (id, incident, number, at, type, body) SELECT id, incident, number, at, type, '{}' FROM events",
    ],
)
def test_no_statement_changes_or_removes_an_event(database: Database, change: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="never"), database.engine.begin() as connection:
        connection.exec_driver_sql(change)

    with database.reading() as connection:
        (body,) = connection.exec_driver_sql("SELECT body FROM events").scalars()
    assert '"problem":"011"' in body


def test_an_event_of_an_incident_that_does_not_exist_is_refused(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="FOREIGN KEY"), database.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO events (incident, number, at, type, body) VALUES ('b', 1, '', '', '')")
