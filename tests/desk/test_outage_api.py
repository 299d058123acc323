from typing import Any

import pytest

from tests.desk.outages import PERSON, begin, looks
from tests.desk.test_four_items import my_number

Desk = Any


def post(desk: Desk, path: str, body: dict[str, Any], expected: int = 201, key: str | None = None) -> Any:
    answer = desk.client.post(path, json=body, headers={"idempotency-key": key} if key else {})
    assert expected == answer.status_code, answer.text
    return answer.json()


def test_an_outage_begins_and_ends(desk: Desk) -> None:
    begun = post(desk, "/api/outages", {"reason": "011", "desk": "2"})
    assert ("011", "told", None, 0) == (begun["reason"], begun["how_sure"], begun["closed_at"], begun["entries"])
    desk.clock.go(minutes=30)

    ended = post(desk, f"/api/outages/{begun['id']}/close", {"how": "probe"}, 200)

    assert "probe" == ended["how"]
    assert [ended] == desk.client.get("/api/outages").json()
    assert ended == desk.client.get(f"/api/outages/{begun['id']}").json()


def test_a_second_one_joins_the_first(desk: Desk) -> None:
    first = post(desk, "/api/outages", {"reason": "011"})

    assert first["id"] == post(desk, "/api/outages", {"reason": "901"})["id"]


def test_the_same_key_begins_nothing_twice(desk: Desk) -> None:
    first = post(desk, "/api/outages", {"reason": "011"}, key="k")
    desk.clock.go(minutes=5)
    post(desk, f"/api/outages/{first['id']}/close", {}, 200)

    assert first == post(desk, "/api/outages", {"reason": "011"}, key="k")
    assert "idempotency-conflict" in post(desk, "/api/outages", {"reason": "901"}, 422, key="k")["type"]
    assert 1 == len(desk.client.get("/api/outages").json())


def test_four_items_go_in_while_the_ledger_is_shut_and_come_out_nowhere(desk: Desk) -> None:
    outage = begin(desk)

    entry = post(desk, "/api/ledger", {**PERSON, "slip": "3", "by": "空山", "desk": "2"})

    assert (outage, "空山", "3", "waiting") == (entry["outage"], entry["by"], entry["slip"], entry["state"])
    assert [entry] == desk.client.get("/api/ledger").json()
    assert "架空" not in desk.client.get(f"/api/ledger?outage={outage}").text
    assert [("空山", "desk-2", "added")] == looks(desk, entry["id"])


def test_the_same_key_is_one_entry(desk: Desk) -> None:
    begin(desk)

    assert post(desk, "/api/ledger", PERSON, key="k")["id"] == post(desk, "/api/ledger", PERSON, key="k")["id"]
    assert 1 == len(desk.client.get("/api/ledger").json())


def test_another_person_under_the_same_key_is_a_conflict_and_nothing_of_either_is_told(desk: Desk) -> None:
    begin(desk)
    first = post(desk, "/api/ledger", PERSON, key="k")

    told = post(desk, "/api/ledger", PERSON | {"name": "架空　太郎"}, 422, key="k")

    assert "idempotency-conflict" in told["type"]
    assert "架空" not in str(told)
    assert [first["id"]] == [row["id"] for row in desk.client.get("/api/ledger").json()]
    assert first == post(desk, "/api/ledger", PERSON | {"born": "1984-5-12", "desk": "2"}, key="k")


def test_every_other_door_refuses_another_request_under_a_used_key(desk: Desk) -> None:
    begin(desk)
    entry = post(desk, "/api/ledger", PERSON)["id"]
    outage = desk.client.get("/api/outages").json()[0]["id"]
    doors = (
        (f"/api/ledger/{entry}/reconcile", {"outcome": "found"}, {"outcome": "former"}),
        (f"/api/outages/{outage}/close", {"how": "hand"}, {"how": "probe"}),
        ("/api/recognise", {"code": "003"}, {"code": "011"}),
    )
    for number, (path, body, other) in enumerate(doors):
        first = post(desk, path, body, 200, key=f"k{number}")
        assert first == post(desk, path, body, 200, key=f"k{number}")
        assert "idempotency-conflict" in post(desk, path, other, 422, key=f"k{number}")["type"]
    assert "found" == desk.client.get("/api/ledger").json()[0]["state"]


def test_an_entry_is_reconciled(desk: Desk) -> None:
    begin(desk)
    entry = post(desk, "/api/ledger", PERSON)

    assert "found" == post(desk, f"/api/ledger/{entry['id']}/reconcile", {"outcome": "found"}, 200)["state"]
    assert 1 == desk.client.get("/api/outages").json()[0]["unfinished"]
    post(desk, f"/api/ledger/{entry['id']}/reconcile", {"outcome": "done"}, 200)
    assert 0 == desk.client.get("/api/outages").json()[0]["unfinished"]


@pytest.mark.parametrize(
    ("changes", "kind", "field"),
    [
        ({"born": "R5.2.29"}, "four-items", "born"),
        ({"name": ""}, "four-items", "name"),
        ({"address": ""}, "four-items", "address"),
        ({"address": my_number("12345678901")}, "my-number", "address"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_never_repeated(desk: Desk, changes: dict[str, str], kind: str, field: str) -> None:
    begin(desk)

    told = post(desk, "/api/ledger", PERSON | changes, 422)

    assert (f"urn:madoguchi:error:{kind}", field) == (told["type"], told["field"])
    assert "架空" not in str(told)
    assert my_number("12345678901") not in str(told)
    assert [] == desk.client.get("/api/ledger").json()


def test_a_slip_is_taken_once(desk: Desk) -> None:
    begin(desk)
    post(desk, "/api/ledger", {**PERSON, "slip": "3"})

    assert "slip-taken" in post(desk, "/api/ledger", {**PERSON, "slip": "３"}, 409)["type"]


@pytest.mark.parametrize(
    ("path", "body", "status", "kind"),
    [
        ("/api/outages", {"reason": "003"}, 404, "unknown-problem"),
        ("/api/outages", {"reason": "011", "incident": "nothing"}, 404, "unknown-incident"),
        ("/api/outages/nothing/close", {}, 404, "unknown-outage"),
        ("/api/ledger/nobody/reconcile", {"outcome": "found"}, 404, "unknown-entry"),
        ("/api/ledger", PERSON, 409, "no-outage"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, path: str, body: dict[str, str], status: int, kind: str) -> None:
    assert kind in post(desk, path, body, status)["type"]


def test_without_a_ledger_nothing_is_taken(desk: Desk) -> None:
    begin(desk, ledger=False)

    assert "no-ledger" in post(desk, "/api/ledger", PERSON, 409)["type"]
