from datetime import timedelta
from pathlib import Path

import pytest

from madoguchi.evidence.probes.clock import ClockProbe
from madoguchi.evidence.probes.glance import glance
from madoguchi.evidence.probes.probe import Reading, Surroundings
from tests.evidence.probes.files import result
from tests.evidence.probes.surround import MONDAY, SetClock, around
from tests.evidence.probes.test_sntp import reply, time_server

MINUTE = timedelta(minutes=1)


class Elapsed:
    """Seconds that go on whatever is done to the clock."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def said(reading: Reading) -> tuple[str, str]:
    return reading.state, reading.evidence.removeprefix("evidence-clock-")


def look(here: Surroundings) -> Reading:
    return ClockProbe(Elapsed()).look(here)


def test_a_clock_with_nothing_to_compare_it_with_is_not_called_right() -> None:
    assert ("unknown", "nothing-to-compare") == said(look(around()))


@pytest.mark.parametrize(
    ("seconds", "state", "evidence"),
    [
        (0, "good", "good-server"),
        (60, "good", "good-server"),
        (61, "doubtful", "slow-server"),
        (-300, "doubtful", "fast-server"),
        (301, "down", "slow-server"),
        (-86400, "down", "fast-server"),
    ],
)
def test_a_time_server_decides(seconds: int, state: str, evidence: str) -> None:
    with time_server(lambda question: reply(question, MONDAY + timedelta(seconds=seconds))) as port:
        assert (state, evidence) == said(look(around(time_source=f"127.0.0.1:{port}")))


def test_a_time_server_that_sends_garbage_proves_nothing() -> None:
    with time_server(lambda _: b"\xff" * 48) as port:
        assert ("unknown", "server-garbage") == said(look(around(time_source=f"127.0.0.1:{port}")))


def test_a_clock_that_is_set_is_noticed_for_an_hour() -> None:
    clock, elapsed = SetClock(), Elapsed()
    probe, here = ClockProbe(elapsed), around(clock=clock)
    probe.look(here)
    clock.go(minutes=1)
    elapsed.seconds += 60
    assert "unknown" == probe.look(here).state

    clock.go(minutes=-29)
    elapsed.seconds += 60
    back = probe.look(here)
    assert (("doubtful", "jumped-back"), "-1800s") == (said(back), back.value)

    clock.go(minutes=59)
    elapsed.seconds += 59 * 60
    assert ("doubtful", "jumped-back") == said(probe.look(here))

    clock.go(minutes=2)
    elapsed.seconds += 120
    assert "unknown" == probe.look(here).state


def test_a_clock_that_is_set_ahead_is_told_as_such() -> None:
    clock = SetClock()
    probe, here = ClockProbe(Elapsed()), around(clock=clock)
    probe.look(here)

    clock.go(days=1)

    assert ("doubtful", "jumped-ahead") == said(probe.look(here))


def test_a_computer_that_slept_did_not_jump() -> None:
    clock, elapsed = SetClock(), Elapsed()
    probe, here = ClockProbe(elapsed), around(clock=clock)
    probe.look(here)

    clock.go(hours=12)
    elapsed.seconds += 12 * 3600

    assert "unknown" == probe.look(here).state


def watched(folder: Path, ahead: timedelta, files: int, *, by_name: bool) -> Surroundings:
    """A folder to which results come whose times are ahead of our clock (or behind it), between looks half a minute apart."""
    clock = SetClock()
    here = around(clock=clock, folders=(folder,))
    glance(folder, clock, here.kept)
    for number in range(files):
        clock.go(seconds=30)
        made = clock() + ahead - timedelta(seconds=5)
        result(folder, clock() - timedelta(seconds=5) if by_name else made, named=made, number=number)
        glance(folder, clock, here.kept)
    return here


@pytest.mark.parametrize("by_name", [True, False])
@pytest.mark.parametrize(
    ("minutes", "state", "evidence"),
    [(0, "good", "good-files"), (0.9, "good", "good-files"), (-4, "doubtful", "fast-files"), (-30, "down", "fast-files")],
)
def test_new_results_tell_how_far_the_terminal_is_off(
    tmp_path: Path, minutes: float, state: str, evidence: str, *, by_name: bool
) -> None:
    here = watched(tmp_path, timedelta(minutes=minutes), 3, by_name=by_name)

    assert (state, evidence) == said(look(here))


def test_results_from_the_future_are_a_slow_clock_here(tmp_path: Path) -> None:
    reading = look(watched(tmp_path, timedelta(minutes=10), 1, by_name=False))

    assert (("down", "slow-files"), {}) == (said(reading), reading.observes)


def test_one_file_that_was_moved_there_with_an_old_date_accuses_no_clock(tmp_path: Path) -> None:
    assert "unknown" == look(watched(tmp_path, timedelta(days=-3), 1, by_name=False)).state


def test_a_folder_that_nobody_looked_into_yet_says_nothing(tmp_path: Path) -> None:
    result(tmp_path, MONDAY + timedelta(days=1))

    assert "unknown" == look(around(folders=(tmp_path,))).state
