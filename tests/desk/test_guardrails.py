from typing import Any

import pytest

from madoguchi.desk.guardrails import Door, host_matches, origin_matches, refusal

Desk = Any

HERE = Door(8765)
HOUSE = Door(8766, frozenset({"192.168.10.5", "uketsuke.local", "fd00::5"}), "https")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_this_machine_by_any_of_its_names_is_let_in(host: str) -> None:
    assert host_matches(host, HERE)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example:8765",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:8765.evil.example",
        "a@localhost:8765",
        "[::1",
        "localhost:x",
    ],
)
def test_any_other_host_is_not(host: str) -> None:
    assert not host_matches(host, HERE)


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8765", "http://localhost:8765", "http://[::1]:8765"])
def test_our_own_pages_may_send(origin: str) -> None:
    assert origin_matches(origin, HERE)


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "https://127.0.0.1:8765",
        "http://127.0.0.1:9000",
        "http://evil.example:8765",
        "http://127.0.0.1:8765/a",
        "file://",
    ],
)
def test_other_pages_may_not(origin: str) -> None:
    assert not origin_matches(origin, HERE)


@pytest.mark.parametrize("host", ["192.168.10.5:8766", "uketsuke.local:8766", "UKETSUKE.local:8766", "[fd00::5]:8766"])
def test_the_house_knows_the_desk_by_the_names_of_its_own_door(host: str) -> None:
    assert host_matches(host, HOUSE)
    assert origin_matches(f"https://{host}", HOUSE)
    assert not origin_matches(f"http://{host}", HOUSE)


@pytest.mark.parametrize("host", ["127.0.0.1:8766", "localhost:8766", "192.168.10.5", "192.168.10.6:8766", "evil.local:8766"])
def test_no_other_name_opens_the_door_of_the_house(host: str) -> None:
    assert not host_matches(host, HOUSE)


def test_the_names_of_the_house_do_not_fit_this_machines_own_door() -> None:
    assert not host_matches("192.168.10.5:8765", HERE)
    assert not host_matches("127.0.0.1:8765", Door(8765, frozenset(), "https"))


def test_a_form_of_another_site_is_refused_even_without_origin() -> None:
    headers = {"host": "127.0.0.1:8765", "sec-fetch-site": "cross-site"}

    refused = refusal(headers, "POST", HERE)

    assert refused is not None
    assert refused.kind == "foreign-origin"
    assert refusal(headers, "GET", HERE) is None


def test_a_forged_host_is_refused_at_every_door_and_changes_nothing(desk: Desk) -> None:
    for door in ("/", "/api/problems", "/static/desk.css", "/nowhere"):
        assert desk.client.get(door, headers={"host": "evil.example"}).status_code == 403

    refused = desk.client.post("/api/incidents", json={"code": "011"}, headers={"host": "evil.example"})

    assert refused.status_code == 403
    assert refused.json()["type"].endswith("forged-host")
    assert desk.context.records.open_states() == []


def test_a_foreign_origin_is_refused_and_an_absent_one_is_not(desk: Desk) -> None:
    told = {"code": "011"}

    foreign = desk.client.post("/api/incidents", json=told, headers={"origin": "https://evil.example"})
    own = desk.client.post("/api/incidents", json=told, headers={"origin": "http://127.0.0.1:8765"})
    absent = desk.client.post("/api/incidents", json=told)

    assert [answer.status_code for answer in (foreign, own, absent)] == [403, 201, 201]
    assert foreign.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("door", ["/", "/patient", "/api/status", "/nowhere", "/static/desk.css"])
def test_every_answer_forbids_scripts_in_the_page_and_anything_from_elsewhere(desk: Desk, door: str) -> None:
    policy = desk.client.get(door).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
