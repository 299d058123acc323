import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import anyio
import anyio.lowlevel
import anyio.to_thread
import pytest

from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings
from madoguchi.evidence.probes.rounds import AT_ONCE, Rounds
from tests.evidence.probes.surround import MONDAY, SetClock, around

LONG = 30
"""Seconds that no test waits: whatever takes so long has hung."""


class Told:
    """A probe that says what it is told to, after doing what it is told to."""

    def __init__(self, name: str = "told", do: Callable[[], Any] = bool, every: float = 60, limit: float = LONG) -> None:
        self.id, self.do = name, do
        self.link: Link = "desk"
        self.every, self.limit = timedelta(seconds=every), timedelta(seconds=limit)
        self.state: State = "good"
        self.looks = 0

    def look(self, _surroundings: Surroundings) -> Reading:
        self.looks += 1
        self.do()
        return Reading(self.id, self.state, str(self.looks), f"evidence-told-{self.state}")


@pytest.fixture
def never() -> Any:
    """Waits until the test is over: what a share that hangs does."""
    ended = threading.Event()
    yield lambda: ended.wait(LONG)
    ended.set()


def rounds(*probes: Told, clock: SetClock | None = None, **given: Any) -> Rounds:
    return Rounds(probes, around, clock or SetClock(), **given)


def test_asked_on_demand_every_probe_answers() -> None:
    here = rounds(Told("a"), Told("b"))

    found = anyio.run(here.look)

    assert {"a": "good", "b": "good"} == {probe: reading.state for probe, reading in found.items()}
    assert found == here.readings()


def test_only_the_named_ones_are_asked() -> None:
    here = rounds(Told("a"), Told("b"))

    assert ["b"] == list(anyio.run(here.look, ["b", "nobody"]))
    assert ["b"] == list(here.readings())


def test_one_that_hangs_is_unknown_and_keeps_nobody_waiting(never: Callable[[], None]) -> None:
    hanging = Told("hangs", never, limit=0.2)
    here = rounds(hanging, *(Told(f"quick {number}") for number in range(10)))

    found = anyio.run(here.look)

    assert {"good"} == {reading.state for probe, reading in found.items() if probe != "hangs"}
    assert ("unknown", "evidence-any-slow", 0.0) == (found["hangs"].state, found["hangs"].evidence, found["hangs"].sure)


def test_one_that_hangs_is_not_started_twice(never: Callable[[], None]) -> None:
    hanging = Told("hangs", never, limit=0.05)
    here = rounds(hanging)

    for _ in range(3):
        assert "evidence-any-slow" == anyio.run(here.look)["hangs"].evidence

    assert 1 == hanging.looks


def test_one_that_came_back_is_asked_again() -> None:
    gate, returned = threading.Event(), threading.Event()

    def wait() -> None:
        gate.wait(LONG)
        returned.set()

    probe = Told("late", wait, limit=0.05)
    here = rounds(probe)
    assert "unknown" == anyio.run(here.look)["late"].state

    gate.set()
    returned.wait(LONG)
    while any(thread.name == "probe late" for thread in threading.enumerate()):
        time.sleep(0.001)

    assert "good" == anyio.run(here.look)["late"].state
    assert 2 == probe.looks


def test_many_that_hang_leave_room_for_the_others(never: Callable[[], None]) -> None:
    hanging = [Told(f"hangs {number}", never, limit=0.05) for number in range(2 * AT_ONCE)]

    found = anyio.run(rounds(*hanging, Told("quick")).look)

    assert "good" == found["quick"].state


def test_screens_go_on_while_a_probe_hangs(never: Callable[[], None]) -> None:
    async def beats_meanwhile() -> int:
        beats = 0
        async with anyio.create_task_group() as group:
            group.start_soon(here.look)
            while not here.readings():
                await anyio.lowlevel.checkpoint()
                beats += 1
        return beats

    here = rounds(Told("hangs", never, limit=0.1))

    assert 10 < anyio.run(beats_meanwhile)


