"""Everything a page or a door of the desk leans on, in one value that Litestar hands to handlers as `context`."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from litestar.di import NamedDependency

from madoguchi.base.clock import Clock
from madoguchi.base.settings import Settings, load_settings
from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.administrator import Gatekeeper
from madoguchi.desk.answer import Answer, Around, answer
from madoguchi.desk.chain import Chain
from madoguchi.desk.clockwork import Clockwork
from madoguchi.desk.drawn import Drawn
from madoguchi.desk.gate import Gate
from madoguchi.desk.house import House
from madoguchi.desk.live import Live
from madoguchi.desk.looking import Looking
from madoguchi.desk.outage_ending import Over
from madoguchi.desk.photo_door import PhotoDoor
from madoguchi.desk.policies import Policies
from madoguchi.desk.reception import Reception
from madoguchi.evidence.probes.card_reader.press import CardReader
from madoguchi.guide.guide import Guide
from madoguchi.guide.state import State
from madoguchi.records.records import Records
from madoguchi.words.translate import Words


class SettingsFile:
    """The facility's settings as they stand in the file, read again only when the file has changed."""

    def __init__(self, data: Path) -> None:
        """Look in a data directory, where there may be no file yet."""
        self._data = data
        self._file = str(data / "settings.toml")
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = (-1, -1)
        self._settings = Settings()

    def __call__(self) -> Settings:
        """The present settings.

        Raises:
            SettingsError: the file cannot be used.
        """
        with self._lock:
            stamp = self._look()
            if stamp != self._stamp:
                self._settings = load_settings(self._data)
                self._stamp = stamp
            return self._settings

    def _look(self) -> tuple[int, int] | None:
        try:
            found = os.stat(self._file)  # noqa: PTH116 - asked ten times for every screen
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size


@dataclass(frozen=True)
class Context:
    """One desk: its facts, words and memory, the reception that changes them and the screens that show them."""

    data: Path
    clock: Clock
    catalogue: Catalogue
    words: Words
    records: Records
    settings: Callable[[], Settings]
    policies: Policies
    live: Live
    clockwork: Clockwork
    reception: Reception
    templates: Environment
    keeper: Gatekeeper
    gate: Gate
    house: House
    chain: Chain
    started_at: datetime
    card: CardReader
    folders: dict[str, str] = field(default_factory=dict)
    """How each watched folder is: `reachable` or `unreachable`, kept up to date by the watcher."""
    drawn: Drawn = field(default_factory=Drawn)
    looking: Looking = field(default_factory=Looking)
    photo: PhotoDoor = field(default_factory=PhotoDoor)
    over: dict[str, Over] = field(default_factory=dict)
    """What a probe says about the end of an outage, by its id, until somebody has decided."""

    def guide(self) -> Guide:
        """The guide for the present settings."""
        return self.policies.guide(self.settings().waiting)

    def around(self, lang: str | None = None) -> Around:
        """What answers are made from now; without a language, in the staff's."""
        settings = self.settings()
        return Around(self.catalogue, self.words, settings, self.clock(), lang or settings.staff_language)

    def answer(self, problem: str, lang: str | None = None) -> Answer:
        """The answer to a problem, without an incident."""
        around = self.around(lang)
        return answer(problem, around, self.policies.path(problem, around.settings.waiting))

    def answer_for(self, state: State, lang: str | None = None) -> Answer:
        """The answer to an incident as it stands: its current step first and alone."""
        return answer(state.problem, self.around(lang), (state.step.step,) if state.step else (), state)

    def render(self, template: str, page_lang: str = "ja", **values: Any) -> str:  # noqa: ANN401 - a template takes anything
        """A template as text, for fragments that are sent to open screens."""
        settings = self.settings()
        return self.templates.get_template(template).render(page_lang=page_lang, facility=settings.facility_kind, **values)


Here = NamedDependency[Context]
"""How a handler asks for the context: `context: Here`."""
