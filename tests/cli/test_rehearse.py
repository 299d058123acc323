import json
from collections.abc import Callable
from typing import Any

import pytest

Here = Callable[..., Any]


@pytest.mark.parametrize(("words", "named"), [((), ""), (("no.such_cause",), "no.such_cause"), (("999",), "999")])
def test_what_cannot_be_rehearsed_is_said_kindly(here: Here, words: tuple[str, ...], named: str) -> None:
    said = here("rehearse", *words)

    assert (2, "") == (said.status, said.out)
    assert named in said.err
    assert "Traceback" not in said.err


def test_one_cause_is_rehearsed_from_the_command_line(madoguchi: Callable[..., Any]) -> None:
    said = madoguchi("rehearse", "prescription.jammed", "--json", "--seed", "3")

    told = json.loads(said.out)
    assert (0, 3) == (said.status, told["seed"])
    assert [("prescription.jammed", "950", "escalated_right")] == [
        (row["fault"], row["code_shown"], row["verdict"]) for row in told["faults"]
    ]
