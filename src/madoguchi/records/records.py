"""The one door to everything a desk remembers; every call is synchronous and safe from any thread."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from madoguchi.guide.events import Event
from madoguchi.guide.state import State
from madoguchi.records import area_notices, beside, incidents, log, recurrence
from madoguchi.records.administrator import Administration
from madoguchi.records.ahead import Ahead
from madoguchi.records.area_notices import AreaNotice
from madoguchi.records.beside import Check, NoticeCount, NoticeRow, SeenFile, Thumbs
from madoguchi.records.database import FILE, Database
from madoguchi.records.devices import Devices
from madoguchi.records.errors import RecordsError
from madoguchi.records.log import CHUNK, PAGE, Counts, LogFilter, LogPage, LogRow
from madoguchi.records.outage_records import OutageRecords


class Records(OutageRecords):
    """What happened at this facility's desks. What a method acknowledged by returning survives a power cut.

    Every method raises RecordsError, with a reason, where the file cannot be written or read; then nothing was written.
    """

    def __init__(self, database: Database) -> None:
        """Use an open database; `open` and `open_existing` are the ways in."""
        self._database = database
        self._ahead = Ahead()
        self.administration = Administration(database)
        self.devices = Devices(database)

    @classmethod
    def open(cls, data: Path) -> Self:
        """The records in a data directory, created or brought up to date where needed."""
        try:
            data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsError("cannot-open") from error
        return cls._ready(Database(data / FILE), Database.migrate)

    @classmethod
    def _ready(cls, database: Database, prepare: Callable[[Database], None]) -> Self:
        try:
            prepare(database)
        except RecordsError:
            database.close()
            raise
        return cls(database)

    @classmethod
    def open_existing(cls, data: Path) -> Self | None:
        """The records for reading only, or None where there are none; creates and changes nothing."""
        if not (data / FILE).is_file():
            return None
        return cls._ready(Database(data / FILE, read_only=True), Database.require_head)

    def close(self) -> None:
        """Close the file; the records cannot be used afterwards."""
        self._database.close()

    @property
    def writes(self) -> int:
        """A number that changes with everything that is written here: what was read under one number is still true."""
        return self._database.writes

    def view(self) -> AbstractContextManager[None]:
        """A block in which everything this thread reads is of one moment; it is quicker, too."""
        return self._database.view()

    def append(self, incident: str, events: Sequence[Event], key: str | None = None, response: bytes | None = None) -> None:
        """Add events to an incident, and in the same transaction the answer to the request that caused them.

        Args:
            incident: the incident's id; its first event ever is IncidentOpened.
            events: what happened, in order.
            key: the request's idempotency key, if it had one.
            response: the answer to repeat should the key come again.

        Raises:
            RecordsError: also `unknown-incident` where the history does not begin with its opening.
            ValueError: an event has no time zone.
        """
        with self._database.writing() as connection:
            incidents.append(connection, incident, events)
            if key is not None and response is not None and events:
                beside.remember(connection, key, response, events[-1].at)

    def load(self, incident: str) -> State | None:
        """The incident as it stands, or None."""
        with self._database.reading() as connection:
            return incidents.load(connection, incident)

    def events(self, incident: str) -> list[Event]:
        """Everything that happened to an incident, in order."""
        with self._database.reading() as connection:
            return incidents.events(connection, incident)

    def open_states(self, *, practice: bool = False) -> list[State]:
        """Every incident that is not closed, oldest first."""
        with self._database.reading() as connection:
            return incidents.unfinished(connection, practice=practice)

    def reminding_states(self, *, practice: bool = False) -> list[State]:
        """Every incident, closed or not, with an open reminder."""
        with self._database.reading() as connection:
            return incidents.reminding(connection, practice=practice)

    def open_for(self, desk: str | None, problem: str, since: datetime, *, practice: bool = False) -> State | None:
        """The incident of this problem at this desk that is not closed and changed at or after `since`."""
        with self._database.reading() as connection:
            return incidents.unfinished_for(connection, desk, problem, since, practice=practice)

    def recent_closed(self, since: datetime, *, practice: bool = False) -> list[State]:
        """Incidents closed at or after `since`, oldest first."""
        with self._database.reading() as connection:
            return incidents.closed_since(connection, since, practice=practice)

    def last_closed(self, desk: str, since: datetime, *, practice: bool = False) -> State | None:
        """The incident of a desk that was closed last, if that was at or after `since`."""
        with self._database.reading() as connection:
            return incidents.last_closed(connection, desk, since, practice=practice)

    def record_result(  # noqa: PLR0913 - all of it belongs to one transaction
        self,
        fingerprint: str,
        folder: str,
        seen_at: datetime,
        batches: Sequence[tuple[str, Sequence[Event]]] = (),
        notices: Sequence[NoticeRow] = (),
        *,
        good: bool = False,
        practice: bool = False,
    ) -> bool:
        """Mark a file of the terminal as seen together with all that follows from it; False if it was seen before.

        Args:
            fingerprint: a hash of the file; neither its name nor its content is kept.
            folder: the watched folder it lay in.
            seen_at: the moment it was understood.
            batches: incidents and the events to add to each.
            notices: what it gives to tell staff.
            good: whether it was a good result.
            practice: whether it came from the practice folder.
        """
        with self._database.writing() as connection:
            if beside.mark_seen(connection, [SeenFile(fingerprint, folder, seen_at, good, practice)]) == 0:
                return False
            for incident, events in batches:
                incidents.append(connection, incident, events)
            beside.add_notices(connection, notices)
            return True

    def mark_seen(self, files: Sequence[SeenFile]) -> int:
        """Mark many files as seen that open nothing (those that lay there before the start); the number of new ones."""
        with self._database.writing() as connection:
            return beside.mark_seen(connection, files)

    def seen(self, fingerprint: str) -> bool:
        """Whether a file was understood before."""
        with self._database.reading() as connection:
            return beside.is_seen(connection, fingerprint)

    def last_good(self) -> datetime | None:
        """When the last good result was seen, practice apart."""
        with self._database.reading() as connection:
            return beside.last_good(connection)

    def idempotent(self, key: str) -> bytes | None:
        """The answer already given to a request with this key within a day, or None."""
        with self._database.reading() as connection:
            return beside.remembered(connection, key)

    def remember(self, key: str, response: bytes, at: datetime) -> None:
        """Keep the answer to a request that added no event."""
        with self._database.writing() as connection:
            beside.remember(connection, key, response, at)

    def add_notice(self, problem: str, at: datetime, *, practice: bool = False) -> None:
        """Count a notice."""
        with self._database.writing() as connection:
            beside.add_notices(connection, [NoticeRow(problem, at, practice)])

    def notices_since(self, since: datetime, *, practice: bool = False) -> list[NoticeCount]:
        """How often each notice came since a moment, the latest first."""
        with self._database.reading() as connection:
            return beside.notices_since(connection, since, practice=practice)

    def log(self, wanted: LogFilter, page: int = 1, size: int = PAGE) -> LogPage:
        """One page of the log, newest first."""
        with self._database.reading() as connection:
            return log.page(connection, wanted, page, size)

    def counts(self, wanted: LogFilter) -> Counts:
        """How many incidents by day, problem, desk and ending."""
        with self._database.reading() as connection:
            return log.counts(connection, wanted)

    def export(self, wanted: LogFilter, chunk: int = CHUNK) -> Iterator[LogRow]:
        """Every row of the log, newest first, read piece by piece."""
        last: LogRow | None = None
        while True:
            with self._database.reading() as connection:
                rows = log.rows_after(connection, wanted, last, chunk)
            yield from rows
            if not rows:
                return
            last = rows[-1]

    def first_opened(self) -> datetime | None:
        """When the first incident was opened, practice apart; None where there was none."""
        with self._database.reading() as connection:
            return incidents.first_opened(connection)

    def desks(self) -> list[str]:
        """Every desk that ever had an incident, practice apart."""
        with self._database.reading() as connection:
            return log.desks(connection)

    def occurrences(self, problem: str, now: datetime) -> list[datetime]:
        """When the problem was opened within the last seven days, oldest first: the list a vendor asks for."""
        with self._database.reading() as connection:
            return recurrence.occurrences(connection, problem, now)

    def recurrence(self, problem: str, now: datetime) -> int:
        """How often the problem was opened within the last seven days; from TOO_OFTEN on the vendor is asked."""
        return len(self.occurrences(problem, now))

    def add_area_notice(self, notice: AreaNotice) -> None:
        """Keep what a notice of the portal says."""
        with self._database.writing() as connection:
            area_notices.add(connection, notice)

    def area_notices(self, since: datetime) -> list[AreaNotice]:
        """The notices pasted since a moment, newest last."""
        with self._database.reading() as connection:
            return area_notices.since(connection, since)

    def arrivals(self, since: datetime) -> list[datetime]:
        """When good results came since a moment, practice apart, in no order."""
        with self._database.reading() as connection:
            return area_notices.arrivals(connection, since)

    def save_check(self, day: date, item: str, state: str, at: datetime, desk: str = "1") -> None:
        """Keep the answer to one item of the morning check."""
        with self._database.writing() as connection:
            beside.save_check(connection, day, desk, Check(item, state, at))

    def checks(self, day: date, desk: str = "1") -> dict[str, Check]:
        """The answers of one morning at one desk, by item."""
        with self._database.reading() as connection:
            return beside.checks(connection, day, desk)

    def add_feedback(self, problem: str, at: datetime, *, up: bool, incident: str | None = None) -> None:
        """Keep a thumb up or down for a problem's answer."""
        with self._database.writing() as connection:
            beside.add_feedback(connection, problem, incident, at, up=up)

    def feedback(self) -> list[Thumbs]:
        """How often each problem's answer was liked or not."""
        with self._database.reading() as connection:
            return beside.thumbs(connection)
