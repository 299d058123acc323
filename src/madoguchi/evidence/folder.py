"""Watching the terminal's folders: every result is understood once, and nothing in them is ever touched."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from madoguchi.evidence.listing import Entry, Listing, list_results
from madoguchi.evidence.meaning import Finding, meaning, refusal
from madoguchi.evidence.reading import Reading, read_entry

__all__ = ["Batch", "Finding", "FolderState", "FolderWatcher", "SeenStore", "meaning"]

SETTLE = timedelta(milliseconds=300)
"""Two identical reads so far apart make a file whole (docs/protocol/exchange.md#folders)."""

PATIENCE = timedelta(minutes=10)
"""How long a half-written or locked file may stay so before staff hear of it."""

GRACE = timedelta(minutes=10)
"""A file older than the start by more than this opens nothing."""

OLD_PER_POLL = 1_000
"""How many old files one poll reads: new ones must not wait behind a folder that was never emptied."""


class SeenStore(Protocol):
    """What the watcher asks of the records."""

    def seen(self, fingerprint: str, /) -> bool:
        """Whether a file of this fingerprint was reported before, by this watcher or one before a restart."""


class Batch(msgspec.Struct, frozen=True):
    """A file that was understood: a hash of its name and content, the folder it lay in, and what it means."""

    fingerprint: str
    folder: str
    findings: tuple[Finding, ...]


class FolderState(msgspec.Struct, frozen=True):
    """How a watched folder is: whether it can be listed, and how many files are being waited for."""

    folder: str
    state: Literal["new", "watching", "unavailable"]
    waiting: int


Report = Callable[[str, str, tuple[Finding, ...]], None]
"""Takes fingerprint, folder and findings, and stores them in one transaction. Where it raises, the file comes again."""

PassOver = Callable[[Sequence[Batch]], None]
"""Takes the old files of one poll, which open nothing, to mark them all as seen."""


class _Waiting(msgspec.Struct):
    """A file not yet understood: unchanged since when, when last read, and what that read gave."""

    since: datetime
    read_at: datetime | None = None
    reading: Reading | None = None


class _Watched:
    """One folder with what is known of the files in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.state: Literal["new", "watching", "unavailable"] = "new"
        self.done: dict[str, Entry] = {}
        self.waiting: dict[str, _Waiting] = {}
        self.told_encrypted = False

    def look(self) -> Listing | None:
        """What lies there now, or None while the folder is out of reach."""
        try:
            listing = list_results(self.path, {name for name, entry in self.done.items() if entry.in_trash})
        except (OSError, ValueError):
            self.state = "unavailable"
            return None
        self.state = "watching"
        here = listing.entries.keys() | listing.skipped
        self.done = {name: entry for name, entry in self.done.items() if name in here}
        return listing

    def settled(self, entry: Entry) -> bool:
        """Whether this very state of the file was dealt with; a move to the trash changes nothing."""
        known = self.done.get(entry.name)
        if known is None or (known.size, known.changed) != (entry.size, entry.changed):
            return False
        self.done[entry.name] = entry
        return True

    def finish(self, entry: Entry, *, opened: bool = True) -> None:
        """The file is dealt with, as long as it does not change; one that was never opened is tried again."""
        if opened:
            self.done[entry.name] = entry
            self.waiting.pop(entry.name, None)


class FolderWatcher:
    """Polls folders; each result file is reported once, whatever happens to it, the share or this program in between."""

    def __init__(  # noqa: PLR0913 - two intervals are for tests
        self,
        folders: Sequence[Path],
        store: SeenStore,
        report: Report,
        pass_over: PassOver,
        start: datetime,
        *,
        settle: timedelta = SETTLE,
        patience: timedelta = PATIENCE,
    ) -> None:
        """Watch these folders from `start` on.

        Args:
            folders: folders of the terminal; one that is not there yet is waited for.
            store: knows what was reported before.
            report: is called once for each file that was understood.
            pass_over: is called with the old files of a poll.
            start: files changed more than GRACE before it open nothing.
            settle: least time between the two identical reads.
            patience: how long a file may stay unreadable before it becomes a notice.
        """
        self._watched = [_Watched(path) for path in folders]
        self._store, self._report, self._pass_over = store, report, pass_over
        self._oldest = int((start - GRACE).timestamp()) * 1_000_000_000
        self._settle, self._patience = settle, patience

    def states(self) -> tuple[FolderState, ...]:
        """How every watched folder is, as of the last poll."""
        return tuple(FolderState(str(one.path), one.state, len(one.waiting)) for one in self._watched)

    def poll(self, now: datetime) -> list[Batch]:
        """Look once at every folder; what was understood in this look, already reported, oldest first in each folder.

        A folder out of reach is a state and not an error. Only what `report`, `pass_over` or the store raise comes through;
        the file in question is then taken up again by the next poll.
        """
        return [batch for one in self._watched for batch in self._poll(one, now)]

    def _poll(self, watched: _Watched, now: datetime) -> list[Batch]:
        listing = watched.look()
        if listing is None:
            return []
        fresh = [entry for entry in listing.entries.values() if not watched.settled(entry)]
        old = [entry for entry in fresh if entry.changed < self._oldest and entry.name not in watched.waiting]
        skipped = {entry.name for entry in old}
        young = sorted((entry for entry in fresh if entry.name not in skipped), key=lambda entry: (entry.changed, entry.name))
        found = [self._vanished(watched, name) for name in sorted(watched.waiting.keys() - listing.entries.keys())]
        found += [self._young(watched, entry, now) for entry in young]
        self._old(watched, old)
        return [batch for batch in found if batch is not None]

    def _young(self, watched: _Watched, entry: Entry, now: datetime) -> Batch | None:
        waiting = watched.waiting.setdefault(entry.name, _Waiting(now))
        if waiting.read_at is not None and timedelta(0) <= now - waiting.read_at < self._settle:
            return None
        reading, before = read_entry(entry), waiting.reading
        if before is not None and before.opened and not reading.opened:
            return None  # on its way to the trash: what was read of it stays good
        if self._store.seen(reading.fingerprint):
            watched.finish(entry, opened=reading.opened)
            return None
        waiting.reading, waiting.read_at = reading, now
        if before is None or before.fingerprint != reading.fingerprint:
            waiting.since = now
            return None
        if reading.findings is None and now - waiting.since < self._patience:
            return None
        batch = self._hand(watched, reading.fingerprint, reading.late if reading.findings is None else reading.findings)
        watched.finish(entry, opened=reading.opened)
        return batch

    def _vanished(self, watched: _Watched, name: str) -> Batch | None:
        """A file that was taken away after one whole read is believed; half of one says nothing."""
        reading = watched.waiting[name].reading
        batch = None
        if reading is not None and reading.findings is not None and not self._store.seen(reading.fingerprint):
            batch = self._hand(watched, reading.fingerprint, reading.findings)
        del watched.waiting[name]
        return batch

    def _hand(self, watched: _Watched, fingerprint: str, findings: tuple[Finding, ...]) -> Batch:
        encrypted = findings == (refusal("encrypted"),)
        if encrypted and watched.told_encrypted:
            findings = ()  # every patient gives such a file: once is enough to tell
        self._report(fingerprint, str(watched.path), findings)
        watched.told_encrypted |= encrypted
        return Batch(fingerprint, str(watched.path), findings)

    def _old(self, watched: _Watched, old: Sequence[Entry]) -> None:
        """Old files are marked, so that no later start opens them either; those in the trash are not even read."""
        here = [entry for entry in old if not entry.in_trash][:OLD_PER_POLL]
        read = [(entry, reading) for entry in here if (reading := read_entry(entry)).opened]
        if read:
            self._pass_over([Batch(reading.fingerprint, str(watched.path), ()) for _, reading in read])
        for entry in [entry for entry, _ in read] + [entry for entry in old if entry.in_trash]:
            watched.finish(entry)
