from typing import Any

import pytest

Desk = Any


def send(desk: Desk, content: bytes, kind: str, **headers: str) -> Any:
    return desk.client.post("/api/incidents", content=content, headers={"content-type": kind, **headers})


def test_a_plain_form_works_without_javascript(desk: Desk) -> None:
    answer = send(desk, b"code=011&desk=2", "application/x-www-form-urlencoded")

    assert (answer.status_code, answer.json()["problem"]["code"]) == (201, "011")


def test_a_body_without_a_kind_is_taken_for_json(desk: Desk) -> None:
    answer = desk.client.request("POST", "/api/incidents", content=b'{"code":"011"}')

    assert answer.status_code == 201


@pytest.mark.parametrize("kind", ["image/png", "text/plain", "application/octet-stream"])
def test_other_kinds_are_refused(desk: Desk, kind: str) -> None:
    assert send(desk, b'{"code":"011"}', kind).status_code == 415


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"colour=red", "application/x-www-form-urlencoded"),
        (b"nonsense", "multipart/form-data"),
        (b"nonsense", "multipart/form-data; boundary=x"),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x"),
        (b"code=011&practice=perhaps", "application/x-www-form-urlencoded"),
        (b'{"code":"011","colour":"red"}', "application/json"),
        (b'{"file":3}', "application/json"),
        (b'{"file":"\\ud800"}', "application/json"),
    ],
)
def test_a_body_that_is_no_report_is_refused_and_opens_nothing(desk: Desk, content: bytes, kind: str) -> None:
    assert send(desk, content, kind).status_code in (400, 422)
    assert desk.context.records.open_states() == []


def test_the_field_that_is_wrong_is_named_if_it_is_one_of_ours(desk: Desk) -> None:
    ours = send(desk, b'{"code":"011","desk":3}', "application/json").json()
    theirs = send(desk, '{"code":"011","山田":3}'.encode(), "application/json").json()

    assert ours["field"] == "desk"
    assert "field" not in theirs


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_is_neither_empty_nor_endless(desk: Desk, key: str) -> None:
    refused = send(desk, b'{"code":"011"}', "application/json", **{"idempotency-key": key})

    assert refused.status_code == 422
    assert refused.json()["field"] == "Idempotency-Key"
