from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command

from madoguchi.guide.events import IncidentOpened
from madoguchi.records import Records
from madoguchi.records.database import FILE, Database, alembic_config

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Records as they stood before there was a gate."""
    database = Database(tmp_path / FILE)
    with database.writing() as connection:
        command.upgrade(alembic_config(connection), "0002")
    database.close()
    return tmp_path


def test_records_from_before_gain_a_gate_and_lose_nothing(older: Path) -> None:
    records = Records(Database(older / FILE))
    records.append("a", [IncidentOpened(NINE, "a", "011")])
    records.close()

    opened = Records.open(older)
    assert len(opened.events("a")) == 1
    assert not opened.administration.exists()
    assert list(opened.devices.paired()) == []
    opened.close()


def test_a_token_belongs_to_one_device(tmp_path: Path) -> None:
    Records.open(tmp_path).close()
    database = Database(tmp_path / FILE)
    row = "INSERT INTO devices VALUES ('{}', 'x', 'desk', '1', 'same', '', '')"

    with database.engine.begin() as connection:
        connection.exec_driver_sql(row.format("a"))
    with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"), database.engine.begin() as connection:
        connection.exec_driver_sql(row.format("b"))
    database.close()
