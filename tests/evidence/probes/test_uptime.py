from datetime import timedelta

from madoguchi.base.clock import now
from madoguchi.evidence.probes.uptime import Uptime, judged
from tests.evidence.probes.surround import MONDAY, around


def test_a_month_without_a_restart_is_doubtful() -> None:
    assert "good" == judged(MONDAY - timedelta(days=30), MONDAY).state

    long = judged(MONDAY - timedelta(days=31), MONDAY)

    assert ("doubtful", "31d") == (long.state, long.value)


def test_a_start_in_the_future_is_no_start() -> None:
    assert "unknown" == judged(MONDAY + timedelta(minutes=1), MONDAY).state


def test_this_computer_was_started_some_time() -> None:
    assert Uptime().look(around(clock=now)).value.endswith("d")
