"""A desk's records on a fresh disk, and a short way to tell what happened there."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.guide.events import How, IncidentClosed, IncidentOpened
from madoguchi.records import FourItems, Outage, Records
from madoguchi.records.seal import Costs

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
"""Nine o'clock in the morning in Japan, a Tuesday."""

Happen = Callable[..., str]


@pytest.fixture
def nine() -> datetime:
    return NINE


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    kept = Records.open(tmp_path)
    yield kept
    kept.close()


@pytest.fixture
def happen(records: Records) -> Happen:
    """Opens an incident, and closes it after some minutes where an ending is given."""
    number = 0

    def told(
        problem: str = "011",
        at: datetime = NINE,
        *,
        desk: str | None = "1",
        how: How | None = None,
        minutes: float = 4,
        practice: bool = False,
    ) -> str:
        nonlocal number
        number += 1
        incident = f"incident-{number:03}"
        records.append(incident, [IncidentOpened(at, incident, problem, desk, practice=practice)])
        if how is not None:
            records.append(incident, [IncidentClosed(at + timedelta(minutes=minutes), None, how)])
        return incident

    return told


@pytest.fixture
def light() -> Costs:
    """Costs that are no protection and take no time."""
    return Costs(1, 1, 8)


@pytest.fixture
def outage(records: Records, light: Costs) -> Outage:
    """An outage at nine, with a ledger that `correct horse` opens."""
    records.make_ledger("correct horse", "Tanaka", "desk-1", NINE, light)
    return records.open_outage("1", "011", NINE)


@pytest.fixture
def hanako() -> FourItems:
    return FourItems("山田 花子", "female", date(1950, 4, 1), address="見本県練習市1-2-3")


@pytest.fixture
def written(records: Records, outage: Outage, hanako: FourItems) -> str:
    """The id of an entry about Hanako."""
    return records.add_entry(outage.id, hanako, "Tanaka", NINE, slip="7").id
