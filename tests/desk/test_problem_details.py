from typing import Any

import pytest

from madoguchi.desk.problem_details import details, refusal_of
from madoguchi.desk.refusals import OF_A_FILE, STATUS, Refused
from madoguchi.words.translate import load_words

Desk = Any


@pytest.mark.parametrize("kind", STATUS)
def test_every_refusal_is_said_in_japanese_and_english_with_a_remedy(kind: str) -> None:
    said = details(Refused(kind), load_words())

    assert all([said.title, said.detail, said.remedy, said.en.title, said.en.detail, said.en.remedy])
    assert said.title != said.en.title
    assert said.status == STATUS[kind]


def test_every_reason_a_file_is_refused_for_has_a_sentence() -> None:
    assert set(OF_A_FILE.values()) <= set(STATUS)


def test_an_error_of_ours_tells_nothing_of_its_inside() -> None:
    said = details(refusal_of(RuntimeError("山田太郎")), load_words())

    assert said.status == 500
    assert "山田" not in str(said)


def test_what_was_sent_is_never_repeated(desk: Desk) -> None:
    secret = "山田太郎"
    answers = [
        desk.client.post("/api/incidents", json={"code": secret}),
        desk.client.post("/api/incidents", json={secret: secret}),
        desk.client.post("/api/incidents", json={"code": "011", "desk": secret * 9}),
        desk.client.post("/api/incidents", content=secret, headers={"content-type": "application/json"}),
        desk.client.get(f"/api/problems/{secret}"),
        desk.client.get(f"/{secret}"),
    ]

    assert all(answer.status_code >= 400 for answer in answers)
    assert not any(secret in answer.text for answer in answers)


def test_somebody_at_a_screen_gets_a_page(desk: Desk) -> None:
    refused = desk.client.get("/nowhere", headers={"accept": "text/html,*/*"})

    assert refused.status_code == 404
    assert refused.headers["content-type"].startswith("text/html")
    assert "このページはありません" in refused.text


def test_a_program_gets_problem_details(desk: Desk) -> None:
    refused = desk.client.get("/nowhere")

    assert refused.headers["content-type"] == "application/problem+json"
    assert set(refused.json()) == {"type", "title", "status", "detail", "remedy", "en"}


def test_a_wrong_method_says_which_ones_there_are(desk: Desk) -> None:
    refused = desk.client.delete("/api/incidents")

    assert refused.status_code == 405
    assert "POST" in refused.headers["allow"]
