import pytest

from madoguchi.evidence.probes.memory import Memory, judged
from tests.evidence.probes.surround import around


@pytest.mark.parametrize(
    ("available", "state", "value"),
    [
        (500, "good", "50%"),
        (100, "good", "10%"),
        (99, "doubtful", "9%"),
        (30, "doubtful", "3%"),
        (29, "down", "2%"),
        (0, "down", "0%"),
    ],
)
def test_the_share_that_is_left_decides(available: int, state: str, value: str) -> None:
    reading = judged(available, 1000)

    assert (state, value, {}) == (reading.state, reading.value, reading.observes)


def test_this_computer_has_memory() -> None:
    reading = Memory().look(around())

    assert reading.value.endswith("%")
    assert "unknown" != reading.state
