from typing import Any

import pytest

Desk = Any


@pytest.mark.parametrize("door", ["/live/nothing", "/live/log"])
def test_only_screens_can_be_followed(desk: Desk, door: str) -> None:
    assert desk.client.get(door).status_code == 404


@pytest.mark.parametrize("name", ["", "x" * 30, "<b>"])
def test_a_stream_is_of_a_desk_with_a_name(desk: Desk, name: str) -> None:
    assert desk.client.get("/live/staff", params={"desk": name}).status_code == 422


def test_the_screens_are_staff_patient_practice_and_the_chain(desk: Desk) -> None:
    assert desk.context.live.screens == {"staff", "patient", "practice", "chain"}
