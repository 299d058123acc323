from typing import Any

import pytest

Desk = Any


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_that_is_none_is_said(desk: Desk, key: str) -> None:
    told = desk.client.post("/api/recognise", json={"code": "003"}, headers={"idempotency-key": key})

    assert (422, "Idempotency-Key") == (told.status_code, told.json()["field"])


def test_without_a_key_everything_is_done_as_often_as_it_is_asked(desk: Desk) -> None:
    answers = [desk.client.post("/api/recognise", json={"code": code}).json() for code in ("003", "003", "011")]

    assert answers[0] == answers[1] != answers[2]


def test_an_answer_is_given_again_for_a_day(desk: Desk) -> None:
    def begin() -> Any:
        return desk.client.post("/api/outages", json={"reason": "011"}, headers={"idempotency-key": "k"}).json()

    first = begin()
    desk.client.post(f"/api/outages/{first['id']}/close", json={})
    assert first == begin()
    desk.clock.go(hours=25)
    desk.client.post("/api/recognise", json={"code": "003"}, headers={"idempotency-key": "another"})

    assert first["id"] != begin()["id"]
