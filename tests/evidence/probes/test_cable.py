from typing import Any

from madoguchi.evidence.probes.cable import Cable, judged
from tests.evidence.probes.surround import around


def test_without_the_administrators_answer_nothing_is_looked_at() -> None:
    assert ["evidence-network-unanswered", "evidence-network-other-lan"] == [
        Cable().look(around(same_lan=answer)).evidence for answer in (None, False)
    ]


def test_one_connection_that_carries_is_good() -> None:
    assert ("good", "1") == (judged({"eth0": True, "lo": True}, {}).state, judged({"eth0": True, "wlan0": False}, {}).value)


def test_none_that_carries_is_down_and_what_is_not_of_the_house_does_not_count() -> None:
    assert "down" == judged({"eth0": False, "lo": True, "docker0": True, "vEthernet (Default Switch)": True}, {}).state


def test_a_computer_without_connections_says_nothing() -> None:
    assert "unknown" == judged({"lo": True}, {}).state


def test_one_that_carried_and_no_longer_does_is_doubtful_while_another_carries() -> None:
    kept: dict[str, Any] = {}
    judged({"eth0": True, "wlan0": True}, kept)

    reading = judged({"eth0": False, "wlan0": True}, kept)

    assert ("doubtful", "eth0") == (reading.state, reading.value)
