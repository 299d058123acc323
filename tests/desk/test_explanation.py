from typing import Any

import msgspec

Desk = Any


def test_the_fields_are_those_of_the_command(desk: Desk) -> None:
    told = desk.client.get("/api/problems/003").json()

    assert list(told) == ["code", "name", "stage", "part", "patient", "staff", "continue", "contacts", "cautions"]
    assert set(told["patient"]) == {"ja", "ja-easy", "en"}
    assert set(told["patient"]["ja-easy"]) == {"calm", "do", "else"}
    assert set(told["staff"]) == {"summary", "steps"}
    assert all(set(step) <= {"id", "text", "minutes"} for step in told["staff"]["steps"])
    assert all(set(way) == {"id", "text"} for way in told["continue"])
    assert all(set(call) == {"role", "name", "phone", "hours", "open_now", "say"} for call in told["contacts"])


def test_what_nobody_told_us_is_null(desk: Desk) -> None:
    vendor = next(call for call in desk.client.get("/api/problems/011").json()["contacts"] if call["role"] == "vendor")

    assert (vendor["phone"], vendor["hours"], vendor["open_now"]) == (None, None, None)


def test_several_parts_are_joined_by_a_slash(desk: Desk) -> None:
    facts = desk.context.catalogue.problems["011"]

    assert desk.client.get("/api/problems/011").json()["part"] == "/".join(facts.part)


def test_a_file_of_easy_japanese_carries_its_readings(desk: Desk) -> None:
    told = msgspec.json.encode(desk.client.get("/api/problems/003").json()["patient"]["ja-easy"]).decode()

    assert "[" in told
    assert "<ruby>" not in told
