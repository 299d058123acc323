"""Probes that say what a test wants, and a desk that listens to them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from litestar.testing import TestClient

from madoguchi.desk.app import create_app
from madoguchi.evidence.probes.probe import Link, Probe, Reading, State, Surroundings, unknown
from madoguchi.guide.state import State as Incident
from tests.desk.conftest import Desk, HandClock

EVIDENCE = {"good": "evidence-gateway-good", "down": "evidence-gateway-gone", "doubtful": "evidence-gateway-quiet"}


class FakeProbe:
    """One probe whose next word is set by hand."""

    every = timedelta(hours=24)
    limit = timedelta(seconds=5)

    def __init__(self, name: str, link: Link, *, teaches: bool = True) -> None:
        self.id = name
        self.link = link
        self.teaches = teaches
        self.state: State = "unknown"
        self.since: datetime | None = None
        self.looks = 0
        self.observes: dict[str, str] | None = None

    def look(self, surroundings: Surroundings) -> Reading:
        del surroundings
        self.looks += 1
        if self.state == "unknown":
            return (
                unknown("gateway", "untold")
                if self.id == "gateway"
                else Reading(self.id, "unknown", "", "evidence-gateway-untold", sure=0.0)
            )
        seen = {self.id: "down" if self.state == "down" else "good"} if self.teaches and self.state != "doubtful" else {}
        observes = self.observes if self.observes is not None else seen
        return Reading(self.id, self.state, "", EVIDENCE[self.state], sure=0.9, since=self.since, observes=observes)


class ListeningDesk(Desk):
    """A desk whose probes are made by hand; they look when the test says so."""

    def __init__(self, client: Any, context: Any, clock: HandClock, probes: Sequence[FakeProbe]) -> None:
        super().__init__(client, context, clock)
        self.probes = {probe.id: probe for probe in probes}

    def look(self) -> None:
        """All probes look, and the desk has taken it in."""
        answer = self.client.post("/chain/look", follow_redirects=False)
        assert answer.status_code == 303, answer.text

    def becomes(self, **states: State) -> None:
        """Probes see something else from now on (`_` stands for `-`), and look."""
        for name, state in states.items():
            self.probes[name.replace("_", "-")].state = state
        self.look()

    def stands(self, incident: str) -> Incident:
        """Where an incident stands."""
        state = self.context.records.load(incident)
        assert state is not None
        return state

    def decide(self) -> None:
        """The moment of the second look has come."""
        self.clock.go(seconds=15)
        with self.client.portal() as portal:
            portal.call(self.context.chain.decide)

    def goes_down(self, *names: str) -> None:
        """Links are found down twice."""
        for name in names:
            self.probes[name].state = "down"
        self.look()
        self.decide()


def three_links() -> tuple[FakeProbe, ...]:
    return (
        FakeProbe("gateway", "lan"),
        FakeProbe("line", "line"),
        FakeProbe("name-resolution", "line"),
        FakeProbe("output-folder", "folder"),
        FakeProbe("pcsc-reader", "reader"),
        FakeProbe("centre", "centre", teaches=False),
        FakeProbe("area-notice", "centre"),
    )


@contextmanager
def listening(data: Path, clock: HandClock, probes: Sequence[Probe] = ()) -> Iterator[ListeningDesk]:
    """A desk that listens to fake probes."""
    fakes = probes or three_links()
    app = create_app(data, clock, watch=False, probes=fakes)
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        yield ListeningDesk(client, app.state.context, clock, [one for one in fakes if isinstance(one, FakeProbe)])
