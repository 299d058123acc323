"""What every probe has in common: what it is given, what it says, and how it is asked."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from madoguchi.base.clock import JAPAN, Clock
from madoguchi.base.settings import HostSetting, Settings

State = Literal["good", "doubtful", "down", "unknown"]
"""How a thing is. `unknown` is an answer of its own and never counts as good."""

Link = Literal["desk", "reader", "terminal", "folder", "lan", "line", "centre", "prescription"]
"""The links of the chain, in the order in which the strip shows them."""

LINKS: tuple[Link, ...] = ("desk", "reader", "terminal", "folder", "lan", "line", "centre", "prescription")


class Notice(msgspec.Struct, frozen=True):
    """What a portal notice says, without its text.

    Attributes:
        services: what is down: `centre`, `portal`, `prescription`, `line`; empty where the text does not tell.
        over: whether it says that all is well again; None where it does not tell.
        planned: maintenance that was announced, rather than a failure.
        since: when it began, as the notice says.
        until: when it ended or is to end, as the notice says.
        sure: how far the reading of the text is to be trusted, 0 to 1.
        pasted_at: when staff gave it to the desk.
    """

    services: tuple[str, ...]
    over: bool | None
    planned: bool
    since: datetime | None
    until: datetime | None
    sure: float
    pasted_at: datetime


class Reading(msgspec.Struct, frozen=True):
    """What one look at one thing gave.

    Attributes:
        probe: the probe's id.
        state: how the thing is.
        value: short and for machines, never of a person: `12`, `93%`, or empty.
        evidence: a message of `evidence-probes.ftl` that says what was seen.
        args: the values of that message.
        sure: 0 to 1; 0 for unknown.
        since: since when this has been so, as far as anybody knows.
        observes: what the guide may learn, by probe id of the models: `good` or `down`; empty for unknown.
    """

    probe: str
    state: State
    value: str
    evidence: str
    args: dict[str, str | int | float] = {}
    sure: float = 1.0
    since: datetime | None = None
    observes: dict[str, str] = {}


def _nothing() -> tuple[()]:
    return ()


class Surroundings(msgspec.Struct, frozen=True):
    """Everything a probe may look at; a new one is made when the settings change.

    Attributes:
        data: the desk's data directory.
        clock: tells the wall clock's time.
        same_lan: whether the terminal uses this computer's LAN and router; None where nobody answered.
        hosts: whom the network probes may call, and what each proves.
        folders: the watched folders of results.
        request_folder: where the receipt computer puts its questions.
        certificate_end: the last day of the terminal's certificate, as typed in.
        certificate_file: the certificate itself, where it is offered.
        time_source: an SNTP server of the house, `name` or `name:port`; empty for none.
        card_reader: the PC/SC reader the desk may use; empty for none.
        notices: what staff pasted from the portal, newest last.
        arrivals: when results came in the past weeks, in any order.
        kept: each probe's own drawer between two looks, by probe id; the same object over all changes of settings.
    """

    data: Path
    clock: Clock
    same_lan: bool | None = None
    hosts: tuple[HostSetting, ...] = ()
    folders: tuple[Path, ...] = ()
    request_folder: Path | None = None
    certificate_end: date | None = None
    certificate_file: Path | None = None
    time_source: str = ""
    card_reader: str = ""
    notices: Callable[[], Sequence[Notice]] = _nothing
    arrivals: Callable[[], Sequence[datetime]] = _nothing
    kept: dict[str, Any] = msgspec.field(default_factory=dict)


class Probe(Protocol):
    """Something that looks at one thing.

    `look` runs in a thread of its own and may take as long as `limit`; it raises nothing that it could foresee.
    """

    @property
    def id(self) -> str:
        """Its name in kebab-case, as the models and the messages use it."""

    @property
    def link(self) -> Link:
        """The link of the chain it speaks of."""

    @property
    def every(self) -> timedelta:
        """How often it looks."""

    @property
    def limit(self) -> timedelta:
        """After how long a look is given up."""

    def look(self, surroundings: Surroundings) -> Reading:
        """What is seen now."""


def surroundings_of(settings: Settings, data: Path, clock: Clock, kept: dict[str, Any]) -> Surroundings:
    """What probes may look at, as the settings say it; whoever has records adds `notices` and `arrivals`."""
    return Surroundings(
        data=data,
        clock=clock,
        same_lan=settings.same_lan,
        hosts=settings.hosts,
        folders=tuple(map(Path, settings.folders)),
        request_folder=Path(settings.request_folder) if settings.request_folder else None,
        certificate_end=settings.terminal_certificate_expires,
        certificate_file=Path(settings.terminal_certificate_file) if settings.terminal_certificate_file else None,
        time_source=settings.time_source,
        card_reader=settings.card_reader,
        kept=kept,
    )


def unknown(probe: str, why: str, **args: str | float) -> Reading:
    """A look that could not tell: `why` ends the message's id."""
    return Reading(probe, "unknown", "", f"evidence-{probe}-{why}", args=args, sure=0.0)


def told(at: datetime, now: datetime) -> str:
    """A moment as a message shows it: the time in Japan, with the date where it is not today's."""
    there = at.astimezone(JAPAN)
    return f"{there:%H:%M}" if there.date() == now.astimezone(JAPAN).date() else f"{there:%Y-%m-%d %H:%M}"