def test_a_look_under_way_is_shared_by_all_who_ask() -> None:
    started, gate = threading.Event(), threading.Event()

    def wait() -> None:
        started.set()
        gate.wait(LONG)

    probe = Told("shared", wait)
    here = rounds(probe)

    async def ask_twice() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(here.look)
            await anyio.to_thread.run_sync(started.wait, LONG)
            group.start_soon(here.look)
            await anyio.sleep(0.01)
            gate.set()

    anyio.run(ask_twice)

    assert 1 == probe.looks


def test_one_that_fails_unforeseen_is_unknown() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    assert "evidence-any-failed" == anyio.run(rounds(Told("fails", fail)).look)["fails"].evidence


def test_each_is_due_in_its_own_rhythm_and_not_before() -> None:
    elapsed = [0.0]
    here = rounds(Told("often", every=30), Told("seldom", every=60), elapsed=lambda: elapsed[0])

    transcript = []
    for now in (0.0, 10.0, 30.0, 45.0, 60.0, 60.5):
        elapsed[0] = now
        transcript.append([probe.id for probe in here.due()])

    assert [["often", "seldom"], [], ["often"], [], ["often", "seldom"], []] == transcript


def test_one_that_was_asked_on_demand_is_not_due_at_once() -> None:
    here = rounds(Told("a"), elapsed=lambda: 0.0)
    anyio.run(here.look)

    assert () == here.due()


def test_the_rounds_go_on_until_they_are_cancelled_even_while_a_probe_hangs(never: Callable[[], None]) -> None:
    looked = threading.Event()
    here = rounds(Told("often", looked.set, every=0), Told("hangs", never))

    async def run_a_while() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(here.run)
            await anyio.to_thread.run_sync(looked.wait, LONG)
            while "often" not in here.readings():  # noqa: ASYNC110 - the rounds tell nobody that they have taken note
                await anyio.sleep(0.01)
            group.cancel_scope.cancel()

    anyio.run(run_a_while)

    assert "good" == here.readings()["often"].state


def test_changes_are_told_with_what_was_before_and_the_rest_is_not() -> None:
    clock, probe = SetClock(), Told()
    here = rounds(probe, clock=clock)
    transcript: list[tuple[str | None, str]] = []

    async def note(reading: Reading, before: Reading | None) -> None:
        transcript.append((before.state if before else None, reading.state))

    here.observe(note)
    states: tuple[State, ...] = ("good", "good", "down", "down", "unknown", "good")
    for state in states:
        probe.state = state
        anyio.run(here.look)

    assert [(None, "good"), ("good", "down"), ("down", "unknown"), ("unknown", "good")] == transcript


def test_an_observer_that_fails_harms_nobody() -> None:
    here = rounds(Told())
    told: list[str] = []

    async def fail(_reading: Reading, _before: Reading | None) -> None:
        raise ZeroDivisionError

    async def note(reading: Reading, _before: Reading | None) -> None:
        told.append(reading.state)

    here.observe(fail)
    here.observe(note)
    anyio.run(here.look)

    assert ["good"] == told


def test_a_state_is_dated_from_its_beginning_and_the_last_good_sign_is_kept() -> None:
    clock, probe = SetClock(), Told()
    here = rounds(probe, clock=clock)
    assert here.last_good("desk") is None
    states: tuple[State, ...] = ("good", "good", "down", "down")
    for state in states:
        probe.state = state
        anyio.run(here.look)
        clock.go(minutes=1)

    assert MONDAY + timedelta(minutes=2) == here.readings()["told"].since
    assert MONDAY + timedelta(minutes=1) == here.last_good("desk")
    assert here.last_good("line") is None


def test_settings_that_changed_are_seen_by_the_next_look() -> None:
    present = [around(same_lan=None)]
    seen: list[bool | None] = []

    class Sees(Told):
        def look(self, surroundings: Surroundings) -> Reading:
            seen.append(surroundings.same_lan)
            return super().look(surroundings)

    here = Rounds((Sees(),), lambda: present[0], SetClock())
    anyio.run(here.look)
    present[0] = around(same_lan=True)
    anyio.run(here.look)

    assert [None, True] == seen
