"""Watches the terminal's folders while the desk is open, each in a thread of its own: a share that hangs delays nobody."""

import threading
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from madoguchi.base.log import logger
from madoguchi.base.settings import SettingsError
from madoguchi.desk.context import Context
from madoguchi.desk.reception import Reported
from madoguchi.evidence.folder import Batch, FolderWatcher
from madoguchi.evidence.meaning import Finding
from madoguchi.records.beside import SeenFile
from madoguchi.records.errors import RecordsError

PRACTICE: Final = Path("practice", "face")
"""Folder in the data directory where a sample file becomes a practice incident."""

SECONDS: Final = 0.5
"""Between two looks at a folder."""

_log = logger()


class WatchedFolder:
    """One folder and what becomes of its files."""

    def __init__(self, context: Context, folder: Path, *, practice: bool) -> None:
        """Watch a folder; whatever comes from it is practice, or is not."""
        self._context = context
        self._folder = folder
        self._practice = practice
        self._watcher = FolderWatcher([folder], context.records, self._take, self._pass_over, context.started_at)

    def poll(self, now: datetime) -> None:
        """Look once. A record that cannot be written now is taken up again by the next look."""
        try:
            self._watcher.poll(now)
        except RecordsError as error:
            _log.error("result_not_recorded", reason=error.reason)
        if not self._practice:
            self._tell()

    def _tell(self) -> None:
        state = self._watcher.states()[0].state
        if self._context.folders.get(str(self._folder)) != state:
            self._context.folders[str(self._folder)] = state
            self._context.live.publish(None, "staff")

    def _take(self, fingerprint: str, folder: str, findings: tuple[Finding, ...]) -> None:
        reader = self._context.settings().reader
        source = Reported("", desk=None, source="file", reader=reader, practice=self._practice)
        self._context.reception.results(fingerprint, folder, findings, source)

    def _pass_over(self, batches: Sequence[Batch]) -> None:
        now = self._context.clock()
        self._context.records.mark_seen(
            [SeenFile(batch.fingerprint, batch.folder, now, practice=self._practice) for batch in batches]
        )


class Watch:
    """All watched folders: those of the settings as they stand, and the practice folder."""

    def __init__(self, context: Context) -> None:
        """Begin with none; `look` finds out which there are."""
        self._context = context
        self._stops: dict[Path, threading.Event] = {}
        self._wanted: frozenset[Path] = frozenset()

    def look(self) -> None:
        """Begin to watch the folders that are new in the settings, and let go of those that are gone."""
        practice = self._context.data / PRACTICE
        try:
            self._wanted = frozenset(map(Path, self._context.settings().folders)) | {practice}
        except SettingsError as error:
            _log.error("settings_unusable", error=type(error).__name__)
            self._wanted |= {practice}
        for folder in self._stops.keys() - self._wanted:
            self._stops.pop(folder).set()
            self._context.folders.pop(str(folder), None)
        for folder in self._wanted - self._stops.keys():
            self._stops[folder] = threading.Event()
            watched = WatchedFolder(self._context, folder, practice=folder == practice)
            # A daemon: a share that hangs must not keep the desk from stopping.
            threading.Thread(target=self._run, args=(watched, self._stops[folder]), daemon=True, name="watched folder").start()

    def _run(self, watched: WatchedFolder, stop: threading.Event) -> None:
        while not stop.wait(SECONDS):
            watched.poll(self._context.clock())

    def stop(self) -> None:
        """Let go of every folder."""
        for stop in self._stops.values():
            stop.set()
        self._stops.clear()
