import json
from collections.abc import Callable
from typing import Any

import pytest

Here = Callable[..., Any]


def test_the_personas_are_listed_with_what_is_particular(here: Here) -> None:
    said = here("replica", "persona", "--json")

    listed = json.loads(said.out)
    assert said.status == 0
    assert "adult" in [one["id"] for one in listed]
    assert len(listed) == len({one["what"] for one in listed}) >= 16


def test_people_get_a_line_for_each(here: Here) -> None:
    assert "adult: " in here("replica", "persona").out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--persona", "nobody"), "--persona"),
        (("--fault", "nonsense"), "--fault"),
        (("--fault", "pulled=soon"), "--fault"),
        (("--vpcd", "192.0.2.1:35963"), "--vpcd"),
        (("--vpcd", "0.0.0.0:35963"), "--vpcd"),
        (("--vpcd", "127.0.0.1"), "--vpcd"),
        (("--vpcd", "127.0.0.1:0"), "--vpcd"),
        (("--vpcd", "127.0.0.1:1"), "--vpcd"),
    ],
)
def test_what_cannot_be_done_is_said_kindly(here: Here, words: tuple[str, ...], named: str) -> None:
    said = here("replica", "card", *words)

    assert (2, "") == (said.status, said.out)
    assert named in said.err
